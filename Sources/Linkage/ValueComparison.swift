// SPDX-License-Identifier: Apache-2.0

/// Comparing values that one person or thing should have for itself. Nil says nothing either way.
enum ValueComparison {
    static func level(_ field: Field, _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Level? {
        switch field {
        case .phone:
            if left.elementsEqual(right) { return .exact }
            return isOneDigitOff(left, right) ? .oneDigitOff : .differs
        case .email:
            if left.elementsEqual(right) { return .exact }
            return left.count >= 8 && editDistance(left, right, bound: 1) == 1 ? .close : .differs
        case .identifier: return identifiers(left, right)
        case .handle: return handles(left, right)
        case .vehicleMark: return marks(left, right)
        case .sex: return left.first == right.first ? .exact : .differs
        default: return nil
        }
    }

    /// One digit is another, or two neighbours changed places.
    private static func isOneDigitOff(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count, left.count >= 9 else { return false }
        var first = -1
        var count = 0
        for place in 0..<left.count where left[place] != right[place] {
            if count == 0 { first = place }
            count += 1
            if count > 2 || count == 2 && place != first + 1 { return false }
        }
        return count == 1 || count == 2 && left[first] == right[first + 1] && left[first + 1] == right[first]
    }

    private static func scheme(_ part: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> { part.part(1, Int(part[0])) }

    private static func identifiers(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Level? {
        guard scheme(left).elementsEqual(scheme(right)) else { return nil }
        let values = (IndexKeys.second(left), IndexKeys.second(right))
        if values.0.elementsEqual(values.1) { return .exact }
        return values.0.count >= 6 && editDistance(values.0, values.1, bound: 1) == 1 ? .oneDigitOff : .differs
    }

    private static func handles(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Level? {
        let platforms = (scheme(left), scheme(right))
        let names = (IndexKeys.second(left), IndexKeys.second(right))
        // people carry a name from platform to platform, but only the same name
        if !platforms.0.isEmpty, !platforms.1.isEmpty, !platforms.0.elementsEqual(platforms.1) {
            return names.0.count >= 6 && names.0.elementsEqual(names.1) ? .stem : nil
        }
        if names.0.elementsEqual(names.1) { return .exact }
        let stems = (AccountName.stemCount(names.0), AccountName.stemCount(names.1))
        if let one = stems.0, let other = stems.1, names.0.part(0, one).elementsEqual(names.1.part(0, other)) { return .stem }
        return min(names.0.count, names.1.count) >= 6 && editDistance(names.0, names.1, bound: 1) == 1 ? .close : .differs
    }

    private static func marks(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Level? {
        let whole = (VehicleMark.isWhole(left), VehicleMark.isWhole(right))
        if whole.0 && whole.1 {
            if left.elementsEqual(right) { return .exact }
            return VehicleMark.fits(left, right) != nil || editDistance(left, right, bound: 1) == 1 ? .close : .differs
        }
        guard let read = fit(left, right, whole) else { return .differs }
        return read >= 3 ? .partial : nil
    }

    /// How many characters two marks agree in, one of them read in part: a part without signs for what is missing may stand anywhere.
    static func fit(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, _ whole: (Bool, Bool)) -> Int? {
        func open(_ mark: UnsafeBufferPointer<UInt8>, _ isWhole: Bool) -> [UInt8] {
            isWhole || mark.contains(VehicleMark.several) || mark.count >= 7
                ? Array(mark) : [VehicleMark.several] + mark + [VehicleMark.several]
        }
        return open(left, whole.0).withUnsafeBufferPointer { one in
            open(right, whole.1).withUnsafeBufferPointer { VehicleMark.fits(one, $0) }
        }
    }
}
