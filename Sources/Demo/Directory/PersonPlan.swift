// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// Somebody with an account, and what they may do.
struct PersonPlan: Sendable {
    /// A role and where it holds; a team by its plan, since it has no id yet.
    struct Holds: Sendable {
        let role: Role
        var area: String?
        var team: TeamPlan?
    }

    /// How the plan names them: the post and, where it has one, the area.
    let key: String
    let post: String
    let agency: String
    let holds: [Holds]
    let isSystem: Bool

    private init(_ key: String, _ post: String, _ agency: String, _ holds: [Holds] = [Holds(role: .reporter)], isSystem: Bool = false) {
        self.key = key
        self.post = post
        self.agency = agency
        self.holds = holds
        self.isSystem = isSystem
    }

    /// Everybody, in an order that never changes: names go by it.
    static let all: [PersonPlan] = AreaPlan.all.flatMap(people) + central

    private static func people(of area: AreaPlan) -> [PersonPlan] {
        let code = area.code
        let reports = [Holds(role: .reporter, area: code)]
        func works(_ kind: String) -> [Holds] { [Holds(role: .investigator, team: TeamPlan(kind: kind, area: code))] }
        let desk = [Holds(role: .coordinator, area: code)]
        return [
            PersonPlan("coordinator-\(code)", "Local CSE co-ordinator, \(area.name)", "police", desk + works("local_cse_coordinator")),
            PersonPlan("triage-\(code)", "Triage officer, \(area.name) hub", "partnership", desk + works("triage_desk")),
            PersonPlan("pcso-\(code)", "PCSO, \(area.name)", "police", reports),
            PersonPlan("officer-\(code)", "Response constable, \(area.name)", "police", reports),
            PersonPlan("detective-\(code)", "Detective, child abuse investigation, \(area.name)", "police", works("child_abuse_team")),
            PersonPlan("teacher-\(code)", "Teacher", "school-\(code)", reports),
            PersonPlan("safeguarding-lead-\(code)", "Designated safeguarding lead", "school-\(code)", reports),
            PersonPlan("school-nurse-\(code)", "School nurse, \(area.name)", "health", reports),
            PersonPlan("social-worker-\(code)", "Social worker, children's social care", "council-\(code)", works("childrens_social_care")),
            PersonPlan("adult-worker-\(code)", "Social worker, adult social care", "council-\(code)", works("adult_social_care")),
            PersonPlan("early-help-\(code)", "Early help worker", "council-\(code)", works("early_help_team")),
            PersonPlan("housing-\(code)", "Housing officer", "council-\(code)", reports),
            PersonPlan("lado-\(code)", "Designated officer", "council-\(code)", works("lado")),
        ]
    }

    private static let central: [PersonPlan] = {
        func works(_ kind: String) -> [Holds] { [Holds(role: .investigator, team: TeamPlan(kind: kind, area: nil))] }
        func everywhere(_ role: Role) -> [Holds] { AreaPlan.all.map { Holds(role: role, area: $0.code) } }
        return [
            PersonPlan("central-1", "Detective, central CSE team", "police", works("central_cse_team")),
            PersonPlan("central-2", "Detective sergeant, central CSE team", "police", works("central_cse_team")),
            PersonPlan("online-1", "Investigator, online CSE team", "police", works("online_cse_team")),
            PersonPlan("slavery-1", "Modern slavery lead", "police", works("modern_slavery_lead")),
            PersonPlan("missing-1", "Missing persons officer", "police", works("missing_team")),
            PersonPlan("intelligence-1", "Intelligence officer", "police", works("intelligence_unit")),
            PersonPlan("control-1", "Control room supervisor", "police", works("police_control")),
            PersonPlan("named-nurse-1", "Named nurse for safeguarding", "health", works("health_safeguarding")),
            PersonPlan("school-adviser-1", "Schools safeguarding adviser", "school-milbury", works("school_safeguarding")),
            PersonPlan("duty-1", "Duty manager, out of hours", "partnership", everywhere(.dutyManager)),
            PersonPlan("duty-2", "Duty inspector", "police", everywhere(.dutyManager)),
            PersonPlan("source-1", "Source handler", "police", everywhere(.sourceHandler)),
            PersonPlan("leader-1", "Regional analyst", "partnership", [Holds(role: .leader)]),
            PersonPlan("auditor-1", "Information manager", "partnership", [Holds(role: .auditor)]),
            PersonPlan("special-1", "Special constable", "police"), PersonPlan("emergency-nurse-1", "Emergency department nurse", "health"),
            PersonPlan("doctor-1", "General practitioner", "health"), PersonPlan("health-visitor-1", "Health visitor", "health"),
            PersonPlan("midwife-1", "Midwife", "health"), PersonPlan("youth-worker-1", "Youth worker", "charity"),
            PersonPlan("youth-worker-2", "Youth worker and football coach", "charity"),
            PersonPlan("advocate-1", "Independent adviser for adults", "charity"),
            PersonPlan("probation-1", "Probation officer", "probation"),
            PersonPlan("system-1", "sends referrals by itself", "council-otterley", [], isSystem: true),
            PersonPlan("night-pcso-milbury", "PCSO, Milbury, nights", "police", [Holds(role: .reporter, area: "milbury")]),
            PersonPlan("housing-adviser-1", "Housing adviser", "housing-charity"),
            PersonPlan("surgery-doctor-1", "General practitioner", "surgery"),
            PersonPlan("assistant-milbury", "Teaching assistant", "school-milbury"),
            PersonPlan("head-teacher-milbury", "Head teacher", "school-milbury", works("school_safeguarding")),
            PersonPlan("standards-1", "Professional standards officer", "police", [Holds(role: .professionalStandards)]),
            PersonPlan("standards-2", "Detective, professional standards", "police", works("professional_standards")),
            PersonPlan("identities-1", "Duty holder for protected identities", "partnership", everywhere(.identityHolder)),
        ]
    }()
}

extension PersonPlan {
    /// The keys of all.
    static let keys = Set(all.map(\.key))

    /// The place of a key in the plan; the first where there is none.
    static func place(of key: String) -> Int { all.firstIndex { $0.key == key } ?? 0 }
}
