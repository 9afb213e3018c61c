// SPDX-License-Identifier: Apache-2.0
import Storage
import Vault

/// An error that nobody foresaw, by name for the log: which kind it is, never what it says, for that may quote what somebody typed.
public enum FaultName {
    /// The type with its module, such as `Storage.StorageError`.
    public static func type(of error: any Error) -> String { String(reflecting: Swift.type(of: error)) }

    /// The case, and the engine's own code where there is one: `inputOutput 4874`. Nil for an error that is not of the house.
    public static func code(of error: any Error) -> String? {
        switch error {
        case let error as StorageError: [name(error.code), error.engineCode].compactMap { $0 }.joined(separator: " ")
        case let error as VaultError: name(error)
        case let error as ServiceError: error.code
        default: nil
        }
    }

    /// The name of a case without what it carries.
    private static func name(_ code: StorageError.Code) -> String {
        Mirror(reflecting: code).children.first?.label ?? String(describing: code)
    }

    private static func name(_ error: VaultError) -> String {
        switch error {
        case .badKeyLength: "badKeyLength"
        case .tooShort: "tooShort"
        case .unknownFormat: "unknownFormat"
        case .notAuthentic: "notAuthentic"
        case .badRandomness: "badRandomness"
        case .badCost: "badCost"
        case .busy: "busy"
        }
    }
}
