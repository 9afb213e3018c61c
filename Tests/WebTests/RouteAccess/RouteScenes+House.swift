// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard
import Storage
import TestSupport

@testable import Web

/// Access, directory, ledger and standard.
extension RouteScenes {
    static let access: [String: Scene] = [
        "GET /assets/{version}/{file}": { scenes, _ in
            RouteCall(values: [scenes.access.server.responder.surroundings.assets.version, "sentinel.css"])
        },
        "GET /help/{topic}": { _, _ in RouteCall(values: ["report"]) },
        "POST /tour/{stop}": { _, _ in RouteCall(values: ["desk"]) },
        "POST /sign-in": { scenes, _ in
            RouteCall(form: [("email", "nobody-\(scenes.access.next())@example.org"), ("password", "not the password of anybody")])
        },
        "POST /sign-out": { _, _ in RouteCall(endsSession: true) },
        "GET /link/{secret}": { scenes, _ in RouteCall(values: [try await scenes.link()]) },
        "POST /link/{secret}": { scenes, _ in RouteCall(values: [try await scenes.link()]) },
        "GET /link/{secret}/password": { scenes, _ in RouteCall(values: [try await scenes.link()]) },
        "POST /link/{secret}/password": { scenes, _ in
            RouteCall(values: [try await scenes.link()], form: [("password", "short"), ("code", "000000")])
        },
        "POST /account/sessions/{session}/end": { scenes, owner in
            RouteCall(values: [try await scenes.access.session(owner, fresh: true).id.description])
        },
        "POST /account/tokens/new": { _, _ in RouteCall(form: [("label", "Mine"), ("scopes", "standard:read"), ("days", "30")]) },
        "GET /account/tokens/{token}/revoke": { scenes, owner in RouteCall(values: [try await scenes.token(of: owner)]) },
        "POST /account/tokens/{token}/revoke": { scenes, owner in RouteCall(values: [try await scenes.token(of: owner)]) },
        "POST /account/password": { scenes, owner in
            scenes.access.test.clock.advance(seconds: 30)
            return RouteCall(form: [("password", TestHouse.password), ("code", try scenes.access.test.code(owner.rawValue))])
        },
        "POST /notices/{notice}/read": { scenes, owner in
            let (id, account) = (scenes.house.store.newID(), try scenes.access.account(owner))
            try await scenes.house.store.writeWithoutEntry { session in
                try session.execute(
                    "INSERT INTO notice (id, account_id, kind, made_at) VALUES ($1, $2, 'reply', 1)",
                    [.text(id.description), .text(account.description)])
            }
            return RouteCall(values: [id.description])
        },
    ]

