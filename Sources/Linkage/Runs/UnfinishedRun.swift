// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// What a run has finished so far, kept beside its results until all is written: a run that was broken off and is started again with the
/// same files and settings does no finished phase twice and ends with the same bytes. Only phases that took a while are kept, and only
/// what carries the stamp of the same input counts.
public final class UnfinishedRun: Sendable {
    private let folder: String
    private let inputs: [String]
    private let settings: String
    private let least: Duration
    private let stamp = Mutex<String?>(nil)

    /// A run that keeps its phases in `folder`/unfinished.
    ///
    /// - Parameters:
    ///   - inputs: the files; their content is part of the stamp.
    ///   - settings: everything else that the result depends on.
    ///   - least: a phase that took less is not worth keeping.
    public init(folder: String, inputs: [String], settings: String, keepingFrom least: Duration = .seconds(5)) {
        self.folder = folder + "/unfinished"
        self.inputs = inputs
        self.settings = settings
        self.least = least
    }

    /// Whether an earlier run with the same input was broken off here.
    public var isBegun: Bool {
        guard let data = FileManager.default.contents(atPath: folder + "/stamp") else { return false }
        return String(decoding: data, as: UTF8.self) == currentStamp
    }

    /// Takes what was kept away: the results are written.
    public func finish() { try? FileManager.default.removeItem(atPath: folder) }

    var model: PairModel? {
        guard isBegun, let data = FileManager.default.contents(atPath: folder + "/model.json") else { return nil }
        return try? PairModel(json: [UInt8](data))
    }

    func keep(_ model: PairModel, took: Duration) throws(RegisterError) { try keep(model.json, "model.json", took) }

    /// The pairs scored; nil when none were kept or they don't belong to so many units.
    func pairs(units: Int) -> [ScoredPair]? {
        guard let words = words("pairs"), words.count % 3 == 0 else { return nil }
        var pairs: [ScoredPair] = []
        pairs.reserveCapacity(words.count / 3)
        for at in stride(from: 0, to: words.count, by: 3) {
            let (left, right) = (UInt32(words[at] >> 32), UInt32(truncatingIfNeeded: words[at]))
            guard left < units, right < units else { return nil }
            pairs.append(ScoredPair(left: left, right: right, pattern: words[at + 1], probability: Double(bitPattern: words[at + 2])))
        }
        return pairs
    }

    func keep(_ pairs: [ScoredPair], took: Duration) throws(RegisterError) {
        try keep(
            words: pairs.lazy.flatMap { [UInt64($0.left) << 32 | UInt64($0.right), $0.pattern, $0.probability.bitPattern] }, "pairs", took)
    }

    func groups(units: Int) -> [UInt32]? {
        guard let words = words("groups"), words.count == units, words.allSatisfy({ $0 < UInt64(units) }) else { return nil }
        return words.map { UInt32($0) }
    }

    func keep(_ groups: [UInt32], took: Duration) throws(RegisterError) { try keep(words: groups.lazy.map { UInt64($0) }, "groups", took) }

    // MARK: files

    private func words(_ name: String) -> [UInt64]? {
        guard isBegun, let data = FileManager.default.contents(atPath: folder + "/" + name), data.count % 8 == 0, data.count >= 8 else {
            return nil
        }
        let words = data.withUnsafeBytes { raw in (0..<raw.count / 8).map { raw.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) } }
        // the last word is the sum of the others: a file cut short is not taken for a whole one
        guard words.last == Self.sum(words.dropLast()) else { return nil }
        return Array(words.dropLast())
    }

    private func keep(words: some Sequence<UInt64>, _ name: String, _ took: Duration) throws(RegisterError) {
        if took < least { return }
        var all = Array(words)
        all.append(Self.sum(all[...]))
        try keep(all.withUnsafeBytes { Array($0) }, name, took)
    }

    private static func sum(_ words: ArraySlice<UInt64>) -> UInt64 { words.reduce(0x5eed) { KeyHash.mix($0 ^ $1) } }

    private func keep(_ bytes: [UInt8], _ name: String, _ took: Duration) throws(RegisterError) {
        if took < least { return }
        do {
            if !isBegun {
                try? FileManager.default.removeItem(atPath: folder)
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                try Data(currentStamp.utf8).write(to: URL(fileURLWithPath: folder + "/stamp"), options: .atomic)
            }
            try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name), options: .atomic)
        } catch { throw .unwritable(path: folder) }
    }

    /// A hash of everything that the result depends on; taken once, and only when something is or might be kept.
    private var currentStamp: String {
        stamp.withLock { known in
            if let known { return known }
            var hash = KeyHash.of(Array((settings + "\n1").utf8))
            for path in inputs {
                guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else { continue }
                hash = KeyHash.mix(hash ^ UInt64(data.count))
                data.withUnsafeBytes { raw in
                    var at = 0
                    while at + 8 <= raw.count {
                        hash = (hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x9fb2_1c65_1e98_df25
                        hash ^= hash >> 29
                        at += 8
                    }
                    while at < raw.count {
                        hash = KeyHash.mix(hash ^ UInt64(raw[at]))
                        at += 1
                    }
                }
            }
            let text = String(hash, radix: 16)
            known = text
            return text
        }
    }
}
