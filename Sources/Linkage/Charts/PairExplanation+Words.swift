// SPDX-License-Identifier: Apache-2.0
import Foundation

extension PairExplanation {
    /// What decides, in a few sentences.
    public var words: String {
        func said(_ term: Term) -> String { "\(term.feature.map { LevelWords.name($0) } ?? "") (\(term.words))" }
        let compared = terms.filter { $0.feature != nil }
        let most = compared.filter { $0.microbits > 0 }.sorted { ($1.microbits, said($0)) < ($0.microbits, said($1)) }.prefix(3)
        let against = compared.filter { $0.microbits < 0 }.sorted { ($0.microbits, said($0)) < ($1.microbits, said($1)) }.prefix(3)
        var sentences: [String] = []
        if !most.isEmpty { sentences.append("What speaks most for one person: " + most.map(said).joined(separator: "; ") + ".") }
        if !against.isEmpty { sentences.append("What speaks most against: " + against.map(said).joined(separator: "; ") + ".") }
        if compared.isEmpty { sentences.append("Nothing is known on both sides that could be compared.") }
        let unknown = PairFeature.allCases.filter { feature in !compared.contains { $0.feature == feature } }
        if !unknown.isEmpty, !compared.isEmpty {
            sentences.append(
                "Not known on one side or both, and therefore without weight: \(unknown.map(LevelWords.name).joined(separator: ", ")).")
        }
        let bits = Double(microbits) / 1_000_000
        sentences.append(
            "Together \(ChartMarkup.bits(bits)) bits: odds of \(Self.odds(bits)). The kind of pair that explains it best is "
                + "\(likeliest.words).")
        return sentences.joined(separator: " ")
    }

    /// "61,000 to 1 for" or "3 to 1 against".
    static func odds(_ bits: Double) -> String {
        let whole = abs(bits)
        if whole >= 50 { return "more than a thousand million million to 1 " + (bits < 0 ? "against" : "for") }
        let odds = exp2(whole)
        // two figures are as much as odds are worth
        var step = 0.1
        while odds / step >= 100 { step *= 10 }
        let rounded = (odds / step).rounded() * step
        return ChartMarkup.number(rounded, decimals: rounded < 10 ? 1 : 0) + " to 1 " + (bits < 0 ? "against" : "for")
    }
}
