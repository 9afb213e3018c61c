// SPDX-License-Identifier: Apache-2.0

/// The answer of every route of pages and API to every caller, written from DESIGN, DOMAIN §7.2 and the issue. A route without a row fails.
enum RouteTableExpectations {
    static let all: [String: RouteExpectation] = [
        practice, workReports, plumbing, access, directory, records, reporting, door, desk, teams, sharing, api,
    ].reduce(into: [:]) {
        $0.merge($1) { first, _ in first }
    }

    private static let plumbing: [String: RouteExpectation] = [
        "GET /healthz": .open(200),
        "GET /readyz": .open(200),
        "GET /.well-known/security.txt": .open(200),
        // For programs on the server itself.
        "GET /metrics": .open(404),
        "GET /assets/{version}/{file}": .open(200),
        "GET /leave": .open(303),
        "GET /api/v1/openapi.json": .open(200),
        "GET /": .open(200),
        "GET /help": .open(200),
        "GET /help/{topic}": .open(200),
        // Only in a demo store.
        "GET /tour": .open(404),
        "POST /tour/{stop}": .open(404),
    ]

    private static let access: [String: RouteExpectation] = [
        // Whoever is signed in goes on.
        "GET /sign-in": .open(200, Dictionary(uniqueKeysWithValues: Caller.people.map { ($0, 303) })),
        "POST /sign-in": .open(422),
        "POST /sign-out": .only(303, Caller.people),
        "GET /link/{secret}": .open(200),
        "POST /link/{secret}": .open(303),
        "GET /link/{secret}/password": .open(200),
        "POST /link/{secret}/password": .open(422),
        "GET /account": .only(200, Caller.people),
        "POST /account/sessions/{session}/end": .own(303, Caller.people),
        "POST /account/sessions/end-others": .only(303, Caller.people),
        "GET /account/tokens/new": .only(200, Caller.people),
        "POST /account/tokens/new": .only(200, Caller.people),
        "GET /account/tokens/{token}/revoke": .own(200, Caller.people),
        "POST /account/tokens/{token}/revoke": .own(303, Caller.people),
        "GET /account/password": .only(200, Caller.people),
        "POST /account/password": .only(303, Caller.people),
        "POST /notices/{notice}/read": .own(303, Caller.people),
        "POST /notices/read": .only(303, Caller.people),
    ]

    private static let directory: [String: RouteExpectation] = {
        var rows: [String: RouteExpectation] = [
            "GET /directory": .only(200, Caller.people),
            "GET /directory/areas/{area}": .only(200, Caller.people),
            "GET /directory/agencies": .only(200, Caller.people),
            "GET /directory/agencies/{agency}": .only(200, Caller.people),
            "GET /directory/teams": .only(200, Caller.people),
            "GET /directory/teams/{team}": .only(200, Caller.people),
            "GET /directory/people": .only(200, Caller.people),
            "GET /directory/people/{account}": .only(200, Caller.people),
            // A link or a token is shown once, on the answer itself.
            "POST /directory/people/{account}/link": .only(200, [.administrator]),
            "POST /directory/people/{account}/make-token": .only(200, [.administrator]),
        ]
        func form(_ path: String, _ allowed: [Caller]) {
            for (method, status) in [("GET", 200), ("POST", 303)] where rows["\(method) \(path)"] == nil {
                rows["\(method) \(path)"] = .only(status, allowed)
            }
        }
        for path in [
            "/directory/add-area", "/directory/areas/{area}/change", "/directory/areas/{area}/end", "/directory/add-agency",
            "/directory/agencies/{agency}/change", "/directory/agencies/{agency}/end", "/directory/add-team",
            "/directory/teams/{team}/change",
            "/directory/teams/{team}/end", "/directory/add-person", "/directory/add-system", "/directory/people/{account}/change",
            "/directory/people/{account}/disable", "/directory/people/{account}/enable", "/directory/people/{account}/link",
            "/directory/people/{account}/give-role", "/directory/roles/{grant}/end", "/directory/people/{account}/make-token",
            "/directory/tokens/{token}/revoke",
        ] { form(path, [.administrator]) }
        for kind in ["agencies", "areas", "teams", "people", "leavers"] {
            rows["GET /directory/files/\(kind)"] = .only(200, [.administrator])
            // What is tried or done is told on the answer itself: links are shown once.
            rows["POST /directory/files/\(kind)"] = .only(200, [.administrator])
            if kind != "leavers" { rows["GET /directory/files/\(kind)/out"] = .only(200, [.administrator]) }
        }
        for path in ["GET /directory/files/duty", "POST /directory/files/duty", "GET /directory/files/duty/out"] {
            rows[path] = .only(200, Caller.allDesks + [.administrator])
        }
        form("/directory/people/{account}/still-owns", [.administrator])
        // The desk of the area keeps its own rota; another area's does not.
        for path in ["/directory/areas/{area}/add-duty", "/directory/duty/{duty}/end"] { form(path, Caller.desks + [.administrator]) }
        return rows
    }()

