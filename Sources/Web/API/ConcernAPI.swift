// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The JSON API by which an agency's own system, or one person's program, reports and reads what came of it.
struct ConcernAPI: Sendable {
    let house: House

    /// Sends a report. The same key with the same report gives the same receipt.
    static let submit = Endpoint.api(
        .post, Path("api/v1/concerns"), who: .may(.reportConcern), body: ConcernShapes.report, answers: [201: ConcernShapes.receipt],
        limit: RateLimit.none,
        "Sends a report. Answered only once it is durable, sealed and in the ledger.")
    /// What this account reported.
    static let list = Endpoint.api(
        .get, Path("api/v1/concerns"), who: .may(.readOwnReport),
        query: [.init(name: "page", schema: .integer(1...100_000), note: "From 1.")], answers: [200: ConcernShapes.ownList],
        "Lists what this account reported, newest first.")
    /// One report with the replies to it.
    static let own = Endpoint.api(
        .get, Path("api/v1/concerns") / .word("reference"), who: .may(.readOwnReport), answers: [200: ConcernShapes.own],
        "Shows a report of this account and the replies to it.")
    /// Adds words to a report.
    static let add = Endpoint.api(
        .post, Path("api/v1/concerns") / .word("reference") / "addenda", who: .may(.addToOwnReport),
        body: .object([.required("words", .text(8000), "What is to be added.")]),
        answers: [201: .object([.required("reference", .text(16))])],
        limit: RateLimit.none, "Adds words to a report of this account. Nothing is overwritten.")

    static let declarations = [submit.declaration, list.declaration, own.declaration, add.declaration]

    /// The handlers.
    var routes: [Route] {
        [
            Self.submit.handle { request in
                let body = try request.decode(ReportBody.self)
                let report = body.report(standard: house.standard.id.rawValue)
                let receipt = try await house.reporting.submit(
                    try request.actor, report, channel: "api", idempotencyKey: request.idempotencyKey ?? "")
                return .json(ConcernShapes.json(receipt), status: 201)
            },
            Self.list.handle { request in
                let page = request.number("page", in: 1...100_000, otherwise: 1)
                let found = try await house.reporting.ownReports(try request.actor, page: page - 1)
                return .json(["total": .integer(Int64(found.total)), "reports": .array(found.rows.map(ConcernShapes.json))])
            },
            Self.own.handle { request, reference in
                .json(ConcernShapes.json(try await house.reporting.ownReport(try request.actor, reference: reference)))
            },
            Self.add.handle { request, reference in
                try await house.reporting.add(
                    try request.actor, reference: reference, words: request.json["words"]?.string ?? "",
                    idempotencyKey: request.idempotencyKey)
                return .json(["reference": .string(reference)], status: 201)
            },
        ]
    }
}

/// A report as the API takes it: everything may be left out but one thing said.
struct ReportBody: Decodable {
    struct StatementBody: Decodable { var answers: Answers }
    struct MentionBody: Decodable {
        var kind: MentionKind
        var role: PersonRole?
        var answers: Answers
    }

    var standard: String?
    var answers: Answers?
    var statements: [StatementBody]?
    var mentions: [MentionBody]?
    var source: Answers?

    func report(standard current: String) -> ConcernReport {
        ConcernReport(
            standard: standard ?? current, answers: answers ?? Answers(),
            statements: (statements ?? []).map { Statement(answers: $0.answers) },
            mentions: (mentions ?? []).map { Mention(kind: $0.kind, role: $0.role, answers: $0.answers) }, source: source ?? Answers())
    }
}
