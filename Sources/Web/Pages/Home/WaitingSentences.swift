// SPDX-License-Identifier: Apache-2.0
import Services

/// What waits, as sentences; each leads to what it counts.
enum WaitingSentences {
    /// One list item a sentence; what has no number has no sentence.
    static func list(_ work: WaitingWork) -> [HTML] {
        var items: [HTML] = []
        if let undecided = work.undecided {
            var passed = QueueFilter()
            passed.part = .passed
            var untaken = QueueFilter()
            untaken.onlyUnowned = true
            if work.passed > 0 {
                items.append(
                    item(
                        Sentence(
                            work.passed, one: "1 concern has passed its limit", many: "\(work.passed) concerns have passed their limit"),
                        QueueAddress.url(passed), .now))
            }
            items.append(
                undecided == 0
                    ? item("No concern waits for a decision", DeskAddresses.queue.url, .good)
                    : item(
                        Sentence(undecided, one: "1 concern waits for a decision", many: "\(undecided) concerns wait for a decision"),
                        DeskAddresses.queue.url))
            if work.fresh > 0 {
                items.append(
                    item(
                        Sentence(
                            work.fresh, one: "1 has come since you last looked", many: "\(work.fresh) have come since you last looked"),
                        QueueAddress.url(QueueFilter()) { $0.onlyNew = true }))
            }
            if work.untaken > 0 {
                items.append(
                    item(
                        Sentence(work.untaken, one: "Nobody has taken 1 of them", many: "Nobody has taken \(work.untaken) of them"),
                        QueueAddress.url(untaken)))
            }
        }
        if let handOvers = work.handOvers {
            items.append(
                handOvers == 0
                    ? item("No hand-over waits for your team", Places.handOvers, .good)
                    : item(
                        Sentence(handOvers, one: "1 hand-over waits for your team", many: "\(handOvers) hand-overs wait for your team"),
                        Places.handOvers,
                        .due))
        }
        if let climbing = work.climbing, climbing > 0 {
            items.append(
                item(
                    Sentence(
                        climbing, one: "1 passed limit or area with nobody on duty waits for you to take it on",
                        many: "\(climbing) passed limits or areas with nobody on duty wait for you to take them on"),
                    DeskAddresses.escalations.url, .now))
        }
        items += work.uncovered.map { item("No co-ordinator is on duty in \($0.name)", DirectoryAddresses.area.url($0.code), .now) }
        return items
    }

    private static func item(_ sentence: Sentence, _ url: SiteURL, _ meaning: Tag.Meaning = .plain) -> HTML {
        "<li\(attribute: "class", meaning == .plain ? nil : meaning.rawValue)><a href=\"\(url)\">\(sentence)</a></li>"
    }
}
