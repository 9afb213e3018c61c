// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// A limit that runs, in sentences: good practice and the hard limit are both said where they differ (RULE 0.3).
enum LimitWords {
    /// By when, as a sentence.
    static func byWhen(_ limit: RunningLimit) -> Sentence {
        switch (limit.good, limit.hard) {
        case (let good?, let hard?) where good != hard:
            "Good practice: by \(When.full(good)). At the latest, by law: \(When.full(hard))."
        case (_, let hard?): "At the latest: \(When.full(hard))."
        case (let good?, nil): "Good practice: by \(When.full(good))."
        case (nil, nil): "No time is stated."
        }
    }

    /// The same with how it stands, for those who work on it.
    static func html(_ limit: RunningLimit) -> HTML {
        "<p><b>\(limit.what).</b> \(byWhen(limit)) \(tag(limit.state).html)</p>"
    }

    private static func tag(_ state: LimitState) -> Tag {
        switch state {
        case .passedHardLimit: Tag("The limit is passed", .now)
        case .passedGoodPractice: Tag("Past good practice", .due)
        case .dueSoon: Tag("Due soon", .due)
        case .running: Tag("Running")
        case .metGoodPractice, .metHardLimit: Tag("Done in time", .good)
        case .missed: Tag("Done late", .due)
        }
    }
}
