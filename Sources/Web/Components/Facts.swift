// SPDX-License-Identifier: Apache-2.0

/// A short list of facts: what, and its value.
enum Facts {
    /// One fact.
    struct Fact: Sendable {
        let name: Sentence
        let value: HTML
        /// Where it can be changed.
        var change: SiteURL?
    }

    /// The list.
    static func html(_ facts: [Fact]) -> HTML {
        let rows: [HTML] = facts.map { fact in
            """
            <div><dt>\(fact.name)</dt><dd>\(fact.value)\
            \(fact.change.map { " <a href=\"\($0)\">\(say: "Change") <span class=\"hidden\">\(fact.name)</span></a>" as HTML })</dd></div>
            """
        }
        return "<dl class=\"facts\">\(rows)</dl>"
    }
}
