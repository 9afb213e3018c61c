// SPDX-License-Identifier: Apache-2.0

extension Metrics {
    /// All series in the Prometheus text format, version 0.0.4, names prefixed with `sentinel_`.
    func prometheusText() -> String {
        let state = snapshot
        var lines: [String] = []
        func write<Value>(_ series: [Series: Value], kind: String, _ samples: (Series, Value) -> [String]) {
            let ordered = series.sorted { ($0.key.name, $0.key.labels) < ($1.key.name, $1.key.labels) }
            var last = ""
            for (key, value) in ordered {
                if key.name != last { lines.append("# TYPE sentinel_\(key.name) \(kind)") }
                last = key.name
                lines += samples(key, value)
            }
        }
        write(state.counters, kind: "counter") { ["\($0.line()) \($1)"] }
        write(state.gauges, kind: "gauge") { ["\($0.line()) \($1)"] }
        write(state.histograms, kind: "histogram") { series, histogram in
            var total: UInt64 = 0
            let buckets = zip(Histogram.bounds.map { "\($0)" } + ["+Inf"], histogram.counts).map { bound, count in
                total += count
                return "\(series.line("_bucket", adding: "le=\"\(bound)\"")) \(total)"
            }
            return buckets + ["\(series.line("_sum")) \(histogram.sum)", "\(series.line("_count")) \(total)"]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Metrics.Series {
    fileprivate func line(_ suffix: String = "", adding label: String? = nil) -> String {
        let all = [labels, label ?? ""].filter { !$0.isEmpty }.joined(separator: ",")
        return "sentinel_\(name)\(suffix)" + (all.isEmpty ? "" : "{\(all)}")
    }
}
