// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage
import Synchronization

/// Sends what waits in the outbox, one message after another, apart from everything else: a relay that stalls holds up nobody but the
/// next message.
final class OutboxSender: Sendable {
    /// After a fault of the relay's nothing is tried for so long.
    static let relayPause = 15.0
    private let house: House
    private let delivery: MailDelivery
    private let pausedUntil = Mutex<Instant>(Instant(microseconds: 0))
    private let counts = Mutex(MailFigures())

    init(_ house: House, delivery: MailDelivery) {
        self.house = house
        self.delivery = delivery
    }

    /// Figures since the start.
    var figures: MailFigures { counts.withLock { $0 } }

    /// Sends until the task is cancelled or the store is closed.
    func run() async {
        // What an earlier process had taken, and what a clock that was ahead put off, is due now.
        let now = house.now.microseconds
        _ = try? await house.store.writeWithoutEntry { session in
            try session.execute("UPDATE outbox_message SET next_at = $1 WHERE state = 'waiting' AND next_at > $1", [.integer(now)])
        }
        for await _ in Wakes.from([], every: .seconds(2)) {
            if Task.isCancelled { break }
            do { try await sendWaiting() } catch let error as StorageError where error.code == .closed || error.code == .poisoned {
                break
            } catch { continue }
        }
    }

    /// Sends everything that is due; returns how many the relay took.
    @discardableResult
    func sendWaiting() async throws -> Int {
        var sent = 0
        while !Task.isCancelled {
            let now = house.now
            // A clock that was put back must not leave a pause of years.
            let isPaused = pausedUntil.withLock { now < $0 && $0.seconds(since: now) <= Self.relayPause }
            if isPaused { break }
            let isDue = try await house.store.read { session in
                try session.first(
                    "SELECT id FROM outbox_message WHERE state = 'waiting' AND next_at <= $1 LIMIT 1", [.integer(now.microseconds)]) != nil
            }
            guard isDue, let message = try await house.store.writeWithoutEntry({ session in try OutboxTable.take(session, now: now) })
            else { break }
            let fault = await send(message)
            let after = house.now
            try await house.store.writeWithoutEntry { session in
                if let fault {
                    try OutboxTable.putOff(session, message, fault, now: after)
                } else {
                    try OutboxTable.end(session, message.id, .sent, error: nil, now: after)
                }
            }
            if fault == nil { sent += 1 }
            counts.withLock { $0.note(fault) }
            if fault?.isOfRelay == true {
                pausedUntil.withLock { $0 = after.adding(seconds: Self.relayPause) }
                break
            }
        }
        return sent
    }

    private func send(_ message: OutboxTable.Taken) async -> MailFault? {
        guard let (address, path) = destination(message) else { return MailFault(.noAddress) }
        guard let relay = delivery.relay else { return MailFault(.noRelay) }
        let words = delivery.words(message.kind, delivery.origin + path)
        do throws(MailFault) {
            try await relay.send(
                Mail(id: message.id, address: address, subject: words.subject, text: words.text, at: message.queuedAt))
            return nil
        } catch { return error }
    }

    /// Address and path; nil where the person is no longer there or the key was destroyed.
    private func destination(_ message: OutboxTable.Taken) -> (String, String)? {
        if let account = message.account, let path = message.path {
            let snapshot = house.directory.snapshot
            guard snapshot.isInUse(account: account, at: house.now), let email = snapshot.accounts[account]?.email, !email.isEmpty else {
                return nil
            }
            return (email, path)
        }
        guard let sealed = message.sealed, !sealed.isDisposedOf,
            let document = try? house.store.open(sealed, as: AddressDocument.self)
        else { return nil }
        return (document.address, document.path)
    }
}

/// Figures of the sender of messages since its start.
public struct MailFigures: Sendable, Hashable {
    /// Taken by the relay.
    public private(set) var sent = 0
    /// Tries that failed.
    public private(set) var failures = 0
    /// Why the last try failed, where the relay was at fault; nil once it has taken one.
    public private(set) var lastFault: MailFault.Code?

    mutating func note(_ fault: MailFault?) {
        guard let fault else {
            sent += 1
            lastFault = nil
            return
        }
        failures += 1
        if fault.isOfRelay { lastFault = fault.code }
    }
}

extension House {
    /// How the outbox stands.
    public func outboxFigures() async throws -> OutboxFigures {
        try await store.read { session in try OutboxFigures.read(session) }
    }
}
