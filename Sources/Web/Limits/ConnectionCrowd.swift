// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Who is connected, and who gives way where there is no more room. Nobody is given a share in advance: as long as there is room a school of
/// a thousand behind one address has it, and where there is none, whoever takes most of it gives up a place. So whoever opens thousands of
/// connections closes their own, and never the one of a reporter who has few.
///
/// Where somebody comes from stands here only, in memory, as long as the connection lasts.
final class ConnectionCrowd: Sendable {
    /// How far a connection is.
    enum Step: String, Sendable {
        /// Open, and nothing has been asked yet.
        case opened
        /// Between two requests.
        case resting
        /// A request is half read.
        case reading
        /// A request is being answered.
        case answering
    }

    /// Where one connection stands in the book.
    struct Ticket: Sendable, Hashable {
        /// Whom it is counted with.
        var source: String
        fileprivate let number: Int
    }

    private struct Place {
        var step: Step
        var since: Double
        let close: @Sendable (Step) -> Void
    }

    private struct State {
        var next = 0
        var count = 0
        var sources: [String: [Int: Place]] = [:]
    }

    /// Seconds in which a connection that has asked nothing yet is on its way: a slow phone's first request.
    static let arrivalSeconds = 5.0

    private let most: Int
    private let state = Mutex(State())

    /// - Parameter most: connections; the one after them takes the place of another.
    init(most: Int) { self.most = most }

    /// How many are open.
    var count: Int { state.withLock { $0.count } }

    /// Lets one in. Where there is no room another is closed: told by its own `close`, with how far it was.
    func enter(from source: String, at now: Double, close: @escaping @Sendable (Step) -> Void) -> Ticket {
        let (ticket, loser) = state.withLock { state in
            var loser: Place?
            if state.count >= most, let found = Self.loser(state, newcomer: source, at: now) {
                loser = state.sources[found.source]?[found.number]
                Self.remove(found, &state)
            }
            state.next += 1
            let ticket = Ticket(source: source, number: state.next)
            Self.put(Place(step: .opened, since: now, close: close), ticket, &state)
            return (ticket, loser)
        }
        if let loser { loser.close(loser.step) }
        return ticket
    }

    /// A connection is at its next step.
    func move(_ ticket: Ticket, to step: Step, at now: Double) {
        state.withLock { state in
            state.sources[ticket.source]?[ticket.number]?.step = step
            state.sources[ticket.source]?[ticket.number]?.since = now
        }
    }

    /// A connection of our own proxy carries the request of somebody else, or rests again.
    func count(_ ticket: inout Ticket, with source: String) {
        guard ticket.source != source else { return }
        let old = ticket
        ticket.source = source
        let new = ticket
        state.withLock { state in
            guard let place = state.sources[old.source]?[old.number] else { return }
            Self.remove(old, &state)
            Self.put(place, new, &state)
        }
    }

    /// A connection is closed.
    func leave(_ ticket: Ticket) { state.withLock { Self.remove(ticket, &$0) } }

    private static func put(_ place: Place, _ ticket: Ticket, _ state: inout State) {
        state.sources[ticket.source, default: [:]][ticket.number] = place
        state.count += 1
    }

    private static func remove(_ ticket: Ticket, _ state: inout State) {
        guard state.sources[ticket.source]?.removeValue(forKey: ticket.number) != nil else { return }
        state.count -= 1
        if state.sources[ticket.source]?.isEmpty == true { state.sources[ticket.source] = nil }
    }

    /// Who gives way. First those with whom nothing is lost, since no request is under way: of the source that has most of them, the one that
    /// has rested longest. Where there are none, of the source that has most connections: rather one that is half read than one that is
    /// being answered, and the one that has taken longest.
    private static func loser(_ state: State, newcomer: String, at now: Double) -> Ticket? {
        var idle = Choice()
        var any = Choice()
        for (source, places) in state.sources {
            var resting: (count: Int, longest: (number: Int, place: Place)?) = (0, nil)
            var longest: (number: Int, place: Place)?
            for (number, place) in places {
                if longest.map({ goesBefore(place, $0.place) }) ?? true { longest = (number, place) }
                guard isIdle(place, at: now) else { continue }
                resting.count += 1
                if resting.longest.map({ goesBefore(place, $0.place) }) ?? true { resting.longest = (number, place) }
            }
            idle.offer(resting.count, source, resting.longest)
            any.offer(places.count + (source == newcomer ? 1 : 0), source, longest)
        }
        return idle.ticket ?? any.ticket
    }

    /// The one that gives way, of the source that has most.
    private struct Choice {
        var ticket: Ticket?
        private var count = 0
        private var place: Place?

        mutating func offer(_ count: Int, _ source: String, _ longest: (number: Int, place: Place)?) {
            guard let longest, count >= self.count else { return }
            if count == self.count, let place, !ConnectionCrowd.goesBefore(longest.place, place) { return }
            (ticket, place, self.count) = (Ticket(source: source, number: longest.number), longest.place, count)
        }
    }

    private static func isIdle(_ place: Place, at now: Double) -> Bool {
        place.step == .resting || place.step == .opened && now - place.since > arrivalSeconds
    }

    private static func goesBefore(_ left: Place, _ right: Place) -> Bool {
        if (left.step == .answering) != (right.step == .answering) { return right.step == .answering }
        return left.since < right.since
    }
}
