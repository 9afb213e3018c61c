// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Tables for need to know between agencies.
    static let sharing: [String] = []
}
