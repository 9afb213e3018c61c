// SPDX-License-Identifier: Apache-2.0

/// Whether a request that changes something was sent by one of our own pages, as the browser tells it. This is one of three locks
/// on such a request, beside the SameSite cookie and the forgery token.
enum OriginCheck {
    /// What the header fields say.
    enum Verdict: Equatable {
        case own
        case foreign
        /// No browser that tells; the token alone decides.
        case untold
    }

    /// Reads `Sec-Fetch-Site`, and `Origin` where that is missing. Our pages send no referrer, and then browsers write `Origin: null`
    /// even for our own forms; so null says nothing.
    /// - Parameters:
    ///   - ownOrigins: such as `https://sentinel.example.org`.
    static func verdict(secFetchSite: String?, origin: String?, ownOrigins: [String]) -> Verdict {
        switch secFetchSite {
        case "same-origin", "none": return originVerdict(origin, ownOrigins) == .foreign ? .foreign : .own
        case .some: return .foreign
        case nil: return originVerdict(origin, ownOrigins)
        }
    }

    private static func originVerdict(_ origin: String?, _ ownOrigins: [String]) -> Verdict {
        guard let origin, origin != "null" else { return .untold }
        return ownOrigins.contains(origin.lowercased()) ? .own : .foreign
    }
}
