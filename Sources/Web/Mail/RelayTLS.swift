// SPDX-License-Identifier: Apache-2.0
import NIOCore

#if TLS
    import NIOSSL
#endif

/// TLS to a relay, in builds with the TLS trait.
enum RelayTLS {
    #if TLS
        static let isBuilt = true

        /// Puts TLS under a connection that has begun in clear.
        /// - Throws: `MailFault`.
        static func begin(_ channel: any Channel, _ settings: SMTPRelay.Settings) async throws {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.minimumTLSVersion = .tlsv12
            if let file = settings.authority { configuration.trustRoots = .file(file) }
            let context = try NIOSSLContext(configuration: configuration)
            let host = settings.host
            try await channel.eventLoop.submit {
                // An address has no name to ask for; the certificate must then name the address.
                let isAddress = (try? SocketAddress(ipAddress: host, port: 0)) != nil
                let handler = try NIOSSLClientHandler(context: context, serverHostname: isAddress ? nil : host)
                try channel.pipeline.syncOperations.addHandler(handler, position: .first)
            }.get()
        }

        /// Whether an error says that the relay's certificate or TLS was not right.
        static func isFault(_ error: any Error) -> Bool { error is NIOSSLError || error is NIOSSLExtraError || error is BoringSSLError }
    #else
        static let isBuilt = false

        static func begin(_ channel: any Channel, _ settings: SMTPRelay.Settings) async throws {}

        static func isFault(_ error: any Error) -> Bool { false }
    #endif
}
