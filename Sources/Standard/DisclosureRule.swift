// SPDX-License-Identifier: Apache-2.0

/// How figures are shown so that nobody can be found in them (RULE 7.7): a rule of the standard, never of the program.
public struct DisclosureRule: Sendable, Hashable {
    /// What the rule is for, as a sentence for the screen.
    public let what: String
    /// Counts from 1 to this are not shown; 0 is shown as 0, because it is true and names nobody.
    public let hiddenTo: Int
    /// Counts above are shown to the nearest multiple of this; 1 shows them as they are.
    public let rounding: Int
    /// The months of one period, from January on. A period is counted once, after it has ended: two counts of it can't be compared.
    public let periodMonths: Int
    /// Where it comes from, whether verified, and its local owner.
    public let provenance: Provenance

    /// Makes a rule.
    public init(what: String, hiddenTo: Int, rounding: Int, periodMonths: Int, provenance: Provenance) {
        self.what = what
        self.hiddenTo = hiddenTo
        self.rounding = rounding
        self.periodMonths = periodMonths
        self.provenance = provenance
    }
}

extension StandardReading {
    func readDisclosure(_ fields: Fields) {
        let what = fields.text("what")
        let hidden = fields.number("hidden_to", in: 1...1000), rounding = fields.number("rounding", in: 1...1000)
        let months = fields.number("period_months", in: 1...12), provenance = readProvenance(fields)
        fields.refuseOthers()
        claim("rule", of: "disclosure", at: fields.place)
        if let months, 12 % months != 0 {
            findings.report(
                fields.place(of: "period_months"), "A year is not made of whole periods of \(months) months.",
                mend: "Write 1, 2, 3, 4, 6 or 12.")
        }
        if let hidden, let rounding, rounding > hidden + 1 {
            findings.report(
                fields.place(of: "rounding"), "The smallest count shown would be rounded to 0, and 0 is shown where it is true.",
                mend: "Round to at most one more than 'hidden_to'.")
        }
        guard let what, let hidden, let rounding, let months, let provenance else { return }
        disclosure = DisclosureRule(
            what: what.value, hiddenTo: hidden, rounding: rounding, periodMonths: months, provenance: provenance)
    }
}

enum DisclosureDiff {
    static func sentences(_ old: DisclosureRule?, _ new: DisclosureRule?) -> [String] {
        switch (old, new) {
        case (nil, nil): []
        case (nil, .some): ["A rule for small numbers was added."]
        case (.some, nil): ["The rule for small numbers was removed."]
        case (let old?, let new?):
            DiffWords.fields(
                "The rule for small numbers",
                [
                    ("what it is for", old.what, new.what), ("largest hidden count", String(old.hiddenTo), String(new.hiddenTo)),
                    ("rounding", String(old.rounding), String(new.rounding)),
                    ("months of a period", String(old.periodMonths), String(new.periodMonths)),
                ]) + ProvenanceDiff.sentences("The rule for small numbers", old.provenance, new.provenance)
        }
    }
}
