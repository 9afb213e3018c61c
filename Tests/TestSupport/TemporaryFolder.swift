// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder for one test.
public enum TemporaryFolder {
    /// Makes a folder, hands its path to `body`, and removes it with everything in it.
    public static func with<T>(_ body: (String) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sentinel-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder.path)
    }
}
