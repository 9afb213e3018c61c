// SPDX-License-Identifier: Apache-2.0
import Standard

/// The signs to tick, in their sections (RULE 3.1). Signs that the crimes chosen may be happening now are shown at once, all others behind
/// a line each: prompts help only whoever reads them.
struct SignChoices: Sendable {
    let standard: Standard
    /// The crimes chosen; where none is, any may be meant.
    let crimes: Set<String>

    /// The answers for these codes of the list of signs.
    func all(_ codes: [Code]) -> [Choice] {
        let groups = SignGroup.allCases.map { group in (group, codes.filter { standard.sign($0.code)?.group == group }) }
        let meant = groups.flatMap { group, codes in
            codes.filter { isMeant($0) }.map { code in
                var sign = choice(code)
                if group == .happeningNow { sign.section = SignsCard.heading(group) } else { sign.fold = SignsCard.heading(group) }
                return sign
            }
        }
        let others = groups.flatMap { group, codes in
            codes.filter { !isMeant($0) }.map { code in
                var sign = choice(code)
                sign.section = SignsCard.heading(group)
                sign.fold = "Signs of other harm"
                return sign
            }
        }
        return meant + others
    }

    private func isMeant(_ code: Code) -> Bool {
        guard let sign = standard.sign(code.code), !crimes.isEmpty, !sign.crimes.isEmpty else { return true }
        return !crimes.isDisjoint(with: sign.crimes)
    }

    private func choice(_ code: Code) -> Choice {
        Choice(code.code, Sentence(verbatim: code.label), hint: code.help.map { Sentence(verbatim: $0) })
    }
}
