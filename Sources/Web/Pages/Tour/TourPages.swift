// SPDX-License-Identifier: Apache-2.0
import Services

/// The tour of a demo store: in every other, these addresses lead nowhere.
struct TourPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            TourAddresses.tour.handle { request in
                guard let tour = house.tour else { throw Problem.notFound }
                let last = request.cookie(.tour).flatMap(TourStop.init)
                return .page(TourScreen(piece: try await tour.piece(), last: last, isTooEarly: request.query["early"] != nil).page)
            },
            TourAddresses.go.handle { request, name in
                guard let tour = house.tour else { throw Problem.notFound }
                if let stop = TourStop(rawValue: name) { return try await go(stop, tour, request) }
                guard let beside = TourCase(rawValue: name) else { throw Problem.notFound }
                return try await enter(beside.role, tour, request, to: beside.url)
            },
        ]
    }

    private func go(_ stop: TourStop, _ tour: Tour, _ request: WebRequest) async throws -> Reply {
        let piece = try await tour.piece()
        if stop.needsThePiece, case .draft = piece { return .seeOther(TourAddresses.tour.url.with("early", "yes")) }
        let mark = Cookie(name: .tour, value: stop.rawValue)
        guard let role = stop.role else { return Reply.page(TourScreen.verified(try await tour.verifyEdited())).setting(mark) }
        return try await enter(role, tour, request, to: stop.url(piece)).setting(mark)
    }

    private func enter(_ role: TourRole, _ tour: Tour, _ request: WebRequest, to url: SiteURL) async throws -> Reply {
        guard case .signedIn(let session, _) = try await tour.enter(as: role) else { throw Problem.notFound }
        return try await SignInPages.begun(session, request, house, to: url)
    }
}
