// SPDX-License-Identifier: Apache-2.0

/// What a page needs to know of its request to become bytes.
struct Rendering: Sendable {
    /// The sentences of the reader's language.
    let wording: Wording
    /// The forgery token of the reader's session, or nil where nobody is signed in.
    let forgeryToken: String?

    /// In British English, for nobody in particular.
    static let plain = Rendering(wording: .english, forgeryToken: nil)
}

extension HTML {
    /// The finished bytes in UTF-8.
    func rendered(_ rendering: Rendering) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + slots.count * 32)
        var start = 0
        for placed in slots {
            output.append(contentsOf: bytes[start..<placed.offset])
            start = placed.offset
            switch placed.slot {
            case .sentence(let sentence): sentence.append(to: &output, rendering)
            case .ringing(let sentence): Telephone.append(sentence, to: &output, rendering)
            case .forgeryToken: HTMLEscaping.append(rendering.forgeryToken ?? "", to: &output)
            }
        }
        output.append(contentsOf: bytes[start...])
        return output
    }

    /// The finished text, for tests and for mail.
    func text(_ rendering: Rendering = .plain) -> String { String(decoding: rendered(rendering), as: UTF8.self) }
}
