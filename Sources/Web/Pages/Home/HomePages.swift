// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The front page: what waits for whoever is signed in, and for a stranger what Sentinel is.
struct HomePages: Sendable {
    let house: House

    /// The handlers.
    var routes: [Route] {
        [
            HomeAddresses.home.handle { request in
                guard let signedIn = request.signedIn else { return .page(Self.welcome(isDemo: house.settings.isDemo)) }
                let actor = signedIn.actor
                let page = request.number(NoticeList.pageParameter, in: 1...10_000, otherwise: 1)
                let notices = NoticeList(page: try await house.notices.mine(actor, page: page - 1), number: page, now: request.now)
                return .page(
                    Self.desk(
                        signedIn, try await house.waiting(actor), notices, ask: house.deskOf(actor), done: Done.notice(request)))
            },
            HomeAddresses.readNotice.handle { request, notice in
                // Pressed twice, or read by a colleague of the desk meanwhile: it is read, which is what was asked for.
                do { try await house.notices.markRead(try request.actor, notice) } catch ServiceError.notFound {}
                return .seeOther(HomeAddresses.home.url.at("notices"))
            },
            HomeAddresses.readAllNotices.handle { request in
                // Without a moment nothing is ticked off that nobody has seen.
                guard let last = request.form.text(NoticeList.madeBy).flatMap({ Int64($0) }) else {
                    return .seeOther(HomeAddresses.home.url.at("notices"))
                }
                try await house.notices.markAllRead(try request.actor, madeBy: Instant(microseconds: last))
                return Done.noticesRead.then(HomeAddresses.home.url)
            },
        ]
    }

    private static func welcome(isDemo: Bool) -> Page {
        Page(
            title: "Report it once. Bring the pieces together.", isNarrow: true,
            content: """
                \(Card.html("danger", "Is somebody in danger now?", meaning: .now, """
                    <p>\(ring: "Ring 999. If you can't speak, press 55 when asked. Nothing on this site sends help by itself.")</p>
                    """))
                <p>\(say: "Sentinel is where police, councils, schools, health services and charities report what they have seen of hidden crime: child sexual exploitation, child abuse, female genital mutilation, modern slavery.")</p>
                <p>\(say: "What one agency has seen is laid beside what the others know, and brought to a named person who must act. Whoever reported hears what came of it.")</p>
                \(Card.html("public", "Are you worried about yourself, or someone else?", """
                    <p>\(say: "You can tell us without an account, and without your name.")</p>
                    \(Button.row(Button.link("Advice and support", DoorAddresses.front.url, weight: .main)))
                    """))
                \(Card.html("work", "Have you seen something in your work?", """
                    <p>\(say: "Teachers, nurses, housing and youth workers and everybody else report at once, without an account. You can look up whether it is a sign, and what to do with the child now.")</p>
                    \(Button.row(
                        Button.link("Report from your work", WorkReportAddresses.start.url, weight: .main),
                        Button.link("Is this a sign?", WorkReportAddresses.signs.url)))
                    """))
                \(Button.row(Button.link("Sign in", SignInAddresses.signIn.url, weight: .main), Button.link("How it works", HelpAddresses.all.url)))
                \(isDemo ? Button.row(Button.link("Take the tour of this demo: five minutes", TourAddresses.tour.url)) : nil)
                \(isDemo ? "<p class=\"soft\">\(say: "This is a demo: every person and place in it is invented. The one-time links to sign in were printed where it was started.")</p>" as HTML : nil)
                """)
    }

    static func desk(_ signedIn: SignedIn, _ work: WaitingWork, _ notices: NoticeList, ask: DeskToRing, done: Notice?) -> Page {
        let actor = signedIn.actor
        let sentences = WaitingSentences.list(work)
        let waiting: HTML = sentences.isEmpty ? "<p>\(say: "Nothing waits for you.")</p>" : "<ul class=\"waiting\">\(sentences)</ul>"
        let reports = AccessPolicy.decide(actor, .reportConcern).isAllowed
        let buttons =
            reports
            ? Button.row(
                Button.link("Report a concern", ReportAddresses.start.url, weight: .main),
                Button.link("My reports", ReportAddresses.mine.url))
            : "<p>\(ring: "Your role sends no reports by itself. Have you seen something? \(ask.ring)")</p>"
        return Page(
            title: "What waits for you", notice: done,
            content: """
                \(buttons)\(Card.html("waiting", "Now", meaning: work.passed > 0 || !work.uncovered.isEmpty ? .now : .plain, waiting))
                \(Card.html("notices", "Notices", notices.html))\(duties(signedIn))
                """)
    }

    /// What a role is for that has no queue and no team to wait for it, and where its holder works.
    private static func duties(_ signedIn: SignedIn) -> HTML? {
        let roles = Role.allCases.filter { signedIn.actor.holds($0) && [.leader, .auditor, .administrator, .sourceHandler].contains($0) }
        guard !roles.isEmpty else { return nil }
        let meanings: [HTML] = roles.map { role in
            "<p><b>\(RoleWords.name(role)):</b> \(RoleWords.meaning(role))</p>"
        }
        let links: [HTML] = Navigation.items(signedIn).filter { ![.report, .ownReports].contains($0.section) }
            .map { "<li><a href=\"\($0.url)\">\($0.title)</a></li>" }
        return Card.html("duties", "What you have here", "\(meanings)<ul>\(links)</ul>")
    }
}
