// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// The public and child's door: writing.
struct DoorPages: Sendable {
    let house: House
    private static let kind = DoorKind.everyone

    /// Who came in: what their cookie says. A page that is opened without one shows the front, which says nothing.
    enum Visitor: Sendable {
        /// Nobody came in, or they have left.
        case outside
        /// Came in and has written nothing yet: no store is asked.
        case new
        /// Has written.
        case writing(key: String, DoorDraft)
        /// Has finished, and kept the receipt or not.
        case finished(isKept: Bool)
    }

    private var screens: DoorScreens { DoorScreens(house: house) }
    private var ends: DoorEnds { DoorEnds(house: house) }

    /// The handlers.
    var routes: [Route] {
        [
            DoorAddresses.front.handle { _ in .page(DoorScreens.front) },
            DoorAddresses.enter.handle { request in
                if let tag = request.form["go"], let language = DoorScreens.languages.first(where: { $0.tag == tag }) {
                    return Reply.seeOther(DoorAddresses.front.url).setting(Cookie(name: .language, value: language.tag))
                }
                let on = Reply.seeOther(request.form["go"] == "back" ? DoorAddresses.back.url : DoorAddresses.first.url)
                // What somebody has begun to write is not lost by coming in again.
                if case .writing = try? await visitor(request) { return on }
                return on.setting(Self.cookie(Self.new))
            },
            DoorAddresses.first.handle { request in request.cookie(.draft) == nil ? Self.outside : .page(screens.first) },
            DoorAddresses.page.handle { request, number in
                try await inside(request) { draft in
                    guard let draft, draft.state != .writing else {
                        let form = form(draft)
                        guard let step = form.flow.step(number) else { throw Problem.notFound }
                        if let again = form.again(step, draft?.unread) {
                            return .page(form.page(step, sent: again.sent, errors: again.errors))
                        }
                        let isAsked = DoorAgain.isAsked(request) && form.flow.questions(step).contains { $0.id == QuestionID.dangerNow }
                        return .page(
                            form.page(step, sent: nil, errors: isAsked ? [FormError(QuestionID.dangerNow, Self.dangerWords)] : []))
                    }
                    return .seeOther(DoorAddresses.next.url)
                }
            },
            DoorAddresses.keep.handle(keep),
            DoorAddresses.now.handle { request in
                // The number to ring needs nothing from the store.
                request.cookie(.draft) == nil ? Self.outside : .page(screens.now(next: DoorAddresses.page.url("2")))
            },
            DoorAddresses.check.handle { request in
                try await inside(request) { draft in
                    if let draft, draft.state != .writing { return .seeOther(DoorAddresses.next.url) }
                    let form = form(draft)
                    if let step = form.waiting(draft?.unread) { return DoorAgain.ask(form.flow.url(step.number)) }
                    let errors = DoorAgain.isAsked(request) ? [FormError("main", DoorForm.saysNothing)] : []
                    return .page(form.check(errors: errors))
                }
            },
            DoorAddresses.send.handle { request in try await handIn(request, proof: nil) },
            DoorAddresses.next.handle { request in try await handIn(request, proof: nil) },
            DoorAddresses.worked.handle { request in try await handIn(request, proof: request.form["work"]) },
            DoorAddresses.code.handle { request in
                try await inside(request) { _ in
                    guard let receipt = try await house.door.receipt(Self.kind, key: request.cookie(.draft)) else { return Self.outside }
                    let words: Sentence = "Look at the end of your code, and type it again"
                    return .page(ends.code(receipt, errors: DoorAgain.isAsked(request) ? [FormError("last", words)] : []))
                }
            },
            DoorAddresses.kept.handle(kept),
            DoorAddresses.done.handle { request in
                guard case .finished(let isKept) = try await visitor(request) else { return Self.outside }
                return .page(ends.done(isKept: isKept))
            },
        ]
    }

    private static let new = "new"
    private static let finishedKept = "kept"
    private static let finishedWithout = "without"
    private static let outside = Reply.seeOther(DoorAddresses.front.url)

    private static func cookie(_ value: String) -> Cookie { Cookie(name: .draft, value: value) }

    private func visitor(_ request: WebRequest) async throws -> Visitor {
        switch request.cookie(.draft) {
        case nil: return .outside
        case Self.new: return .new
        case Self.finishedKept: return .finished(isKept: true)
        case Self.finishedWithout: return .finished(isKept: false)
        case let key?:
            guard let draft = try await house.door.draft(Self.kind, key: key) else { return .outside }
            return .writing(key: key, draft)
        }
    }

    /// A page for whoever came in. Where the store is broken, whom to ring is still said.
    private func inside(_ request: WebRequest, _ page: (DoorDraft?) async throws -> Reply) async throws -> Reply {
        do {
            switch try await visitor(request) {
            case .outside: return Self.outside.setting(Cookie(name: .draft, value: nil))
            case .finished: return .seeOther(DoorAddresses.done.url)
            case .new: return try await page(nil)
            case .writing(_, let draft): return try await page(draft)
            }
        } catch  where NotSent.isFailure(error) {
            return .page(screens.broken(typed: false), status: 503)
        }
    }

    private func form(_ draft: DoorDraft?) -> DoorForm { form(draft?.report ?? ConcernReport(standard: house.standard.id.rawValue)) }

    private func form(_ report: ConcernReport) -> DoorForm {
        DoorForm(house: house, flow: DoorFlow(standard: house.standard(report.standard), report: report))
    }

