// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Storage
import Vault

/// Why a use case did not do what was asked. Pages turn it into a plain sentence; nothing here is a word about a person of a concern.
public enum ServiceError: Error, Sendable, Hashable {
    /// The access policy refused. `ask` is whom to ask.
    case refused(action: Action, ask: DeskContact?)
    /// There is no such thing, or none that this person may know of: the two are never told apart.
    case notFound
    /// What was entered can't be taken as it is; each fault names its field.
    case invalid([FieldFault])
    /// Somebody else was quicker.
    case conflict(Conflict)
    /// The same idempotency key came with other content.
    case keyReused
    /// Too many tries; try again after so many seconds.
    case slowDown(seconds: Int)
    /// The store can't be reached or written at this moment; nothing was changed.
    case storeUnavailable

    /// A stable code for the log.
    public var code: String {
        switch self {
        case .refused: "refused"
        case .notFound: "not_found"
        case .invalid: "invalid"
        case .conflict: "conflict"
        case .keyReused: "key_reused"
        case .slowDown: "slow_down"
        case .storeUnavailable: "store_unavailable"
        }
    }
}

/// One fault in what was entered.
public struct FieldFault: Sendable, Hashable {
    /// The field's name, as in the form or JSON.
    public let field: String
    /// What is wrong.
    public let reason: Reason

    /// What can be wrong with a field.
    public enum Reason: String, Sendable {
        case missing, tooLong = "too_long", notAccepted = "not_accepted", notADate = "not_a_date", unknownCode = "unknown_code"
        case inThePast = "in_the_past", alreadyUsed = "already_used", unknownField = "unknown_field", tooMany = "too_many"
        case mayTellTooMuch = "may_tell_too_much", namesColleague = "names_colleague", givesAddressAway = "gives_address_away"
        case saysNothing = "says_nothing", tooShort = "too_short", tooCommon = "too_common"
    }

    /// Names a fault.
    public init(_ field: String, _ reason: Reason) {
        self.field = field
        self.reason = reason
    }
}

/// Who or what came first.
public enum Conflict: Sendable, Hashable {
    /// Already taken by this person, then.
    case takenBy(String, at: Instant)
    /// Already decided.
    case decided(by: String, at: Instant)
    /// Already answered: a hand-over, a match, an action.
    case answered
    /// The thing is closed.
    case closed
    /// A gate of the standard holds the move; these gates' ids are not satisfied.
    case gatesNotMet([String])
    /// The version that was changed is no longer the newest.
    case changedMeanwhile
}

/// Whom to ask, and how: a desk, team or duty of the directory.
public struct DeskContact: Sendable, Hashable {
    /// The desk's name.
    public let name: String
    /// Its phone number, as written.
    public let phone: String
    /// Its hours, in words.
    public let hours: String

    /// Makes a contact.
    public init(name: String, phone: String, hours: String) {
        self.name = name
        self.phone = phone
        self.hours = hours
    }
}

extension ServiceError {
    /// What an error of the layers below means to whoever asked; nil for one that nobody foresaw.
    public init?(foreseen error: any Error) {
        switch error {
        case let error as ServiceError: self = error
        case let error as StorageError:
            switch error.code {
            case .busy, .serialization, .timeout, .connectionLost, .commitUnknown, .unavailable, .full, .readOnly, .poisoned, .closed:
                self = .storeUnavailable
            default: return nil
            }
        case VaultError.busy: self = .slowDown(seconds: 5)
        default: return nil
        }
    }
}
