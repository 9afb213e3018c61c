// SPDX-License-Identifier: Apache-2.0

/// What a run is at.
public enum LinkPhase: String, CaseIterable, Sendable {
    /// Laying the records out and counting the pairs of every rule.
    case preparing
    /// Looking at pairs to train on, and training.
    case training
    /// Comparing and scoring.
    case scoring
    /// Putting records together.
    case clustering
    /// Writing the files.
    case writing
}
