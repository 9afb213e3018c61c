// SPDX-License-Identifier: Apache-2.0
import Foundation
import Vault

/// The master key on disk: one line of base64, mode 0600, outside the data folder.
enum MasterKeyFile {
    /// Why the key can't be used, and the mend.
    enum Fault: Error, CustomStringConvertible {
        case missing(String)
        case unreadable(String)
        case there(String)
        case insideData(String)

        var description: String {
            switch self {
            case .missing(let path):
                "There is no master key at \(path). Run `sentinel setup`, or put the key back from the recovery sheet: `sentinel key restore`."
            case .unreadable(let path): "The master key at \(path) is not one line of base64 of 32 bytes."
            case .there(let path): "There is a master key at \(path) already. Sentinel never writes over one."
            case .insideData(let path): "The master key \(path) lies inside the data folder. Move it out and set SENTINEL_MASTER_KEY_FILE."
            }
        }
    }

    /// Reads the key.
    static func read(_ configuration: Configuration) throws -> MasterKey {
        let path = configuration.masterKeyFile
        try checkPlace(configuration)
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw Fault.missing(path) }
        guard let data = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)), data.count == 32 else {
            throw Fault.unreadable(path)
        }
        return try MasterKey(bytes: Array(data))
    }

    /// Writes a new key. Throws where there is one already.
    static func write(_ key: MasterKey, _ configuration: Configuration) throws {
        let path = configuration.masterKeyFile
        try checkPlace(configuration)
        guard !FileManager.default.fileExists(atPath: path) else { throw Fault.there(path) }
        try FileManager.default.createDirectory(
            at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
        let text = Data(key.bytes).base64EncodedString() + "\n"
        guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]) else {
            throw Fault.unreadable(path)
        }
    }

    private static func checkPlace(_ configuration: Configuration) throws {
        let data = URL(fileURLWithPath: configuration.data).standardizedFileURL.path + "/"
        let key = URL(fileURLWithPath: configuration.masterKeyFile).standardizedFileURL.path
        if key.hasPrefix(data) { throw Fault.insideData(key) }
    }
}
