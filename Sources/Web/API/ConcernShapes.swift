// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Services

/// The shapes of the concern API, once for the OpenAPI document, the checks and the answers.
enum ConcernShapes {
    private static let answer: Schema = .named(
        "Answer",
        .oneOf([
            .string(longest: 15_000), .array(of: .string(longest: 15_000), most: 100),
            .object([.required("absent", .text(40), "Why there is no answer: a code of the standard's list absence_of_answer.")]),
        ]))
    private static let answers: Schema = .named("Answers", .map(of: answer, most: 200))

    /// A report as it is sent. Which questions there are, `GET /api/v1/standard` says.
    static let report: Schema = .named(
        "Report",
        .object([
            .optional("standard", .text(80), "The version of the standard, such as west-midlands/2026. Without it, the one in force."),
            .optional("answers", answers, "Answers about the concern as a whole, by question."),
            .optional(
                "statements", .array(of: .object([.required("answers", answers)]), most: ReportFaults.mostStatements),
                "What was seen, heard or told."),
            .optional(
                "mentions",
                .array(
                    of: .object([
                        .required("kind", .string(choices: MentionKind.allCases.map(\.rawValue))),
                        .optional(
                            "role", .string(choices: PersonRole.allCases.map(\.rawValue)), "For a person, the part played in this concern."),
                        .required("answers", answers),
                    ]), most: ReportFaults.mostMentions),
                "People, places, vehicles, phones, accounts and times missing, each possibly unidentified."),
            .optional("source", answers, "Who reported. Sealed apart."),
        ]))

    /// What is answered once the report is durable.
    static let receipt: Schema = .named(
        "Receipt",
        .object([
            .required("id", .id), .required("reference", .text(16)), .required("urgency", .text(40)), .required("desk", desk),
            .required("decidesBy", time), .required("decidesByLatest", time),
        ]))
    private static let time: Schema = .string(format: .dateTime)
    private static let desk: Schema = .named(
        "Desk", .object([.required("name", .string()), .required("phone", .string()), .required("hours", .string())]))
    private static let row: Schema = .named(
        "OwnReportRow",
        .object([
            .required("reference", .text(16)), .required("sentAt", time),
            .required("standing", .string(choices: ["waiting", "being_read", "decided", "answered"])),
            .required("replies", .integer(0...1_000_000)), .required("unreadReplies", .integer(0...1_000_000)),
            .required("decidesByLatest", time),
        ]))
    /// A page of what was reported.
    static let ownList: Schema = .object([.required("total", .integer(0...Int64.max)), .required("reports", .array(of: row))])
    /// One report with its replies.
    static let own: Schema = .named(
        "OwnReport",
        .object([
            .required("report", row), .required("desk", desk),
            .required(
                "replies",
                .array(
                    of: .object([
                        .required("by", .string()), .required("at", time), .optional("chosen", .nullable(.string())),
                        .required("words", .string()),
                    ]))),
        ]))

    static func json(_ receipt: Receipt) -> JSONValue {
        [
            "id": .string(receipt.concern.description), "reference": .string(receipt.reference), "urgency": .string(receipt.urgency),
            "desk": json(receipt.desk), "decidesBy": json(receipt.decidesBy), "decidesByLatest": json(receipt.decidesByLatest),
        ]
    }

    static func json(_ row: OwnReportRow) -> JSONValue {
        [
            "reference": .string(row.reference), "sentAt": json(row.sentAt), "standing": .string(row.standing.rawValue),
            "replies": .integer(Int64(row.replies)), "unreadReplies": .integer(Int64(row.unreadReplies)),
            "decidesByLatest": json(row.decidesByLatest),
        ]
    }

    static func json(_ own: OwnReport) -> JSONValue {
        [
            "report": json(own.row), "desk": json(own.desk),
            "replies": .array(
                own.replies.map {
                    [
                        "by": .string($0.by), "at": json($0.at), "chosen": $0.chosen.map(JSONValue.string) ?? .null,
                        "words": .string($0.words),
                    ]
                }),
        ]
    }

    private static func json(_ desk: DeskContact) -> JSONValue {
        ["name": .string(desk.name), "phone": .string(desk.phone), "hours": .string(desk.hours)]
    }

    private static func json(_ instant: Instant) -> JSONValue { .string(instant.date.formatted(.iso8601)) }
}
