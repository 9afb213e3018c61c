// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Counters, gauges and histograms of the whole server. Labels are route patterns, statuses and codes: never anything about a person.
public final class Metrics: Sendable {
    /// The name and the labels of one series, as Prometheus writes them: `requests_total{route="GET /desk"}`.
    struct Series: Hashable, Sendable {
        let name: String
        let labels: String

        init(_ name: StaticString, _ labels: [(String, String)]) {
            self.name = name.description
            self.labels = labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
        }

        private static func escaped(_ text: String) -> String {
            text.filter { $0.isASCII && $0 != "\"" && $0 != "\\" && !$0.isNewline }
        }
    }

    /// Counts of durations by upper bound.
    struct Histogram: Sendable {
        /// Seconds.
        static let bounds: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
        var counts = [UInt64](repeating: 0, count: bounds.count + 1)
        var sum = 0.0
    }

    struct State: Sendable {
        var counters: [Series: UInt64] = [:]
        var gauges: [Series: Double] = [:]
        var histograms: [Series: Histogram] = [:]
    }

    private let state = Mutex(State())

    /// An empty registry.
    public init() {}

    /// Adds to a counter.
    public func count(_ name: StaticString, _ labels: [(String, String)] = [], by amount: UInt64 = 1) {
        let series = Series(name, labels)
        state.withLock { $0.counters[series, default: 0] += amount }
    }

    /// Sets a gauge.
    public func set(_ name: StaticString, _ labels: [(String, String)] = [], to value: Double) {
        let series = Series(name, labels)
        state.withLock { $0.gauges[series] = value }
    }

    /// Adds to a gauge; a negative amount takes from it.
    public func add(_ name: StaticString, _ amount: Double) {
        let series = Series(name, [])
        state.withLock { $0.gauges[series, default: 0] += amount }
    }

    /// Adds a duration to a histogram.
    public func observe(_ name: StaticString, _ labels: [(String, String)] = [], seconds: Double) {
        let series = Series(name, labels)
        let index = Histogram.bounds.firstIndex { seconds <= $0 } ?? Histogram.bounds.count
        state.withLock { state in
            state.histograms[series, default: Histogram()].counts[index] += 1
            state.histograms[series, default: Histogram()].sum += seconds
        }
    }

    /// Everything at this moment.
    var snapshot: State { state.withLock { $0 } }
}
