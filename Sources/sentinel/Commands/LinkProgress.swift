// SPDX-License-Identifier: Apache-2.0
import Foundation
import Linkage
import Synchronization

/// A bar on the terminal while a register is linked. Only where somebody looks: written to the terminal behind standard error, nothing
/// when that is a file.
final class LinkProgress: Sendable {
    private static let isTerminal = isatty(STDERR_FILENO) == 1
    private let last = Mutex("")

    /// Shows how far a phase is.
    func show(_ phase: LinkPhase, _ share: Double) {
        guard Self.isTerminal else { return }
        let full = Int((min(max(share, 0), 1) * 30).rounded())
        let bar = String(repeating: "█", count: full) + String(repeating: "·", count: 30 - full)
        let text = "\r\(phase.rawValue.padding(toLength: 11, withPad: " ", startingAt: 0)) \(bar) \(Int(share * 100)) %\u{1B}[K"
        last.withLock { last in
            if last == text { return }
            last = text
            FileHandle.standardError.write(Data(text.utf8))
        }
    }

    /// A line above the bar.
    func line(_ text: String) {
        clear()
        Say.line(text)
    }

    /// Takes the bar away.
    func clear() {
        guard Self.isTerminal else { return }
        last.withLock { last in
            if last.isEmpty { return }
            last = ""
            FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
        }
    }
}
