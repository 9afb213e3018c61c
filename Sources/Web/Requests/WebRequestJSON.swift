// SPDX-License-Identifier: Apache-2.0
import Foundation

extension WebRequest {
    /// The JSON body as a value of our own.
    /// - Throws: `Problem.invalid` where the declared shape was wider than the type.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(body))
        } catch let DecodingError.keyNotFound(key, context) {
            throw Problem.invalid([FieldProblem(field: pointer(context.codingPath + [key]), message: "must be given")])
        } catch let DecodingError.typeMismatch(_, context) {
            throw Problem.invalid([FieldProblem(field: pointer(context.codingPath), message: "has another type")])
        } catch let DecodingError.valueNotFound(_, context) {
            throw Problem.invalid([FieldProblem(field: pointer(context.codingPath), message: "must not be null")])
        } catch let DecodingError.dataCorrupted(context) {
            throw Problem.invalid([FieldProblem(field: pointer(context.codingPath), message: "can't be read")])
        }
    }

    private func pointer(_ path: [any CodingKey]) -> String {
        path.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    }
}