    static let directory: [String: Scene] = {
        var scenes: [String: Scene] = [
            "GET /directory/areas/{area}": { _, _ in RouteCall(values: [TestHouse.otterley]) },
            "GET /directory/agencies/{agency}": { scenes, _ in RouteCall(values: [try scenes.access.agency("police").description]) },
            "GET /directory/teams/{team}": { scenes, _ in RouteCall(values: [try scenes.access.team("central").description]) },
            "GET /directory/people/{account}": { scenes, _ in RouteCall(values: [try scenes.access.account(.officer).description]) },
        ]
        func form(_ path: String, _ scene: @escaping Scene) {
            scenes["GET " + path] = scene
            scenes["POST " + path] = scene
        }
        form("/directory/add-area") { scenes, _ in RouteCall(form: [("code", "area-\(scenes.access.next())")] + areaForm) }
        form("/directory/areas/{area}/change") { scenes, _ in RouteCall(values: [try await scenes.area()], form: areaForm) }
        form("/directory/areas/{area}/end") { scenes, _ in RouteCall(values: [try await scenes.area()]) }
        form("/directory/areas/{area}/add-duty") { scenes, _ in
            let account = try scenes.access.account(.dutyManager).description
            return RouteCall(values: [TestHouse.otterley], form: [("rank", "3"), ("account", account)] + scenes.moment("ends_at", days: 2))
        }
        form("/directory/duty/{duty}/end") { scenes, _ in RouteCall(values: [try await scenes.duty()]) }
        for (kind, text) in [
            ("agencies", "name,kind,legal_regime,share_rule,retention_class"), ("areas", "code,name,desk_name,desk_phone,desk_hours"),
            ("teams", "name,kind,agency,area,phone,hours"), ("people", "name,email,post,phone,agency"),
        ] {
            form("/directory/files/" + kind) { scenes, _ in
                RouteCall(form: [("text", text + "\n" + (scenes.fileRow[kind] ?? "")), ("bring_in", "yes")])
            }
        }
        form("/directory/files/leavers") { scenes, _ in
            let account = try await scenes.person()
            let email = scenes.house.directory.snapshot.accounts[account]?.email ?? ""
            return RouteCall(form: [("text", "email\n" + email), ("bring_in", "yes")])
        }
        form("/directory/files/duty") { scenes, owner in
            let area = owner == .coordinatorSouth ? TestHouse.wrenfield : TestHouse.otterley
            let who = try scenes.access.account(owner == .coordinatorSouth ? .coordinatorSouth : .dutyManager)
            let day = LocalDate.text(scenes.house.now.adding(seconds: 86_400)).prefix(10)
            let row = "\(area),5,\(who),\(day) 10:00,\(day) 12:00"
            return RouteCall(form: [("text", "area,rank,person,starts_at,ends_at\n" + row), ("bring_in", "yes")])
        }
        form("/directory/people/{account}/still-owns") { scenes, _ in
            RouteCall(
                values: [try await scenes.person().description],
                form: [("account", try scenes.access.account(.secondInvestigator).description)])
        }
        form("/directory/add-agency") { scenes, _ in RouteCall(form: agencyForm) }
        form("/directory/agencies/{agency}/change") { scenes, _ in RouteCall(values: [try await scenes.agency()], form: agencyForm) }
        form("/directory/agencies/{agency}/end") { scenes, _ in RouteCall(values: [try await scenes.agency()]) }
        form("/directory/add-team") { scenes, _ in
            RouteCall(form: teamForm + [("agency", try scenes.access.agency("police").description)])
        }
        form("/directory/teams/{team}/change") { scenes, _ in RouteCall(values: [try await scenes.team()], form: teamForm) }
        form("/directory/teams/{team}/end") { scenes, _ in RouteCall(values: [try await scenes.team()]) }
        form("/directory/add-person") { scenes, _ in
            RouteCall(form: scenes.personForm + [("agency", try scenes.access.agency("police").description)])
        }
        form("/directory/add-system") { scenes, _ in
            RouteCall(form: [("name", "Records"), ("post", "system"), ("agency", try scenes.access.agency("police").description)])
        }
        form("/directory/people/{account}/change") { scenes, _ in
            RouteCall(values: [try await scenes.person().description], form: scenes.personForm)
        }
        form("/directory/people/{account}/disable") { scenes, _ in RouteCall(values: [try await scenes.person().description]) }
        form("/directory/people/{account}/enable") { scenes, _ in
            let account = try await scenes.person()
            try await scenes.house.directoryDesk.disable(try scenes.access.actor(.administrator), account)
            return RouteCall(values: [account.description])
        }
        form("/directory/people/{account}/link") { scenes, _ in RouteCall(values: [try await scenes.person().description]) }
        form("/directory/people/{account}/give-role") { scenes, _ in
            RouteCall(values: [try await scenes.person().description], form: [("role", "leader")])
        }
        form("/directory/roles/{grant}/end") { scenes, _ in
            let grant = try await scenes.house.directoryDesk.grant(
                try scenes.access.actor(.administrator), try await scenes.person(), Grant(.reporter))
            return RouteCall(values: [grant.id.description])
        }
        form("/directory/people/{account}/make-token") { scenes, _ in
            RouteCall(
                values: [try await scenes.person(isSystem: true).description],
                form: [("label", "Ours"), ("scopes", "standard:read"), ("days", "30")])
        }
        form("/directory/tokens/{token}/revoke") { scenes, _ in
            let made = try await scenes.house.tokens.make(
                try scenes.access.actor(.administrator), label: "ours", scopes: ["standard:read"], days: 30,
                forSystem: try await scenes.person(isSystem: true))
            return RouteCall(values: [made.1.id.description])
        }
        return scenes
    }()

    static let records: [String: Scene] = [
        "GET /ledger/checkpoint": { scenes, _ in
            if try await scenes.house.ledgerDesk.checkpoint(try scenes.access.actor(.auditor)) == nil {
                try await scenes.house.store.writeWithoutEntry { session in
                    try session.execute("INSERT INTO ledger_checkpoint (size, note) VALUES (1, 'a note')")
                }
            }
            return RouteCall()
        },
        "GET /figures/work/{figure}": { _, _ in RouteCall(values: ["overdue"]) },
        "GET /figures/periods/{period}/{table}/{row}": { scenes, _ in RouteCall(values: [try await scenes.period(), "whom", "known"]) },
        "GET /figures/periods/{period}/{table}/file": { scenes, _ in RouteCall(values: [try await scenes.period(), "area"]) },
        "GET /standard/{place}/{version}": { _, _ in RouteCall(values: ["west-midlands", "2026"]) },
        "GET /standard/{place}/{version}/{part}": { _, _ in RouteCall(values: ["west-midlands", "2026", "limits"]) },
        "POST /imports/{row}": { scenes, _ in
            let line = scenes.access.next()
            let row = ImportRow(line: line, content: .unreadable(column: "", reason: .quotes), raw: Array("row \(line)".utf8))
            _ = try await scenes.house.importing.importConcerns(try scenes.access.actor(.coordinator), [row], dryRun: false)
            return RouteCall(values: [try await scenes.newest("unreadable_row", "made_at", where: "line = \(line)").description])
        },
        "GET /search": { _, _ in RouteCall(query: "?q=Sampleton") },
    ]

