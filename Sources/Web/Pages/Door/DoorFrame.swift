// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// What every page of the door is put in: a title that says nothing, and the way out.
enum DoorFrame {
    /// What a browser's tab and history show of every page.
    static let title: Sentence = "Advice and support"

    /// A page of the door.
    static func page(
        _ heading: Sentence, back: SiteURL? = nil, errors: [FormError] = [], notice: Notice? = nil, refreshSeconds: Int? = nil,
        _ content: HTML
    ) -> Page {
        var page = Page(title: title, heading: "\(heading)", back: back, errors: errors, notice: notice, isNarrow: true, content: content)
        page.frame = .door
        page.refreshSeconds = refreshSeconds
        return page
    }

    /// A refusal that was met at the door, without a word of what the door belongs to.
    static func neutral(_ reply: Reply) -> Reply {
        guard case .page(var page) = reply.content, case .work = page.frame else { return reply }
        page.heading = "\(page.title)"
        page.title = title
        page.frame = .door
        var neutral = reply
        neutral.content = .page(page)
        return neutral
    }
}

/// The desks of the door, as far as the directory in memory knows them: no store is asked, so this shows with the store broken.
struct DoorDesks: Sendable {
    let house: House

    /// How to ring all desks.
    var list: HTML {
        let items: [HTML] = house.doorDesks.map { desk in
            "<li>\(ring: "\(desk.contact.name): \(desk.contact.phone). Hours: \(desk.contact.hours).")</li>"
        }
        return items.isEmpty ? "" : "<ul>\(items)</ul>"
    }

    /// A desk's hours, and what happens where nobody sits there now.
    static func hours(_ desk: DoorDesk) -> HTML {
        let contact = desk.contact
        return desk.isStaffed
            ? "<p>\(ring: "Someone is at the desk now. You can ring \(contact.phone).")</p>"
            : """
            <p>\(ring: "No one is at the desk right now. It is open: \(contact.hours). Its phone is \(contact.phone).")</p>
            <p>\(say: "You can still write to us. What you write is kept safe. If someone is in danger, we ask the next person on our list to look at it at once, day or night.")</p>
            """
    }
}
