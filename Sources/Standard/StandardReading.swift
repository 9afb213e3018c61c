// SPDX-License-Identifier: Apache-2.0

/// Reads the files of one version, section by section, and checks them against each other at the end.
///
/// Lives for one call of the loader. A file may hold any of the sections, so that a local addition is one small file more.
final class StandardReading {
    let findings = Findings()
    let folder: String
    var head: Head?
    var sources: [String: SourceDocument] = [:]
    var lists: [CodeListName: CodeList] = [:]
    var signs: [Sign] = []
    var limits: [Placed<Limit>] = []
    var routes: [Placed<Route>] = []
    var gates: [Gate] = []
    var pages: [Placed<FormPage>] = []
    var questions: [Placed<Question>] = []
    var practice: [Placed<PracticeForm>] = []
    var powers: [Power] = []
    var disclosure: DisclosureRule?
    var pageReferences: [(name: Placed<String>, by: String)] = []
    var listReferences: [(name: Placed<String>, by: String)] = []
    var powerReferences: [(name: Placed<String>, by: String)] = []
    var dateReferences: [(name: Placed<String>, by: String)] = []
    var recordReferences: [(name: Placed<String>, by: String)] = []
    var questionConditions: [(condition: QuestionCondition, place: FilePlace, by: String)] = []
    private var claims: [String: FilePlace] = [:]
    private var codeReferences: [(list: CodeListName, code: Placed<String>, by: String)] = []
    private var sourceReferences: [Placed<String>] = []

    struct Head {
        let id: StandardID
        let title: String
        let jurisdiction: String
        let from: CivilDate
        let to: CivilDate?
        let calendar: String
        let place: FilePlace
    }

    init(folder: String) { self.folder = folder }

    func read(_ root: Located) {
        guard let file = Fields(root, what: "a standard's file", findings: findings) else { return }
        if file.has("standard") { file.fields("standard", what: "the head of a standard").map(readHead) }
        readEach("sources", "a source", in: file, readSource)
        if let lists = file.fields("lists", what: "the lists") { readLists(lists) }
        readEach("signs", "a sign", in: file, readSign)
        readEach("limits", "a limit", in: file, readLimit)
        readEach("routes", "a route", in: file, readRoute)
        readEach("gates", "a gate", in: file, readGate)
        readEach("pages", "a page", in: file, readPage)
        readEach("questions", "a question", in: file, readQuestion)
        readEach("practice", "a practice form", in: file, readPracticeForm)
        readEach("powers", "a power", in: file, readPower)
        if file.has("disclosure") { file.fields("disclosure", what: "the rule for small numbers").map(readDisclosure) }
        file.refuseOthers()
    }

    private func readEach(_ key: String, _ what: String, in file: Fields, _ body: (Fields) -> Void) {
        for item in file.items(key) {
            guard let fields = Fields(item, what: what, findings: findings) else { continue }
            body(fields)
            fields.refuseOthers()
        }
    }

    private func readHead(_ fields: Fields) {
        let id = fields.text("id"), title = fields.text("title"), jurisdiction = fields.text("jurisdiction")
        let calendar = fields.text("calendar")
        let inForce = fields.required("in_force").flatMap { Fields($0, what: "in_force", findings: findings) }
        let from = inForce?.date("from"), to = inForce?.optionalDate("to")
        inForce?.refuseOthers()
        fields.refuseOthers()
        claim("head", of: "standard", at: fields.place)
        if let from, let to, to < from {
            findings.report(
                fields.place(of: "in_force"), "The standard ends before it begins.", mend: "Give 'to' a later date than 'from'.")
        }
        guard let id, let title, let jurisdiction, let calendar, let from else { return }
        head = Head(
            id: StandardID(rawValue: id.value), title: title.value, jurisdiction: jurisdiction.value, from: from, to: to,
            calendar: calendar.value, place: id.place)
    }

    private func readSource(_ fields: Fields) {
        let id = fields.text("id"), title = fields.text("title")
        let publisher = fields.optionalText("publisher"), published = fields.optionalText("published")
        let address = fields.optionalText("address")
        guard let id, let title, claim(id.value, of: "source", at: id.place) else { return }
        sources[id.value] = SourceDocument(
            id: id.value, title: title.value, publisher: publisher, published: published, address: address)
    }

    /// Takes a name for its kind; false after reporting that it is taken.
    @discardableResult
    func claim(_ id: String, of kind: String, at place: FilePlace) -> Bool {
        if let earlier = claims["\(kind) \(id)"] {
            findings.report(
                place, "The \(kind) '\(id)' is given twice; the first stands in \(earlier.inWords).",
                mend: "Rename or remove one of the two.")
            return false
        }
        claims["\(kind) \(id)"] = place
        return true
    }

    /// Notes that a code is used, to be looked up when all lists are read.
    func refer(to code: Placed<String>, in list: CodeListName, by user: String) { codeReferences.append((list, code, user)) }

    /// Notes that a source is cited.
    func cite(_ source: Placed<String>) { sourceReferences.append(source) }

    /// Reports every code, source and list that is used and not there.
    func checkReferences() {
        for (list, code, user) in codeReferences {
            guard let codes = lists[list] else {
                let hint = Likely.hint(for: list.rawValue, among: lists.keys.map(\.rawValue))
                findings.report(
                    code.place, "\(user.capitalisedFirst) refers to the list '\(list)', which is not there.",
                    mend: "Add the list or name another.\(hint)")
                continue
            }
            guard !codes.contains(code.value) else { continue }
            let hint = Likely.hint(for: code.value, among: codes.codes.map(\.code))
            findings.report(
                code.place, "\(user.capitalisedFirst) uses '\(code.value)', which is no code of the list '\(list)'.",
                mend: "Use a code of that list or add this one to it.\(hint)")
        }
        for source in sourceReferences where sources[source.value] == nil {
            let hint = Likely.hint(for: source.value, among: sources.keys)
            findings.report(
                source.place, "The source '\(source.value)' is not in the table of sources.", mend: "Add it under 'sources'.\(hint)")
        }
    }
}
