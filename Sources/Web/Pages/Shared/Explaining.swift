// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Turning what `Services` throws into plain sentences: what happened, and whom to ask or what to do next. The one place where it is done.
enum Explaining {
    /// The refusal to show; nil for an error that nobody foresaw.
    static func problem(_ error: any Error) -> Problem? {
        ServiceError(foreseen: error).map(problem)
    }

    static func problem(_ error: ServiceError) -> Problem {
        switch error {
        case .refused(let action, let desk): return refusal(action, desk)
        case .notFound: return .notFound
        case .invalid(let faults): return .invalid(faults.map { FieldProblem(field: $0.field, message: message($0.reason).key) })
        case .conflict(let conflict): return problem(conflict)
        case .keyReused:
            return .conflict("This key was used before", "The Idempotency-Key came with another content. Use a new key for a new report.")
        case .slowDown(let seconds): return .tooMany(retryAfter: seconds)
        case .storeUnavailable:
            return Problem(
                status: 503, code: "store-unavailable", title: "The store can't be reached at this moment",
                advice: ["Try again in a moment. What was saved before is still there.", "If somebody is in danger now, ring 999."],
                headers: [("Retry-After", "5")])
        }
    }

    /// Which role is needed, and whom to ask: the desk that holds the concern, or whoever gives roles.
    private static func refusal(_ action: Action, _ desk: DeskContact?) -> Problem {
        let names = AccessPolicy.roles(for: action).map { "“\(RoleWords.name($0))”" as Sentence }
        let roles = names.dropFirst().reduce(names.first) { words, name in words.map { "\($0) or \(name)" } }
        let administrator: Sentence =
            "If you need it for your work, ask the administrator of your agency to give you the role. They are in the directory."
        let people = Problem.Link(text: "Administrators", url: DirectoryAddresses.people.url.with("role", Role.administrator.rawValue))
        if action.isAboutConcern {
            let why: Sentence = roles.map { "It is open to whoever works on it as \($0)." } ?? "It is not open to you."
            let ask: Sentence = desk.map { "Ask \($0.name), \($0.phone), \($0.hours): it knows who works on it." } ?? administrator
            return .noPermission(why, ask: ask, links: desk == nil ? [people] : [])
        }
        let why: Sentence = roles.map { "This needs the role \($0), which you don't hold." } ?? "No role allows this."
        return .noPermission(why, ask: administrator, links: [people])
    }

    /// What is wrong with a field, and what to do.
    static func message(_ reason: FieldFault.Reason) -> Sentence {
        switch reason {
        case .missing: "Write something here"
        case .tooLong: "Shorten this: it is longer than can be kept"
        case .notAccepted: "This can't be used here"
        case .notADate: "Check the date"
        case .unknownCode: "Choose one of the answers offered"
        case .inThePast: "Choose a time that is still to come"
        case .alreadyUsed: "This is used already"
        case .unknownField: "This is not asked in this form"
        case .tooMany: "There are too many of these"
        case .saysNothing: "Say at least one thing: a sentence is enough"
        case .mayTellTooMuch: "Read this again: it may say more than a reply may"
        case .givesAddressAway: "This holds an address that is to be kept secret: take it out"
        case .namesColleague: "This names a colleague: write the reference of the concern, and whoever is shut out of it is not shown this"
        case .tooShort: "This is too short"
        case .tooCommon: "This is one of the most used passwords. Choose another"
        }
    }

    /// The same, naming the field: a page has several, and a summary stands far from them.
    static func message(_ reason: FieldFault.Reason, in field: Sentence) -> Sentence {
        switch reason {
        case .missing: "Write or choose something under “\(field)”"
        case .tooLong: "Shorten “\(field)”: it is longer than can be kept"
        case .notAccepted: "“\(field)”: this can't be used here"
        case .notADate: "“\(field)”: check the date"
        case .unknownCode: "“\(field)”: choose one of the answers offered"
        case .inThePast: "“\(field)”: choose a time that is still to come"
        case .alreadyUsed: "“\(field)”: this is used already"
        case .unknownField: "“\(field)” is not asked in this form"
        case .tooMany: "“\(field)”: there are too many of these"
        case .saysNothing: message(reason)
        case .mayTellTooMuch: "Read “\(field)” again: it may say more than a reply may"
        case .givesAddressAway: "“\(field)” holds an address that is to be kept secret: take it out"
        case .namesColleague: "Name no colleague in “\(field)”: write the reference of the concern"
        case .tooShort: "“\(field)” is too short"
        case .tooCommon: message(reason)
        }
    }

    private static func problem(_ conflict: Conflict) -> Problem {
        switch conflict {
        case .takenBy(let name, let at): .conflict("Already taken", "\(name) took this at \(When.clock(at)). Ask them, or take it over.")
        case .decided(let name, let at):
            .conflict("Already decided", "\(name) decided this at \(When.clock(at)). Load the page again to see it.")
        case .answered: .conflict("Already answered", "Somebody else was quicker. Load the page again to see the answer.")
        case .closed: .conflict("This is closed", "Nothing can be added to it any more. Report a new concern if there is something new.")
        case .gatesNotMet: .conflict("Something must be shown first", "Answer every question that the standard asks before this step.")
        case .changedMeanwhile: .conflict("This has changed meanwhile", "Somebody changed it after you opened it. Load the page again.")
        }
    }
}
