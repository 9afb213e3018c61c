// SPDX-License-Identifier: Apache-2.0

/// The room of keys and secrets (DESIGN rule 1): `MasterKey` -> `AgencyKey` -> `RecordKey` -> sealed documents; blind
/// indexes; passwords, one-time codes, tokens, receipts. It stores nothing and knows no table; randomness is injected.
public enum Vault {
    /// Stands in every derivation and every associated data, so that a later scheme can never be confused with this one.
    static let scheme = "sentinel/vault/1"
}
