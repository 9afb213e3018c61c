// SPDX-License-Identifier: Apache-2.0

/// Something that opens when it is wanted.
enum Disclosure {
    /// A line that opens.
    static func html(_ summary: Sentence, isOpen: Bool = false, _ content: HTML) -> HTML {
        "<details\(flag: "open", isOpen)><summary>\(summary)</summary><div class=\"inside\">\(content)</div></details>"
    }
}
