// SPDX-License-Identifier: Apache-2.0
import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A relay on this machine that answers each command as a test says; an empty answer is none at all.
final class ScriptedRelay: Sendable {
    let lines = Mutex<[String]>([])
    let port: Int
    private let channel: any Channel

    private init(_ channel: any Channel, _ port: Int) { (self.channel, self.port) = (channel, port) }

    static func start(answers: [String: String] = [:]) async throws -> ScriptedRelay {
        let seen = SeenLines()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ScriptedSide(answers: answers, seen: seen))
                }
            }.bind(host: "127.0.0.1", port: 0).get()
        let relay = ScriptedRelay(channel, channel.localAddress?.port ?? 0)
        seen.relay.withLock { $0 = relay }
        return relay
    }

    func stop() async throws { try await channel.close() }
}

/// Where the lines go once the relay stands.
private final class SeenLines: Sendable {
    let relay = Mutex<ScriptedRelay?>(nil)
    func add(_ line: String) { relay.withLock { $0 }?.lines.withLock { $0.append(line) } }
}

private final class ScriptedSide: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    private let answers: [String: String]
    private let seen: SeenLines
    private var held = ""
    private var isData = false

    init(answers: [String: String], seen: SeenLines) { (self.answers, self.seen) = (answers, seen) }

    func channelActive(context: ChannelHandlerContext) { say("220 relay\r\n", context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        held += String(buffer: unwrapInboundIn(data))
        while let end = held.range(of: "\r\n") {
            let line = String(held[..<end.lowerBound])
            held = String(held[end.upperBound...])
            seen.add(line)
            if isData {
                if line == "." {
                    isData = false
                    say(answers["."] ?? "250 taken\r\n", context)
                }
                continue
            }
            let command = String(line.prefix(4))
            let usual = [
                "EHLO": "250-relay\r\n250 AUTH PLAIN\r\n", "AUTH": "235 in\r\n", "MAIL": "250 ok\r\n", "RCPT": "250 ok\r\n",
                "DATA": "354 go on\r\n", "QUIT": "221 bye\r\n",
            ]
            let answer = answers[command] ?? usual[command] ?? "502 what\r\n"
            if command == "DATA", answer.hasPrefix("354") { isData = true }
            say(answer, context)
        }
    }

    private func say(_ text: String, _ context: ChannelHandlerContext) {
        if text.isEmpty { return }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    }
}
