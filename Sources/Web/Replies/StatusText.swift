// SPDX-License-Identifier: Apache-2.0

/// The names of HTTP statuses, for the OpenAPI document.
enum StatusText {
    /// The name of a status.
    static func of(_ status: Int) -> String { names[status] ?? "Status \(status)" }

    private static let names: [Int: String] = [
        200: "OK", 201: "Created", 202: "Accepted", 204: "Nothing to say", 303: "See other", 304: "Not changed", 400: "Bad request",
        401: "Not signed in", 403: "Not allowed", 404: "Not found", 405: "Method not allowed", 408: "Too slow", 409: "Conflict",
        413: "Too large", 415: "Not a media type of this call", 422: "Can't be worked with", 428: "A reason is needed",
        429: "Too many requests",
        431: "Header fields too large", 500: "Problem with the service", 503: "Not available now",
    ]
}
