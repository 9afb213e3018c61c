// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import Vault

/// A piece of work that a browser does while it waits, so that whoever sends thousands pays for each. It is offered, never demanded: who
/// can't do it is let through in turn.
struct DoorWork: Sendable {
    /// Leading zero bits of the digest: some 130,000 tries, about a second on a phone.
    static let bits = 17

    private let key: SubKey

    init(_ keys: KeyStore) { key = keys.master.subkey(.sessions, context: "door-work") }

    /// What is worked on: made for one draft, so that no answer serves twice.
    func puzzle(for draft: RecordID) -> String {
        let code = key.authenticationCode(for: Array(draft.description.utf8)).prefix(12)
        return String(decoding: code.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    /// Whether an answer was worked for: SHA-256 of the puzzle, a colon and the answer begins with enough zero bits.
    func accepts(_ answer: String?, for draft: RecordID) -> Bool {
        guard let answer, answer.utf8.count <= 20 else { return false }
        return DigestWork.zeroBits(of: "\(puzzle(for: draft)):\(answer)") >= Self.bits
    }
}
