// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The directory as made: who can be asked to do something in the region's two years.
struct DemoDirectory: Sendable {
    /// Who acts, by the plan's keys.
    private(set) var people: [String: Person] = [:]
    /// Somebody of each team.
    private(set) var byTeam: [RecordID: String] = [:]

    /// A person of the plan with an account.
    struct Person: Sendable {
        let actor: Actor
        let name: String
        let post: String
        let phone: String
        let email: String
    }

    /// The actor of a key. Throws where the plan has nobody of that key.
    func actor(_ key: String) throws -> Actor { try person(key).actor }

    /// The person of a key. Throws where the plan has nobody of that key.
    func person(_ key: String) throws -> Person {
        guard let person = people[key] else { throw DemoFault.nobody(key) }
        return person
    }

    /// Whoever answers for a team.
    func worker(ofTeam team: RecordID) throws -> String {
        guard let key = byTeam[team] else { throw DemoFault.nobody("a team") }
        return key
    }

    mutating func note(_ key: String, _ person: Person) {
        people[key] = person
        for team in person.actor.grants.compactMap(\.team) where byTeam[team] == nil { byTeam[team] = key }
    }
}

/// What can only be wrong with the region's own plan.
public enum DemoFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The plan names somebody or something that it does not make.
    case nobody(String)

    /// What is wrong and where to mend it.
    public var description: String {
        switch self {
        case .nobody(let key): "The plan of the demo region names '\(key)' and makes no such account. Mend Sources/Demo/Directory."
        }
    }
}
