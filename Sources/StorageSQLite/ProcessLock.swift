// SPDX-License-Identifier: Apache-2.0

import Foundation
import Storage
import Synchronization

/// Keeps a second process away from a store: an exclusive lock that the system takes back when the process ends, however it ends.
final class ProcessLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// Takes the lock. Throws `inUse` where somebody holds it, with the number of that process.
    init(path: String) throws(StorageError) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw StorageError(.unavailable, detail: "lock file: " + String(cString: strerror(errno))) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(file)
            close(file)
            throw StorageError(.inUse, detail: holder.map { "process \($0)" })
        }
        let text = Array("\(getpid())\n".utf8)
        // The number is a help for people only; the lock itself does not depend on it.
        if ftruncate(file, 0) == 0 { _ = pwrite(file, text, text.count, 0) }
        descriptor = Mutex(file)
    }

    /// Lets go of the lock. Safe to call twice.
    func release() {
        descriptor.withLock { descriptor in
            if let file = descriptor {
                // Unlocked in words: a child that is just being started still holds a copy of the descriptor, and with it the lock.
                flock(file, LOCK_UN)
                close(file)
            }
            descriptor = nil
        }
    }

    deinit { release() }

    private static func holder(_ file: Int32) -> Int? {
        var buffer = [UInt8](repeating: 0, count: 16)
        let length = pread(file, &buffer, buffer.count, 0)
        guard length > 0 else { return nil }
        return Int(String(decoding: buffer[..<length], as: UTF8.self).prefix { $0.isNumber })
    }
}
