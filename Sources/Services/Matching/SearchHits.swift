// SPDX-License-Identifier: Apache-2.0
import Linkage
import Safeguarding
import Standard
import Storage
import Vault

/// What is to be looked for in the store: records that the index found, tokens of rare values, and a reference.
struct SearchHits: Sendable {
    /// Why a record was found.
    struct Why: Sendable, Hashable {
        let field: String
        let level: String
    }

    /// The most records that one answer lists.
    private static let most = 500

    let reference: String?
    let tokens: [(kind: String, token: [UInt8])]
    /// Best first.
    let records: [(id: RecordID, why: Why)]
    let notSearched: [String]

    /// Reads what was typed. Rare values are found in the store itself, whether the index is ready or not.
    init(_ house: House, _ text: String, _ scope: ConcernScope) {
        reference = Reference(text)?.description
        let platforms = house.standard.list(.platform).codes.map(\.code)
        tokens = BlindValues.readings(of: text, platforms: platforms).map { ($0.kind, house.store.keys.blindToken($0.kind, $0.value)) }
        let filter = house.tags.filter(scope)
        let answer = house.index.search(SearchQuery(text, limit: Self.most), where: filter)
        let parts = Self.partOfMark(text).map { house.index.search(SearchQuery($0, limit: Self.most), where: filter).hits } ?? []
        let known = Set(answer.hits.map(\.id))
        records = (answer.hits + parts.filter { !known.contains($0.id) }).map { hit in
            let best = hit.matches.first
            return (RecordID(hit.id), Why(field: best.map { "\($0.field)" } ?? "", level: best?.level.rawValue ?? ""))
        }
        var gaps = Set(answer.notSearched.map(Self.code))
        // A reference is not a name: that it is no word of the index is no gap.
        if reference != nil { gaps.remove("term_too_short") }
        if answer.total > answer.hits.count { gaps.insert("more_than_listed") }
        // Whether the index is loaded the house says itself.
        notSearched = gaps.subtracting(["index_loading"]).sorted()
    }

    /// What was typed as a part of a registration mark, open on both sides; nil where it could not be one, or is a whole one.
    private static func partOfMark(_ text: String) -> String? {
        let mark = text.filter { !$0.isWhitespace }
        guard (3...6).contains(mark.count), mark.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
            mark.contains(where: \.isNumber), mark.contains(where: \.isLetter), !RegistrationMark.isWhole(mark, said: nil)
        else { return nil }
        return "*\(mark)*"
    }

    private static func code(_ gap: NotSearched) -> String {
        switch gap {
        case .loading, .empty: "index_loading"
        case .tooShort: "term_too_short"
        case .tooCommon: "term_too_common"
        case .tooManyTerms: "too_many_terms"
        }
    }
}
