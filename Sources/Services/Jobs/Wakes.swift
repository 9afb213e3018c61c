// SPDX-License-Identifier: Apache-2.0

/// What wakes a follower of the store: commits, bells, and the clock for what nobody rings for.
enum Wakes {
    /// A stream that yields at once, after each element of any of the streams, and at least once in every `period`. Wakes that nobody has
    /// taken yet count as one. It ends when the consumer's task is cancelled.
    static func from(_ streams: [AsyncStream<Void>], every period: Duration) -> AsyncStream<Void> {
        let (wakes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        continuation.yield()
        let ringing = Task {
            await withTaskGroup { group in
                for stream in streams {
                    group.addTask { for await _ in stream { continuation.yield() } }
                }
                group.addTask {
                    while (try? await Task.sleep(for: period)) != nil { continuation.yield() }
                }
            }
        }
        continuation.onTermination = { _ in ringing.cancel() }
        return wakes
    }
}
