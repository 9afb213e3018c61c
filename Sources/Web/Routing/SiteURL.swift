// SPDX-License-Identifier: Apache-2.0

/// An address on this site. Made by an `Endpoint` from typed parameters, so that renaming a page is a compile error and not a dead link.
struct SiteURL: Sendable, Hashable, CustomStringConvertible {
    /// The path, percent-encoded, beginning with a single "/".
    let path: String
    /// The query parameters in order, not encoded.
    let query: [Parameter]
    /// The id of the element to go to.
    let fragment: String?

    /// One query parameter.
    struct Parameter: Sendable, Hashable {
        let name: String
        let value: String
    }

    /// Makes an address from path segments that are not yet encoded.
    init(segments: [String], query: [Parameter] = [], fragment: String? = nil) {
        path = "/" + segments.map(PercentCoding.encode).joined(separator: "/")
        self.query = query
        self.fragment = fragment
    }

    private init(path: String, query: [Parameter], fragment: String?) {
        self.path = path
        self.query = query
        self.fragment = fragment
    }

    /// The same address with a query parameter added; nothing is added for nil.
    func with(_ name: String, _ value: String?) -> SiteURL {
        guard let value else { return self }
        return SiteURL(path: path, query: query + [Parameter(name: name, value: value)], fragment: fragment)
    }

    /// The same address with these query parameters and no others.
    func with(query: [Parameter]) -> SiteURL { SiteURL(path: path, query: query, fragment: fragment) }

    /// The same address at the element with an id.
    func at(_ fragment: String) -> SiteURL { SiteURL(path: path, query: query, fragment: fragment) }

    /// The text for `href`, `action` and `Location`.
    var description: String {
        let encoded = query.map { "\(PercentCoding.encode($0.name))=\(PercentCoding.encode($0.value))" }.joined(separator: "&")
        return path + (encoded.isEmpty ? "" : "?" + encoded) + (fragment.map { "#" + PercentCoding.encode($0) } ?? "")
    }
}

extension SiteURL {
    /// An address on this site that a browser sent back to us, such as where to go after signing in; nil for anything that could lead
    /// elsewhere ("//host", "/\host", a scheme, control characters).
    init?(returning text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 500,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "#") })
        else { return nil }
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let form = try? FormData(urlEncoded: Array((parts.count > 1 ? parts[1] : "").utf8), most: 50) else { return nil }
        self.init(path: String(parts[0]), query: form.fields.map { Parameter(name: $0.name, value: $0.value) }, fragment: nil)
    }
}
