// SPDX-License-Identifier: Apache-2.0
public import Hummingbird
import HummingbirdCore
import NIOCore
public import Logging

/// Pages and API as one value: made from routes, it becomes a running application, and the same responder answers tests without a socket.
public struct WebServer: Sendable {
    /// What answers.
    public let responder: WebResponder
    /// How it is served.
    public let configuration: WebConfiguration

    /// The routes that every server has, whatever pages it is given.
    static let ownDeclarations = PlumbingRoutes.declarations + ExitPages.declarations + DescriptionRoutes.declarations

    /// Puts the routes together.
    /// - Throws: `RouteTable.Conflict`; `Routes.Mismatch` where handlers and `declarations` differ.
    init(
        configuration: WebConfiguration, site: Site, sessions: SessionDoor, routes: [Route], declarations: [Declaration] = Routes.all,
        surroundings: Surroundings = Surroundings()
    ) throws {
        let own =
            PlumbingRoutes.routes(configuration, site: site, surroundings) + ExitPages.routes(configuration)
            + DescriptionRoutes.routes(declarations, version: configuration.version)
        let all = routes + own
        try Routes.check(all, against: declarations)
        responder = WebResponder(
            configuration: configuration, site: site, sessions: sessions, table: try RouteTable(all), surroundings: surroundings)
        self.configuration = configuration
    }

    /// The application to run.
    /// - Throws: where certificate files can't be read, or this build has no TLS.
    public func application(logger: Logger, whenListening: @escaping @Sendable (Int) -> Void = { _ in }) throws -> Application<WebResponder>
    {
        let limits = configuration.limits
        let isSecure = configuration.isSecure
        let configuration = configuration
        let metrics = responder.surroundings.metrics
        let crowd = ConnectionCrowd(most: limits.mostConnections)
        let plain = HTTPServerBuilder.http1(
            configuration: .init(
                additionalChannelHandlers: [
                    ConnectionGuard(
                        limits: limits, isSecure: isSecure, metrics: metrics, crowd: crowd, isBehindProxy: configuration.isBehindProxy)
                ],
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: limits.largestHeader, maxHeaderListSize: limits.largestHeader,
                    maxHeaderFieldCount: limits.mostHeaders)))
        return Application(
            responder: responder, server: try configuration.certificate.map { try TransportSecurity.wrap(plain, $0) } ?? plain,
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(
                    limits.mostConnections + Limits.closingConnections, logger: logger)),
            onServerRunning: { channel in whenListening(channel.localAddress?.port ?? configuration.port) }, logger: logger)
    }
}
