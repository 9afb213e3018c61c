// SPDX-License-Identifier: Apache-2.0
import Services
import Testing

@testable import Web

@Suite("A form on a page") struct FormSheetTests {
    private static let address = Endpoint.page(.post, Path("things/add"), who: .signedIn, "Adds a thing.")

    private func site(_ error: @escaping @Sendable () -> any Error) throws -> TestSite {
        let sheet = FormSheet(
            title: "Add a thing", action: Self.address.url, back: HomeAddresses.home.url,
            fields: [.text("name", "Name"), .choose("kind", "Kind", [Choice("a", "First"), Choice("b", "Second")])], button: Button("Add"),
            words: ["kind.missing": "Choose a kind"])
        return try TestSite([Self.address.handle { request in try await sheet.answer(request) { throw error() } }])
    }

    @Test func faultsBringTheFormBackWithWhatWasTyped() async throws {
        let answer = try await site { ServiceError.invalid([FieldFault("kind", .missing), FieldFault("name", .tooLong)]) }
            .send("/things/add", "_token=\(TestSite.token())&name=%3Cb%3E&kind=b")
        #expect(answer.status == 422)
        #expect(answer.text.contains("<title>Error: Add a thing"))
        #expect(answer.text.contains("<a href=\"#kind\">Choose a kind</a>"))
        #expect(answer.text.contains("value=\"&lt;b&gt;\"") && answer.text.contains("<option value=\"b\" selected>"))
    }

    @Test func aFaultOfNoFieldIsShownAllTheSame() async throws {
        let answer = try await site { ServiceError.invalid([FieldFault("administrator", .missing)]) }
            .send("/things/add", "_token=\(TestSite.token())")
        #expect(answer.status == 422 && answer.text.contains("<a href=\"#main\">"))
    }

    @Test func anythingElseIsNotTheFormsToAnswer() async throws {
        #expect(try await site { ServiceError.notFound }.send("/things/add", "_token=\(TestSite.token())").status == 500)
    }
}
