// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Testing

@testable import Services

@Suite struct AccessThrottleTests {
    private let start = Instant(microseconds: 1_000_000_000)
    private let login: [UInt8] = [1, 2, 3]
    private let account = RecordID(high: 1, low: 1)

    @Test func theWaitDoublesUpToItsLimit() {
        var throttle = SignInThrottle()
        let keys = throttle.keys(login: login, source: nil)
        var now = start
        var waits: [Int] = []
        for _ in 0..<13 {
            while let wait = throttle.begin(keys, at: now) {
                waits.append(wait)
                now = now.adding(seconds: Double(wait))
            }
            throttle.wrong(keys, at: now)
        }
        #expect(waits == [1, 2, 4, 8, 16, 32, 60, 60])
        #expect(throttle.wait(keys, at: now.adding(seconds: 59)) == 1)
        #expect(throttle.wait(keys, at: now.adding(seconds: 60)) == nil)
    }

    @Test func manyTriesAtOnceAreNoWayAround() {
        var throttle = SignInThrottle()
        let keys = throttle.keys(login: login, source: "cafe")
        let begun = (0..<100).count { _ in throttle.begin(keys, at: start) == nil }
        #expect(begun == 5)
    }

    @Test func rightPasswordsAreNotCounted() {
        var throttle = SignInThrottle()
        let keys = throttle.keys(login: login, source: "office")
        for _ in 0..<100 {
            #expect(throttle.begin(keys, at: start) == nil)
            throttle.right(keys)
        }
        #expect(throttle.wait(keys, at: start) == nil)
    }

    @Test func codesAreHeldBackForLonger() {
        var throttle = SignInThrottle()
        var now = start
        for _ in 0..<40 {
            while let wait = throttle.begin([.code(account)], at: now) { now = now.adding(seconds: Double(wait)) }
        }
        #expect(throttle.wait([.code(account)], at: now) == 3600)
    }

    @Test func aSourceIsHeldBackOnlyForNamesThatItHasNotSignedInTo() {
        var throttle = SignInThrottle()
        throttle.succeeded(login: login, source: "office", account: account, at: start)
        for number in UInt8(10)..<40 { throttle.wrong(throttle.keys(login: [number], source: "office"), at: start) }
        #expect(throttle.wait(throttle.keys(login: [99], source: "office"), at: start) != nil)
        #expect(throttle.wait(throttle.keys(login: login, source: "office"), at: start) == nil)
        #expect(throttle.wait(throttle.keys(login: [99], source: "home"), at: start) == nil)
    }

    @Test func successForgetsTheAccountsWrongTriesAndNotTheSources() {
        var throttle = SignInThrottle()
        for _ in 0..<30 {
            _ = throttle.begin([.login(login)], at: start)
            throttle.wrong([.login(login), .source("cafe")], at: start)
        }
        throttle.succeeded(login: login, source: "home", account: account, at: start)
        #expect(throttle.wait([.login(login)], at: start) == nil)
        #expect(throttle.wait([.source("cafe")], at: start) != nil)
    }

    @Test func aDayLaterAllIsForgotten() {
        var throttle = SignInThrottle()
        for _ in 0..<9 { _ = throttle.begin([.login(login)], at: start) }
        #expect(throttle.wait([.login(login)], at: start) != nil)
        let later = start.adding(seconds: SignInThrottle.memory)
        #expect(throttle.begin([.login(login)], at: later) == nil)
        #expect(throttle.wait([.login(login)], at: later) == nil)
    }
}
