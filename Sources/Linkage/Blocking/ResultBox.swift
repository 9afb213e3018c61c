// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Results of pieces of work, each put at its own place.
final class ResultBox<Element: Sendable>: Sendable {
    private let values: Mutex<[Element?]>

    init(_ count: Int) { values = Mutex([Element?](repeating: nil, count: count)) }

    func put(_ value: Element, at index: Int) { values.withLock { $0[index] = value } }

    var all: [Element] { values.withLock { $0.compactMap { $0 } } }
}

/// Hands out numbers, each once.
final class Counter: Sendable {
    private let next = Atomic<Int>(0)

    func take(below limit: Int) -> Int? {
        let taken = next.add(1, ordering: .relaxed).oldValue
        return taken < limit ? taken : nil
    }
}
