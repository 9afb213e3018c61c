// SPDX-License-Identifier: Apache-2.0

/// The fields of a form or of a query, in the order in which they came. A name may come more than once: tick boxes do that.
struct FormData: Sendable, Equatable {
    /// One field.
    struct Field: Sendable, Equatable {
        let name: String
        let value: String
    }

    /// Why a form can't be read. Never holds what was typed.
    enum Mistake: Error, Equatable {
        case notUTF8
        case tooManyFields(most: Int)
    }

    let fields: [Field]

    /// No fields.
    static let empty = FormData(fields: [])

    init(fields: [Field]) { self.fields = fields }

    /// Reads `application/x-www-form-urlencoded`: strict UTF-8 after decoding, no broken escapes, a bounded number of fields.
    /// - Throws: `Mistake`.
    init(urlEncoded bytes: [UInt8], most: Int = 1_000) throws(Mistake) {
        var fields: [Field] = []
        var start = 0
        while start <= bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.count
            let pair = bytes[start..<end]
            start = end + 1
            if pair.isEmpty { continue }
            guard fields.count < most else { throw .tooManyFields(most: most) }
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            guard let name = PercentCoding.decode(pair[..<equals], plusIsSpace: true),
                let value = PercentCoding.decode(pair[equals...].dropFirst(), plusIsSpace: true)
            else { throw .notUTF8 }
            fields.append(Field(name: name, value: value))
        }
        self.fields = fields
    }

    /// The first value of a name, as it was typed.
    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Every value of a name, in order.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// The first value without surrounding space and with line ends as "\n"; nil where nothing else was typed.
    func text(_ name: String) -> String? {
        guard let typed = self[name] else { return nil }
        var characters = typed[...]
        while characters.first?.isWhitespace == true { characters.removeFirst() }
        while characters.last?.isWhitespace == true { characters.removeLast() }
        return characters.isEmpty ? nil : String(characters.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
    }

    /// Whether a button or a box of that name was sent.
    func has(_ name: String) -> Bool { fields.contains { $0.name == name } }
}
