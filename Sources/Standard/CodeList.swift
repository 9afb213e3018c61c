// SPDX-License-Identifier: Apache-2.0

/// The codes of one kind, in the order a person is offered them.
public struct CodeList: Sendable, Hashable {
    /// The list's name, as questions and records refer to it.
    public let name: CodeListName
    /// What the list holds, in words for a page's heading.
    public let title: String
    /// Where the list comes from, whether verified and who owns it locally; nil only for a list the standard does not have.
    public let provenance: Provenance?
    /// The codes in the standard's order.
    public let codes: [Code]
    /// What each attribute of a code in this list may hold.
    public let attributes: [String: AttributeKind]
    private let positions: [String: Int]

    /// Makes a list; of two equal codes the first is found by look-up (the loader refuses duplicates).
    public init(name: CodeListName, title: String, provenance: Provenance? = nil, codes: [Code], attributes: [String: AttributeKind] = [:])
    {
        self.name = name
        self.title = title
        self.provenance = provenance
        self.codes = codes
        self.attributes = attributes
        self.positions = Dictionary(codes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The code's entry, or nil where this list has no such code.
    public subscript(code: String) -> Code? { positions[code].map { codes[$0] } }

    /// Whether the list has the code.
    public func contains(_ code: String) -> Bool { positions[code] != nil }

    /// The words shown for a code; the code itself where the list has no such code, so that an old record is never blank.
    public func label(_ code: String) -> String { self[code]?.label ?? code }
}

/// One code: what is stored, what is shown, and what else the standard says of it.
public struct Code: Sendable, Hashable {
    /// What is stored, in snake case; published lists keep their own codes.
    public let code: String
    /// What is shown.
    public let label: String
    /// A sentence that helps to choose, where one is needed.
    public let help: String?
    /// Where it comes from, whether verified and who owns it locally; its list's own where the code states nothing else.
    public let provenance: Provenance?
    /// What else the standard says of this code, by attribute name.
    public let attributes: [String: CodeAttribute]

    /// Makes a code.
    public init(code: String, label: String, help: String? = nil, provenance: Provenance? = nil, attributes: [String: CodeAttribute] = [:])
    {
        self.code = code
        self.label = label
        self.help = help
        self.provenance = provenance
        self.attributes = attributes
    }

    /// A yes-or-no attribute; false where the standard is silent.
    public func flag(_ attribute: String) -> Bool {
        if case .flag(let value)? = attributes[attribute] { value } else { false }
    }

    /// An attribute of one word or code; nil where the standard is silent.
    public func text(_ attribute: String) -> String? {
        if case .text(let value)? = attributes[attribute] { value } else { nil }
    }

    /// An attribute of several codes; empty where the standard is silent.
    public func texts(_ attribute: String) -> [String] {
        switch attributes[attribute] {
        case .texts(let values)?: values
        case .text(let value)?: [value]
        default: []
        }
    }

    /// A whole-number attribute; nil where the standard is silent.
    public func number(_ attribute: String) -> Int? {
        if case .number(let value)? = attributes[attribute] { value } else { nil }
    }
}

/// The value of an attribute of a code.
public enum CodeAttribute: Sendable, Hashable {
    /// Yes or no.
    case flag(Bool)
    /// One word, sentence or code.
    case text(String)
    /// Several words or codes.
    case texts([String])
    /// A whole number.
    case number(Int)
}

/// What an attribute may hold; the standard states it at the head of each list.
public enum AttributeKind: Sendable, Hashable {
    /// Yes or no.
    case flag
    /// Any words.
    case text
    /// A whole number.
    case number
    /// One code of another list.
    case code(CodeListName)
    /// Several codes of another list.
    case codes(CodeListName)
}
