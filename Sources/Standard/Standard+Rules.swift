// SPDX-License-Identifier: Apache-2.0

/// Looking up limits, gates, questions and powers.
extension Standard {
    /// The limit of that id.
    public func limit(_ id: String) -> Limit? { limits.first { $0.id == id } }

    /// The limit of a clock that counts for these facts: the first in force whose condition holds; nil where none does.
    public func limit(for clock: ClockName, facts: ConditionFacts) -> Limit? {
        limits.first { $0.clock == clock && $0.standing.isOn && $0.applies.holds(for: facts) }
    }

    /// The limits in force that start at an event for these facts, one a clock.
    public func limits(startingAt event: String, facts: ConditionFacts) -> [Limit] {
        var seen: Set<ClockName> = []
        return limits.filter {
            $0.starts == event && $0.standing.isOn && $0.applies.holds(for: facts) && seen.insert($0.clock).inserted
        }
    }

    /// The gates that stand before a move for these facts, in order.
    public func gates(before move: String, facts: ConditionFacts) -> [Gate] {
        gates.filter { $0.before.contains(move) && $0.when.holds(for: facts) }
    }

    /// The question of that id.
    public func question(_ id: String) -> Question? { questions.first { $0.id == id } }

    /// The page of that id.
    public func page(_ id: String) -> FormPage? { pages.first { $0.id == id } }

    /// The questions of a page that are asked of the audience, in order, whatever their conditions.
    public func questions(on page: String, of audience: Audience) -> [Question] {
        self.page(page)?.questions.compactMap(question).filter { $0.askedOf.contains(audience) } ?? []
    }

    /// The questions asked about a group, in order.
    public func questions(of group: QuestionGroup) -> [Question] { questions.filter { $0.groups.contains(group) } }

    /// The power of that id.
    public func power(_ id: String) -> Power? { powers.first { $0.id == id } }
}
