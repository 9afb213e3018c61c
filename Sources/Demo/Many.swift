// SPDX-License-Identifier: Apache-2.0

/// Doing many things at once, but not all: so that the store commits them in groups.
enum Many {
    /// How many wait for the store together.
    static let atOnce = 32

    /// Does all of them and returns what each gave, in their order. The first error ends it.
    static func `do`<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ body: @escaping @Sendable (Item) async throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var results = [Result?](repeating: nil, count: items.count)
            var next = 0
            func begin() {
                guard next < items.count else { return }
                let (place, item) = (next, items[next])
                group.addTask { (place, try await body(item)) }
                next += 1
            }
            for _ in 0..<atOnce { begin() }
            while let (place, result) = try await group.next() {
                results[place] = result
                begin()
            }
            return results.compactMap { $0 }
        }
    }
}
