// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation
import Synchronization

/// Makes PDF of an HTML document: a child process that reads the document and writes the file over pipes. Nothing is written to disk and
/// nothing fetched; memory and time are held by the child's own limits and by a deadline here.
public struct PDFPrinter: Sendable {
    /// The Python of the virtual environment that has WeasyPrint.
    let python: String
    /// The program that it runs (`scripts/print_pdf.py`).
    let program: String
    /// Seconds after which the child is ended.
    var seconds = 25.0

    /// The largest file taken from the child.
    static let largest = 10_000_000
    /// So many are made at a time; who comes then is asked to try again.
    static let most = 2
    private static let running = Mutex(0)

    /// Why there is no file.
    enum Fault: Error {
        /// Others are being made.
        case busy
        /// The child could not be started, ended with a fault or took too long.
        case failed
    }

    /// A printer, or nil where one of the two files is not there.
    public init?(python: String, program: String) {
        guard FileManager.default.isExecutableFile(atPath: python), FileManager.default.fileExists(atPath: program) else { return nil }
        self.python = python
        self.program = program
    }

    /// The file.
    /// - Throws: `Fault`.
    func pdf(_ document: [UInt8]) async throws(Fault) -> [UInt8] {
        let admitted = Self.running.withLock { count in
            guard count < Self.most else { return false }
            count += 1
            return true
        }
        guard admitted else { throw .busy }
        defer { Self.running.withLock { $0 -= 1 } }
        let bytes = await withCheckedContinuation { (continuation: CheckedContinuation<[UInt8]?, Never>) in
            DispatchQueue.global().async { continuation.resume(returning: run(document)) }
        }
        guard let bytes else { throw .failed }
        return bytes
    }

    private func run(_ document: [UInt8]) -> [UInt8]? {
        // Nothing of the server's own settings or secrets is handed on.
        let child = ChildProcess(
            path: python, arguments: ["-I", "-B", program], environment: ["HOME": "/nonexistent", "LANG": "C.UTF-8"])
        let file = child.answer(to: document, seconds: seconds, largest: Self.largest)
        return file.flatMap { $0.starts(with: Array("%PDF-".utf8)) ? $0 : nil }
    }
}
