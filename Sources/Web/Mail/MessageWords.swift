// SPDX-License-Identifier: Apache-2.0
public import Services

/// The words of messages. Each is whole in itself and the same for everybody: whoever reads the mail on the way, or over a shoulder, learns
/// that somebody works with Sentinel and nothing else.
public enum MessageWords {
    /// Subject and text of a kind of message with its link.
    public static func of(_ kind: MessageKind, link: String) -> (subject: String, text: String) {
        let (subject, told, next) = words(kind)
        let foot: Sentence = "This message holds no details on purpose. Do not answer it; nobody reads the answers."
        return (subject.text(), [told.text(), "", next.text(), link, "", foot.text(), ""].joined(separator: "\n"))
    }

    private static func words(_ kind: MessageKind) -> (subject: Sentence, told: Sentence, next: Sentence) {
        switch kind {
        case .escalation:
            (
                "Sentinel: something has come to you",
                "A time limit has passed or a hand-over has not been accepted, and you are next on call.",
                "Sign in and take it on. If you do not, it goes to the next person:"
            )
        case .uncovered:
            (
                "Sentinel: nobody is on duty", "An area has nobody on duty, and you are next on call.",
                "Sign in and take it on. If you do not, it goes to the next person:"
            )
        case .secondPerson:
            (
                "Sentinel: a decision needs a second person",
                "A colleague has proposed a decision that a second named person must confirm or send back. The clock runs meanwhile.",
                "Sign in to read it:"
            )
        case .sentBack:
            ("Sentinel: your proposal was sent back", "A decision that you proposed was sent back, with a reason.", "Sign in to read it:")
        case .returned:
            ("Sentinel: a hand-over was refused", "A hand-over of yours was refused, and it is back at the desk.", "Sign in to see it:")
        case .handOver:
            (
                "Sentinel: a hand-over waits for your team", "A hand-over waits for a named person in your team to accept it.",
                "Sign in to see it:"
            )
        case .allegation:
            (
                "Sentinel: something has come in that your duty is told of",
                "A desk has something that your duty is to be told of at once. Ring that desk: it has decided nothing yet.",
                "Sign in to see which desk:"
            )
        case .unreadableRows:
            ("Sentinel: rows of an import could not be read", "Rows of an import wait for somebody to settle them.", "Sign in to see them:")
        case .verifyEmail:
            (
                "Confirm your work e-mail address", "Somebody gave this as their work e-mail address. If it was you, confirm it.",
                "If it was not you, do nothing. To confirm:"
            )
        }
    }
}
