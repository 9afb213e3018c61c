// SPDX-License-Identifier: Apache-2.0

/// A word or two with one of three meanings, each always with words: colour alone says nothing.
struct Tag: Sendable {
    /// What it means.
    enum Meaning: String, Sendable {
        case plain = ""
        /// Danger, or a limit that is passed.
        case now
        /// A limit that comes near.
        case due
        /// Done in time.
        case good
    }

    let words: Sentence
    var meaning: Meaning = .plain

    init(_ words: Sentence, _ meaning: Meaning = .plain) {
        self.words = words
        self.meaning = meaning
    }

    /// The tag.
    var html: HTML { "<span class=\"\(meaning == .plain ? "tag" : "tag " + meaning.rawValue)\">\(words)</span>" }
}
