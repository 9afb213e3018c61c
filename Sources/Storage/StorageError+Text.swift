// SPDX-License-Identifier: Apache-2.0

extension StorageError: CustomStringConvertible {
    /// What went wrong and what to do next, for a log or an administrator.
    public var description: String {
        var text = code.sentence
        if let detail { text += " (\(detail))" }
        if let engineCode { text += " [\(engineCode)]" }
        if let statement { text += " in: \(statement)" }
        return text
    }
}

extension StorageError.Code {
    /// One sentence about the code, with the next step.
    var sentence: String {
        switch self {
        case .uniqueViolation(let constraint): "A value that must be unique is stored already: \(constraint)."
        case .foreignKeyViolation: "A row names another that is not stored, or one that is still named was to be removed."
        case .checkViolation(let constraint): "A value breaks the rule \(constraint)."
        case .notNullViolation(let column): "The column \(column) was left empty."
        case .invalidValue: "A value is of the wrong kind or out of range for its column."
        case .zeroCharacter: "Text holds the character U+0000, which cannot be stored. Remove it, or store bytes."
        case .invalidStatement: "The database refuses the statement. Please report this as a fault of Sentinel."
        case .unknownColumn(let column): "The answer has no column \(column). Please report this as a fault of Sentinel."
        case .unexpectedKind(let column, let expected, let found): "The column \(column) holds \(found), expected was \(expected)."
        case .notFound: "The row that was asked for is not stored."
        case .severalRows: "Several rows answer where one was expected. Please report this as a fault of Sentinel."
        case .transactionFailed: "An earlier statement of this transaction failed, so nothing of it is stored."
        default: operational
        }
    }

    private var operational: String {
        switch self {
        case .busy: "The database is busy. Try again in a moment."
        case .serialization: "Too many changes of the same rows at once. Try again in a moment."
        case .timeout: "The database took too long over the statement and it was stopped. Try again, or ask for less at once."
        case .cancelled: "The work was stopped because nobody waits for it any more."
        case .readOnly: "Only reading is allowed here."
        case .full: "The disk of the database is full. Nothing of this was stored. Free some space and try again."
        case .inputOutput: "The disk of the database reports a failure. Look at the system's log before going on."
        case .corrupt: "The database is damaged. Stop, keep a copy, and restore the last backup."
        case .poisoned: "Writing has stopped because the disk failed earlier. Restart Sentinel once the disk is sound."
        case .closed: "The database has been closed."
        case .inUse: "Another Sentinel serves this store. Stop it, or send the command to it."
        case .unavailable: "The database cannot be opened or reached. Check its address, its rights and that it is running."
        case .connectionLost: "The connection to the database was lost; nothing of this was stored. Try again."
        case .commitUnknown:
            "The connection was lost while storing; it is not known whether it was stored. Send the same again, with the same key."
        case .newerStore(let found, let known):
            "This store was made by a newer Sentinel (migration \(found), this program knows \(known)). Use that version or a later one."
        case .migrationMismatch(let number):
            "Migration \(number) of the store is not the one this program knows. Use the program that made the store; a demo region can be deleted and made anew."
        case .notDurable: "The database is set up to lose what it has acknowledged at a power cut. Put the setting right and start again."
        case .invalidSetting(let setting): "The setting \(setting) cannot be used."
        default: "The database failed in an unexpected way. Please report this as a fault of Sentinel."
        }
    }
}
