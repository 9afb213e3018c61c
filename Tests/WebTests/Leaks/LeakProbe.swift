// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
import Services
import Storage
import TestSupport

@testable import Web

/// One request of the suite: a route with what is put into its address or form.
struct LeakProbe: Sendable {
    let route: Declaration
    let call: RouteCall
    let what: String

    var name: String { "\(route.name)\(what.isEmpty ? "" : " (\(what))")" }

    /// What a watcher would type who knows of the concern from elsewhere: whole and half names, number, mark, address, words, reference.
    static func sought(_ hidden: HiddenConcern) -> [(what: String, text: String)] {
        [
            ("the name", HiddenConcern.family), ("the whole name", "\(HiddenConcern.given) \(HiddenConcern.family)"),
            ("part of the name", String(HiddenConcern.family.prefix(6)) + "*"), ("a phone", HiddenConcern.phone),
            ("a mark", HiddenConcern.mark),
            ("part of a mark", String(HiddenConcern.mark.prefix(4))), ("an address", HiddenConcern.address), ("a word", HiddenConcern.word),
            ("the reference", hidden.reference), ("their own name", "Kit Marsh"),
        ]
    }

    /// Every list, count, search and page that has no place in its address for what is hidden: they answer as if it were not there.
    static func lists(_ hidden: HiddenConcern, _ watcher: Watcher) -> [LeakProbe] {
        // Whom their role refuses a page altogether is refused it with every filter alike.
        lists(hidden).filter { $0.call.query.isEmpty || !watcher.isRefusedByRole($0.route) } + beside(hidden.beside) + ledger(watcher)
    }

    /// Those by the ids of what is hidden that a watcher tries. What a role can't do to anything is refused before anything is looked up: of the
    /// watchers of one sort each such route is tried by one of several, in turn.
    static func named(_ hidden: HiddenConcern, _ watcher: Watcher) -> [LeakProbe] {
        named(hidden).enumerated().filter { number, probe in
            !watcher.isRefusedByRole(probe.route) || number % Watcher.turns == watcher.number % Watcher.turns
        }.map(\.element)
    }

    /// The pages of the concern about the same child that the watchers may read: no piece, count, question or chronology may tell of the other.
    /// "Who has looked" tells of the suite's own looks, and a PDF is made anew each time.
    private static func beside(_ open: Services.Receipt) -> [LeakProbe] {
        Routes.all.filter { $0.method == .get }.compactMap { route in
            switch route.pattern {
            case "/concerns/{reference}/brief-pdf": nil
            case "/concerns/{reference}", "/concerns/{reference}/brief", "/concerns/{reference}/decide", "/my-reports/{reference}",
                "/concerns/{reference}/emergency":
                LeakProbe(route: route, call: RouteCall(values: [open.reference]), what: "beside")
            case "/desk/shift/{area}": LeakProbe(route: route, call: RouteCall(values: [TestHouse.otterley]), what: "its area")
            default: nil
            }
        }
    }

    /// What an auditor of a shut-out agency asks the ledger; its own readings are of another sort.
    private static func ledger(_ watcher: Watcher) -> [LeakProbe] {
        guard watcher.kind == .shutOutAgency, watcher.label == Role.auditor.rawValue, let account = watcher.account else { return [] }
        return Routes.all.filter { $0.name == "GET /ledger" }.flatMap { route in
            ["report", "decide", "break-glass", "decline", "accept", "combine"].map { "?act=\($0)" }
                .map { LeakProbe(route: route, call: RouteCall(query: $0), what: $0) }
                + [LeakProbe(route: route, call: RouteCall(query: "?act=policy-change&object=\(account)"), what: "on themselves")]
        }
    }

    private static func lists(_ hidden: HiddenConcern) -> [LeakProbe] {
        Routes.all.filter { $0.method == .get && $0.segments.allSatisfy { !$0.isParameter } && isCompared($0) }.flatMap { route in
            if route.pattern.hasSuffix("/search") {
                return sought(hidden).flatMap { one in
                    (one.what == "the name" ? ["", "&order=oldest", "&page=2"] : [""]).map {
                        LeakProbe(route: route, call: RouteCall(query: "?q=\(coded(one.text))\($0)"), what: one.what + $0)
                    }
                }
            }
            // Filters of any list take what they know and leave the rest: each must count the same.
            return (route.who.needsAccount ? ["", "?part=answered", "?part=decided", "?page=2"] : [""]).map {
                LeakProbe(route: route, call: RouteCall(query: $0), what: $0)
            }
        }
    }

    /// Every route that names something in its address, called with the ids of what is hidden.
    static func named(_ hidden: HiddenConcern) -> [LeakProbe] {
        Routes.all.filter { route in route.segments.contains { $0.isParameter } && isCompared(route) }.compactMap { route in
            var uses = false
            let values = route.segments.compactMap { segment -> String? in
                guard case .parameter(let name, _) = segment else { return nil }
                if let value = hidden.values[name] {
                    uses = true
                    return value
                }
                return "1"
            }
            guard uses else { return nil }
            return LeakProbe(route: route, call: RouteCall(values: values, form: hidden.form, json: #"{"words":"x"}"#), what: "its ids")
        }
    }

    /// Pages of the directory and the standard are for every member of staff, the ledger's for auditors, whom the suite asks by itself; figures
    /// count all and are suppressed, which their own suite shows; the tour and the door know of no signed-in person.
    private static func isCompared(_ route: Declaration) -> Bool {
        !["/ledger", "/figures", "/leaders", "/metrics", "/assets", "/api/v1/openapi.json", "/link"].contains {
            route.pattern.hasPrefix($0)
        }
    }

    private static func coded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }

    /// The same with other ids of the same shape, under which there is nothing.
    func elsewhere(_ access: AccessHouse) -> LeakProbe { LeakProbe(route: route, call: call.moved(access), what: "nothing's ids") }
}

extension PathSegment {
    var isParameter: Bool { if case .parameter = self { true } else { false } }
}

extension RouteCall {
    fileprivate func moved(_ access: AccessHouse) -> RouteCall {
        var call = self
        call.values = values.map { value in
            if RecordID(value) != nil { return access.house.store.newID().description }
            return value.count < 4 ? value : access.house.unusedReference()
        }
        return call
    }
}

/// The concern that nobody of the watchers may learn of.
struct HiddenConcern: Sendable {
    static let given = "Robin", family = "Quillfeather", phone = "07700 900461", mark = "QF14 LEK", address = "9 Thornless Row"
    static let word = "canaryword"

    let reference: String
    let concern: RecordID
    /// By the name of a route's parameter.
    let values: [String: String]
    let form: [(String, String)]
    /// Another about the same child, which they may read.
    let beside: Services.Receipt

    /// Everything that would give it away.
    var traces: [String] { [reference, concern.description, Self.word, "Thornless", "900461", "QF14"] }
}
