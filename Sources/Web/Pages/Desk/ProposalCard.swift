// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Decisions that a second named person was asked to confirm. Whoever proposed one may take it back; another with the right confirms it or
/// sends it back with a reason. Why a second person is needed is not said: it may be known only to a right of its own.
struct ProposalCard {
    let reader: ConcernReader
    let sent: FormData
    let errors: [FormError]

    /// The name of the field in which a reason is written, by proposal.
    static func field(_ id: RecordID) -> String { "words-\(id)" }

    var html: HTML? {
        let proposals = reader.view.proposals
        guard !proposals.isEmpty else { return nil }
        let waits = proposals.contains { $0.state == .waiting }
        let entries: [HTML] = proposals.reversed().map(entry)
        return Card.html(
            "proposals", waits ? "A decision waits for a second person" : "Decisions proposed", meaning: waits ? .due : .plain,
            "\(waits ? explained : nil)\(entries)")
    }

    private var explained: HTML {
        """
        <p>\(say: "For this decision the standard wants two named people. Until the second confirms, the concern is open and its clock runs.")</p>
        """
    }

    private func entry(_ proposal: ProposalView) -> HTML {
        let answered: HTML? = proposal.answeredBy.flatMap { by in
            proposal.answeredAt.map { "<p class=\"soft\">\(say: "\(by), \(When.full($0))")</p>" }
        }
        let words: HTML? = proposal.answer.isEmpty ? nil : "<p class=\"said\">\(proposal.answer)</p>"
        return """
            <article class="entry"><h3>\(reader.standard.label(proposal.outcome, in: .outcome)) \(Self.state(proposal.state).html)</h3>\
            <p class="soft">\(say: "Proposed by \(proposal.byName), \(When.full(proposal.at))")</p>\
            <p class="said">\(proposal.reason)</p>\(answered)\(words)\(forms(proposal))</article>
            """
    }

    private static func state(_ state: ProposalView.State) -> Tag {
        switch state {
        case .waiting: Tag("Waits for a second person", .due)
        case .confirmed: Tag("Confirmed", .good)
        case .sentBack: Tag("Sent back", .now)
        case .withdrawn: Tag("Taken back")
        case .overtaken: Tag("Overtaken by another decision")
        }
    }

    private func forms(_ proposal: ProposalView) -> HTML? {
        guard proposal.state == .waiting, reader.may(.decideConcern) else { return nil }
        let key = (reader.reference, proposal.id)
        if proposal.by == reader.actor.account {
            return """
                <p>\(say: "You proposed this, so another person must confirm it.")</p>\
                \(Form.post(DeskAddresses.withdraw.url(key), Button("Take it back", weight: .quiet).html))
                """
        }
        let name = Self.field(proposal.id)
        let reason = TextField(
            name: name, label: "Why do you send it back?", value: sent[name], hint: "Kept with your name, beside the proposal.",
            error: errors[name], lines: 3, autocomplete: "off")
        return """
            <p>\(say: "Read what was reported and what others know before you answer. With your name it becomes a decision of both of you.")</p>\
            \(Form.post(DeskAddresses.confirmProposal.url(key), Button.row(Button("Confirm this decision").html)))\
            \(Disclosure.html(
                "Send it back", isOpen: errors[name] != nil,
                Form.post(DeskAddresses.sendBack.url(key), "\(reason.html)\(Button.row(Button("Send it back", weight: .quiet).html))")))
            """
    }
}
