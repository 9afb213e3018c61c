// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Writes lines of bytes to a file through a buffer.
struct TableWriter: ~Copyable {
    private let handle: FileHandle
    private let path: String
    private var buffer: [UInt8] = []

    init(path: String) throws(RegisterError) {
        guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path) else {
            throw .unwritable(path: path)
        }
        self.handle = handle
        self.path = path
        buffer.reserveCapacity(1 << 20)
    }

    mutating func write(_ text: String) throws(RegisterError) {
        buffer.append(contentsOf: text.utf8)
        try flush(above: 1 << 20)
    }

    mutating func write(_ bytes: ArraySlice<UInt8>) throws(RegisterError) {
        buffer.append(contentsOf: bytes)
        try flush(above: 1 << 20)
    }

    /// A value as a field: quoted where it must be.
    mutating func writeField(_ bytes: ArraySlice<UInt8>) {
        guard bytes.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
            buffer.append(contentsOf: bytes)
            return
        }
        buffer.append(0x22)
        for byte in bytes {
            if byte == 0x22 { buffer.append(0x22) }
            buffer.append(byte)
        }
        buffer.append(0x22)
    }

    private mutating func flush(above limit: Int) throws(RegisterError) {
        if buffer.count < limit || buffer.isEmpty { return }
        do { try handle.write(contentsOf: Data(buffer)) } catch { throw .unwritable(path: path) }
        buffer.removeAll(keepingCapacity: true)
    }

    mutating func close() throws(RegisterError) {
        try flush(above: 0)
        do { try handle.close() } catch { throw .unwritable(path: path) }
    }
}
