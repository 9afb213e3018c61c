// SPDX-License-Identifier: Apache-2.0

/// The frame of every page: head, skip link, places, who I am, foot with help always in the same place.
struct PageLayout: Sendable {
    let site: Site
    let signedIn: SignedIn?
    let assets: StaticFiles
    let language: Language
    /// Whether nobody who speaks the language has read its sentences yet: the page says so.
    var isUnreviewed = false

    /// The whole document.
    func document(_ page: Page) -> HTML {
        """
        <!doctype html>
        <html lang="\(language.tag)" dir="\(language.isRightToLeft ? "rtl" : "ltr")">
        <head>
        <meta charset="utf-8">
        <title>\(title(page))</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        \(assets.url("sentinel.css").map { "<link rel=\"stylesheet\" href=\"\($0)\">" as HTML })
        \(assets.url(page.frame == .door ? "page.svg" : "icon.svg").map { "<link rel=\"icon\" href=\"\($0)\">" as HTML })
        \(page.refreshSeconds.map { "<noscript><meta http-equiv=\"refresh\" content=\"\(String($0))\"></noscript>" as HTML })
        \(assets.url("enhance.js").map { "<script src=\"\($0)\" defer></script>" as HTML })
        \(page.frame == .door ? assets.url("door.js").map { "<script src=\"\($0)\" defer></script>" as HTML } : nil)
        </head>
        <body\(attribute: "data-not-sent", say: "NOT SENT. Your text is still here. Press the button again when you have a signal.")\(attribute: "data-sending-again", say: "NOT SENT. Your text is still here. Leave this page open: it is sent by itself as soon as there is a signal.")>
        <a class="skip" href="#main">\(say: "Skip to the main content")</a>
        \(band(page))\(unreviewed)\(head(page))
        <main id="main" tabindex="-1"\(attribute: "class", page.isNarrow ? "narrow" : nil)>
        \(page.back.map { "<p class=\"back\"><a href=\"\($0)\">\(say: "Back")</a></p>" as HTML })
        \(ErrorSummary.html(page.errors))
        \(page.notice.map(\.html))
        \(page.caption.map { "<p class=\"caption\">\($0)</p>" as HTML })
        <h1>\(page.heading ?? HTML(page.title))</h1>
        \(page.content)
        </main>
        \(foot(page))
        </body>
        </html>
        """
    }

    private func title(_ page: Page) -> HTML {
        let title: HTML = page.errors.isEmpty ? "\(page.title)" : "\(say: "Error: \(page.title)")"
        return page.frame == .door ? title : "\(title) · \(site.name)"
    }

    private var unreviewed: HTML? {
        guard isUnreviewed else { return nil }
        return """
            <aside class="fictional"\(attribute: "aria-label", say: "About the language")>\(say: "No speaker of this language has checked these words yet.")</aside>

            """
    }

    /// The mark of a demo, with the way to its tour; the public door shows nothing but what it always shows.
    private func band(_ page: Page) -> HTML? {
        guard site.isFictional else { return nil }
        let tour: HTML? = (page.frame == .work ? site.tour : nil).map { " <a href=\"\($0)\">\(say: "The tour")</a>" }
        return """
            <aside class="fictional"\(attribute: "aria-label", say: "Demonstration")>\(say: "FICTIONAL REGION · every person and place on this page is invented")\(tour)</aside>

            """
    }

    private func head(_ page: Page) -> HTML {
        switch page.frame {
        case .door:
            return """
                <header class="top"><div><a class="button exit" href="\(ExitPages.leave.url)" data-exit>\(say: "Leave this page")</a></div></header>
                """
        case .work:
            return """
                <header class="top"><div>
                <a class="mark" href="/">\(site.name)</a>
                \(signedIn.flatMap { places($0, page) })\(signedIn.map(who))
                </div></header>
                """
        }
    }

    private func places(_ signedIn: SignedIn, _ page: Page) -> HTML? {
        let items = site.navigation(signedIn)
        guard !items.isEmpty else { return nil }
        let links: [HTML] = items.map { item in
            "<li><a href=\"\(item.url)\"\(attribute: "aria-current", item.section == page.section ? "page" : nil)>\(item.title)</a></li>"
        }
        return "<nav\(attribute: "aria-label", say: "Main")><ul>\(links)</ul></nav>\n"
    }

    private func who(_ signedIn: SignedIn) -> HTML {
        """
        <div class="who"><span>\(signedIn.name) · \(signedIn.post)</span>
        \(Form.post(SignInAddresses.signOut.url, "<button class=\"link\">\(say: "Sign out")</button>"))</div>
        """
    }

    /// Help stands in the same place and order on every page (WCAG 2.2, 3.2.6).
    private func foot(_ page: Page) -> HTML {
        return """
            <footer class="foot"><div>
            <p><b>\(ring: "Danger now: ring 999.")</b> \(ring: "If you can't speak, ring 999, then press 55.")</p>
            \(page.frame == .work ? dutyDesk : nil)
            \(page.frame == .door ? "<p>\(ring: "Childline: 0800 1111, free, at any time.")</p>" : nil)
            \((page.frame == .door ? nil : site.help).map { "<p><a href=\"\($0)\">\(say: "Help")</a></p>" as HTML })
            </div></footer>
            """
    }

    /// The reader's own desk; all of them where there is no one desk to ring.
    private var dutyDesk: HTML? {
        let desks = signedIn?.dutyDesk.map { [$0] } ?? site.dutyDesks()
        if desks.count < 2 { return desks.first.map { "<p>\(ring: "Duty desk: \($0)")</p>" } }
        let items: [HTML] = desks.map { "<li>\(ringing: $0)</li>" }
        return "<details class=\"desks\"><summary>\(say: "All duty desks")</summary><ul>\(items)</ul></details>"
    }
}
