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
        let waits = (0..<14).map { _ in
            throttle.failed(keys, at: start)
            return throttle.wait(keys, at: start)
        }
        #expect(waits == [nil, nil, nil, nil, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
        #expect(throttle.wait(keys, at: start.adding(seconds: 59)) == 1)
        #expect(throttle.wait(keys, at: start.adding(seconds: 60)) == nil)
    }

    @Test func codesAreHeldBackForLonger() {
        var throttle = SignInThrottle()
        for _ in 0..<40 { throttle.failed([.code(account)], at: start) }
        #expect(throttle.wait([.code(account)], at: start) == 3600)
    }

    @Test func aSourceIsHeldBackOnlyForNamesThatItHasNotSignedInTo() {
        var throttle = SignInThrottle()
        throttle.succeeded(login: login, source: "office", account: account, at: start)
        for number in UInt8(10)..<40 { throttle.failed(throttle.keys(login: [number], source: "office"), at: start) }
        #expect(throttle.wait(throttle.keys(login: [99], source: "office"), at: start) != nil)
        #expect(throttle.wait(throttle.keys(login: login, source: "office"), at: start) == nil)
        #expect(throttle.wait(throttle.keys(login: [99], source: "home"), at: start) == nil)
    }

    @Test func successForgetsTheAccountsWrongTriesAndNotTheSources() {
        var throttle = SignInThrottle()
        for _ in 0..<30 { throttle.failed(throttle.keys(login: login, source: "cafe"), at: start) }
        throttle.succeeded(login: login, source: "home", account: account, at: start)
        #expect(throttle.wait([.login(login)], at: start) == nil)
        #expect(throttle.wait([.source("cafe")], at: start) != nil)
    }

    @Test func aDayLaterAllIsForgotten() {
        var throttle = SignInThrottle()
        for _ in 0..<9 { throttle.failed([.login(login)], at: start) }
        let later = start.adding(seconds: SignInThrottle.memory)
        throttle.failed([.login(login)], at: later)
        #expect(throttle.wait([.login(login)], at: later) == nil)
    }
}
