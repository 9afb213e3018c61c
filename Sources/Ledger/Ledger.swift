// SPDX-License-Identifier: Apache-2.0

/// The room of the append-only log: pure values and functions, no database and no clock (DESIGN rule 2, SECURITY §4).
///
/// The way of an entry: `LedgerEntry.canonicalBytes()` -> `MerkleTree.leafHash` -> `MerkleAppender.append` -> nodes to store;
/// now and then `CheckpointSigner.sign` -> a C2SP note; `LedgerVerifier` reads everything back and names what was changed.
public enum Ledger {
    /// The version written into each entry. A newer reader keeps reading older versions.
    public static let entryVersion: Int64 = 1
}
