// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The form of the standard for programs: which questions there are, and which codes answer them.
struct StandardAPI: Sendable {
    let house: House

    /// The questions and code lists of the standard in force.
    static let form = Endpoint.api(
        .get, Path("api/v1/standard"), who: .may(.readStandard),
        answers: [
            200: .object([
                .required("id", .text(80)), .required("questions", .array(of: .anything)), .required("lists", .map(of: .anything)),
                .required("areas", .array(of: .object([.required("code", .text(64)), .required("name", .string())]))),
            ])
        ], "The questions and code lists of the standard in force, and the areas of the directory.")

    static let declarations = [form.declaration]

    /// The handlers.
    var routes: [Route] {
        [
            Self.form.handle { request in
                try await house.admit(try request.actor, to: .readStandard)
                let standard = house.standard
                // What is asked on a case is no part of a report.
                let asked = standard.questions.filter { $0.groups != [.practice] }
                return .json([
                    "id": .string(standard.id.rawValue), "questions": .array(asked.map(Self.json)),
                    "lists": .object(standard.lists.sorted { $0.key < $1.key }.map { .init($0.key.rawValue, Self.json($0.value)) }),
                    "areas": .array(
                        house.directory.snapshot.areasInForce(at: house.now).map { ["code": .string($0.code), "name": .string($0.name)] }),
                ])
            }
        ]
    }

    private static func json(_ question: Question) -> JSONValue {
        [
            "id": .string(question.id), "groups": .array(question.groups.map { .string($0.rawValue) }), "text": .string(question.text),
            "kind": .string(question.kind.rawValue), "list": question.list.map { .string($0.rawValue) } ?? .null,
            "absences": .array(question.absences.map(JSONValue.string)),
            "maxLength": question.maxLength.map { .integer(Int64($0)) } ?? .null,
        ]
    }

    private static func json(_ list: CodeList) -> JSONValue {
        .array(list.codes.map { ["code": .string($0.code), "label": .string($0.label)] })
    }
}
