// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Vault

/// What is known between the password and the code: in memory, for a few minutes, for a few tries.
struct SignInTickets: Sendable {
    /// One sign-in under way.
    struct Ticket: Sendable {
        let account: RecordID
        let login: [UInt8]
        let source: String?
        let expiresAt: Instant
        /// The password hashed at today's cost, where the stored one has another.
        let rehashed: String?
        var triesLeft = SignInTickets.tries
    }

    /// Minutes that a ticket lives.
    static let minutes: Double = 5
    /// Wrong codes after which it is dead.
    static let tries = 5
    /// Tickets held at most; the oldest go first.
    static let most = 10_000

    private var tickets: [[UInt8]: Ticket] = [:]

    /// Keeps a ticket under its secret's hash.
    mutating func keep(_ ticket: Ticket, under hash: [UInt8], at now: Instant) {
        if tickets.count >= Self.most { tickets = tickets.filter { $0.value.expiresAt > now } }
        if tickets.count >= Self.most, let oldest = tickets.min(by: { $0.value.expiresAt < $1.value.expiresAt }) {
            tickets[oldest.key] = nil
        }
        tickets[hash] = ticket
    }

    /// The ticket; nil where there is none or it is spent.
    func ticket(_ hash: [UInt8], at now: Instant) -> Ticket? {
        tickets[hash].flatMap { $0.expiresAt > now && $0.triesLeft > 0 ? $0 : nil }
    }

    /// The ticket, with one try fewer from here on; nil where there is none or it is spent.
    mutating func spendTry(_ hash: [UInt8], at now: Instant) -> Ticket? {
        guard let ticket = ticket(hash, at: now) else { return nil }
        tickets[hash]?.triesLeft -= 1
        return ticket
    }

    /// Ends a ticket.
    mutating func end(_ hash: [UInt8]) { tickets[hash] = nil }
}
