// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Safeguarding
import Vault

/// A new sealed document with its wrapped key, made before the transaction begins.
public struct NewSeal: Sendable {
    let record: String
    let agency: String
    let wrappedKey: [UInt8]?
    /// The sealed document, for the row's column `sealed`.
    public let sealed: [UInt8]
}

/// A sealed document as read, with the wrapped key beside it. It is opened outside the transaction.
public struct SealedRecord: Sendable {
    let kind: String
    let id: String
    /// The version that was read, from 1.
    public let version: Int
    let agency: String?
    let wrappedKey: [UInt8]?
    let sealed: [UInt8]

    /// Takes it from a row with the columns `id`, `sealed`, `key_agency`, `key_wrapped` and, where there are versions, `version`.
    public init(_ row: SQLRow, kind: String, id column: String = "id", sealed: String = "sealed") throws(StorageError) {
        self.kind = kind
        self.id = try row.text(column)
        self.version = row.columns.contains("version") && kind == "record" ? try row.int("version") : 1
        self.agency = try row.optionalText("key_agency")
        self.wrappedKey = try row.optionalBlob("key_wrapped")
        self.sealed = try row.blob(sealed)
    }

    /// Whether its key was destroyed: nobody can open it any more.
    public var isDisposedOf: Bool { wrappedKey == nil }

    /// The columns that `init` reads besides the row's own, for a SELECT whose sealed table has the alias given, and the join they need.
    public static func join(_ alias: String, on column: String = "id") -> (columns: String, join: String) {
        ("k.agency_id AS key_agency, k.wrapped AS key_wrapped", "LEFT JOIN record_key k ON k.record_id = \(alias).\(column)")
    }
}

/// What every sealed document is: JSON of format 1. Old formats keep their readers (DESIGN rule 5).
enum DocumentFormat {
    static let current = 1
}

extension Store {
    /// Seals a document under a key of its own. `kind` is the table; `version` is 1 except for records.
    public func seal(_ document: some Encodable, kind: String, id: RecordID, agency: RecordID) throws -> NewSeal {
        let key = try RecordKey.generate(record: id.description, randomness: random)
        let context = SealContext(kind: kind, id: id.description, version: 1, format: DocumentFormat.current)
        return NewSeal(
            record: id.description, agency: agency.description,
            wrappedKey: try keys.agencyKey(agency.description).wrap(key, randomness: random),
            sealed: try key.seal(Array(try JSONEncoder().encode(document)), context: context, randomness: random))
    }

    /// Seals a further version of a document under the key that it has.
    public func reseal(_ document: some Encodable, as current: SealedRecord, version: Int) throws -> NewSeal {
        let context = SealContext(kind: current.kind, id: current.id, version: version, format: DocumentFormat.current)
        let sealed = try recordKey(current).seal(Array(try JSONEncoder().encode(document)), context: context, randomness: random)
        return NewSeal(record: current.id, agency: current.agency ?? "", wrappedKey: nil, sealed: sealed)
    }

    /// Opens a sealed document. Throws `VaultError.notAuthentic` where it was moved or changed, `notFound` where its key was destroyed.
    public func open<Document: Decodable>(_ record: SealedRecord, as type: Document.Type) throws -> Document {
        let context = SealContext(kind: record.kind, id: record.id, version: record.version, format: DocumentFormat.current)
        let bytes = try recordKey(record).open(record.sealed, context: context)
        return try JSONDecoder().decode(type, from: Data(bytes))
    }

    private func recordKey(_ record: SealedRecord) throws -> RecordKey {
        guard let agency = record.agency, let wrapped = record.wrappedKey else { throw StorageError(.notFound, detail: "key of a record") }
        return try keys.agencyKey(agency).unwrap(wrapped, record: record.id)
    }
}

extension SQLSession {
    /// Stores the wrapped key of a new sealed document.
    public func keep(_ seal: NewSeal) throws(StorageError) {
        guard let wrapped = seal.wrappedKey else { return }
        try execute(
            "INSERT INTO record_key (record_id, agency_id, wrapped) VALUES ($1, $2, $3)",
            [.text(seal.record), .text(seal.agency), .blob(wrapped)])
    }
}
