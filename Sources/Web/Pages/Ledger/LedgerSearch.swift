// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// What an auditor looks for, as an address and back.
struct LedgerSearch: Sendable {
    /// The words typed, by their parameter.
    let query: FormData
    let filter: LedgerFilter
    let errors: [FormError]

    private static let names = [
        "act", "actor", "object", "from.day", "from.month", "from.year", "from.time", "to.day", "to.month", "to.year", "to.time",
    ]

    /// Reads the address. What can't be read is said, and not looked for. `find` gives the concern or case of a reference.
    init(_ request: WebRequest, _ directory: DirectorySnapshot, find: (String) async throws -> RecordID?) async throws {
        query = request.query
        var filter = LedgerFilter()
        var errors: [FormError] = []
        filter.act = query.text("act")
        filter.before = query.text("before").flatMap { Int64($0) }
        if let text = query.text("actor") {
            switch Self.account(text, directory) {
            case .success(let account): filter.actor = account
            case .failure(let wrong): errors.append(FormError("actor", wrong.message))
            }
        }
        if let text = query.text("object") {
            filter.object = RecordID(text.lowercased())
            if filter.object == nil { filter.object = try await find(text) }
            if filter.object == nil {
                errors.append(
                    FormError("object", "Of what: no concern or case has this reference. Check it, or paste an id as it stands in an entry")
                )
            }
        }
        do {
            filter.from = try MomentField.read(query, "from")
            filter.to = try MomentField.read(query, "to")
        } catch { errors += error.errors }
        self.filter = filter
        self.errors = errors
    }

    /// The parameters in force, without the place in the list.
    var parameters: [SiteURL.Parameter] {
        Self.names.compactMap { name in query.text(name).map { SiteURL.Parameter(name: name, value: $0) } }
    }

    /// The list without these parameters.
    func without(_ prefix: String) -> SiteURL {
        LedgerAddresses.ledger.url.with(query: parameters.filter { $0.name != prefix && !$0.name.hasPrefix(prefix + ".") })
    }

    private struct NoAccount: Error {
        let message: Sentence
    }

    /// One person: an id, or a name that fits only one.
    private static func account(_ text: String, _ directory: DirectorySnapshot) -> Result<RecordID, NoAccount> {
        if let id = RecordID(text.lowercased()) { return .success(id) }
        let wanted = text.lowercased()
        let fitting = directory.accounts.values.filter { $0.name.lowercased().contains(wanted) }.byName
        if let exact = fitting.first(where: { $0.name.lowercased() == wanted }) ?? (fitting.count == 1 ? fitting.first : nil) {
            return .success(exact.id)
        }
        guard !fitting.isEmpty else { return .failure(NoAccount(message: "Nobody in the directory has this name")) }
        let names = fitting.prefix(5).map(\.name).joined(separator: ", ")
        return .failure(NoAccount(message: "This fits several people: \(names). Write the whole name"))
    }
}
