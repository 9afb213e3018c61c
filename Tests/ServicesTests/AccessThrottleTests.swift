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

    /// Whoever found out a password and has no authenticator guesses codes: the owner, where they always sign in, is not held back by it.
    @Test func guessedCodesElsewhereHoldNobodyBackAtTheirUsualPlace() {
        var throttle = SignInThrottle()
        throttle.succeeded(login: login, source: "office", account: account, at: start)
        for _ in 0..<20 { _ = throttle.begin(throttle.codeKeys(account, login: login, source: "elsewhere"), at: start) }
        #expect(throttle.begin(throttle.codeKeys(account, login: login, source: "elsewhere"), at: start) != nil)
        let here = throttle.codeKeys(account, login: login, source: "office")
        #expect(throttle.begin(here, at: start) == nil)
        // Guesses at the usual place are slowed there.
        for _ in 0..<5 { _ = throttle.begin(here, at: start) }
        #expect(throttle.begin(here, at: start) != nil)
    }

    private func name(_ number: Int) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255), 7] }

    /// A try that turns out wrong; nil where it was let through.
    private func wrongTry(_ throttle: inout SignInThrottle, _ login: [UInt8], _ source: String, at now: Instant) -> Int? {
        let keys = throttle.keys(login: login, source: source)
        if let wait = throttle.begin(keys, at: now) { return wait }
        throttle.wrong(keys, at: now)
        return nil
    }

    /// A station behind one address at the change of shift: everybody mistypes once, and nobody waits, whether it is their first day or not.
    @Test func aStationSignsInAtOnceBehindOneAddress() {
        var throttle = SignInThrottle()
        for number in 0..<250 {
            #expect(wrongTry(&throttle, name(number), "station", at: start) == nil)
            let keys = throttle.keys(login: name(number), source: "station")
            #expect(throttle.begin(keys, at: start) == nil, "\(number)")
            throttle.right(keys)
            throttle.succeeded(login: name(number), source: "station", account: account, at: start)
        }
        // The next shift, eight hours on, as well.
        let next = start.adding(seconds: 8 * 3600)
        for number in 250..<500 { #expect(wrongTry(&throttle, name(number), "station", at: next) == nil) }
    }

    /// Somebody at the station's address tries name after name without end: colleagues who are new there lose their free mistakes, never
    /// their try; those who have signed in there lose nothing; what is tried twice is slowed down.
    @Test func nobodyAtTheSameAddressIsShutOutByAnother() {
        var throttle = SignInThrottle()
        throttle.succeeded(login: login, source: "station", account: account, at: start)
        for number in 0..<1_000 { #expect(wrongTry(&throttle, name(number), "station", at: start) == nil) }
        for _ in 0..<5 { #expect(wrongTry(&throttle, login, "station", at: start) == nil) }
        let colleague = name(2_000)
        let keys = throttle.keys(login: colleague, source: "station")
        #expect(throttle.begin(keys, at: start) == nil)
        throttle.right(keys)
        #expect(wrongTry(&throttle, name(0), "station", at: start) == 1)
        #expect(wrongTry(&throttle, name(1), "home", at: start) == nil)
        // It passes with time.
        #expect(throttle.begin(throttle.keys(login: name(3), source: "station"), at: start.adding(seconds: 1_500)) == nil)
    }

    /// Many addresses that guess at one name are slowed together; its owner at the usual place is not.
    @Test func manyPlacesThatGuessAtOneNameAreSlowedTogether() {
        var throttle = SignInThrottle()
        throttle.succeeded(login: login, source: "office", account: account, at: start)
        var letThrough = 0
        for place in 0..<100 where wrongTry(&throttle, login, "place \(place)", at: start) == nil { letThrough += 1 }
        #expect(letThrough == 50)
        #expect(throttle.begin(throttle.keys(login: login, source: "office"), at: start) == nil)
        // One a minute is forgiven.
        let later = start.adding(seconds: 3_600)
        #expect(wrongTry(&throttle, login, "another place", at: later) == nil)
    }

    @Test func successForgetsTheAccountsWrongTriesAndNotTheSources() {
        var throttle = SignInThrottle()
        for number in 0..<300 { _ = wrongTry(&throttle, name(number), "cafe", at: start) }
        for place in 0..<50 { _ = wrongTry(&throttle, login, "place \(place)", at: start) }
        #expect(throttle.wait([.login(login)], at: start) != nil)
        throttle.succeeded(login: login, source: "home", account: account, at: start)
        #expect(throttle.wait([.login(login)], at: start) == nil)
        #expect(wrongTry(&throttle, name(0), "cafe", at: start) != nil)
    }

    @Test func aDayLaterAllIsForgotten() {
        var throttle = SignInThrottle()
        let keys = [SignInThrottle.Key.pair(login, "home")]
        for _ in 0..<9 { _ = throttle.begin(keys, at: start) }
        #expect(throttle.wait(keys, at: start) != nil)
        let later = start.adding(seconds: SignInThrottle.memory)
        #expect(throttle.begin(keys, at: later) == nil)
        #expect(throttle.wait(keys, at: later) == nil)
    }
}