    private static let records: [String: RouteExpectation] = [
        "GET /ledger": .only(200, [.auditor]),
        "GET /ledger/checkpoint": .only(200, [.auditor]),
        "GET /figures": .only(200, Caller.figures),
        "GET /figures/work/{figure}": .only(200, Caller.figures),
        "GET /figures/periods/{period}/{table}/{row}": .only(200, Caller.figures),
        "GET /figures/periods/{period}/{table}/file": .only(200, Caller.figures),
        "GET /standard": .only(200, Caller.people),
        "GET /standard/compare": .only(200, Caller.people),
        "GET /standard/{place}/{version}": .only(200, Caller.people),
        "GET /standard/{place}/{version}/{part}": .only(200, Caller.people),
        // Rows of one's own agency's imports that could not be read.
        "GET /imports": .only(200, Caller.allDesks),
        "POST /imports/{row}": .only(303, Caller.allDesks),
        "GET /search": .only(200, Caller.allDesks + Caller.teams + [.sourceHandler]),
    ]

    private static let reporting: [String: RouteExpectation] = [
        "GET /report": .only(200, Caller.reporters),
        "POST /report": .only(303, Caller.reporters),
        "GET /report/{draft}/{page}": .own(200, Caller.reporters),
        "POST /report/{draft}/{page}": .own(303, Caller.reporters),
        "GET /report/{draft}/ring-999": .own(200, Caller.reporters),
        "GET /report/{draft}/check": .own(200, Caller.reporters),
        "POST /report/{draft}/check": .own(303, Caller.reporters),
        "POST /report/{draft}/discard": .own(303, Caller.reporters),
        "GET /my-reports": .only(200, Caller.reporters),
        // The desk of the area may know of the officer's report, and reads it as a concern.
        "GET /my-reports/{reference}": .own(200, Caller.reporters, else: 404, knowing: Caller.readers),
        "POST /my-reports/{reference}": .own(303, Caller.reporters, else: 404, knowing: Caller.readers),
    ]

    /// A concern of Otterley that the officer reported. The officer knows of it and reads it elsewhere; the source handler reads it and
    /// changes nothing; another desk does not know of it.
    private static func concern(_ status: Int, _ allowed: [Caller] = Caller.desks) -> RouteExpectation {
        .only(status, allowed, else: 404, allowed.contains(.sourceHandler) ? [.officer: 403] : [.officer: 403, .sourceHandler: 403])
    }

    /// The public door is open to all. Whoever has not come in sees its front, whatever they ask for.
    private static let door: [String: RouteExpectation] = [
        "GET /advice": .open(200),
        "POST /advice": .open(303),
        "GET /advice/first": .open(303),
        "GET /advice/page/{number}": .open(303),
        "POST /advice/page/{number}": .open(303),
        "GET /advice/now": .open(303),
        "GET /advice/check": .open(303),
        "POST /advice/check": .open(303),
        "GET /advice/next": .open(303),
        "POST /advice/next": .open(303),
        "GET /advice/code": .open(303),
        "POST /advice/code": .open(303),
        "GET /advice/done": .open(303),
        "GET /advice/back": .open(303),
        "POST /advice/back": .open(303),
        "GET /advice/answers": .open(303),
        "POST /advice/answers": .open(303),
    ]

