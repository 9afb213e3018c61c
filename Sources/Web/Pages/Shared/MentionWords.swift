// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard

/// What a report names, as people read it: in the order of the form, by a short name in plain words.
enum MentionWords {
    private static let ranks = Dictionary(uniqueKeysWithValues: QuestionGroup.allCases.enumerated().map { ($1.rawValue, $0) })

    /// Who it is about first, then as the form asks; what stands in one group keeps its order.
    static func inOrder<Item>(_ items: [Item], _ mention: (Item) -> Mention) -> [Item] {
        let ranked = items.enumerated().map { (rank: ranks[mention($1).formGroup] ?? ranks.count, place: $0, item: $1) }
        return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.item)
    }

    /// The short name; an empty text where nothing is known that could name it.
    static func label(_ mention: Mention, _ standard: Standard) -> String {
        let answers = mention.answers
        switch mention.kind {
        case .absence:
            return ["absence.from", "absence.to"].compactMap { answers.first($0) }.map { PartialDate($0).map(When.said) ?? $0 }
                .joined(separator: " to ")
        case .person, .place, .vehicle, .phone, .account: return MentionLabel.of(mention, standard)
        }
    }
}
