// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// The address of the ledger.
enum LedgerAddresses {
    /// Who did what, when and why, newest first.
    static let ledger = Endpoint.page(.get, Path("ledger"), who: .may(.readLedger), "Lists who did what, when and why.")
    /// The newest signed checkpoint as a file, to be kept outside.
    static let checkpoint = Endpoint.page(
        .get, Path("ledger/checkpoint"), who: .may(.readLedger), "Gives the newest signed checkpoint, to be kept outside.")

    static let declarations = [ledger.declaration, checkpoint.declaration]
}
