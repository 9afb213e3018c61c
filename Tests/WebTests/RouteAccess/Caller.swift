// SPDX-License-Identifier: Apache-2.0

/// Who reaches a route: nobody, each person of the test house, and programs with bearer tokens.
enum Caller: String, CaseIterable, Sendable {
    case nobody
    case officer, coordinator, investigator, leader, auditor, administrator
    case coordinatorSouth = "coordinator-south"
    case dutyManager = "duty-manager"
    case secondInvestigator = "second-investigator"
    case sourceHandler = "source-handler"
    /// Professional standards: reads look-ups.
    case standards
    /// Holds the protected identities of Otterley.
    case identityHolder = "identity-holder"
    /// Of another agency.
    case teacher
    /// Of another agency, in a team that receives hand-overs.
    case socialWorker = "social-worker"
    /// The officer's token with the scope to report.
    case writingToken = "officer's token to write"
    /// The officer's token with the scope to read what came of it.
    case readingToken = "officer's token to read"
    /// The officer's token with the scope to read the standard.
    case standardToken = "officer's token for the standard"
    /// The token of another agency's system, with all scopes.
    case systemToken = "system's token"
    /// Another person's token of another agency, with all scopes.
    case strangersToken = "teacher's token"

    static let tokens: [Caller] = [.writingToken, .readingToken, .standardToken, .systemToken, .strangersToken]
    static let people = allCases.filter { $0 != .nobody && !tokens.contains($0) }
    static let desks: [Caller] = [.coordinator, .dutyManager]
    static let allDesks: [Caller] = [.coordinator, .dutyManager, .coordinatorSouth]
    static let teams: [Caller] = [.investigator, .secondInvestigator, .socialWorker]
    static let central: [Caller] = [.investigator, .secondInvestigator]
    /// Those who see figures.
    static let figures: [Caller] = allDesks + [.leader, .auditor]
    /// Everybody who has an account is responsible for reporting, and hears what came of it.
    static let reporters = people
    /// Those who read concerns of Otterley as concerns.
    static let readers: [Caller] = desks + [.sourceHandler]

    var isToken: Bool { Self.tokens.contains(self) }
    /// The person or system whose account it is.
    var holder: Caller {
        switch self {
        case .writingToken, .readingToken, .standardToken: .officer
        case .strangersToken: .teacher
        default: self
        }
    }
    /// The scopes of a token.
    var scopes: [String] {
        switch self {
        case .writingToken: ["concerns:write"]
        case .readingToken: ["concerns:read-own"]
        case .standardToken: ["standard:read"]
        default: ["concerns:read-own", "concerns:write", "standard:read"]
        }
    }
}

/// What a route answers to each caller.
struct RouteExpectation: Sendable {
    /// To those who are allowed.
    let status: Int
    let allowed: Set<Caller>
    /// To others who are signed in, or have a token in force.
    let otherwise: Int
    /// To some of the others: 403 to whoever may know that there is such a thing, and not do this.
    let except: [Caller: Int]
    /// Whether everybody may call it, signed in or not.
    let isOpen: Bool
    /// Whether each of the allowed reaches only what is their own.
    var isOwn = false
    /// Those who are told that what is another's is there, because they may know of it.
    var knowing: Set<Caller> = []

    /// For everybody.
    static func open(_ status: Int, _ except: [Caller: Int] = [:]) -> Self {
        Self(status: status, allowed: Set(Caller.allCases), otherwise: status, except: except, isOpen: true)
    }

    /// For these only.
    static func only(_ status: Int, _ allowed: [Caller], else otherwise: Int = 403, _ except: [Caller: Int] = [:]) -> Self {
        Self(status: status, allowed: Set(allowed), otherwise: otherwise, except: except, isOpen: false)
    }

    /// For these, each with what is their own; what is another's is not there.
    static func own(_ status: Int, _ allowed: [Caller], else otherwise: Int = 403, knowing: [Caller] = []) -> Self {
        Self(
            status: status, allowed: Set(allowed), otherwise: otherwise, except: [:], isOpen: false, isOwn: true, knowing: Set(knowing))
    }

    /// The status that a caller gets. Pages know no tokens and the API knows no cookies.
    func answer(to caller: Caller, api: Bool, changes: Bool) -> Int {
        if let status = except[caller] { return status }
        if isOpen { return status }
        if caller == .nobody || api != caller.isToken { return api ? 401 : changes ? 401 : 303 }
        return allowed.contains(caller) ? status : otherwise
    }
}
