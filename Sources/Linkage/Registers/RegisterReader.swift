// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Reads registers from delimited files. The file is mapped, not loaded; memory grows with the coded records alone.
public struct RegisterReader: Sendable {
    /// Columns named by role, before any recognition.
    public var asked: [ColumnRole: [String]]

    /// A reader that takes the named columns for the named roles and recognises the others.
    public init(asked: [ColumnRole: [String]] = [:]) { self.asked = asked }

    /// Reads one file.
    public func read(path: String) throws(RegisterError) -> Register { try read(paths: [path]) }

    /// Reads files of the same kind as the sides of a join. Ids must be unique over all of them.
    public func read(paths: [String]) throws(RegisterError) -> Register {
        var register = Register()
        for (side, path) in paths.enumerated() {
            guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
                throw .unreadable(path: path)
            }
            let result: Result<Register, RegisterError> = data.withUnsafeBytes { raw in
                do throws(RegisterError) {
                    return .success(try add(raw.bindMemory(to: UInt8.self), side: paths.count > 1 ? UInt8(side) : nil, to: register))
                } catch { return .failure(error) }
            }
            register = try result.get()
        }
        register.closeTables()
        return register
    }

    /// Reads one register from bytes.
    public func read(bytes: [UInt8]) throws(RegisterError) -> Register { try read(sides: [bytes]) }

    /// Reads the sides of a join from bytes.
    public func read(sides: [[UInt8]]) throws(RegisterError) -> Register {
        var register = Register()
        for (side, bytes) in sides.enumerated() {
            let result: Result<Register, RegisterError> = bytes.withUnsafeBufferPointer { buffer in
                do throws(RegisterError) {
                    return .success(try add(buffer, side: sides.count > 1 ? UInt8(side) : nil, to: register))
                } catch { return .failure(error) }
            }
            register = try result.get()
        }
        register.closeTables()
        return register
    }

    private func add(_ bytes: UnsafeBufferPointer<UInt8>, side: UInt8?, to start: Register) throws(RegisterError) -> Register {
        var register = start
        var cursor = CSVCursor(bytes, delimiter: CSVCursor.delimiter(of: bytes))
        guard try cursor.next() else { throw .empty }
        let headers = cursor.fields.indices.map { place in
            cursor.value(place) { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespaces) }
        }
        let columns = try RoleRecognition.columns(headers: headers, sample: try cursor.sample(), asked: asked)
        if register.columns.isEmpty { register.columns = columns }
        var encoder = RowEncoder(columns)
        guard encoder.comparesAnything else { throw .nothingToCompare(headers: headers) }
        let first = register.count
        register.rows.reserveCapacity(register.rows.count + bytes.count / 90 * RowLayout.width)
        var lines: [UInt32] = []
        while true {
            let line = cursor.line
            guard try cursor.next() else { break }
            guard cursor.fields.count <= headers.count else {
                throw .raggedRow(line: line, fields: cursor.fields.count, headers: headers.count)
            }
            encoder.encode(cursor, into: &register)
            lines.append(UInt32(truncatingIfNeeded: line))
            if let side { register.sides.append(side) }
        }
        guard register.count > first else { throw .empty }
        try Self.refuseRepeatedIDs(register, first: first, lines: lines)
        return register
    }

    private static func refuseRepeatedIDs(_ register: Register, first: Int, lines: [UInt32]) throws(RegisterError) {
        let order = RadixSort.order(of: register.idHashes)
        for (left, right) in zip(order, order.dropFirst()) where register.idHashes[Int(left)] == register.idHashes[Int(right)] {
            let places = [Int(left), Int(right)].sorted().map { $0 < first ? 0 : Int(lines[$0 - first]) }
            throw .repeatedID(firstLine: places[0], secondLine: places[1])
        }
    }
}
