// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

@testable import Demo

struct DemoClockTests {
    @Test func itTellsWhatItIsSetToAndTheRealTimeOnceReleased() async {
        let real = Instant(microseconds: 9_000_000)
        let clock = DemoClock(real: { real })
        #expect(clock.now() == real)
        clock.set(Instant(microseconds: 5))
        clock.set(Instant(microseconds: 3))
        #expect(clock.now() == Instant(microseconds: 5), "it never runs backwards")
        await clock.at(Instant(microseconds: 7)) { #expect(clock.now() == Instant(microseconds: 7), "an act has a time of its own") }
        #expect(clock.now() == Instant(microseconds: 5))
        clock.release()
        #expect(clock.now() == real && clock.today == real)
    }
}
