// SPDX-License-Identifier: Apache-2.0

import Safeguarding
import Standard

/// Crimes x setting x subject x threshold x where the person lives, was found, it happened, and the reporter is.
enum RoutingCombinations {
    typealias Areas = (lives: String?, found: String?, happened: String?, reporter: String?)

    static let crimes: [Set<String>] = [
        [], ["child_sexual_exploitation"], ["child_abuse"], ["female_genital_mutilation"], ["modern_slavery"],
        ["child_sexual_exploitation", "child_abuse"], ["child_sexual_exploitation", "modern_slavery"],
        ["child_abuse", "female_genital_mutilation"],
    ]
    static let settings: [Set<String>] = [
        [], ["child_home"], ["online_platform"], ["park_or_street"], ["child_home", "online_platform"],
        ["online_platform", "park_or_street"],
    ]

    /// Not known, or the same or another area.
    static var everyArea: [Areas] {
        let lives: [String?] = [nil, "A"]
        let found: [String?] = [nil, "A", "B"]
        let happened: [String?] = [nil, "A", "B", "C"]
        let reporter: [String?] = [nil, "D"]
        return lives.flatMap { lives in
            found.flatMap { found in happened.flatMap { happened in reporter.map { (lives, found, happened, $0) } } }
        }
    }

    static func all(
        _ standard: Standard, subjects: [String] = ["child", "unborn", "unknown_age", "adult"], areas: [Areas] = everyArea
    ) -> [RoutingFacts] {
        var all: [RoutingFacts] = []
        func add(_ crimes: Set<String>, _ settings: Set<String>, _ subject: String, _ areas: Areas) {
            let broad = Set(settings.compactMap { standard.broadSetting(ofSetting: $0) })
            for met in [true, false] {
                all.append(
                    RoutingFacts(
                        crimes: crimes, settings: settings, broadSettings: broad, ageGroup: subject == "adult" ? .adult : .child,
                        subjectKinds: [subject], thresholdMet: met, livesIn: areas.lives, foundIn: areas.found,
                        happenedIn: areas.happened, reporterIn: areas.reporter))
            }
        }
        for crimes in crimes {
            for subject in subjects {
                for settings in settings { for areas in areas { add(crimes, settings, subject, areas) } }
                // The finer settings, each once.
                for setting in standard.list(.setting).codes { add(crimes, [setting.code], subject, ("A", "B", "C", "D")) }
            }
        }
        return all
    }
}
