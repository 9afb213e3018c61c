// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Tables for the public door.
    static let door: [String] = []
}
