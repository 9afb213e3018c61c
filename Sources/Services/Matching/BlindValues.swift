// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Storage

/// The rare values of a mention in the one form under which equal values meet in the blind index (DESIGN rule 1): phone, e-mail, full
/// vehicle mark, handle, identifier, name with full date of birth. Names alone never.
enum BlindValues {
    /// The kinds, as they stand in the column `blind_index.kind` and in the derivation of each kind's key.
    enum Kind {
        static let phone = "phone"
        static let email = "email"
        static let vehicleMark = "vehicle_mark"
        static let handle = "handle"
        static let identifier = "identifier"
        static let nameAndBirth = "name_birth"
    }

    /// What a mention says that is rare.
    static func of(_ mention: Mention) -> [(kind: String, value: String)] {
        let answers = mention.answers
        var found: [(kind: String, value: String)] = []
        func add(_ kind: String, _ value: String?) { if let value { found.append((kind, value)) } }
        switch mention.kind {
        case .person:
            for text in answers.all(QuestionID.identifier) { add(Kind.identifier, identifier(text)) }
            add(Kind.nameAndBirth, nameAndBirth(answers))
        case .phone: for text in answers.all(QuestionID.phoneNumber) { add(Kind.phone, phone(text)) }
        case .vehicle:
            let said = answers.first(QuestionID.vehicleMarkRead)
            for text in answers.all(QuestionID.vehicleMark) where RegistrationMark.isWhole(text, said: said) {
                add(Kind.vehicleMark, mark(text))
            }
        case .account:
            let platform = answers.first(QuestionID.accountPlatform)
            for text in answers.all(QuestionID.accountHandle) {
                add(Kind.handle, handle(text, platform: platform))
                add(Kind.email, email(text))
            }
        case .place, .absence: break
        }
        return found
    }

    /// What a person may have typed into the search box, read in every way in which it can be exact. A handle is tried on each platform.
    static func readings(of text: String, platforms: [String]) -> [(kind: String, value: String)] {
        var found: [(kind: String, value: String)] = []
        func add(_ kind: String, _ value: String?) { if let value { found.append((kind, value)) } }
        add(Kind.phone, phone(text))
        add(Kind.email, email(text))
        add(Kind.vehicleMark, mark(text))
        add(Kind.identifier, identifier(text))
        for platform in [nil] + platforms.map(Optional.some) { add(Kind.handle, handle(text, platform: platform)) }
        return found
    }

    /// The tokens under which an account of the directory would stand that this person holds: by exact name, in either order, and by an
    /// identifier that is an account's sign-in name.
    static func accountTokens(of mention: Mention, _ keys: KeyStore) -> [[UInt8]] {
        let answers = mention.answers
        let given = answers.all(QuestionID.givenNames).joined(separator: " "),
            family = answers.all(QuestionID.familyName).joined(separator: " ")
        var names = answers.all(QuestionID.alsoKnownAs).flatMap(PersonValues.aliases)
        if !given.isEmpty, !family.isEmpty { names += [given + " " + family, family + " " + given] }
        // One name alone is half the staff.
        let tokens = names.filter { words($0).count > 1 }.compactMap { AccountIndex.name($0, keys) }
        return tokens + answers.all(QuestionID.identifier).compactMap(email).map { AccountIndex.login($0, keys) }
    }

    /// An international number; one without a country code is British. Nil for fewer than 8 or more than 15 digits.
    static func phone(_ text: String) -> String? {
        let plain = text.filter { !$0.isWhitespace && !"()-./".contains($0) }
        guard plain.dropFirst(plain.hasPrefix("+") ? 1 : 0).allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        var digits = plain.filter(\.isNumber)
        if plain.hasPrefix("+") {
        } else if digits.hasPrefix("00") {
            digits.removeFirst(2)
        } else if digits.hasPrefix("0") {
            digits = "44" + digits.dropFirst()
        } else {
            return nil
        }
        // +44 (0)7700 …
        if digits.hasPrefix("440") { digits = "44" + digits.dropFirst(3) }
        return (8...15).contains(digits.count) ? "+" + digits : nil
    }

    /// An e-mail address in lower case.
    static func email(_ text: String) -> String? {
        let address = trimmed(text).lowercased()
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !address.contains(where: \.isWhitespace) else { return nil }
        return address
    }

    /// A full registration mark: capitals and digits. Nil where a character was not read.
    static func mark(_ text: String) -> String? {
        guard !text.contains("?"), !text.contains("*"), !text.contains("...") else { return nil }
        let mark = alphanumeric(text)
        return (4...8).contains(mark.count) && mark.contains(where: \.isNumber) && mark.contains(where: \.isLetter) ? mark : nil
    }

    /// The name of an account on its platform.
    static func handle(_ text: String, platform: String?) -> String? {
        var name = trimmed(text).lowercased()
        while name.hasPrefix("@") { name.removeFirst() }
        guard name.count >= 2, !name.contains(where: \.isWhitespace) else { return nil }
        return (platform.map { trimmed($0).lowercased() } ?? "") + ":" + name
    }

    /// An identifier issued by somebody: capitals and digits; at least five, one of them a digit.
    static func identifier(_ text: String) -> String? {
        if let email = email(text) { return email }
        // "nhs: 999 000 0018" and "999 000 0018" are one identifier.
        let value = alphanumeric(String(text.split(separator: ":", maxSplits: 1).last ?? ""))
        return value.count >= 5 && value.contains(where: \.isNumber) ? value : nil
    }

    private static func nameAndBirth(_ answers: Answers) -> String? {
        guard let birth = answers.first(QuestionID.dateOfBirth).flatMap({ PartialDate($0) }), birth.day != nil, !birth.approximate,
            let given = answers.first(QuestionID.givenNames), let family = answers.first(QuestionID.familyName)
        else { return nil }
        let words = words(given + " " + family)
        return words.isEmpty ? nil : words.sorted().joined(separator: " ") + "|" + birth.description
    }

    /// Folded words: no case, no accents, no apostrophes.
    private static func words(_ text: String) -> [String] {
        let plain = text.filter { $0 != "'" && $0 != "\u{2019}" }
        return plain.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func alphanumeric(_ text: String) -> String {
        text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    private static func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
}
