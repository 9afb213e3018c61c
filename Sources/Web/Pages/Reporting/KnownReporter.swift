// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What the form knows of whoever is signed in: nobody at work types their own name. Whoever reports as a member of the public says only
/// what they want to say.
enum KnownReporter {
    /// The answers about the source to begin with, from the account.
    static func answers(_ account: Account, _ audience: Audience) -> Answers {
        guard audience != .public else { return Answers() }
        let known = [
            QuestionID.sourceName: account.name, QuestionID.sourceRole: account.post, QuestionID.sourcePhone: account.phone,
            QuestionID.sourceEmail: account.email,
        ]
        return Answers(known.filter { !$0.value.isEmpty }.mapValues { .value($0) })
    }
}
