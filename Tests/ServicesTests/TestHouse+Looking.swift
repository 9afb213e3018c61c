// SPDX-License-Identifier: Apache-2.0
import Ledger
import Safeguarding
import Services
import Storage
import TestSupport
import Testing

extension TestHouse {
    /// All entries of a kind of act, oldest first.
    func acts(_ act: String) async throws -> [LedgerEntry] { try await entries().filter { $0.act.rawValue == act } }

    /// The whole ledger, oldest first.
    func entries() async throws -> [LedgerEntry] {
        let rows = try await house.store.read { session in try session.query("SELECT body FROM ledger_entry ORDER BY id") }
        return try rows.map { try LedgerEntry(canonicalBytes: try $0.blob("body")) }
    }

    /// The ticket that a person gets for the right password.
    func ticket(_ name: String) async throws -> String {
        let step = try await house.signIn.withPassword(email: Self.email(name), password: Self.password)
        guard case .needsCode(let ticket) = step else { throw TestHouseError(what: "the password of \(name) was refused") }
        return ticket
    }
}

extension SQLValue {
    /// The bytes in which a value would be found in a file.
    var bytes: [UInt8] {
        switch self {
        case .null: []
        case .integer(let number): Array(String(number).utf8)
        case .text(let text): Array(text.utf8)
        case .blob(let bytes): bytes
        }
    }
}

extension [UInt8] {
    /// Whether a run of bytes stands in these.
    func contains(_ needle: some Sequence<UInt8>) -> Bool { !ranges(of: Array(needle)).isEmpty }
}
