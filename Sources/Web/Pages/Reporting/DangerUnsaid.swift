// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// Whether somebody is in danger is never passed over without a word. It is asked once more, and never blocks (RULE 2.1): Continue a
/// second time goes on, and the report can be sent as it stands at any moment.
enum DangerUnsaid {
    private static let field = "asked_again"

    /// What the page says that comes back once. `answers` are those of the page that was sent.
    static func error(_ answers: [String: Answer?], _ form: FormData) -> FormError? {
        guard case .some(.none) = answers[QuestionID.dangerNow], !form.has(field), !form.has("send") else { return nil }
        return FormError(QuestionID.dangerNow, "Say whether anyone is in danger now. If you can't say, press Continue again")
    }

    /// What the page carries that came back.
    static let said: HTML = Form.hidden(field, "yes")
}
