// SPDX-License-Identifier: Apache-2.0

/// Every route of pages and API, without the handlers: what tests walk and what the OpenAPI document is made from.
///
/// A page builder adds one line here. A server whose handlers are not exactly these does not start.
enum Routes {
    /// All declarations.
    static let all: [Declaration] = [
        PlumbingRoutes.declarations,
        ExitPages.declarations,
        DescriptionRoutes.declarations,
        HomeAddresses.declarations,
        SignInDoors.declarations,
        AccountAddresses.declarations,
        DirectoryAddresses.declarations,
        FileAddresses.declarations,
        LedgerAddresses.declarations,
        LeaderAddresses.declarations,
        StandardAddresses.declarations,
        HelpAddresses.declarations,
        TourAddresses.declarations,
        ReportAddresses.declarations,
        WorkReportAddresses.declarations,
        DoorAddresses.declarations,
        DeskAddresses.declarations,
        TeamAddresses.declarations,
        PracticeAddresses.declarations,
        SearchAddresses.declarations,
        UnreadableAddresses.declarations,
        SharingAddresses.declarations,
        ConcernAPI.declarations,
        StandardAPI.declarations,
    ].flatMap { $0 }

    /// Handlers and declarations that do not belong together.
    struct Mismatch: Error, CustomStringConvertible {
        let undeclared: [String]
        let unanswered: [String]
        var description: String {
            "These routes have a handler but are not in Routes.all: \(undeclared). These are in Routes.all and have no handler: \(unanswered)."
        }
    }

    /// Checks that every declaration has a handler and every handler a declaration.
    /// - Throws: `Mismatch`.
    static func check(_ routes: [Route], against declarations: [Declaration] = all) throws(Mismatch) {
        let declared = Set(declarations.map(\.name))
        let answered = Set(routes.map(\.declaration.name))
        guard declared == answered else {
            throw Mismatch(undeclared: answered.subtracting(declared).sorted(), unanswered: declared.subtracting(answered).sorted())
        }
    }
}
