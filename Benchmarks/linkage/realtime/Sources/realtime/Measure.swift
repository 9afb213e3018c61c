// SPDX-License-Identifier: Apache-2.0
import Foundation
import Linkage
import Synchronization

/// Times of single questions.
struct Times {
    private var microseconds: [Double] = []
    /// The same by the processor's time of this thread, which other work on the machine does not lengthen.
    private var processor: [Double] = []

    mutating func time<Result>(_ body: () -> Result) -> Result {
        let clock = ContinuousClock()
        let start = (clock.now, Self.processorTime)
        let result = body()
        processor.append(Self.processorTime - start.1)
        microseconds.append(Self.seconds(clock.now - start.0) * 1e6)
        return result
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }

    static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    /// Median, 99th and 99.9th hundredth, longest.
    var summary: String { "\(Self.summary(microseconds)); by the processor's time \(Self.summary(processor))" }

    private static func summary(_ microseconds: [Double]) -> String {
        let sorted = microseconds.sorted()
        func at(_ share: Double) -> Int { Int(sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))].rounded()) }
        guard !sorted.isEmpty else { return "none" }
        let mean = Int((sorted.reduce(0, +) / Double(sorted.count)).rounded())
        return "\(sorted.count): p50 \(at(0.5)) us, p90 \(at(0.9)), p99 \(at(0.99)), p99.9 \(at(0.999)), "
            + "longest \(at(1)), mean \(mean)"
    }
}

/// Memory in use and at its peak, in MB, as the system sees it.
enum Memory {
    static var now: String {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return "not known" }
        func megabytes(_ name: String) -> Int {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
            return (Int(line.filter(\.isNumber)) ?? 0) / 1024
        }
        return "\(megabytes("VmRSS")) MB, at most \(megabytes("VmHWM")) MB"
    }
}

/// How well answers meet the truth, and how true their probabilities are.
struct Quality {
    private var bins = [(count: Int, stated: Double, right: Int)](repeating: (0, 0, 0), count: 10)
    private var found: [Double: (right: Int, wrong: Int)] = [:]
    private(set) var truePairs = 0

    static let floors = [0.05, 1.0 / 3, 0.5, 0.95]

    mutating func expect(_ pairs: Int) { truePairs += pairs }

    mutating func add(_ probability: Double, isTrue: Bool) {
        for floor in Self.floors where probability >= floor {
            found[floor, default: (0, 0)].right += isTrue ? 1 : 0
            found[floor, default: (0, 0)].wrong += isTrue ? 0 : 1
        }
        guard probability >= 0.05 else { return }
        let bin = min(9, Int(probability * 10))
        bins[bin].count += 1
        bins[bin].stated += probability
        bins[bin].right += isTrue ? 1 : 0
    }

    /// Recall and precision at each floor, the calibration error over pairs stated at .05 and more, and the bands.
    func report(_ name: String) {
        for floor in Self.floors {
            let (right, wrong) = found[floor] ?? (0, 0)
            print(
                "\(name) at \(floor.formatted(.number.precision(.fractionLength(2)))) and more: recall "
                    + "\(share(right, truePairs)), precision \(share(right, right + wrong))")
        }
        let all = bins.reduce(0) { $0 + $1.count }
        let error = bins.reduce(0.0) { $0 + abs($1.stated - Double($1.right)) } / Double(max(all, 1))
        print("\(name) calibration error \(error.formatted(.number.precision(.fractionLength(4)))) over \(all) pairs")
        let bands = bins.filter { $0.count > 0 }.map { bin in
            "\((bin.stated / Double(bin.count)).formatted(.number.precision(.fractionLength(3))))->\(share(bin.right, bin.count)) (\(bin.count))"
        }
        print("\(name) bands, stated->right (pairs): " + bands.joined(separator: "  "))
    }

    private func share(_ part: Int, _ all: Int) -> String {
        (Double(part) / Double(max(all, 1))).formatted(.number.precision(.fractionLength(4)))
    }
}
