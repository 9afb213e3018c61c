// SPDX-License-Identifier: Apache-2.0

/// One version of the common standard: what is asked, how it is coded, where it goes, by when, and what it must show.
///
/// A value read from `Standards/<place>/<version>/*.yaml` by `StandardLoader` and checked whole, so that what is looked up here by a
/// code of the standard is there.
public struct Standard: Sendable, Hashable {
    /// Place and version.
    public let id: StandardID
    /// Its title in words.
    public let title: String
    /// The jurisdiction, as in "England and Wales".
    public let jurisdiction: String
    /// The first day on which the law and names it states held.
    public let inForceFrom: CivilDate
    /// The last such day; nil while it is current.
    public let inForceTo: CivilDate?
    /// The working calendar its limits count by.
    public let calendar: String
    /// The documents it rests on, by id.
    public let sources: [String: SourceDocument]
    /// The code lists, by name.
    public let lists: [CodeListName: CodeList]
    /// The signs, in order, with their groups.
    public let signs: [Sign]
    /// The time limits, in order.
    public let limits: [Limit]
    /// The rules of routing, in order.
    public let routes: [Route]
    /// What must be shown before a move, in order.
    public let gates: [Gate]
    /// The pages of the concern form, in order.
    public let pages: [FormPage]
    /// The questions, in the order of the pages.
    public let questions: [Question]
    /// The forms by which a named person records what the law asks of a matter, in order.
    public let practice: [PracticeForm]
    /// The legal powers, orders, notices and duties.
    public let powers: [Power]
    /// How figures are shown so that nobody can be found in them; nil where it is not said, and then no figures are shown.
    public let disclosure: DisclosureRule?

    /// Makes a standard from parts already checked; use `StandardLoader` for files.
    public init(
        id: StandardID, title: String, jurisdiction: String, inForceFrom: CivilDate, inForceTo: CivilDate?, calendar: String,
        sources: [String: SourceDocument], lists: [CodeListName: CodeList], signs: [Sign], limits: [Limit], routes: [Route], gates: [Gate],
        pages: [FormPage], questions: [Question], practice: [PracticeForm] = [], powers: [Power],
        disclosure: DisclosureRule? = nil
    ) {
        self.id = id
        self.title = title
        self.jurisdiction = jurisdiction
        self.inForceFrom = inForceFrom
        self.inForceTo = inForceTo
        self.calendar = calendar
        self.sources = sources
        self.lists = lists
        self.signs = signs
        self.limits = limits
        self.routes = routes
        self.gates = gates
        self.pages = pages
        self.questions = questions
        self.practice = practice
        self.powers = powers
        self.disclosure = disclosure
    }
}

extension Standard {
    /// A standard that holds nothing: what a house without its standard falls back to, so that reading old records never fails.
    public static let empty = Standard(
        id: "none/none", title: "", jurisdiction: "", inForceFrom: CivilDate(daysSince1970: 0), inForceTo: nil, calendar: "",
        sources: [:], lists: [:], signs: [], limits: [], routes: [], gates: [], pages: [], questions: [], powers: [])
}
