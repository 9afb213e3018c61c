// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The addresses of what the law asks of a case. A form names the person by the id of their record, never by name.
enum PracticeAddresses {
    /// A form for a case whose report names nobody.
    static let form = Endpoint.page(
        .get, Path("cases") / .word("case") / "record" / .word("form"), who: .may(.workCase), "Asks what is recorded on a case.")
    /// Records on it.
    static let record = Endpoint.page(
        .post, Path("cases") / .word("case") / "record" / .word("form"), who: .may(.workCase), "Records on a case.")
    /// Records on a form that is the reporter's too.
    static let own = Endpoint.page(
        .post, Path("my-reports") / .word("reference") / "record" / .word("form"), who: .may(.addToOwnReport), limit: RateLimit.none,
        "Records on a report of mine, such as the reference that the police gave.")

    static let declarations = [form.declaration, record.declaration, own.declaration]

    /// The form for one person.
    static func url(_ reference: String, _ form: String, _ subject: RecordID?) -> SiteURL {
        Self.form.url((reference, form)).with("about", subject?.description)
    }
}
