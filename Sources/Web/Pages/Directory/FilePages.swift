// SPDX-License-Identifier: Apache-2.0
import Exchange
import Safeguarding
import Services
import Standard

/// The directory as files: out, and in again. A file is tried first; then it is brought in whole, or not at all.
struct FilePages: Sendable {
    let house: House
    private static let apply = "bring_in"

    /// The handlers.
    var routes: [Route] { FileAddresses.all.flatMap(routes) }

    private func routes(_ address: FileAddress) -> [Route] {
        var routes = [
            address.ask.handle { request in
                let frame = try await frame(request, address.kind)
                return .page(FileSheet(address: address, frame: frame).page(.typed(["agency": frame.actor.agency.description])))
            },
            address.send.handle { request in try await take(request, address) },
        ]
        if let out = address.out {
            routes.append(
                out.handle { request in
                    let rows = try await house.directoryFiles.takeOut(try request.actor, address.kind)
                    return .download(CSVWriter.bytes(rows), name: "\(address.kind.rawValue).csv", type: "text/csv; charset=utf-8")
                })
        }
        return routes
    }

    private func frame(_ request: WebRequest, _ kind: DirectoryFileKind) async throws -> DirectoryFrame {
        try await house.directoryDesk.check(try request.actor, kind.action)
        return try await DirectoryFrame(house, request)
    }

    private func take(_ request: WebRequest, _ address: FileAddress) async throws -> Reply {
        let frame = try await frame(request, address.kind)
        let sheet = FileSheet(address: address, frame: frame)
        let text = request.form["text"] ?? ""
        let bytes = request.files["file"].flatMap { $0.isEmpty ? nil : $0 } ?? Array(text.utf8)
        guard !bytes.isEmpty else {
            return .page(sheet.page(request.form, [FormError("file", "Choose a file, or paste its rows below")]), status: 422)
        }
        let agency = request.form.text("agency")
        guard agency == nil || agency.flatMap({ RecordID($0) }) != nil else { throw Problem.badRequest("The agency can't be read.") }
        let (rows, faults) = DirectoryCSV.read(bytes, address.kind)
        let isDryRun = !request.form.has(Self.apply)
        let outcome = try await house.directoryFiles.bringIn(
            frame.actor, address.kind, rows, faults: faults, agency: agency.flatMap { RecordID($0) }, dryRun: isDryRun)
        let screen = FileOutcomeScreen(address: address, frame: frame, outcome: outcome)
        if !outcome.faults.isEmpty { return .page(screen.faulty, status: 422) }
        if outcome.isApplied { return .page(screen.done(after: try await DirectoryFrame(house, request), origin: request.origin)) }
        let kept = String(decoding: bytes, as: UTF8.self)
        return .page(
            screen.tried(Form.upload(address.send.url, "\(hidden(kept, agency))\(Button.row(Button("Bring it in").html, cancel(address)))"))
        )
    }

    /// What was tried is sent again as it was, so that nobody has to choose the file twice.
    private func hidden(_ text: String, _ agency: String?) -> HTML {
        """
        <textarea name="text" hidden>
        \(text)</textarea>\(Form.hidden(Self.apply, "yes"))\(agency.map { Form.hidden("agency", $0) })
        """
    }

    private func cancel(_ address: FileAddress) -> HTML { "<a class=\"button quiet\" href=\"\(address.ask.url)\">\(say: "Cancel")</a>" }
}

/// What a kind of file is, in words.
enum FileWords {
    static func title(_ kind: DirectoryFileKind) -> Sentence {
        switch kind {
        case .agencies: "Agencies as a file"
        case .areas: "Areas as a file"
        case .teams: "Teams as a file"
        case .people: "People as a file: who joins"
        case .duty: "Duty rota as a file"
        case .leavers: "People who leave"
        }
    }

    static func meaning(_ kind: DirectoryFileKind) -> Sentence {
        switch kind {
        case .agencies: "A row with an id changes that agency; one without adds it, unless an agency of this name is there."
        case .areas: "A row with a code that is there changes that area; any other adds one."
        case .teams: "A row with an id changes that team; one without adds it, unless its agency has a team of this name."
        case .people:
            "A row with an e-mail address that is there changes that person; any other adds a person, who gets in with a one-time link that is shown once. A role is given where the row names one."
        case .duty: "A row adds a shift, or changes when one ends. Times are those of the clock here: 2026-11-24 18:00."
        case .leavers:
            "One e-mail address a row. Their account is shut, and roles, sessions, links and tokens end at once. What they still own is shown, to be handed on."
        }
    }

    static func reason(_ reason: DirectoryFileFault.Reason) -> Sentence {
        switch reason {
        case .missing: "Nothing stands here"
        case .unknownCode: "No entry or code is called so"
        case .notAccepted: "This can't be taken as it is"
        case .tooLong: "This is too long"
        case .notADate: "Write day and time as 2026-11-24 18:00"
        case .inThePast: "This is past"
        case .alreadyUsed: "Somebody else has this, or the account is shut"
        case .tooMany: "The file is too long: bring it in by parts"
        case .twice: "The file names this twice"
        case .otherAgency: "This row is another agency's"
        case .otherArea: "This area's rota is kept by its own desk"
        case .ambiguous: "More than one has this name: write the id"
        case .oneself: "This is you: ask another administrator"
        case .lastAdministrator: "One administrator must stay who can let others in"
        case .notUTF8: "These are not characters in UTF-8: save the file as “CSV UTF-8”"
        case .quotes: "The quotes of this row don't close"
        case .columnCount: "This row has more or fewer columns than the first"
        case .missingColumn: "This column is missing"
        case .unknownColumn: "A column is called otherwise than those below"
        }
    }
}
