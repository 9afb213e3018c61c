// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Synchronization
import Testing

@testable import Web

@Suite("Who gives way where there is no room") struct ConnectionCrowdTests {
    /// A crowd, and who was closed, in order.
    private final class Watched: Sendable {
        let crowd: ConnectionCrowd
        private let closed = Mutex<[String]>([])

        init(most: Int) { crowd = ConnectionCrowd(most: most) }

        var gone: [String] { closed.withLock { $0 } }

        @discardableResult
        func open(_ name: String, from source: String, at now: Double, _ step: ConnectionCrowd.Step? = nil) -> ConnectionCrowd.Ticket {
            let ticket = crowd.enter(from: source, at: now) { at in self.closed.withLock { $0.append("\(name) \(at.rawValue)") } }
            if let step { crowd.move(ticket, to: step, at: now) }
            return ticket
        }
    }

    @Test func whoOpensThousandsClosesTheirOwn() {
        let watched = Watched(most: 100)
        let child = watched.open("child", from: "child", at: 0, .reading)
        for number in 0..<10_000 { watched.open("hostile", from: "hostile", at: 1 + Double(number) / 1_000) }
        watched.open("late child", from: "late", at: 12)
        #expect(watched.crowd.count == 100)
        #expect(watched.gone.allSatisfy { $0.hasPrefix("hostile") } && watched.gone.count == 9_902)
        watched.crowd.leave(child)
        #expect(watched.crowd.count == 99)
    }

    /// A thousand behind one address have all the room there is, until somebody else comes.
    @Test func aSchoolHasAllTheRoomThereIs() {
        let watched = Watched(most: 1_000)
        for number in 0..<1_000 { watched.open("pupil \(number)", from: "school", at: Double(number), .answering) }
        #expect(watched.gone.isEmpty)
    }

    /// Many behind one address with an attacker beside them: what rests and what is half read goes before what is being answered.
    @Test func whoSharesAnAddressWithAnAttackerIsAnswered() {
        let watched = Watched(most: 50)
        for number in 0..<10 { watched.open("pupil \(number)", from: "school", at: 0, .answering) }
        for number in 0..<500 { watched.open("hostile", from: "school", at: 1 + Double(number) / 100, number % 2 == 0 ? .reading : nil) }
        #expect(watched.gone.count == 460 && watched.gone.allSatisfy { $0.hasPrefix("hostile") })
    }

    @Test func whatRestsGoesFirstAndOfThoseTheOneThatRestedLongest() {
        let watched = Watched(most: 4)
        watched.open("half read", from: "a", at: 0, .reading)
        watched.open("answered", from: "a", at: 1, .answering)
        watched.open("rests", from: "a", at: 3, .resting)
        watched.open("rests longer", from: "a", at: 2, .resting)
        watched.open("new", from: "b", at: 4, .answering)
        watched.open("new", from: "b", at: 4, .answering)
        watched.open("new", from: "b", at: 4, .answering)
        watched.open("new", from: "a", at: 4, .answering)
        #expect(watched.gone == ["rests longer resting", "rests resting", "new answering", "half read reading"])
    }

    /// A slow phone's first request is on its way: nobody takes its place because it is silent.
    @Test func whoHasJustComeIsNotIdle() {
        let watched = Watched(most: 3)
        watched.open("hostile", from: "hostile", at: 0, .reading)
        watched.open("hostile", from: "hostile", at: 0, .reading)
        watched.open("child", from: "child", at: 1)
        watched.open("hostile", from: "hostile", at: 2)
        #expect(watched.gone == ["hostile reading"])
        watched.open("other", from: "other", at: 1 + ConnectionCrowd.arrivalSeconds + 0.1)
        #expect(watched.gone.last == "child opened")
    }

    @Test func aThousandAddressesHaveOneEach() {
        let watched = Watched(most: 1_000)
        for number in 0..<2_000 { watched.open("one", from: "address \(number)", at: Double(number) / 1_000) }
        watched.open("child", from: "child", at: 2)
        for number in 0..<900 { watched.open("one", from: "address \(number)", at: 2 + Double(number) / 1_000) }
        #expect(watched.crowd.count == 1_000 && !watched.gone.contains { $0.hasPrefix("child") })
    }

