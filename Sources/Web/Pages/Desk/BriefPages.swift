// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Two pages for a strategy discussion, on one press: to print from the browser, or as a PDF where the server was told of what makes one.
struct BriefPages: Sendable {
    let house: House
    let printer: PDFPrinter?

    /// The handlers.
    var routes: [Route] {
        [
            DeskAddresses.brief.handle { request, reference in
                let failed = Notice("The PDF could not be made now. Print this page instead, or try again.", .due)
                return .page(try await page(request, reference, request.query.has(Self.tryAgain) ? failed : nil))
            },
            DeskAddresses.briefFile.handle { request, reference in
                guard let printer else { return .page(try await page(request, reference, nil)) }
                let document = try await document(request, reference, form: "pdf")
                do {
                    return .download(try await printer.pdf(document.document), name: "brief-\(reference).pdf", type: "application/pdf")
                } catch { return .seeOther(DeskAddresses.brief.url(reference).with(Self.tryAgain, "yes")) }
            },
        ]
    }

    private func page(_ request: WebRequest, _ reference: String, _ notice: Notice?) async throws -> Page {
        let document = try await document(request, reference, form: "page")
        return Page(
            title: "Brief for a strategy discussion", caption: "Concern \(reference)", back: DeskAddresses.concern.url(reference),
            section: .desk, notice: notice,
            content: "\(Self.ways(reference, hasPrinter: printer != nil))<article class=\"brief card\">\(document.html)</article>")
    }

    private static let tryAgain = "no-pdf"

    /// How to get it on paper.
    static func ways(_ reference: String, hasPrinter: Bool) -> HTML {
        let how: Sentence =
            "To print it, use Print in your browser’s menu (Ctrl and P, or ⌘ and P): A4, two pages. Menus and buttons are left out."
        let file: HTML? =
            hasPrinter ? Button.row(Button.link("Get it as a PDF", DeskAddresses.briefFile.url(reference), weight: .main)) : nil
        return """
            <div class="links"><p>\(how) \(!hasPrinter ? "\(say: "This server was not told of a program that makes PDF.")" as HTML : nil)</p></div>\(file)\
            <p class="soft">\(say: "That you made this brief stands in the ledger as a disclosure, with your name.")</p>
            """
    }

    private func document(_ request: WebRequest, _ reference: String, form: String) async throws -> BriefDocument {
        let actor = try request.actor
        let view: ConcernView
        do { view = try await house.desk.brief(actor, reference: reference, form: form).printed } catch ServiceError.refused(_, let ask) {
            throw EmergencyScreen.refusal(
                ask, reference: reference, mayOpen: AccessPolicy.couldAllow(actor, .openInEmergency))
        }
        let directory = house.directory.snapshot
        let reader = ConcernReader(
            view: view, standard: house.standard(view.standard), directory: directory, actor: actor, now: request.now)
        let name = request.signedIn?.name ?? "", post = request.signedIn?.post ?? ""
        return BriefDocument(
            reader: reader,
            marked: "Made for \(name), \(post), \(directory.name(ofAgency: actor.agency)), \(When.full(request.now)).",
            isFictional: house.settings.isDemo)
    }
}
