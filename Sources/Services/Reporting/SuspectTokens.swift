// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Storage

/// The tokens under which a suspect could be found among the accounts: whole names, other names, e-mail addresses.
enum SuspectTokens {
    static func of(_ mention: Mention, _ keys: KeyStore) -> [[UInt8]] {
        let given = mention.answers.first(QuestionID.givenNames) ?? ""
        let family = mention.answers.first(QuestionID.familyName) ?? ""
        var names: [String] = []
        if !given.isEmpty, !family.isEmpty { names += [given + family, family + given] }
        for other in mention.answers.all(QuestionID.alsoKnownAs) {
            names += other.split(whereSeparator: { ",;/".contains($0) }).map(String.init)
        }
        let identifiers = mention.answers.all(QuestionID.identifier).filter { $0.contains("@") }
        let tokens = names.compactMap { AccountIndex.name($0, keys) } + identifiers.map { AccountIndex.login($0, keys) }
        return tokens.reduce(into: []) { distinct, token in if !distinct.contains(token) { distinct.append(token) } }
    }
}