    /// Keeps one page. The first words that somebody sends make the draft, so that a report can also come in one step.
    @Sendable private func keep(_ request: WebRequest, _ number: String) async throws -> Reply {
        let blank = form(nil)
        do {
            let visitor = try await visitor(request)
            if case .finished = visitor { return .seeOther(DoorAddresses.done.url) }
            var held: (key: String, draft: DoorDraft)?
            if case .writing(let key, let draft) = visitor { held = (key, draft) }
            if let held, held.draft.state != .writing { return .seeOther(DoorAddresses.next.url) }
            return try await keep(request, number, held)
        } catch  where NotSent.isFailure(error) {
            // The words that were typed are not thrown away: the page comes back with them.
            guard let step = blank.flow.step(number) else { return .page(screens.broken(typed: true), status: 503) }
            return .page(blank.page(step, sent: request.form, errors: [], isNotKept: true), status: 503)
        }
    }

    private func keep(_ request: WebRequest, _ number: String, _ held: (key: String, draft: DoorDraft)?) async throws -> Reply {
        let form = form(held?.draft)
        guard let step = form.flow.step(number) else { throw Problem.notFound }
        var answers: [String: Answer?] = [:]
        var hasErrors = false
        for field in form.fields(step) {
            let read = field.read(request.form)
            if read.error != nil { hasErrors = true } else { answers[field.question.id] = .some(read.answer) }
        }
        let waits = held?.draft.unread.flatMap { $0.page == step.page.id ? nil : $0 }
        let unread = hasErrors ? form.unread(step, request.form) : waits
        let isUnsaid = DangerUnsaid.error(answers, request.form) != nil
        let isSending = request.form.has("send")
        let report = DraftEdit.put(answers, on: step.page, item: step.item, in: form.flow.report)
        do {
            if isSending, !hasErrors, held == nil {
                let (key, passage) = try await house.door.sendWhole(Self.kind, report, source: request.source)
                return Self.reply(passage).setting(Self.cookie(key))
            }
            var cookie: Cookie?
            var key = held?.key
            if let key {
                try await house.door.save(Self.kind, key: key, report, unread: unread)
            } else {
                key = try await house.door.begin(Self.kind, report, unread: unread).key
                cookie = key.map(Self.cookie)
            }
            let next: Reply
            if hasErrors {
                next = Self.askAgain(self.form(report), step, request.form, isKept: unread != nil)
            } else if isUnsaid {
                next = DoorAgain.ask(form.flow.url(step.number))
            } else if isSending, waits != nil {
                next = .seeOther(DoorAddresses.check.url)
            } else if isSending, let key {
                next = Self.reply(try await house.door.send(Self.kind, key: key, source: request.source))
            } else if answers.keys.contains(QuestionID.dangerNow), report.answers.first(QuestionID.dangerNow) == "yes",
                form.flow.report.answers.first(QuestionID.dangerNow) != "yes"
            {
                next = .seeOther(DoorAddresses.now.url)
            } else {
                next = .seeOther(self.form(report).flow.next(after: step))
            }
            return cookie.map(next.setting) ?? next
        } catch ServiceError.invalid {
            // A fault that no field names: what was kept before stays, and beside it what was typed.
            let unread = form.unread(step, request.form)
            let again = Self.askAgain(form, step, request.form, isKept: unread != nil)
            guard let unread else { return again }
            if let key = held?.key {
                try await house.door.save(Self.kind, key: key, form.flow.report, unread: unread)
                return again
            }
            return again.setting(Self.cookie(try await house.door.begin(Self.kind, form.flow.report, unread: unread).key))
        }
    }

    /// On to the page that asks once more. Only what no draft holds comes back with the answer to the form itself.
    private static func askAgain(_ form: DoorForm, _ step: DoorFlow.Step, _ sent: FormData, isKept: Bool) -> Reply {
        if isKept { return DoorAgain.ask(form.flow.url(step.number)) }
        let errors = form.fields(step).compactMap { $0.read(sent).error }
        return .page(form.page(step, sent: sent, errors: errors), status: 422)
    }

    /// Sends what is written, or looks whether it has been stored meanwhile.
    private func handIn(_ request: WebRequest, proof: String?) async throws -> Reply {
        try await inside(request) { draft in
            guard let draft, let key = request.cookie(.draft) else { return .seeOther(DoorAddresses.check.url) }
            // Looking does not send what is still being written, and what can't be taken is not left out unseen.
            if draft.state == .writing, request.method == .get || form(draft).waiting(draft.unread) != nil {
                return .seeOther(DoorAddresses.check.url)
            }
            do {
                let passage = try await house.door.send(Self.kind, key: key, source: request.source, proof: proof)
                if request.method == .get, case .waiting(let wait) = passage { return .page(ends.waiting(wait)) }
                return Self.reply(passage)
            } catch ServiceError.invalid {
                return DoorAgain.ask(DoorAddresses.check.url)
            }
        }
    }

    @Sendable private func kept(_ request: WebRequest) async throws -> Reply {
        try await inside(request) { _ in
            guard let key = request.cookie(.draft), try await house.door.receipt(Self.kind, key: key) != nil else {
                return Self.outside
            }
            if request.form.has("cannot") {
                try await house.door.cannotKeep(Self.kind, key: key)
                return Reply.seeOther(DoorAddresses.done.url).setting(Self.cookie(Self.finishedWithout))
            }
            guard try await house.door.keep(Self.kind, key: key, lastGroup: request.form["last"] ?? "") else {
                return DoorAgain.ask(DoorAddresses.code.url)
            }
            return Reply.seeOther(DoorAddresses.done.url).setting(Self.cookie(Self.finishedKept))
        }
    }

    private static func reply(_ passage: DoorPassage) -> Reply {
        switch passage {
        case .sent: .seeOther(DoorAddresses.code.url)
        case .waiting: .seeOther(DoorAddresses.next.url)
        }
    }

    private static let dangerWords: Sentence = "Say if someone is in danger now. If you do not know, press “Go on” again"
}
