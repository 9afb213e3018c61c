// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// Whoever told it at the public door: whether an answer can reach them, the contact they gave, which is for the desk alone, and the
/// decision by which it goes further.
struct DoorCard {
    let reader: ConcernReader
    let door: DoorFacts
    var sent: FormData = .empty
    var errors: [FormError] = []

    var html: HTML {
        Card.html("source", "Who reported", "\(comesBack)\(proof)\(contact)\(given)\(form)")
    }

    private var isPublic: Bool { reader.view.channel == DoorKind.everyone.rawValue }

    private var comesBack: HTML {
        let words: Sentence =
            switch door.comesBack {
            case .kept: "Reported without an account. They have kept their receipt: they can come back for your reply, and tell more."
            case .unknown:
                "Reported without an account. They were given a receipt; whether they have kept it is not known. A reply may never be read."
            case .cannot:
                "Reported without an account. They can't come back: they said that they can't keep the receipt safely. No reply reaches them here."
            }
        return "<p>\(words)</p>"
    }

    private var proof: HTML? {
        switch door.proof {
        case .theirs: "<p>\(Tag("Work address confirmed", .good).html) \(say: "They can read your reply by a link sent to it.")</p>"
        case .asked: "<p>\(say: "The work address they gave has been asked whether the report is theirs. Nobody has answered yet.")</p>"
        case .notTheirs:
            "<p>\(Tag("Not theirs", .due).html) \(say: "Whoever reads the work address says that this report is not theirs. Somebody else wrote it down.")</p>"
        case nil: nil
        }
    }

    private var contact: HTML {
        guard let source = reader.view.source else {
            let why: Sentence =
                isPublic
                ? "A contact that they may have given is for the desk alone. It goes further only by a decision of the desk, with a reason."
                : "Who reported is kept apart from the report. Ask a source handler."
            return reader.may(.readContact) || reader.may(.readSource)
                ? "<p>\(say: "They said nothing about themselves.")</p>" : "<p>\(why)</p>"
        }
        let facts = reader.words.facts(source, reader.standard.questions(of: .source), isPublic ? .public : .professional)
        return facts.isEmpty ? "<p>\(say: "They said nothing about themselves.")</p>" : Facts.html(facts)
    }

    private var given: HTML {
        door.disclosures.map { one -> HTML in
            """
            <h3>\(say: "Contact given to \(one.team)")</h3>\
            <p class="soft">\(say: "\(one.by), \(When.full(one.at)). Ground: \(Self.ground(one.ground)).")</p><p class="said">\(one.reason)</p>
            """
        }.joined()
    }

    private var form: HTML? {
        guard isPublic, reader.may(.discloseContact), reader.view.source != nil else { return nil }
        let teams = reader.directory.teams.values.filter { $0.validFrom <= reader.now && ($0.validTo.map { reader.now < $0 } ?? true) }
            .sorted { $0.name < $1.name }
        let team = Select(
            name: "team", label: "To which team?", choices: teams.map { Choice($0.id.description, Sentence(verbatim: $0.name)) },
            chosen: sent["team"], error: errors["team"])
        let ground = Choices(
            name: "ground", legend: "On which ground?", choices: ContactGround.allCases.map { Choice($0.rawValue, Self.ground($0)) },
            chosen: sent.all("ground"), error: errors["ground"])
        let reason = TextField(
            name: "contact-reason", label: "Why?", value: sent["contact-reason"],
            hint: "It is kept with your name. The reporter was told that only these three grounds count.", error: errors["contact-reason"],
            lines: 3, autocomplete: "off")
        return Disclosure.html(
            "Give the contact to a team", isOpen: !errors.isEmpty,
            Form.post(
                DeskAddresses.contact.url(reader.key),
                "\(team.html)\(ground.html)\(reason.html)\(Button.row(Button("Give the contact").html))"))
    }

    private static func ground(_ ground: ContactGround) -> Sentence {
        switch ground {
        case .life: "To save a life, or somebody from serious harm"
        case .law: "The law requires it"
        case .agreement: "The reporter agreed"
        }
    }
}
