// SPDX-License-Identifier: Apache-2.0
import Services

/// A refusal that leads on: whoever was too late is told who was quicker, and gets to what is there now.
enum WayBack {
    /// Does something; a conflict is shown with a link to see the thing as it is now.
    static func to<T>(_ url: SiteURL, _ words: Sentence, _ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let error as ServiceError {
            guard case .conflict = error else { throw error }
            var problem = Explaining.problem(error)
            problem.links.append(Problem.Link(text: words, url: url))
            throw problem
        }
    }
}
