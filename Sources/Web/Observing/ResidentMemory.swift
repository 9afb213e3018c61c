// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The memory that this process holds.
enum ResidentMemory {
    /// Bytes, from the kernel; nil where it does not tell.
    static func bytes() -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") })
        else { return nil }
        return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
    }
}
