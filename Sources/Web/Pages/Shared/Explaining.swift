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
        case .refused(_, let desk):
            return .noPermission(
                "Your role does not allow this.", ask: desk.map { "Ask \($0.name), \($0.phone), \($0.hours)." } ?? "Ask your administrator."
            )
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
        case .tooShort: "This is too short"
        case .tooCommon: "This is one of the most used passwords. Choose another"
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
