// SPDX-License-Identifier: Apache-2.0

/// A model laid out for reading by number.
struct Weights: Sendable {
    private var bits: [Double]
    private var limits: [Double]

    init(_ model: LinkageModel) {
        bits = [Double](repeating: 0, count: 2 * 16 * 32)
        limits = [Double](repeating: 0, count: LinkageModel.LimitName.allCases.count)
        for (place, name) in LinkageModel.LimitName.allCases.enumerated() {
            for limit in LinkageModel.standard.limits + model.limits where limit.name == name { limits[place] = limit.value }
        }
        for weight in model.weights {
            if let field = Field(named: weight.field) { bits[Self.place(weight.subject, field, weight.level)] = weight.bits }
        }
    }

    private static func place(_ subject: LinkageModel.Subject, _ field: Field, _ level: Level) -> Int {
        (subject == .person ? 0 : 512) + Int(field.rawValue) * 32 + level.place
    }

    func bits(_ subject: LinkageModel.Subject, _ field: Field, _ level: Level) -> Double { bits[Self.place(subject, field, level)] }

    /// A limit by name. Looks through the names: read it once a question, not once a pair.
    func limit(_ name: LinkageModel.LimitName) -> Double {
        LinkageModel.LimitName.allCases.firstIndex(of: name).map { limits[$0] } ?? 0
    }
}

extension Level {
    /// A small number for tables.
    var place: Int {
        switch self {
        case .exact: 0
        case .variant: 1
        case .sound: 2
        case .close: 3
        case .alike: 4
        case .initial: 5
        case .oneOfSeveral: 6
        case .alias: 7
        case .dayMonthSwapped: 8
        case .oneDigitOff: 9
        case .yearAndMonth: 10
        case .year: 11
        case .ageFits: 12
        case .yearOnly: 13
        case .sector: 14
        case .district: 15
        case .mostWords: 16
        case .someWords: 17
        case .partial: 18
        case .stem: 19
        case .differs: 20
        }
    }
}
