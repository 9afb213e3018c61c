// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Tables for the desk's messages, views and briefs.
    static let desk: [String] = []
}