    @Test func aHouseholdOfIPv6AddressesIsOne() {
        #expect(ClientAddress("2001:db8:1:2::5").source == ClientAddress("2001:db8:1:2:ffff::9").source)
        #expect(ClientAddress("2001:db8:1:3::5").source != ClientAddress("2001:db8:1:2::5").source)
    }

    private func channel(
        _ crowd: ConnectionCrowd, from address: String, at seconds: Int64 = 1, metrics: Metrics = Metrics(), isBehindProxy: Bool = false
    ) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
        let peer = try SocketAddress(ipAddress: address, port: 1)
        channel.remoteAddress = peer
        try channel.pipeline.syncOperations.addHandler(
            ConnectionGuard(limits: Limits(), isSecure: false, metrics: metrics, crowd: crowd, isBehindProxy: isBehindProxy))
        try channel.connect(to: peer).wait()
        return channel
    }

    private func head(_ fields: HTTPFields = [:]) -> HTTPRequestPart {
        .head(HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/", headerFields: fields))
    }

    @Test func aConnectionThatGivesWayIsClosedAndCounted() throws {
        let crowd = ConnectionCrowd(most: 2)
        let metrics = Metrics()
        let child = try channel(crowd, from: "192.0.2.1", metrics: metrics)
        let first = try channel(crowd, from: "192.0.2.9", at: 2, metrics: metrics)
        try first.writeInbound(head())
        let second = try channel(crowd, from: "192.0.2.9", at: 3, metrics: metrics)
        #expect(child.isActive && !first.isActive && second.isActive)
        #expect(metrics.prometheusText().contains("sentinel_connections_gave_way_total{step=\"reading\"} 1"))
        #expect(metrics.prometheusText().contains("sentinel_connections_open 2.0"))
        // One that ends by itself leaves its place.
        try second.close().wait()
        #expect(crowd.count == 1)
    }

    /// Answered, a connection rests, and gives way before one that is half read.
    @Test func aConnectionRestsOnceItIsAnswered() throws {
        let crowd = ConnectionCrowd(most: 2)
        let answered = try channel(crowd, from: "192.0.2.1")
        let reading = try channel(crowd, from: "192.0.2.1")
        try reading.writeInbound(head())
        try answered.writeInbound(head())
        try answered.writeInbound(HTTPRequestPart.end(nil))
        try answered.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        try answered.writeOutbound(HTTPResponsePart.end(nil))
        _ = try channel(crowd, from: "192.0.2.2")
        #expect(!answered.isActive && reading.isActive)
    }

    /// All connections of a proxy of ours come from one address: what counts is whom each request is from.
    @Test(arguments: [true, false]) func behindAProxyEachRequestIsItsSenders(_ isBehindProxy: Bool) throws {
        let crowd = ConnectionCrowd(most: 3)
        func asked(_ address: String, at seconds: Int64) throws -> EmbeddedChannel {
            let channel = try channel(crowd, from: "10.0.0.1", at: seconds, isBehindProxy: isBehindProxy)
            try channel.writeInbound(head([.forwardedFor: address]))
            return channel
        }
        let child = try asked("198.51.100.1", at: 1)
        let hostile = try asked("203.0.113.66", at: 2)
        _ = try asked("203.0.113.66", at: 3)
        _ = try channel(crowd, from: "10.0.0.1", at: 4, isBehindProxy: isBehindProxy)
        // Without being told of the proxy all are one source, and the longest goes.
        #expect(child.isActive == isBehindProxy)
        #expect(hostile.isActive != isBehindProxy)
    }

    @Test(arguments: [(20_000, 2_000), (2_500, 2_000), (1_024, 524), (256, 128)])
    func aConnectionIsAFile(_ files: Int, _ most: Int) {
        var limits = Limits()
        limits.fit(openFiles: files)
        #expect(limits.mostConnections == most)
    }
}
