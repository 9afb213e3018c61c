// SPDX-License-Identifier: Apache-2.0

/// How two different or equal words stand to each other, weakest first.
enum WordRelation: UInt8, Sendable {
    case differs = 0
    /// Somewhat alike.
    case alike
    /// An initial that fits.
    case initial
    /// One of several words is the same.
    case part
    /// A slip or two of the pen.
    case slip
    /// Spelt otherwise, sounds the same.
    case sound
    /// Another form of the same name, from the table of variants, or the same words joined.
    case variant
    case same

    /// Whether it is evidence for one name.
    var agrees: Bool { rawValue >= WordRelation.slip.rawValue }
}
