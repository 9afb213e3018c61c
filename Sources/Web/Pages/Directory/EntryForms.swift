// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// How one kind of entry of the directory is added, changed and ended. The three forms are made here once; an entry's own page says what is
/// asked and where it is kept.
struct EntryForms<ID: Sendable, Entry: Sendable>: Sendable {
    /// The page of one entry and its three forms.
    struct Addresses: Sendable {
        let page: Endpoint<ID>
        let list: SiteURL
        let add: FormAddress<Void>
        let change: FormAddress<ID>
        let end: FormAddress<ID>
    }

    /// What only this kind of entry says.
    struct Words: Sendable {
        let add: Sentence
        let addButton: Sentence
        /// What ending one means.
        let ending: Sentence
        /// See `FormSheet.words`.
        var faults: [String: Sentence] = [:]
    }

    /// Does what the forms ask for. Whoever may not is refused there.
    struct Taking: Sendable {
        /// Adds one, to hold from a moment on, or from now; returns its id.
        let add: @Sendable (Actor, FormData, Instant?) async throws -> ID
        let change: @Sendable (Actor, ID, FormData) async throws -> Void
        /// Ends one at a moment, or now.
        let end: @Sendable (Actor, ID, Instant?) async throws -> Void
    }

    let house: House
    let addresses: Addresses
    let words: Words
    /// The entry of an id, or nil.
    let find: @Sendable (DirectorySnapshot, ID) -> Entry?
    let name: @Sendable (Entry) -> String
    /// What is asked when one is added or changed.
    let fields: @Sendable (DirectoryFrame) -> [EntryField<Entry>]
    /// What is asked when one is added and never changes.
    var fixedFields: @Sendable (DirectoryFrame) -> [SheetField] = { _ in [] }
    let taking: Taking

    /// The handlers of all three forms.
    var routes: [Route] { add + change + end }

    private var add: [Route] {
        addresses.add.routes(house) { request, _ in
            let frame = try await DirectoryFrame(house, request)
            let asked = fields(frame).map(\.field) + fixedFields(frame) + [EndSheet.from]
            return (sheet(words.add, addresses.add.url(()), back: addresses.list, asked, Button(words.addButton)), .empty)
        } _: { request, _ in
            let id = try await taking.add(try request.actor, request.form, try MomentField.read(request.form, "from"))
            return addresses.page.url(id).done
        }
    }

    private var change: [Route] {
        addresses.change.routes(house) { request, id in
            let (frame, entry) = try await found(request, id)
            let fields = fields(frame)
            let known = fields.map { ($0.field.name, $0.value(entry)) }
            let sheet = sheet(
                "Change \(name(entry))", addresses.change.url(id), back: addresses.page.url(id), fields.map(\.field), Button("Save"))
            return (sheet, .typed(known))
        } _: { request, id in
            try await taking.change(try request.actor, id, request.form)
            return addresses.page.url(id).done
        }
    }

    private var end: [Route] {
        addresses.end.routes(house) { request, id in
            let (_, entry) = try await found(request, id)
            let sheet = EndSheet.make("End \(name(entry))?", words.ending, addresses.end.url(id), back: addresses.page.url(id))
            return (sheet, .empty)
        } _: { request, id in
            try await taking.end(try request.actor, id, try MomentField.read(request.form, "to"))
            return addresses.page.url(id).done
        }
    }

    private func found(_ request: WebRequest, _ id: ID) async throws -> (DirectoryFrame, Entry) {
        let frame = try await DirectoryFrame(house, request)
        guard let entry = find(frame.directory, id) else { throw Problem.notFound }
        return (frame, entry)
    }

    private func sheet(_ title: Sentence, _ action: SiteURL, back: SiteURL, _ fields: [SheetField], _ button: Button) -> FormSheet {
        FormSheet(
            title: title, action: action, back: back, section: .directory, fields: fields, button: button, words: words.faults)
    }
}

/// A field of an entry's form, with what stands in the entry now.
struct EntryField<Entry>: Sendable {
    let field: SheetField
    let value: @Sendable (Entry) -> String?

    init(_ field: SheetField, _ value: @escaping @Sendable (Entry) -> String?) {
        self.field = field
        self.value = value
    }
}
