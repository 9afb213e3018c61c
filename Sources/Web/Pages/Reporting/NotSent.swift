// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// A report that could not be sent because something broke: whether it arrived is asked of the store and said, with the way to send it
/// again and the desk to ring. A reporter is never left to guess.
enum NotSent {
    /// Whether the program or the store failed, and not the person.
    static func isFailure(_ error: any Error) -> Bool {
        if error is Problem || error is CancellationError { return false }
        return Explaining.problem(error).map { $0.status >= 500 } ?? true
    }

    /// What to say: a draft that is still there was not sent, for sending takes it away.
    static func problem(_ error: any Error, _ house: House, _ actor: Actor, _ draft: RecordID, again: SiteURL) async -> Problem {
        let isSaved: Bool
        do {
            _ = try await house.reporting.draft(actor, draft)
            isSaved = true
        } catch { isSaved = false }
        return problem(error, isSaved: isSaved, desk: house.deskOf(actor), again: again)
    }

    static func problem(_ error: any Error, isSaved: Bool, desk: DeskToRing, again: SiteURL) -> Problem {
        let status = Explaining.problem(error)?.status ?? 500
        let mine = Problem.Link(text: "My reports", url: ReportAddresses.mine.url)
        let back = Problem.Link(text: "Go to your report, to send it again", url: again)
        let danger: Sentence = "If somebody is in danger now, ring 999."
        return isSaved
            ? Problem(
                status: status, code: "not-sent", title: "Your report has not been sent",
                advice: ["It is saved. Try again in a moment.", "Can't it wait? \(desk.ring)", danger], links: [back], cause: error)
            : Problem(
                status: status, code: "sending-in-doubt", title: "We can't say whether your report was sent",
                advice: [
                    "Look under My reports: what stands there has arrived. If it does not stand there, send it again: it can't arrive twice.",
                    "Can't it wait? \(desk.ring)", danger,
                ], links: [mine, back], cause: error)
    }
}
