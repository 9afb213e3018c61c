// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// What stands on the screen and on no print: confidential addresses, protected names, the number that is safe.
enum NotPrinted {
    /// A value in whose place a print says that there is one.
    static func html(_ value: HTML) -> HTML {
        "<span class=\"not-printed\">\(value)</span><span class=\"printed-only\">\(say: "Kept confidential: not printed")</span>"
    }

    /// What stands at the head of every print of a record: who must not find out, and who printed it and when.
    static func handling(_ rules: ContactRules, reader: String, now: Instant) -> HTML {
        let who: HTML =
            rules.mustNotFindOut.map { "\(say: "Must not find out: \($0)")" }
            ?? "\(say: "Nobody has asked who must not find out: show it to nobody of the family or household.")"
        return """
            <div class="printed-only handling"><p><b>\(who)</b></p><p>\(say: "Printed by \(reader), \(When.full(now)). Don't leave it lying about, and destroy it after use.")</p></div>
            """
    }
}