    private static let areaForm = [
        ("name", "Milbury"), ("desk_name", "Milbury desk"), ("desk_phone", "0121 496 0040"), ("desk_hours", "day and night"),
    ]
    private static let agencyForm = [
        ("name", "Otterley Aid"), ("kind", "police"), ("legal_regime", "uk_gdpr"), ("share_rule", "summary"),
        ("retention_class", "child_protection"),
    ]
    private static let teamForm = [
        ("name", "Another team"), ("kind", "online_cse_team"), ("phone", "0121 496 0041"), ("hours", "day and night"),
    ]
    private var personForm: [(String, String)] {
        [("name", "Robin Vale"), ("email", "person-\(access.next())@example.org"), ("post", "PCSO"), ("phone", "07700 900002")]
    }

    /// A row for each kind of file.
    private var fileRow: [String: String] {
        let number = access.next()
        return [
            "agencies": "Aid \(number),council,uk_gdpr,summary,child_protection",
            "areas": "area-\(number),Milbury,Milbury desk,0121 496 0040,",
            "teams": "Team \(number),online_cse_team,Testshire Police,,0121 496 0041,",
            "people": "Robin Vale,file-\(number)@example.org,PCSO,07700 900002,Testshire Police",
        ]
    }

    /// A period that has been counted.
    private func period() async throws -> String {
        let from = "2025-10-01"
        let id = SQLValue.text(house.store.newID().description)
        try await house.store.writeWithoutEntry { session in
            let table = #"{"rows":["known"],"columns":["home"],"counts":[[null]],"rowTotals":[null],"columnTotals":[10],"total":10}"#
            let body = #"{"format":1,"hiddenTo":5,"rounding":5,"tables":{"whom":"# + table + "}}"
            try session.execute(
                """
                INSERT INTO figure_release (id, period_from, period_to, standard, made_at, body, salt)
                VALUES ($1, $2, '2026-01-01', $3, 1, $4, $5) ON CONFLICT (period_from) DO NOTHING
                """,
                [id, .text(from), .text(TestStandards.current.rawValue), .text(body), .blob([1])])
        }
        return from
    }

    private func link() async throws -> String {
        try await house.signIn.makeLink(try access.actor(.administrator), account: try await person(), purpose: .setPassword)
    }

    private func token(of owner: Caller) async throws -> String {
        try await house.tokens.make(try access.actor(owner), label: "mine", scopes: ["standard:read"], days: 30).1.id.description
    }

    private func area() async throws -> String {
        let code = "area-\(access.next())"
        _ = try await house.directoryDesk.addArea(
            try access.actor(.administrator), code: code,
            AreaFields(name: "Milbury", deskName: "Milbury desk", deskPhone: "0121 496 0040", deskHours: "day and night"))
        return code
    }

    private func duty() async throws -> String {
        try await house.directoryDesk.addDuty(
            try access.actor(.administrator),
            DutyFields(
                area: TestHouse.otterley, rank: 4, account: try access.account(.dutyManager), startsAt: house.now,
                endsAt: house.now.adding(seconds: 86_400))
        ).id.description
    }

    private func agency() async throws -> String {
        try await house.directoryDesk.addAgency(
            try access.actor(.administrator),
            AgencyFields(
                name: "Otterley Aid", kind: "council", legalRegime: "uk_gdpr", shareRule: "summary", retentionClass: "child_protection")
        ).id.description
    }

    private func team() async throws -> String {
        try await house.directoryDesk.addTeam(
            try access.actor(.administrator),
            TeamFields(
                name: "Another team", kind: "adult_social_care", area: TestHouse.wrenfield, phone: "0121 496 0041", hours: "day and night"),
            agency: try access.agency("council")
        ).id.description
    }

    private func person(isSystem: Bool = false) async throws -> RecordID {
        try await house.directoryDesk.addAccount(
            try access.actor(.administrator), name: "Robin Vale", email: isSystem ? "" : "person-\(access.next())@example.org",
            post: "PCSO",
            phone: isSystem ? "" : "07700 900002", agency: try access.agency("police"), isSystem: isSystem
        ).id
    }
}
