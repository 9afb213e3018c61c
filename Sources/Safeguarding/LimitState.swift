// SPDX-License-Identifier: Apache-2.0

/// How a clock stands. Said in words on every screen, never by colour alone.
public enum LimitState: String, Sendable, Hashable, CaseIterable, Comparable {
    /// The hard limit is passed. First in every queue.
    case passedHardLimit = "passed_hard_limit"
    /// Good practice is passed, the hard limit is not or does not exist.
    case passedGoodPractice = "passed_good_practice"
    /// The last quarter of the time to the next limit has begun.
    case dueSoon = "due_soon"
    /// There is time.
    case running
    /// It was stopped in time, within good practice where that is stated.
    case metGoodPractice = "met_good_practice"
    /// It was stopped after good practice and before the hard limit.
    case metHardLimit = "met_hard_limit"
    /// It was stopped after the hard limit.
    case missed

    /// Orders by what a person must look at first.
    public static func < (left: LimitState, right: LimitState) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
