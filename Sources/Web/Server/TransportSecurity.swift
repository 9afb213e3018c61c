// SPDX-License-Identifier: Apache-2.0
import HummingbirdCore

#if TLS
    import HummingbirdTLS
    import NIOSSL
#endif

/// TLS in this process, in builds with the TLS trait: it brings a second BoringSSL, which not everybody wants to compile.
enum TransportSecurity {
    /// Why there is no TLS, and what to do.
    enum Fault: Error, CustomStringConvertible {
        case notBuilt
        case noCertificate(file: String)
        case noKey(file: String)
        case noPair(WebConfiguration.Certificate)

        var description: String {
            switch self {
            case .notBuilt:
                "A certificate is set (SENTINEL_TLS_CHAIN_FILE), and this build has no TLS. Build one that has (scripts/build-release "
                    + "--tls), or leave the certificate out and put a proxy in front."
            case .noCertificate(let file):
                "SENTINEL_TLS_CHAIN_FILE holds no certificate that can be read: \(file). Give a PEM file, the server's own first."
            case .noKey(let file):
                "SENTINEL_TLS_KEY_FILE holds no private key that can be read: \(file). Give a PEM file without a passphrase."
            case .noPair(let files): "The key in \(files.keyFile) is not the key of the certificate in \(files.chainFile)."
            }
        }
    }

    /// Wraps a server in TLS 1.2 or newer.
    /// - Throws: `Fault`.
    static func wrap(_ plain: HTTPServerBuilder, _ certificate: WebConfiguration.Certificate) throws -> HTTPServerBuilder {
        #if TLS
            guard let chain = try? NIOSSLCertificate.fromPEMFile(certificate.chainFile), !chain.isEmpty else {
                throw Fault.noCertificate(file: certificate.chainFile)
            }
            guard let key = try? NIOSSLPrivateKey(file: certificate.keyFile, format: .pem) else {
                throw Fault.noKey(file: certificate.keyFile)
            }
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
            configuration.minimumTLSVersion = .tlsv12
            // The server itself looks at the pair only when it begins to listen.
            guard (try? NIOSSLContext(configuration: configuration)) != nil else { throw Fault.noPair(certificate) }
            return try .tls(plain, tlsConfiguration: configuration)
        #else
            throw Fault.notBuilt
        #endif
    }
}
