// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Stands in each connection between the HTTP codec and the framework, for what the framework does not do: deadlines for head, body
/// and write (SECURITY finding 8), 431 for large heads, closing after a refusal, header fields on answers it makes by itself, and giving way
/// where there is no more room.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Seconds in which a refused sender may still read the refusal.
    private static let lingerSeconds: Int64 = 2

    private let limits: Limits
    private let isSecure: Bool
    private let metrics: Metrics
    private let crowd: ConnectionCrowd
    private let isBehindProxy: Bool
    private var ticket: ConnectionCrowd.Ticket?
    private var peer = ClientAddress.local.source
    private var deadlines: ConnectionDeadlines
    private var timer: (at: Double, task: Scheduled<Void>)?
    private var closesAfterAnswer = false
    private var isClosing = false
    private var answerBegan = false

    /// - Parameters:
    ///   - crowd: the book of all connections of the server.
    ///   - isBehindProxy: whether a proxy of ours opens them, so that each request says for whom.
    init(limits: Limits, isSecure: Bool, metrics: Metrics, crowd: ConnectionCrowd, isBehindProxy: Bool = false) {
        self.limits = limits
        self.isSecure = isSecure
        self.metrics = metrics
        self.crowd = crowd
        self.isBehindProxy = isBehindProxy
        deadlines = ConnectionDeadlines(limits: limits, openedAt: 0)
    }

    private func now(_ context: ChannelHandlerContext) -> Double { Double(context.eventLoop.now.uptimeNanoseconds) / 1e9 }

    func handlerAdded(context: ChannelHandlerContext) { if context.channel.isActive { open(context) } }

    func channelActive(context: ChannelHandlerContext) {
        open(context)
        context.fireChannelActive()
    }

    private func open(_ context: ChannelHandlerContext) {
        guard ticket == nil else { return }
        peer = context.remoteAddress?.ipAddress.map { ClientAddress($0).source } ?? peer
        let (channel, metrics) = (context.channel, metrics)
        ticket = crowd.enter(from: peer, at: now(context)) { step in
            metrics.count("connections_gave_way_total", [("step", step.rawValue)])
            channel.close(promise: nil)
        }
        metrics.add("connections_open", 1)
        deadlines = ConnectionDeadlines(limits: limits, openedAt: now(context))
        schedule(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    private func stop() {
        timer?.task.cancel()
        timer = nil
        guard let ticket else { return }
        metrics.add("connections_open", -1)
        crowd.leave(ticket)
        self.ticket = nil
    }

    private func step(_ step: ConnectionCrowd.Step, _ context: ChannelHandlerContext) {
        guard let ticket else { return }
        crowd.move(ticket, to: step, at: now(context))
    }

    /// Behind our own proxy a connection is counted with whom its request is from, and with the proxy while it rests.
    private func countWith(_ head: HTTPRequest?) {
        guard isBehindProxy, var ticket else { return }
        crowd.count(&ticket, with: head.flatMap { ClientAddress.behindProxy($0.headerFields[.forwardedFor])?.source } ?? peer)
        self.ticket = ticket
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosing else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            deadlines.headRead(at: now(context))
            countWith(head)
            step(.reading, context)
        case .body(let chunk): deadlines.bodyRead(bytes: chunk.readableBytes)
        case .end:
            deadlines.requestRead(at: now(context))
            step(.answering, context)
        }
        schedule(context)
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // What a refused sender still sends is taken and thrown away, or it would never read the refusal.
        if isClosing { context.read() } else { context.fireChannelReadComplete() }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if case HTTPParserError.headerOverflow = error, !answerBegan {
            refuse(context, HTTPResponse.Status(code: 431, reasonPhrase: "Request Header Fields Too Large"))
        } else {
            context.fireErrorCaught(error)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isClosing else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head):
            answerBegan = true
            let dressed = dressing(head)
            closesAfterAnswer = dressed.headerFields[.connection] == "close"
            context.write(wrapOutboundOut(.head(dressed)), promise: promise)
        case .body: context.write(data, promise: tracking(context, promise))
        case .end:
            answerBegan = false
            deadlines.answerWritten(at: now(context))
            if deadlines.isResting {
                step(.resting, context)
                countWith(nil)
            }
            let closes = closesAfterAnswer
            context.write(data, promise: tracking(context, promise))
            if closes { close(context) }
        }
        schedule(context)
    }

    /// Follows one write until the network has taken it.
    private func tracking(_ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) -> EventLoopPromise<Void> {
        deadlines.writeBegan(at: now(context))
        let promise = promise ?? context.eventLoop.makePromise(of: Void.self)
        let bound = NIOLoopBound((guardian: self, context: context), eventLoop: context.eventLoop)
        promise.futureResult.whenComplete { _ in
            let (guardian, context) = bound.value
            guardian.deadlines.writeEnded(at: guardian.now(context))
            guardian.schedule(context)
        }
        return promise
    }

    private func dressing(_ head: HTTPResponse) -> HTTPResponse {
        guard head.status.kind != .informational, head.headerFields[.contentSecurityPolicy] == nil else { return head }
        var head = head
        for (name, value) in SecurityHeaders.fields(isSecure: isSecure) {
            if let name = HTTPField.Name(name) { head.headerFields[name] = value }
        }
        head.headerFields[.cacheControl] = "no-store"
        return head
    }

    /// Answers by ourselves and closes.
    private func refuse(_ context: ChannelHandlerContext, _ status: HTTPResponse.Status) {
        let head = dressing(HTTPResponse(status: status, headerFields: [.connection: "close", .contentLength: "0"]))
        metrics.count("connections_refused_total", [("status", String(status.code))])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        close(context)
    }

    /// Stops writing at once and reading in a little while.
    private func close(_ context: ChannelHandlerContext) {
        isClosing = true
        timer?.task.cancel()
        timer = nil
        context.flush()
        context.close(mode: .output, promise: nil)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: .seconds(Self.lingerSeconds)) { bound.value.close(promise: nil) }
        context.read()
    }

    private func schedule(_ context: ChannelHandlerContext) {
        guard !isClosing, let next = deadlines.next else { return }
        if let timer {
            // A timer that fires too early looks again; only a later one must be replaced.
            guard next < timer.at else { return }
            timer.task.cancel()
        }
        let bound = NIOLoopBound((guardian: self, context: context), eventLoop: context.eventLoop)
        let task = context.eventLoop.scheduleTask(deadline: .uptimeNanoseconds(UInt64(next * 1e9) + 1_000)) {
            let (guardian, context) = bound.value
            guardian.timer = nil
            guardian.look(context)
        }
        timer = (next, task)
    }

    private func look(_ context: ChannelHandlerContext) {
        guard !isClosing, let next = deadlines.next else { return }
        guard now(context) >= next else { return schedule(context) }
        if deadlines.isReadingBody && !answerBegan {
            refuse(context, .requestTimeout)
        } else {
            metrics.count("connections_closed_slow_total")
            context.close(promise: nil)
        }
    }
}

extension HTTPField.Name {
    fileprivate static let contentSecurityPolicy = HTTPField.Name("Content-Security-Policy") ?? .server
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}
