// SPDX-License-Identifier: Apache-2.0
public import Hummingbird
import NIOCore

/// What is known of a request besides itself: where it came from.
public struct ConnectionContext: InitializableFromSource, Sendable {
    /// The address of the other end; nil on a Unix socket. Never logged.
    let peer: String?

    /// Reads it from the connection.
    public init(source: ApplicationRequestContextSource) { peer = source.channel.remoteAddress?.ipAddress }

    /// A context of a test.
    init(peer: String?) { self.peer = peer }
}
