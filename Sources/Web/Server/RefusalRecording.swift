// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Sees to it that whoever is signed in and is refused stands in the ledger, on every route of pages and API: what no use case has written
/// is written here, before the answer is sent. What is hidden counts as refused: who asks for another's record is of interest even where
/// they are told that there is none (DOMAIN §7.2: "who looked at this child and why").
struct RefusalRecording: Sendable {
    let surroundings: Surroundings
    let declaration: Declaration
    let signedIn: SignedIn?

    func recording(_ handler: @Sendable () async throws -> Reply) async throws -> Reply {
        let note = RefusalNote()
        do {
            let reply = try await note.watching(handler)
            try await record(status: reply.status, note)
            return reply
        } catch {
            if let problem = error as? Problem ?? surroundings.explain(error) { try await record(status: problem.status, note) }
            throw error
        }
    }

    private func record(status: Int, _ note: RefusalNote) async throws {
        guard status == 403 || status == 404, declaration.who.needsAccount, let actor = signedIn?.actor else { return }
        // A route that names no action is for everybody, and about one's own things.
        var action = Action.manageOwnAccess
        if case .may(let named) = declaration.who { action = named }
        try await surroundings.recordRefusal(actor, action, status == 404, note)
    }
}
