// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import Vault

extension House {
    /// The concern of a reference as people write it: either case, o for 0. Throws `notFound`.
    func concernID(_ reference: String) async throws -> RecordID {
        guard let reference = Reference(reference)?.description else { throw ServiceError.notFound }
        let row = try await store.read { session in
            try session.first("SELECT id FROM concern WHERE reference = $1", [.text(reference)])
        }
        guard let row else { throw ServiceError.notFound }
        return try row.recordID("id")
    }

    /// The agency under whose key what is written about a concern is sealed.
    func agency(ofConcern concern: RecordID) async throws -> RecordID {
        try await store.read { session in
            try session.one("SELECT agency_id FROM concern WHERE id = $1", [.text(concern.description)]).recordID("agency_id")
        }
    }

    /// A new random reference. The store keeps it unique.
    func newReference() -> String { Reference.random(store.random).description }
}

/// References in words that somebody wrote.
enum References {
    /// Those that stand in a text, as they are stored: with hyphens, with spaces or with neither. The check character keeps a word of a
    /// sentence from being taken for one.
    static func standing(in text: String) -> Set<String> {
        let words = text.split(whereSeparator: \.isWhitespace).map { word in word.trimming { !$0.isLetter && !$0.isNumber } }
        var found: Set<String> = []
        for start in words.indices {
            for count in 1...3 where start + count <= words.count {
                if let reference = Reference(words[start..<(start + count)].joined()) { found.insert(reference.description) }
            }
        }
        return found
    }
}

extension Substring {
    /// Without the characters at both ends of which this is true.
    fileprivate func trimming(_ isTaken: (Character) -> Bool) -> String {
        var rest = self
        while let first = rest.first, isTaken(first) { rest.removeFirst() }
        while let last = rest.last, isTaken(last) { rest.removeLast() }
        return String(rest)
    }
}
