// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Synchronization
import Testing

@Suite("A clock that is surely wrong is not believed") struct GuardedClockTests {
    private static let installed = Instant(microseconds: 1_790_000_000_000_000)
    private static let day = 86_400.0

    /// A machine's clock that a test sets.
    private final class Machine: Sendable {
        private let now: Mutex<Instant>
        init(_ now: Instant) { self.now = Mutex(now) }
        var source: TimeSource { { self.now.withLock { $0 } } }
        func set(_ instant: Instant) { now.withLock { $0 = instant } }
    }

    private static func after(_ seconds: Double) -> Instant { installed.adding(seconds: seconds) }

    @Test func aRightClockIsTakenAsItIs() {
        let machine = Machine(Self.after(5))
        let clock = GuardedClock.source(newest: Self.after(100), installed: Self.installed, machine: machine.source)
        #expect(clock() == Self.after(5))
        // Put back later, while it runs, and even before the installation: it was right once, and doctor says what it is now.
        machine.set(Self.after(-5))
        #expect(clock() == Self.after(-5))
    }

    @Test(arguments: [(nil, 0.0), (-50, 0.0), (9 * day, 9 * day)] as [(Double?, Double)])
    func aClockBeforeTheInstallationGoesOnFromTheNewestThingKnown(_ newest: Double?, _ from: Double) {
        let machine = Machine(Instant(microseconds: 1_600_000_000_000_000))
        let clock = GuardedClock.source(newest: newest.map(Self.after), installed: Self.installed, machine: machine.source)
        #expect(clock() == Self.after(from))
        machine.set(Instant(microseconds: 1_600_000_000_000_000).adding(seconds: 90))
        #expect(clock() == Self.after(from + 90))
        // Put back once more, it does not run back before what was known.
        machine.set(Instant(microseconds: 1_500_000_000_000_000))
        #expect(clock() == Self.after(from))
        // Put right, it is believed.
        machine.set(Self.after(20 * Self.day))
        #expect(clock() == Self.after(20 * Self.day))
    }

    @Test func aClockThatIsAheadIsBelieved() {
        let machine = Machine(Self.after(4_000 * Self.day))
        #expect(GuardedClock.source(newest: Self.installed, installed: Self.installed, machine: machine.source)() == machine.source())
    }

    @Test func whereTheInstallationIsNotKnownTheMachineIsBelieved() {
        let machine = Machine(Instant(microseconds: 1))
        #expect(GuardedClock.source(newest: Self.installed, installed: nil, machine: machine.source)() == machine.source())
    }

    @Test func whatShowsThatAClockIsWrong() {
        let newest = Self.installed
        #expect(GuardedClock.standing(newest: nil, now: newest) == .right)
        #expect(GuardedClock.standing(newest: newest, now: Self.after(-120)) == .right)
        #expect(GuardedClock.standing(newest: newest, now: Self.after(-121)) == .behind(seconds: 121))
        #expect(GuardedClock.standing(newest: newest, now: Self.after(7 * Self.day)) == .right)
        #expect(GuardedClock.standing(newest: newest, now: Self.after(8 * Self.day)) == .afterSilence(seconds: 8 * Self.day))
    }
}
