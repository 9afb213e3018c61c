// SPDX-License-Identifier: Apache-2.0

/// How the pages and the API are served.
public struct WebConfiguration: Sendable {
    /// Who may read `/metrics`.
    public enum MetricsAudience: Sendable {
        case thisMachine
        case everyone
        case nobody
    }

    /// Files for TLS in this process; needs a build with the TLS trait.
    public struct Certificate: Sendable {
        /// A PEM file with the certificate and its chain.
        public let chainFile: String
        /// A PEM file with the private key.
        public let keyFile: String

        /// Names the two files.
        public init(chainFile: String, keyFile: String) {
            self.chainFile = chainFile
            self.keyFile = keyFile
        }
    }

    /// The address to listen on.
    public var host = "127.0.0.1"
    /// The port to listen on; 0 takes a free one.
    public var port = 8080
    /// TLS in this process, or nil for plain HTTP.
    public var certificate: Certificate?
    /// Whether a proxy of ours stands in front and ends TLS: cookies are then secure, and the client's address is the one it tells.
    public var isBehindProxy = false
    /// The address people type, such as `https://sentinel.example.org`; nil takes the `Host` of each request.
    public var publicOrigin: String?
    /// Who may read the metrics.
    public var metrics: MetricsAudience = .thisMachine
    /// How much and how long a caller may take.
    public var limits = Limits()
    /// Where a reader who leaves in a hurry is sent.
    public var neutralPage = "https://www.bbc.co.uk/weather"
    /// Whom to tell of a weakness, as an address such as `mailto:security@example.org`; nil until it is set.
    public var securityContact: String?
    /// The version of the program, for the API description.
    public var version = "0.1.0"

    /// A server on this machine only.
    public init() {}

    /// Whether browsers reach us over TLS.
    var isSecure: Bool { certificate != nil || isBehindProxy || (publicOrigin?.hasPrefix("https://") ?? false) }
}
