// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The addresses of the common standard.
enum StandardAddresses {
    /// The versions, and what differs between two.
    static let standard = Endpoint.page(.get, Path("standard"), who: .may(.readStandard), "Lists the versions of the common standard.")
    /// What changed from one version to another.
    static let compare = Endpoint.page(.get, Path("standard/compare"), who: .may(.readStandard), "Says what changed between two versions.")
    /// One version.
    static let version = Endpoint.page(
        .get, Path("standard") / .word("place") / .word("version"), who: .may(.readStandard), "Shows one version of the common standard.")
    /// One part of a version.
    static let part = Endpoint.page(
        .get, Path("standard") / .word("place") / .word("version") / .word("part"), who: .may(.readStandard),
        "Shows one part of a version of the common standard.")

    static let declarations = [standard.declaration, compare.declaration, version.declaration, part.declaration]
}

/// The parts of a standard, each a page.
enum StandardPart: String, Sendable, CaseIterable {
    case lists, signs, limits, routes, gates, form, powers, figures, sources

    /// Its heading.
    var title: Sentence {
        switch self {
        case .lists: "Code lists"
        case .signs: "Signs"
        case .limits: "Time limits"
        case .routes: "Routes"
        case .gates: "What must be shown"
        case .form: "The concern form"
        case .powers: "Powers and duties"
        case .figures: "Small numbers"
        case .sources: "What it rests on"
        }
    }

    /// What it is, in a sentence.
    var meaning: Sentence {
        switch self {
        case .lists: "What can be chosen, and what else the standard says of each choice."
        case .signs: "Prompts to think, never points to add up."
        case .limits: "What must be done, from when, by when at best and at the latest."
        case .routes: "Which team leads and who must also receive, rule by rule."
        case .gates: "What a concern or case must show before it moves or closes."
        case .form: "What is asked, of whom, and how the answer is kept."
        case .powers: "Orders, notices, powers and duties, and which are not in force."
        case .figures: "How figures are shown so that nobody can be found in them."
        case .sources: "Acts, guidance and published lists."
        }
    }
}
