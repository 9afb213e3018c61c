// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Synchronization

/// A bucket of tokens for each key: a call takes one, time gives them back. Kept in memory only.
final class TokenBuckets: Sendable {
    private struct Bucket {
        var tokens: Double
        var at: Instant
    }

    private let capacity: Double
    private let perSecond: Double
    private let mostKeys: Int
    private let buckets = Mutex<[String: Bucket]>([:])

    /// Makes buckets.
    /// - Parameters:
    ///   - capacity: tokens of a full bucket.
    ///   - perSecond: tokens that come back each second.
    ///   - mostKeys: where more keys are known, full buckets are forgotten, and then those that were used longest ago.
    init(capacity: Double, perSecond: Double, mostKeys: Int = 50_000) {
        self.capacity = capacity
        self.perSecond = perSecond
        self.mostKeys = mostKeys
    }

    /// Takes a token.
    /// - Returns: nil if there was one; otherwise the seconds to wait for the next.
    func take(_ key: String, at now: Instant) -> Double? {
        buckets.withLock { buckets in
            var bucket = buckets[key] ?? Bucket(tokens: capacity, at: now)
            bucket.tokens = min(capacity, bucket.tokens + max(0, now.seconds(since: bucket.at)) * perSecond)
            bucket.at = now
            let wait: Double? = bucket.tokens >= 1 ? nil : (1 - bucket.tokens) / perSecond
            if wait == nil { bucket.tokens -= 1 }
            if buckets[key] == nil && buckets.count >= mostKeys { forget(in: &buckets, at: now) }
            buckets[key] = bucket
            return wait
        }
    }

    private func forget(in buckets: inout [String: Bucket], at now: Instant) {
        buckets = buckets.filter { $0.value.tokens + now.seconds(since: $0.value.at) * perSecond < capacity }
        guard buckets.count >= mostKeys else { return }
        let kept = buckets.sorted { $0.value.at > $1.value.at }.prefix(mostKeys / 2)
        buckets = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
