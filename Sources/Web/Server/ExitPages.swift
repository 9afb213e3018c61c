// SPDX-License-Identifier: Apache-2.0

/// Leaving in a hurry. A plain link, so that it works without scripts.
enum ExitPages {
    /// Removes what the browser keeps of us and goes to a neutral page.
    static let leave = Endpoint.page(.get, Path("leave"), who: .everyone, "Leaves this site quickly.")

    static let declarations = [leave.declaration]

    static func routes(_ configuration: WebConfiguration) -> [Route] {
        [
            leave.handle { _ in
                // The session itself ends by its own clock: a GET changes nothing on the server.
                Reply(
                    status: 303, content: .nothing,
                    headers: [("Location", configuration.neutralPage), ("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")],
                    cookies: Cookie.leaving)
            }
        ]
    }
}