    private static let desk: [String: RouteExpectation] = [
        // Told at the public door, so nobody's own report; the source handler knows of it and gives nothing away.
        "POST /concerns/{reference}/{concern}/contact": .only(303, Caller.desks, else: 404, [.sourceHandler: 403]),
        "GET /desk": .only(200, Caller.allDesks),
        "GET /desk/escalations": .only(200, Caller.allDesks),
        // What climbs in Otterley is not there for another desk.
        "POST /desk/escalations/{escalation}/take": .only(303, Caller.desks, [.coordinatorSouth: 404]),
        "POST /desk/seen": .only(303, Caller.allDesks),
        "POST /desk/views": .only(303, Caller.allDesks),
        // Taken away already, or never theirs: it is not there, which is what was asked for.
        "POST /desk/views/{view}/remove": .only(303, Caller.allDesks),
        // The shift of Otterley's desk is not another desk's.
        "GET /desk/shift/{area}": .only(200, Caller.desks, [.coordinatorSouth: 404]),
        "POST /desk/shift/{area}": .only(303, Caller.desks, [.coordinatorSouth: 404]),
        "POST /desk/shift/{area}/{note}/accept": .only(303, Caller.desks, [.coordinatorSouth: 404]),
        "POST /concerns/{reference}/{proposal}/confirm": concern(303),
        "POST /concerns/{reference}/{proposal}/send-back": concern(303),
        "POST /concerns/{reference}/{proposal}/withdraw": concern(303),
        "GET /concerns/{reference}/brief": concern(200, Caller.readers),
        // Without a program that makes PDF it is the page, which says how to print.
        "GET /concerns/{reference}/brief-pdf": concern(200, Caller.readers),
        "GET /concerns/{reference}": concern(200, Caller.readers),
        "POST /concerns/{reference}/{concern}/take": concern(303),
        "POST /concerns/{reference}/{concern}/release": concern(303),
        "POST /concerns/{reference}/{concern}/restrict": concern(303),
        "POST /concerns/{reference}/{concern}/matches": concern(303),
        "POST /concerns/{reference}/answers/{answer}": concern(303),
        "GET /concerns/{reference}/{reply}/letter": concern(200),
        "POST /concerns/{reference}/{concern}/replies": concern(303),
        "POST /concerns/{reference}/{concern}/shut-outs": concern(303),
        // An auditor sees who looked, and nothing of what they looked at.
        "GET /concerns/{reference}/{concern}/looks": concern(200, Caller.readers + [.auditor]),
        "GET /concerns/{reference}/decide": concern(200),
        "POST /concerns/{reference}/{concern}/decide": concern(303),
        // The question why is the same for every reference, whether there is such a concern or not.
        "GET /concerns/{reference}/emergency": .only(200, Caller.allDesks + Caller.teams),
        "POST /concerns/{reference}/emergency": .only(303, Caller.desks, else: 404),
    ]

    /// A case of the central team and of children's social care in Otterley; its desk knows of it.
    static func file(_ status: Int) -> RouteExpectation {
        .only(status, Caller.teams, else: 404, [.officer: 403, .coordinator: 403, .dutyManager: 403, .sourceHandler: 403])
    }

    private static let teams: [String: RouteExpectation] = [
        "GET /hand-overs": .only(200, Caller.teams),
        // To the central team: social care was handed the same concern, and this is not theirs to answer.
        "POST /hand-overs/{hand_over}/accept": .only(
            303, Caller.central, else: 404, [.officer: 403, .coordinator: 403, .dutyManager: 403, .sourceHandler: 403]),
        "GET /hand-overs/{hand_over}/refuse": .only(200, Caller.central, [.socialWorker: 404]),
        "POST /hand-overs/{hand_over}/refuse": .only(303, Caller.central, [.socialWorker: 404]),
        "GET /cases": .only(200, Caller.teams),
        "GET /cases/{case}": file(200),
        "POST /cases/{case}/{file}/events": file(303),
        "POST /cases/{case}/{file}/actions": file(303),
        "POST /cases/{case}/actions/{action}": file(303),
        "POST /cases/{case}/{file}/members": file(303),
        "GET /cases/{case}/close": file(200),
        "POST /cases/{case}/{file}/close": file(303),
    ]

    private static let sharing: [String: RouteExpectation] = {
        // What Otterley's co-ordinator asked of Wrenfield is Wrenfield's desk to answer.
        let others = Dictionary(uniqueKeysWithValues: (Caller.desks + Caller.teams).map { ($0, 404) })
        return [
            "GET /asks": .only(200, Caller.allDesks + Caller.teams),
            "POST /concerns/{reference}/{concern}/asks": concern(303),
            "GET /asks/{ask}": .only(200, [.coordinatorSouth], others),
            "POST /asks/{ask}": .only(303, [.coordinatorSouth], others),
            "POST /concerns/{reference}/{concern}/shut-out-agencies": concern(303),
            "POST /concerns/{reference}/{concern}/protected": concern(303),
            "GET /protected-identities": .only(200, [.identityHolder]),
            "GET /look-ups": .only(200, [.standards]),
            "POST /look-ups/{look_up}": .only(303, [.standards]),
            "GET /directory/agencies/{agency}/add-agreement": .only(200, [.administrator]),
            "POST /directory/agencies/{agency}/add-agreement": .only(303, [.administrator]),
            "POST /directory/agreements/{agreement}/end": .only(303, [.administrator]),
        ]
    }()

    private static let api: [String: RouteExpectation] = [
        "POST /api/v1/concerns": .only(201, [.writingToken, .systemToken, .strangersToken]),
        "GET /api/v1/concerns": .only(200, [.readingToken, .systemToken, .strangersToken]),
        // The officer's report: tokens that may neither read nor write it do not know of it.
        "GET /api/v1/concerns/{reference}": .only(200, [.readingToken], else: 404),
        "POST /api/v1/concerns/{reference}/addenda": .only(201, [.writingToken], else: 404, [.readingToken: 403]),
        "GET /api/v1/standard": .only(200, [.standardToken, .systemToken, .strangersToken]),
    ]
}
