// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// A refusal or a failure as it is shown: in sentences that say what to do next, never with what was typed or with a stack.
struct Problem: Error, Sendable {
    let status: Int
    /// Stable, for programs: `/problems/<code>`.
    let code: String
    /// The heading.
    let title: Sentence
    /// What happened and what to do, a sentence a paragraph.
    var advice: [Sentence] = []
    /// Ways on.
    var links: [Link] = []
    /// What is wrong with which part.
    var fields: [FieldProblem] = []
    var headers: [(name: String, value: String)] = []
    /// What it came from, where the program failed: its name goes to the log, nothing of it to anybody else.
    var cause: (any Error)?

    /// A way on.
    struct Link: Sendable {
        let text: Sentence
        let url: SiteURL
    }

    /// There is nothing, or nothing that this person may know of: the two are never told apart.
    static let notFound = Problem(
        status: 404, code: "not-found", title: "Page not found",
        advice: [
            "If you typed the address, check it. If you followed a link, what it led to may have moved, or may not be yours to see.",
            "If you were given a reference, ask whoever gave it to you. Your duty desk, at the foot of this page, knows who can open what.",
        ])

    /// Known, and not allowed: says why and whom to ask.
    static func noPermission(_ why: Sentence, ask: Sentence, links: [Link] = []) -> Problem {
        Problem(status: 403, code: "no-permission", title: "You can't open this", advice: [why, ask], links: links)
    }

    /// Nobody is signed in.
    static let notSignedIn = Problem(
        status: 401, code: "not-signed-in", title: "You need to sign in", advice: ["Sign in, and you will come back to this page."],
        headers: [("WWW-Authenticate", "Bearer")])

    /// The session has ended, or never was.
    static func sessionEnded(returnTo url: SiteURL) -> Problem {
        Problem(
            status: 401, code: "session-ended", title: "Your session has ended",
            advice: [
                "You were signed out because nothing happened for a while, or because the session was ended elsewhere.",
                "What was saved is still there. Sign in to go on where you were.",
            ], links: [Link(text: "Sign in", url: SignInAddresses.signIn.url.with("next", url.description))])
    }

    /// A form without a token of ours, or from a page of somebody else's.
    static let forged = Problem(
        status: 403, code: "not-from-our-page", title: "This form can't be accepted",
        advice: ["It was not sent from a page of this session. Nothing was changed. Go back, load the page again and send it once more."])

    /// The request itself can't be read.
    static func badRequest(_ what: Sentence) -> Problem {
        Problem(status: 400, code: "bad-request", title: "This can't be read", advice: [what])
    }

    /// A call of the API whose parts don't have the declared shape.
    static func invalid(_ fields: [FieldProblem]) -> Problem {
        Problem(
            status: 422, code: "invalid", title: "This can't be worked with", advice: ["The parts listed here are not as described."],
            fields: fields)
    }

    /// Somebody else was quicker, or the state is another.
    static func conflict(_ title: Sentence, _ advice: Sentence...) -> Problem {
        Problem(status: 409, code: "conflict", title: title, advice: advice)
    }

    /// The body is larger than the route takes.
    static func tooLarge(most: Int) -> Problem {
        Problem(
            status: 413, code: "too-large", title: "This is too large to send",
            advice: ["At most \(most / 1000) kilobytes can be sent at once. Nothing was saved. Shorten the text, or send it in parts."],
            headers: [("Connection", "close")])
    }

    /// The body has a media type that the route does not read.
    static func unsupportedMedia(_ wanted: String) -> Problem {
        Problem(status: 415, code: "media-type", title: "This can't be read", advice: ["It must be sent as \(wanted)."])
    }

    /// The path has other methods.
    static func methodNotAllowed(_ allowed: [Method]) -> Problem {
        let names = allowed.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }
        return Problem(
            status: 405, code: "method-not-allowed", title: "This address can't be used that way",
            advice: ["Nothing was changed. Go back and use the links and buttons of the page."],
            headers: [("Allow", names.joined(separator: ", "))])
    }

    /// One caller asks too often.
    static func tooMany(retryAfter seconds: Int) -> Problem {
        Problem(
            status: 429, code: "too-many", title: "Too many tries",
            advice: ["Wait \(seconds) seconds, then try again. Reporting a concern is never limited."],
            headers: [("Retry-After", String(seconds))])
    }

    /// The body ended before it was complete.
    static let incomplete = Problem(
        status: 408, code: "incomplete", title: "Not everything arrived",
        advice: ["Nothing was saved. Send it again when you have a better signal."])

    /// The server took too long.
    static let tooSlow = Problem(
        status: 503, code: "too-slow", title: "This took too long",
        advice: ["It may not have been done. Load the page again to see, before you send it once more."], headers: [("Retry-After", "5")])

    /// Something broke.
    static let service = Problem(
        status: 500, code: "service", title: "There is a problem with the service",
        advice: [
            "Try again in a moment. What was saved before is still there.",
            "If it can't wait, ring the duty desk. If somebody is in danger now, ring 999.",
        ])
}
