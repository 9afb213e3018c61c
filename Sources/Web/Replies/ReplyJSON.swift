// SPDX-License-Identifier: Apache-2.0
import Foundation

extension Reply {
    /// A value of our own as JSON, keys sorted.
    static func json(encoding value: some Encodable, status: Int = 200) throws -> Reply {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Reply(status: status, content: .bytes(Array(try encoder.encode(value)), type: "application/json"))
    }
}
