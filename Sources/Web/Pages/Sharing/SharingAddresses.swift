// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The addresses of asking, of protected identities and of look-ups.
enum SharingAddresses {
    /// What is asked of me, and what I asked.
    static let asks = Endpoint.page(
        .get, Path("asks"), who: .may(.seeAsks), "Lists what other agencies ask for, and what came of one's own asking.")
    /// Asks for more of a piece.
    static let ask = Endpoint.page(
        .post, Path("concerns") / .word("reference") / .id("concern") / "asks", who: .may(.answerMatch),
        "Asks whoever holds a piece for more of it.")
    /// The form to answer with.
    static let answer = Endpoint.page(
        .get, Path("asks") / .id("ask"), who: .may(.seeAsks), "Asks how much of a concern is shared with whoever asked.")
    /// Answers.
    static let confirm = Endpoint.page(
        .post, Path("asks") / .id("ask"), who: .may(.seeAsks), "Answers another agency that asks for more of a concern.")
    /// Shuts the people of an agency out of a concern, or lets them in.
    static let shutOutAgency = Endpoint.page(
        .post, Path("concerns") / .word("reference") / .id("concern") / "shut-out-agencies", who: .may(.reviewShutOut),
        "Shuts all people of an agency out of a concern, or lets them in again.")
    /// Protects an identity, or ends that.
    static let protect = Endpoint.page(
        .post, Path("concerns") / .word("reference") / .id("concern") / "protected", who: .may(.protectIdentity),
        "Protects the identity of a person of a concern, or ends that.")
    /// Protected people who may have been reported anew.
    static let identities = Endpoint.page(
        .get, Path("protected-identities"), who: .may(.holdIdentities), "Lists protected people who may have been reported anew.")
    /// Own-name, relative's and bulk look-ups.
    static let lookUps = Endpoint.page(
        .get, Path("look-ups"), who: .may(.readLookUps), "Lists who looked up their own name, a relative or very many people.")
    /// Says what came of one.
    static let closeLookUp = Endpoint.page(
        .post, Path("look-ups") / .id("look_up"), who: .may(.readLookUps), "Says what came of a look-up.")
    /// The form for an agreement of an agency.
    static let agreement = Endpoint.page(
        .get, Path("directory/agencies") / .id("agency") / "add-agreement", who: .may(.changeDirectory),
        "Asks what an agency lets another know.")
    /// Adds it.
    static let addAgreement = Endpoint.page(
        .post, Path("directory/agencies") / .id("agency") / "add-agreement", who: .may(.changeDirectory),
        "Adds an agreement between two agencies.")
    /// Ends an agreement.
    static let endAgreement = Endpoint.page(
        .post, Path("directory/agreements") / .id("agreement") / "end", who: .may(.changeDirectory),
        "Ends an agreement between two agencies.")

    static let declarations = [
        asks.declaration, ask.declaration, answer.declaration, confirm.declaration, shutOutAgency.declaration, protect.declaration,
        identities.declaration, lookUps.declaration, closeLookUp.declaration, agreement.declaration, addAgreement.declaration,
        endAgreement.declaration,
    ]
}
