// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hummingbird
import Safeguarding

/// A request as a handler sees it: checked, decoded, and with who sent it.
struct WebRequest: Sendable {
    /// The id of the request, random; shown on error pages and written to the log.
    let id: String
    /// When it came.
    let now: Instant
    let method: Method
    /// The address that was asked for, as it may be linked to again.
    let address: SiteURL
    /// The query parameters.
    let query: FormData
    /// The fields of the form that was sent.
    let form: FormData
    /// The JSON body of an API call, already of the declared shape.
    let json: JSONValue
    /// The body as it came, for `decode`.
    let body: [UInt8]
    /// The caller's key for a write that may be repeated.
    let idempotencyKey: String?
    /// Who is signed in, if anybody is.
    let signedIn: SignedIn?
    /// Where it came from, for slowing down whoever guesses passwords; never logged or stored.
    let source: String
    /// Our own address as this reader knows it, such as `https://sentinel.example.org`: for links that a person passes on.
    let origin: String
    /// The sentences of the reader's language.
    let wording: Wording
    /// The header fields, for the few routes that need one.
    let fields: HTTPFields
    /// Whether browsers reach us over TLS, which the names of cookies tell.
    let isSecure: Bool
    /// The files that came with the form, by field.
    var files: [String: [UInt8]] = [:]
    /// Whether whoever asks may read the machine's own figures.
    var isOfMachine = false

    /// Who acts.
    /// - Throws: `Problem.notSignedIn`; never on routes that need an account.
    var actor: Actor {
        get throws {
            guard let signedIn else { throw Problem.notSignedIn }
            return signedIn.actor
        }
    }

    /// The value of a cookie that the browser sent.
    func cookie(_ name: Cookie.Name) -> String? { Cookie.value(name, in: fields[.cookie], isSecure: isSecure) }

    /// A header field by name.
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { fields[$0] } }

    /// A query parameter as a whole number within a range, or a default.
    func number(_ name: String, in range: ClosedRange<Int>, otherwise: Int) -> Int {
        query[name].flatMap { Int($0) }.map { min(max($0, range.lowerBound), range.upperBound) } ?? otherwise
    }
}
