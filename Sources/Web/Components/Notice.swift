// SPDX-License-Identifier: Apache-2.0

/// What has just been done, or what should be known now. Read out by screen readers.
struct Notice: Sendable {
    let text: Sentence
    var meaning: Tag.Meaning = .good

    init(_ text: Sentence, _ meaning: Tag.Meaning = .good) {
        self.text = text
        self.meaning = meaning
    }

    /// The line.
    var html: HTML { "<div class=\"notice \(meaning.rawValue)\" role=\"status\"><p>\(text)</p></div>" }

    /// "Saved at 14:32": what a draft shows after every Continue. The script says NOT SENT here when a send fails.
    static func saved(at time: String) -> HTML {
        "<p class=\"soft\" role=\"status\" data-saved>\(say: "Saved at \("<time>\(time)</time>" as HTML). If the signal drops, nothing is lost.")</p>"
    }
}
