// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Standard
import Storage

extension Matching {
    /// The longest sentence of a piece, in characters.
    private static let sentence = 200

    /// The pieces that other concerns hold, unanswered first, then by weight; each as far as this person may be shown it. `shown` are the
    /// records whose content stands in them, for the ledger; `notSearched` says in codes what is not covered. The caller has authorised.
    func pieces(_ actor: Actor, of concern: RecordID) async throws -> (pieces: [PieceView], shown: [RecordID], notSearched: [String]) {
        let house = house
        let read = try await house.store.read { session in try PiecesRead(session, concern, house, for: actor) }
        var shown: Set<RecordID> = []
        var views: [(view: PieceView, isAnswered: Bool)] = []
        for (other, links) in Dictionary(grouping: read.links, by: \.otherConcern) {
            guard let place = read.others.concerns[other] else { continue }
            guard let view = piece(actor, place, links, read, &shown) else { continue }
            views.append((view, !view.matches.contains { $0.answer == nil }))
        }
        let ordered = views.sorted { left, right in
            if left.isAnswered != right.isAnswered { return !left.isAnswered }
            // Of two whose strongest matches weigh the same, the one with more behind it comes first.
            let weights = (left.view.matches.map(\.weight), right.view.matches.map(\.weight))
            return weights.0 != weights.1
                ? weights.1.lexicographicallyPrecedes(weights.0) : left.view.concern < right.view.concern
        }
        return (ordered.map(\.view), shown.sorted(), read.gaps)
    }

    private func piece(
        _ actor: Actor, _ place: OtherConcern, _ links: [PiecesRead.Link], _ read: PiecesRead, _ seen: inout Set<RecordID>
    ) -> PieceView? {
        var matches: [PieceMatch] = []
        var most: PieceView.Shown?
        for link in links {
            guard let shown = place.shown(actor, rule: read.others.rules[link.otherRecord] ?? .none, read.sharing) else { continue }
            most = most.map { more($0, shown) } ?? shown
            if shown == .whole { seen.insert(link.otherRecord) }
            matches.append(match(link, read, otherStandard: shown == .whole ? place.standard : nil))
        }
        guard let shown = most else { return nil }
        let isTold = shown != .exists
        let sentence = isTold ? firstSentence(place.facts.id, read, &seen) : nil
        let canOpen = place.canOpen(actor)
        return PieceView(
            concern: place.facts.id, shown: shown, reference: isTold ? place.reference : nil,
            agency: house.directory.snapshot.name(ofAgency: place.agency), receivedAt: isTold ? place.receivedAt : nil, sentence: sentence,
            outcome: isTold ? place.outcome : nil,
            decided: isTold ? place.outcome.map { house.standard(place.standard).label($0, in: .outcome) } : nil,
            status: isTold ? place.status : nil, unmet: isTold && isUnmet(place),
            ask: canOpen ? nil : place.facts.owningArea.flatMap { house.directory.snapshot.areas[$0]?.contact },
            asked: try? read.asks[place.facts.id].map { try house.asking.askOfPiece($0) }, matches: matches, canOpen: canOpen)
    }

    private func more(_ left: PieceView.Shown, _ right: PieceView.Shown) -> PieceView.Shown {
        let order: [PieceView.Shown] = [.whole, .summary, .exists]
        return order.first { $0 == left || $0 == right } ?? left
    }

    private func match(_ link: PiecesRead.Link, _ read: PiecesRead, otherStandard: String?) -> PieceMatch {
        let answer = read.answers[PiecesRead.Pair(link.record, link.otherRecord)]
        return PieceMatch(
            record: link.record, label: label(link.record, read.standard, read) ?? "", otherRecord: link.otherRecord,
            otherLabel: otherStandard.flatMap { label(link.otherRecord, $0, read) }, relation: link.relation, weight: link.weight,
            evidence: link.evidence,
            answer: answer?.code, answerID: answer?.id, answeredBy: answer.map { house.directory.snapshot.name(of: $0.by) },
            answeredAt: answer?.at)
    }

    /// The label of a record in the words of its own standard; nil where its key was destroyed.
    private func label(_ record: RecordID, _ standard: String, _ read: PiecesRead) -> String? {
        guard let sealed = read.others.mentions[record] else { return nil }
        return (try? house.store.open(sealed, as: Mention.self)).map {
            MentionLabel.of($0.withoutConfidentialAddress, house.standard(standard))
        }
    }

    private func firstSentence(_ concern: RecordID, _ read: PiecesRead, _ seen: inout Set<RecordID>) -> String? {
        guard let narrative = read.others.narratives[concern] else { return nil }
        guard let document = (try? house.store.open(narrative.sealed, as: NarrativeDocument.self))?.masked else { return nil }
        guard let text = document.statements.lazy.map(\.text).first(where: { !$0.isEmpty }) else { return nil }
        seen.insert(narrative.record)
        return Words.firstSentence(text, most: Self.sentence - 1)
    }

    /// Closed without meeting the need, by what the standard says of its outcome: such contacts stay visible (RULE 2.4).
    private func isUnmet(_ place: OtherConcern) -> Bool {
        guard let outcome = place.outcome, let code = house.standard(place.standard).code(outcome, in: .outcome) else { return false }
        return !code.flag("meets_need")
    }
}
