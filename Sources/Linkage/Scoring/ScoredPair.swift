// SPDX-License-Identifier: Apache-2.0

/// Two units, the pattern they show, and what it says.
struct ScoredPair: Sendable {
    let left: UInt32
    let right: UInt32
    let pattern: UInt64
    let probability: Double
}
