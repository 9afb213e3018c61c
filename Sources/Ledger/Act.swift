// SPDX-License-Identifier: Apache-2.0

extension LedgerEntry {
    /// The kind of an act. Open: a service may name its own; the constants are those that the house shares.
    public struct Act: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral {
        /// The word that stands in the entry.
        public let rawValue: String
        /// Any lower-case word.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// Any lower-case word.
        public init(stringLiteral value: String) { rawValue = value }
    }
}

extension LedgerEntry.Act {
    // The six kinds of logging that the law names.

    /// Collection (DPA 2018 s.62(1)(a)): a concern or statement came in.
    public static let report: Self = "report"
    /// Alteration (s.62(1)(b)): a row was written.
    public static let alter: Self = "alter"
    /// Consultation (s.62(1)(c)): records were shown to a person.
    public static let consult: Self = "consult"
    /// Disclosure (s.62(1)(d)): a person outside received something.
    public static let disclose: Self = "disclose"
    /// Combination (s.62(1)(e)): records were put together, by a person's answer or by matching.
    public static let combine: Self = "combine"
    /// Erasure (s.62(1)(f)): rows are gone. Their objects carry no digest; from here their absence is right.
    public static let erase: Self = "erase"

    // What else an auditor asks for.

    /// A request that the access policy turned down.
    public static let refuse: Self = "refuse"
    /// A session began.
    public static let signIn: Self = "sign-in"
    /// An attempt to sign in failed.
    public static let signInRefused: Self = "sign-in-refused"
    /// A session ended.
    public static let signOut: Self = "sign-out"
    /// Who may do what, or a setting, was changed.
    public static let policyChange: Self = "policy-change"
    /// A key was made, wrapped anew, released or destroyed.
    public static let keyAct: Self = "key-act"
    /// Records left as a file.
    public static let export: Self = "export"
    /// A search was run; the records shown are its objects.
    public static let search: Self = "search"
    /// A named person decided on a concern or case.
    public static let decide: Self = "decide"
    /// A concern was handed to a team.
    public static let handOver: Self = "hand-over"
    /// A named person accepted a hand-over.
    public static let accept: Self = "accept"
    /// A named person declined a hand-over.
    public static let decline: Self = "decline"
    /// A person opened a restricted record in an emergency.
    public static let breakGlass: Self = "break-glass"
    /// The software did a job of its own, such as advancing a clock.
    public static let system: Self = "system"

    /// The kind of logging under DPA 2018 s.62(1) that this act is, or nil when the section does not name it.
    public var statutoryKind: StatutoryKind? {
        switch self {
        case .report: .collection
        case .alter, .decide, .handOver, .accept, .decline: .alteration
        case .consult, .search, .breakGlass: .consultation
        case .disclose, .export: .disclosure
        case .combine: .combination
        case .erase: .erasure
        default: nil
        }
    }
}

/// The kinds of processing that DPA 2018 s.62(1) wants logged. For consultation and disclosure the log must also
/// establish justification, date, time and, as far as possible, who (s.62(2) and (3)): purpose, at, actor, agency.
public enum StatutoryKind: String, Sendable, CaseIterable {
    /// s.62(1)(a)
    case collection
    /// s.62(1)(b)
    case alteration
    /// s.62(1)(c)
    case consultation
    /// s.62(1)(d)
    case disclosure
    /// s.62(1)(e)
    case combination
    /// s.62(1)(f)
    case erasure
}
