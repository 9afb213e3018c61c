// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The address of the search.
enum SearchAddresses {
    /// Finds by name, identifier, phone, plate, account, words or reference.
    static let search = Endpoint.page(.get, Path("search"), who: .may(.search), "Finds what I may read.")

    static let declarations = [search.declaration]
}

/// The desk's search.
struct SearchPages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] { [SearchAddresses.search.handle(search)] }

    @Sendable private func search(_ request: WebRequest) async throws -> Reply {
        let actor = try request.actor
        guard let text = request.query.text("q") else {
            try await house.admit(actor, to: .search)
            return .page(SearchScreen.blank(error: nil))
        }
        let page = request.number("page", in: 1...10_000, otherwise: 1)
        let order = SearchAddress.order(request.query)
        do {
            let found = try await house.searching.find(
                actor, text, purpose: ReadingPurpose.search.rawValue, order: order, page: page - 1)
            // A reference leads straight to its concern.
            if page == 1, let only = found.rows.first(where: { $0.kind == SearchScreen.byReference }) {
                return .seeOther(ReadingPurpose.search.url(only.reference))
            }
            let screen = SearchScreen(
                text: text, found: found, order: order, number: page, now: request.now, standard: { house.standard($0) })
            return .page(screen.page())
        } catch ServiceError.invalid(let faults) {
            return .page(
                SearchScreen.blank(text: text, error: faults.first.map { FormError("q", Explaining.message($0.reason)) }), status: 422)
        }
    }
}
