// SPDX-License-Identifier: Apache-2.0

/// The newest signed checkpoint, and how to hold the ledger against it.
enum CheckpointCard {
    static func html(_ checkpoint: String?) -> HTML {
        let note: HTML =
            checkpoint.map {
                """
                <pre tabindex="0"\(attribute: "aria-label", say: "Checkpoint")><code>\($0)</code></pre>\
                \(Button.row(Button.link("Save the checkpoint", LedgerAddresses.checkpoint.url)))
                """
            } ?? "<p>\(say: "No checkpoint is signed yet. The first follows within minutes of the first entry.")</p>"
        return Card.html(
            "checkpoint", "Has anybody changed it?",
            """
            <p>\(say: "Entries stand in a log in which none can be changed, left out or put in afterwards without being found. A checkpoint signs for all entries up to its number.")</p>
            \(note)
            <ol>
            <li>\(say: "Keep checkpoints outside this system: print them, or save them where nobody who runs the system can write.")</li>
            <li>\(say: "On a copy of the store, on any machine and without its keys, run \("<code>sentinel ledger verify</code>" as HTML) with a checkpoint that you kept.")</li>
            <li>\(say: "It names every entry and row that does not fit. Nothing named: since that checkpoint nothing was changed.")</li>
            </ol>
            """)
    }
}
