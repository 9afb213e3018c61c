// SPDX-License-Identifier: Apache-2.0

/// When a connection has been slow for too long. Pure: told what happens and the time in seconds, it says by when the next thing must.
struct ConnectionDeadlines: Sendable {
    /// Bytes and seconds allowed.
    let limits: Limits
    /// Seconds that a body has before its rate counts.
    static let rateGrace = 10.0

    private var headBy: Double?
    private var body: (since: Double, bytes: Int)?
    private var answerBy: Double?
    private var takenBy: Double?
    private var openRequests = 0
    private var writesUnderWay = 0

    /// A connection that has just been opened.
    init(limits: Limits, openedAt now: Double) {
        self.limits = limits
        headBy = now + limits.headSeconds
    }

    /// The head of a request is complete.
    mutating func headRead(at now: Double) {
        headBy = nil
        openRequests += 1
        body = (since: now, bytes: 0)
    }

    /// A part of a body has come.
    mutating func bodyRead(bytes: Int) { body?.bytes += bytes }

    /// A request is complete: now it is the server's turn.
    mutating func requestRead(at now: Double) {
        body = nil
        // The handler has its own deadline; this one is for a handler that does not heed it.
        answerBy = now + limits.handlerSeconds * 2
    }

    /// A part of an answer was handed to the network.
    mutating func writeBegan(at now: Double) {
        answerBy = nil
        writesUnderWay += 1
        if takenBy == nil { takenBy = now + limits.writeSeconds }
    }

    /// The reader has taken a part of an answer.
    mutating func writeEnded(at now: Double) {
        writesUnderWay -= 1
        takenBy = writesUnderWay > 0 ? now + limits.writeSeconds : nil
    }

    /// An answer is complete.
    mutating func answerWritten(at now: Double) {
        openRequests -= 1
        if openRequests <= 0 { headBy = now + limits.restSeconds }
    }

    /// The moment at which the connection has been too slow; nil while it is the server's turn without end, as in a long download.
    var next: Double? {
        let bodyBy = body.map { min($0.since + limits.bodySeconds, $0.since + Self.rateGrace + Double($0.bytes) / limits.slowestBody) }
        return [headBy, bodyBy, answerBy, takenBy].compactMap { $0 }.min()
    }

    /// Whether no request is under way.
    var isResting: Bool { openRequests <= 0 }

    /// Whether a request is half read, so that the sender should be told.
    var isReadingBody: Bool { body != nil }
}
