// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What was reported, in the words that were written, and what was decided on it.
struct CaseReportCards {
    let screen: CaseScreen

    var html: HTML { "\(reported)\(decided)" }

    private var reported: HTML {
        let report = screen.view.reported
        let said: HTML =
            report.statements.isEmpty
            ? "<p>\(say: "No words were written.")</p>"
            : report.statements.map { StatementWords.html($0, screen.words) }.joined()
        return Card.html(
            "reported", "What was reported",
            "<p class=\"soft\">\(say: "Received \(When.full(report.receivedAt)) from \(report.agency).")</p>\(said)")
    }

    /// The decision that counts; earlier ones stand in the timeline.
    private var decided: HTML {
        guard let decision = screen.view.decisions.first else {
            return Card.html("decided", "What was decided", "<p>\(say: "No decision is recorded.")</p>")
        }
        let earlier = screen.view.decisions.count - 1
        let more: HTML? =
            earlier == 0
            ? nil
            : "<p class=\"soft\">\(say: Sentence(earlier, one: "1 earlier decision stands in the timeline.", many: "\(earlier) earlier decisions stand in the timeline."))</p>"
        let level: HTML? = decision.threshold.map { "<p>\(screen.standard.label($0, in: .threshold))</p>" }
        return Card.html(
            "decided", "What was decided",
            """
            <h3>\(screen.standard.label(decision.outcome, in: .outcome))</h3>\
            <p class="soft">\(say: "\(decision.by), \(When.full(decision.at))")</p><p class="said">\(decision.reason)</p>\(GateAnswerWords.html(decision.answers, screen.standard))\(level)\(more)
            """)
    }
}
