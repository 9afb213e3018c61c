// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// What was typed on a page and can't be taken as it is. It is kept with the draft, so that the page can ask once more by an address of its
/// own: a browser keeps what was sent with the answer to a form, and would show it to whoever presses Back after the writer has left.
public struct DoorUnread: Codable, Hashable, Sendable {
    /// One field as it was typed.
    public struct Field: Codable, Hashable, Sendable {
        /// The field's name in the form.
        public let name: String
        /// What was typed.
        public let value: String

        /// Makes one.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The page of the standard's form.
    public let page: String
    /// Its fields, in order.
    public let fields: [Field]

    /// Makes it; nil where there is more than a draft holds, which nobody types.
    public init?(page: String, fields: [Field]) {
        guard fields.reduce(0, { $0 + $1.name.utf8.count + $1.value.utf8.count }) <= Self.mostBytes else { return nil }
        self.page = page
        self.fields = fields
    }

    private static let mostBytes = 200_000
}

/// What a draft seals: the report, and beside its keys what could not be taken. A draft of before there was such a thing is a report alone.
struct DoorDocument: Codable {
    let report: ConcernReport
    let unread: DoorUnread?

    private enum CodingKeys: String, CodingKey { case unread }

    init(_ report: ConcernReport, _ unread: DoorUnread?) {
        self.report = report
        self.unread = unread
    }

    init(from decoder: any Decoder) throws {
        report = try ConcernReport(from: decoder)
        unread = try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(DoorUnread.self, forKey: .unread)
    }

    func encode(to encoder: any Encoder) throws {
        try report.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(unread, forKey: .unread)
    }
}
