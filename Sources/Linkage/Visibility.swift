// SPDX-License-Identifier: Apache-2.0

/// The caller's filter with a memory, for the length of one question.
final class Visibility {
    private static let size = 1_024
    private let isVisible: ((UInt32) -> Bool)?
    private var tags: [UInt32]
    /// 0 not asked, 1 hidden, 2 visible.
    private var answers: [UInt8]

    init(_ isVisible: @escaping (UInt32) -> Bool) {
        self.isVisible = isVisible
        tags = [UInt32](repeating: 0, count: Self.size)
        answers = [UInt8](repeating: 0, count: Self.size)
    }

    /// Lets everything through, without a question.
    init() {
        isVisible = nil
        tags = []
        answers = []
    }

    /// Whether nothing is hidden.
    var isOpen: Bool { isVisible == nil }

    func callAsFunction(_ tag: UInt32) -> Bool {
        guard let isVisible else { return true }
        let place = Int((tag &* 0x9e37_79b1) >> 22)
        if answers[place] != 0, tags[place] == tag { return answers[place] == 2 }
        let answer = isVisible(tag)
        tags[place] = tag
        answers[place] = answer ? 2 : 1
        return answer
    }
}
