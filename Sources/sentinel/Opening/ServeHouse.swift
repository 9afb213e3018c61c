// SPDX-License-Identifier: Apache-2.0
import Foundation
import Logging
import ServiceLifecycle
import Services
import UnixSignals
import Web

/// Serves an open house until SIGTERM or SIGINT: pages, API, jobs, ledger, and the socket for the command line.
enum ServeHouse {
    static func run(_ opened: OpenHouse, whenReady: @escaping @Sendable (Int) -> Void = { _ in }) async throws {
        let configuration = opened.configuration
        // A core dump would write words about people to disk in clear (DESIGN rule 1).
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(UInt32(RLIMIT_CORE.rawValue)), &none)
        let logger = Logger(label: "sentinel") { JSONLog(label: $0) }
        let application = try HouseServer.application(
            opened.house, work: opened.work, settings: try serverSettings(configuration), logger: logger, whenListening: whenReady)
        let control = ControlSocket(path: configuration.socket, opened: opened)
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: HouseWorkService(work: opened.work)),
                    .init(service: control), .init(service: application),
                ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        try await opened.close()
    }

    /// How many files this process may hold open, once it has asked for as many as it may have: a connection is one.
    private static func mostOpenFiles() -> Int {
        var limit = rlimit()
        let files = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
        guard getrlimit(files, &limit) == 0 else { return 1_024 }
        limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 8_192))
        _ = setrlimit(files, &limit)
        return getrlimit(files, &limit) == 0 ? Int(clamping: limit.rlim_cur) : 1_024
    }

    private static func serverSettings(_ configuration: Configuration) throws -> HouseServer.Settings {
        var web = WebConfiguration()
        web.limits.fit(openFiles: mostOpenFiles())
        web.host = configuration.host
        web.port = configuration.port
        web.isBehindProxy = configuration.isBehindProxy
        web.publicOrigin = configuration.publicOrigin
        web.securityContact = configuration.securityContact
        web.metrics = configuration.metricsForEveryone ? .everyone : .thisMachine
        if let chain = configuration.certificateChain, let key = configuration.certificateKey {
            web.certificate = .init(chainFile: chain, keyFile: key)
        }
        var settings = HouseServer.Settings(web: web, content: configuration.content, publicFiles: configuration.publicFiles)
        settings.dataFolder = configuration.data
        settings.printer = configuration.pdfPython.flatMap {
            PDFPrinter(python: $0, program: Installation.folder("scripts") + "/print_pdf.py")
        }
        return settings
    }
}

/// The house's work as a service that ends with the others.
private struct HouseWorkService: Service {
    let work: HouseWork

    func run() async throws {
        await cancelWhenGracefulShutdown { await work.run() }
    }
}
