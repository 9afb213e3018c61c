// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding

/// `security.txt` (RFC 9116): whom to tell of a weakness. The contact is the agency's; until it is set the file says so.
enum SecurityText {
    /// An address that reaches nobody, until an agency has set its own.
    static let unset = "mailto:security@example.org"
    /// Days until the file says that it is out of date; the standard asks for less than a year.
    private static let days: Double = 180

    /// The file.
    /// - Parameter contact: an address such as `mailto:security@example.org` or a page; nil where none is set.
    static func file(contact: String?, canonical: String?, now: Instant) -> String {
        // A day at a time, so that the file is the same all day.
        let seconds = (Double(now.microseconds) / 1e6 / 86_400).rounded(.down) * 86_400 + days * 86_400
        let expires = Date(timeIntervalSince1970: seconds).formatted(.iso8601)
        var lines: [String] = []
        if contact == nil {
            lines.append("# To be set by whoever runs this server: SENTINEL_SECURITY_CONTACT. The address below reaches nobody.")
        }
        lines += ["Contact: \(contact ?? unset)", "Expires: \(expires)", "Preferred-Languages: en"]
        if let canonical { lines.append("Canonical: \(canonical)/.well-known/security.txt") }
        return lines.map { $0.filter { !$0.isNewline } + "\n" }.joined()
    }
}
