// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Tables for the public door. A draft is found by the hash of the key in its writer's cookie alone; who sent it stands nowhere. Once it is
    /// sent, its words are gone from here and the row only shows the receipt again, until it is a day old.
    static let door: [String] = [
        """
        CREATE TABLE door_draft (id {text} PRIMARY KEY, key_hash {blob} NOT NULL UNIQUE, kind {text} NOT NULL, started_at {integer} NOT NULL,
          saved_at {integer} NOT NULL, state {text} NOT NULL, concern_id {text}, sealed {blob}) {strict}
        """,
        "CREATE INDEX door_draft_saved ON door_draft (saved_at)",
        "CREATE INDEX door_draft_state ON door_draft (state)",
        """
        CREATE TABLE door_receipt (receipt_hash {blob} PRIMARY KEY, concern_id {text} NOT NULL UNIQUE, made_at {integer} NOT NULL,
          expires_at {integer} NOT NULL, kept_at {integer}, withdrawn_at {integer}) {strict}
        """,
        """
        CREATE TABLE contact_disclosure (id {text} PRIMARY KEY, concern_id {text} NOT NULL, team_id {text} NOT NULL, ground {text} NOT NULL,
          decided_by {text} NOT NULL, decided_at {integer} NOT NULL, sealed {blob} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX contact_disclosure_concern ON contact_disclosure (concern_id)",
    ]
}
