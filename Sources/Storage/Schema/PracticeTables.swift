// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Tables for what the law asks of a case.
    static let practice: [String] = []
}
