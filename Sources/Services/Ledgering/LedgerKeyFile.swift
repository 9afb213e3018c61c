// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Ledger
public import Storage

/// The file `ledger.vkey`: one line, the public key under which anybody verifies this store's checkpoints. Not a secret, and worth keeping
/// elsewhere too: who takes the key from the store trusts the store.
public struct LedgerKeyFile: Sendable {
    /// Where it stands.
    public let path: String

    /// The file at a path; it need not be there yet.
    public init(path: String) { self.path = path }

    /// Writes the store's public key, at its founding. Throws where the file can't be written.
    public func write(_ keys: KeyStore) throws {
        try Data((try keys.ledgerVerifierKey().description + "\n").utf8).write(to: URL(filePath: path), options: .atomic)
    }

    /// The key in the file. Throws `CheckpointError.badKey` where it holds none.
    public func read() throws -> VerifierKey {
        try VerifierKey(parsing: String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self))
    }
}
