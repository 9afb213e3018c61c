// SPDX-License-Identifier: Apache-2.0

/// The description of the API, for programs.
enum DescriptionRoutes {
    static let openAPI = Endpoint.api(
        .get, Path("api/v1/openapi.json"), who: .everyone, answers: [200: .anything],
        "The OpenAPI document of this server.")

    static let declarations = [openAPI.declaration]

    static func routes(_ declarations: [Declaration], version: String) -> [Route] {
        let document = OpenAPI.document(declarations, version: version)
        return [openAPI.handle { _ in .json(document) }]
    }
}
