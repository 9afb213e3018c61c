// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import TestSupport

@testable import Web

/// What the law asks of a case and of a reporter.
extension RouteScenes {
    private static let told: [(String, String)] = [
        ("fgm.police_reference", "ZZ-4711"), ("fgm.notified_on.day", "2"), ("fgm.notified_on.month", "3"), ("fgm.notified_on.year", "2026"),
    ]

    static let practice: [String: Scene] = [
        "GET /cases/{case}/record/{form}": { scenes, _ in RouteCall(values: [try await scenes.slaveryFile(), "slavery_referral"]) },
        "POST /cases/{case}/record/{form}": { scenes, _ in
            RouteCall(
                values: [try await scenes.slaveryFile(), "slavery_referral"],
                form: [
                    ("slavery.referral_reference", "ZZ-100"), ("slavery.referred_on.day", "2"), ("slavery.referred_on.month", "3"),
                    ("slavery.referred_on.year", "2026"),
                ])
        },
        "GET /report/{draft}/{page}/your-duty": { scenes, owner in
            let actor = try scenes.access.actor(owner)
            let draft = try await scenes.house.reporting.start(actor)
            _ = try await scenes.house.reporting.save(actor, draft.id, scenes.fgm())
            return RouteCall(values: [draft.id.description, "fgm"])
        },
        "POST /my-reports/{reference}/record/{form}": { scenes, owner in
            RouteCall(values: [try await scenes.concern(by: owner, scenes.fgm()).reference, "fgm_notification"], form: told)
        },
        "GET /work-report/page/{page}": { _, _ in RouteCall(values: ["words"]) },
        "POST /work-report/page/{page}": { _, _ in RouteCall(values: ["words"], form: [("statement.text", "Seen again.")]) },
        "GET /work-report/page/{page}/your-duty": { _, _ in RouteCall(values: ["fgm"]) },
        "POST /work-report/sent/{form}": { _, _ in RouteCall(values: ["fgm_notification"], form: told) },
        "GET /work-report/confirm/{secret}": { _, _ in RouteCall(values: ["nosuchlink"]) },
        "POST /work-report/confirm/{secret}": { _, _ in RouteCall(values: ["nosuchlink"], form: [("theirs", "yes")]) },
        "GET /work-report/mine/{reference}": { scenes, _ in RouteCall(values: [try await scenes.concern().reference]) },
        "POST /work-report/mine/{reference}": { scenes, _ in
            RouteCall(values: [try await scenes.concern().reference], form: [("words", "And again today.")])
        },
        "POST /work-report/mine/{reference}/{form}": { scenes, _ in
            RouteCall(values: [try await scenes.concern().reference, "fgm_notification"], form: told)
        },
    ]

    /// A report by somebody who knows of FGM, on whom a duty of their own falls.
    private func fgm() -> ConcernReport {
        var report = report()
        report.answers[QuestionID.crime] = .value("female_genital_mutilation")
        report.answers["fgm.known"] = .value("told_by_girl")
        report.answers["fgm.profession"] = .value("teacher")
        return report
    }

    /// A case about somebody in modern slavery of whom nothing is known, so that they are treated as a child.
    private func slaveryFile() async throws -> String {
        var report = report()
        report.answers[QuestionID.crime] = .value("modern_slavery")
        report.mentions = []
        let (receipt, lead) = try await handedOver(report)
        guard let file = try await house.handOvers.accept(try access.actor(.investigator), lead) else {
            throw TestHouseError(what: "no case was opened")
        }
        _ = try await house.handOvers.accept(try access.actor(.socialWorker), try await handOver(of: receipt.concern, to: "childrens"))
        return file.reference
    }
}
