// SPDX-License-Identifier: Apache-2.0
public import Ledger
public import Storage
import Vault

/// How the ledger is kept.
public struct LedgerSettings: Sendable {
    /// The file outside the database to which each signed checkpoint is appended; nil keeps them in the database alone.
    public var checkpointFile: String?
    /// Seconds after which what is new is signed for (SECURITY §4.4).
    public var checkpointSeconds = 60.0
    /// Entries after which what is new is signed for.
    public var checkpointEntries = 1000
    /// How long entries are gathered before they are put in sequence, in milliseconds. At most 200 in all are promised (DESIGN rule 2).
    public var gatherMilliseconds = 50

    /// The usual settings.
    public init(checkpointFile: String? = nil) { self.checkpointFile = checkpointFile }
}

extension KeyStore {
    /// The name of this store's log in its checkpoints.
    public var ledgerOrigin: String { "sentinel-\(region)/ledger" }

    /// Signs this store's checkpoints. Throws `CheckpointError.badOrigin` where the region's code holds a space or a plus.
    func checkpointSigner() throws -> CheckpointSigner {
        try CheckpointSigner(origin: ledgerOrigin, privateKey: master.subkey(.ledgerSigning).bytes)
    }

    /// The public key under which this store's checkpoints are verified, by anybody and without the master key.
    public func ledgerVerifierKey() throws -> VerifierKey { try checkpointSigner().verifierKey }
}
