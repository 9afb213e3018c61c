// SPDX-License-Identifier: Apache-2.0
import HummingbirdCore

#if TLS
    import HummingbirdTLS
    import NIOSSL
#endif

/// TLS in this process, in builds with the TLS trait: it brings a second BoringSSL, which not everybody wants to compile.
enum TransportSecurity {
    /// What is missing for TLS.
    struct Unavailable: Error, CustomStringConvertible {
        var description: String {
            "This build has no TLS. Build it with the trait TLS, or leave the certificate out and put a proxy in front."
        }
    }

    /// Wraps a server in TLS 1.2 or newer.
    /// - Throws: `Unavailable` in a build without TLS; NIOSSL's errors where a file can't be read.
    static func wrap(_ plain: HTTPServerBuilder, _ certificate: WebConfiguration.Certificate) throws -> HTTPServerBuilder {
        #if TLS
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: try NIOSSLCertificate.fromPEMFile(certificate.chainFile).map { .certificate($0) },
                privateKey: .privateKey(try NIOSSLPrivateKey(file: certificate.keyFile, format: .pem)))
            configuration.minimumTLSVersion = .tlsv12
            return try .tls(plain, tlsConfiguration: configuration)
        #else
            throw Unavailable()
        #endif
    }
}
