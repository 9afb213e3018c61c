// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypes
import Testing

@testable import Web

@Suite("Slow connections") struct ConnectionTests {
    @Test func eachStepHasItsMoment() {
        let limits = Limits()
        var deadlines = ConnectionDeadlines(limits: limits, openedAt: 100)
        #expect(deadlines.next == 110)
        deadlines.headRead(at: 105)
        #expect(deadlines.next == 115)
        deadlines.bodyRead(bytes: 20 * 1_024)
        #expect(deadlines.next == 135)
        deadlines.bodyRead(bytes: 1_000_000)
        #expect(deadlines.next == 165)
        deadlines.requestRead(at: 120)
        #expect(deadlines.next == 180)
        deadlines.writeBegan(at: 121)
        deadlines.writeBegan(at: 122)
        #expect(deadlines.next == 151)
        deadlines.writeEnded(at: 130)
        #expect(deadlines.next == 160)
        deadlines.writeEnded(at: 140)
        #expect(deadlines.next == nil)
        deadlines.answerWritten(at: 140)
        #expect(deadlines.next == 170)
    }

    private func open() throws -> (EmbeddedChannel, Metrics) {
        let metrics = Metrics()
        let channel = EmbeddedChannel(
            handler: ConnectionGuard(limits: Limits(), isSecure: true, metrics: metrics, crowd: ConnectionCrowd(most: 9)))
        try channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return (channel, metrics)
    }

    private func head(_ fields: HTTPFields = [:]) -> HTTPRequestPart {
        .head(HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/", headerFields: fields))
    }

    private func status(_ channel: EmbeddedChannel) throws -> Int? {
        guard case .head(let head)? = try channel.readOutbound(as: HTTPResponsePart.self) else { return nil }
        return head.status.code
    }

    @Test func aHeadThatDoesNotComeClosesTheConnection() throws {
        let (channel, metrics) = try open()
        channel.embeddedEventLoop.advanceTime(by: .seconds(9))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
        #expect(metrics.prometheusText().contains("sentinel_connections_closed_slow_total 1"))
        #expect(metrics.prometheusText().contains("sentinel_connections_open 0.0"))
    }

    /// Each byte is in time for an idle timeout, and the whole is not.
    @Test func aDrippingBodyIsRefused() throws {
        let (channel, _) = try open()
        try channel.writeInbound(head())
        for _ in 0..<11 {
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(bytes: [1])))
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(try status(channel) == 408)
        channel.embeddedEventLoop.advanceTime(by: .seconds(3))
        #expect(!channel.isActive)
    }

    @Test func aSteadyBodyHasAMinute() throws {
        let (channel, _) = try open()
        try channel.writeInbound(head())
        for _ in 0..<59 {
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 1, count: 2_048)))
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(channel.isActive)
        #expect(try status(channel) == nil)
        channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(try status(channel) == 408)
    }

    @Test func anAnswerWithCloseClosesAfterALittleWhile() throws {
        let (channel, _) = try open()
        try channel.writeInbound(head())
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .contentTooLarge, headerFields: [.connection: "close"])))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
        #expect(try status(channel) == 413)
        channel.embeddedEventLoop.advanceTime(by: .seconds(3))
        #expect(!channel.isActive)
    }

    @Test func answersOfTheFrameworkCarryTheSecurityFields() throws {
        let (channel, _) = try open()
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .badRequest)))
        guard case .head(let head)? = try channel.readOutbound(as: HTTPResponsePart.self) else {
            Issue.record("no answer")
            return
        }
        for (name, value) in SecurityHeaders.fields(isSecure: true) {
            #expect(HTTPField.Name(name).flatMap { head.headerFields[$0] } == value)
        }
        #expect(head.headerFields[.cacheControl] == "no-store")
    }

    @Test func aHeadThatIsTooLargeIsToldSo() throws {
        let (channel, _) = try open()
        channel.pipeline.fireErrorCaught(HTTPParserError.headerOverflow)
        #expect(try status(channel) == 431)
    }
}
