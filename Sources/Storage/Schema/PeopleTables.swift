// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Tables for joiners, leavers and figures.
    static let people: [String] = []
}
