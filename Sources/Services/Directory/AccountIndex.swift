// SPDX-License-Identifier: Apache-2.0
import Foundation
import Storage

/// Under what an account is looked up: rare values only, and only as tokens under a key (DESIGN rule 1).
///
/// Intake makes the same tokens of a suspect's name and e-mail, so that whoever is named is shut out at once (DESIGN rule 3).
enum AccountIndex {
    /// The token of a sign-in name.
    static func login(_ email: String, _ keys: KeyStore) -> [UInt8] { keys.blindToken("login", normalised(email: email)) }

    /// The token of a person's whole name; nil where nothing of it is a letter or digit.
    static func name(_ name: String, _ keys: KeyStore) -> [UInt8]? {
        let folded = folded(name: name)
        return folded.isEmpty ? nil : keys.blindToken("account-name", folded)
    }

    /// An e-mail address in the one form in which it is compared.
    static func normalised(email: String) -> String {
        email.trimmingCharacters(in: .whitespacesAndNewlines).lowercased().precomposedStringWithCanonicalMapping
    }

    /// A name in the one form in which it is compared: lower case, no accents, no spaces, nothing but letters and digits.
    static func folded(name: String) -> String {
        let folded = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil).lowercased()
        return String(
            String.UnicodeScalarView(folded.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
    }
}
