// SPDX-License-Identifier: Apache-2.0
import Foundation

extension LinkageModel {
    /// A model from JSON: `{"name", "version", "weights": [{"subject", "field", "level", "bits", "source"}], "limits": [{"name", "value", "source"}]}`.
    ///
    /// - Throws: `IndexError.model` when it can't be read, names an unknown field, repeats a weight, gives no source or a number that
    ///   is not finite.
    public init(json: [UInt8]) throws(IndexError) {
        do {
            self = try JSONDecoder().decode(LinkageModel.self, from: Data(json))
        } catch let error as DecodingError {
            throw .model(reason: Self.place(of: error))
        } catch {
            throw .model(reason: "not JSON")
        }
        var seen: Set<String> = []
        for weight in weights {
            let name = "\(weight.subject.rawValue) \(weight.field) \(weight.level.rawValue)"
            guard Field(named: weight.field) != nil else { throw .model(reason: "\(name): no such field") }
            guard weight.bits.isFinite, abs(weight.bits) <= 64 else { throw .model(reason: "\(name): bits beyond 64") }
            guard !weight.source.isEmpty else { throw .model(reason: "\(name): no source") }
            guard seen.insert(name).inserted else { throw .model(reason: "\(name): stands twice") }
        }
        for limit in limits {
            guard limit.value.isFinite, !limit.source.isEmpty else {
                throw .model(reason: "\(limit.name.rawValue): no number or no source")
            }
        }
    }

    /// The model as JSON, keys sorted.
    public var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return (try? encoder.encode(self)).map { [UInt8]($0) } ?? []
    }

    private static func place(of error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): path(context.codingPath + [key]) + " is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context): path(context.codingPath) + " has the wrong type"
        case .dataCorrupted(let context): context.codingPath.isEmpty ? "not JSON" : path(context.codingPath) + " is not a known name"
        @unknown default: "can't be read"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { key in key.intValue.map { "item \($0)" } ?? key.stringValue }.joined(separator: ", ")
    }
}

extension Field {
    /// The field of a name, as a model writes it.
    public init?(named name: String) {
        guard let field = Field.allCases.first(where: { String(describing: $0) == name }) else { return nil }
        self = field
    }
}
