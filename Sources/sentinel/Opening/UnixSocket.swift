// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation
import Synchronization

/// The few calls of a Unix socket, each on a thread of its own where it waits.
enum UnixSocket {
    private static let longestLine = 1 << 20
    private static let waiting = DispatchQueue(label: "sentinel.control", attributes: .concurrent)

    /// Listens at a path that only this user may open. A socket left by a dead server is replaced: the store's lock says that none lives.
    static func listen(at path: String) throws -> Int32 {
        unlink(path)
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let old = umask(0o177)
        defer { umask(old) }
        guard descriptor >= 0, withAddress(path, { bind(descriptor, $0, $1) }) == 0, Foundation.listen(descriptor, 8) == 0 else {
            throw Configuration.Fault(description: "The control socket can't be made: \(path): \(String(cString: strerror(errno)))")
        }
        return descriptor
    }

    /// Connections as they come, until the listener is closed.
    static func accept(from listener: Int32) -> AsyncStream<Int32> {
        AsyncStream { continuation in
            waiting.async {
                while true {
                    let connection = Foundation.accept(listener, nil, nil)
                    if connection < 0 {
                        if errno == EINTR { continue }
                        break
                    }
                    continuation.yield(connection)
                }
                continuation.finish()
            }
        }
    }

    /// Stops listening.
    static func close(_ listener: Int32, path: String) {
        shutdown(listener, Int32(SHUT_RDWR))
        Foundation.close(listener)
        unlink(path)
    }

    /// A connection, or nil where nobody listens.
    static func connect(to path: String) -> Int32? {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        if withAddress(path, { Foundation.connect(descriptor, $0, $1) }) == 0 { return descriptor }
        Foundation.close(descriptor)
        return nil
    }

    /// Reads to the end of a line, waiting on another thread.
    static func readLine(_ descriptor: Int32) async -> [UInt8]? {
        await withCheckedContinuation { continuation in waiting.async { continuation.resume(returning: readLineNow(descriptor)) } }
    }

    /// Reads to the end of a line, waiting here.
    static func readLineNow(_ descriptor: Int32) -> [UInt8]? {
        var line: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4096)
        while line.count < longestLine {
            let count = read(descriptor, &part, part.count)
            if count <= 0 { return nil }
            line += part[..<count]
            if line.last == UInt8(ascii: "\n") { return line }
        }
        return nil
    }

    /// Writes everything.
    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }

    private static func withAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8) + [0]
        guard bytes.count <= MemoryLayout.size(ofValue: address.sun_path) else { return -1 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
    }
}
