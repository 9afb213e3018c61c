// SPDX-License-Identifier: Apache-2.0

/// Where a request came from. Lives as long as the request and, for attempts to sign in, as a key in memory; never logged or stored.
struct ClientAddress: Sendable, Equatable {
    /// What counts as one source: an IPv4 address, or the /64 of an IPv6 address, which is what one household or firm gets.
    let source: String
    /// Whether it is this machine.
    let isThisMachine: Bool

    /// No address: a Unix socket.
    static let local = ClientAddress(source: "local", isThisMachine: true)

    private init(source: String, isThisMachine: Bool) {
        self.source = source
        self.isThisMachine = isThisMachine
    }

    /// Reads an address.
    init(_ text: String) {
        let mapped = text.lowercased().hasPrefix("::ffff:") ? String(text.dropFirst(7)) : text
        if mapped.contains(":") {
            self.init(source: Self.network64(mapped), isThisMachine: mapped == "::1")
        } else {
            self.init(source: mapped, isThisMachine: mapped.hasPrefix("127."))
        }
    }

    /// The address behind a proxy: the last one of `X-Forwarded-For`, which is the one that our own proxy wrote; those before it
    /// anybody can invent.
    static func behindProxy(_ forwardedFor: String?) -> ClientAddress? {
        guard let last = forwardedFor?.split(separator: ",").last?.filter({ $0 != " " }), !last.isEmpty, last.utf8.count <= 45 else {
            return nil
        }
        return ClientAddress(last)
    }

    private static func network64(_ text: String) -> String {
        let sides = text.split(separator: "%").first.map(String.init)?.components(around: "::") ?? []
        let head = (sides.first ?? "").split(separator: ":").map(String.init)
        let tail = sides.count > 1 ? sides[1].split(separator: ":").map(String.init) : []
        let zeros = sides.count > 1 ? [String](repeating: "0", count: max(0, 8 - head.count - tail.count)) : []
        return (head + zeros + tail).prefix(4).map { String(UInt16($0, radix: 16) ?? 0, radix: 16) }.joined(separator: ":") + "::/64"
    }
}

extension String {
    /// The text before and after the first `separator`.
    fileprivate func components(around separator: String) -> [String] {
        guard let range = firstRange(of: separator) else { return [self] }
        return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
    }
}
