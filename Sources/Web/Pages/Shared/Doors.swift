// SPDX-License-Identifier: Apache-2.0
import Safeguarding
public import Services

extension SessionDoor {
    /// The door over a house: its sessions, its bearer tokens and its key for forms.
    public init(_ house: House) {
        self.init(
            session: { secret in try await house.signIn.session(secret: secret).map { house.signedIn($0) } },
            bearer: { token in try await house.tokens.actor(bearer: token).map { house.bearer($0) } },
            authenticate: house.formAuthenticator)
    }
}

extension House {
    /// A session as pages show it.
    fileprivate func signedIn(_ session: Services.SignedIn) -> SignedIn {
        // A post such as "co-ordinator, Otterley" says the place already.
        let places = session.place.split(separator: ", ").filter { !session.post.contains($0) }.map(String.init)
        // Who is trusted with a whole region needs no list of it on every page.
        let said = places.count > 2 ? ["\(places.count) areas"] : places
        let post = ([session.post] + said).filter { !$0.isEmpty }.joined(separator: ", ")
        return SignedIn(
            actor: session.actor, session: session.session.description, name: session.name, post: post, dutyDesk: dutyDesk(session.actor))
    }

    /// Who calls the API with a token. There is no session, so no form of such a caller can ever be good.
    fileprivate func bearer(_ actor: Actor) -> SignedIn {
        SignedIn(actor: actor, session: "", name: directory.snapshot.name(of: actor.account), post: "")
    }

    /// The desk that this person rings, for the foot of every page.
    private func dutyDesk(_ actor: Actor) -> String? {
        deskOf(actor).own.map { $0.phone.isEmpty ? $0.name : "\($0.name), \($0.phone)" }
    }
}
