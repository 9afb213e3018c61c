// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Tables for the desk's messages, views and briefs.
    static let desk: [String] = [
        // A message is a kind and a path; its words are the page's. Only an address that is in no directory stands in it, sealed.
        """
        CREATE TABLE outbox_message (id {text} PRIMARY KEY, kind {text} NOT NULL, account_id {text}, path {text}, queued_at {integer} NOT NULL,
          next_at {integer} NOT NULL, attempts {integer} NOT NULL, state {text} NOT NULL, last_error {text}, ended_at {integer},
          sealed {blob}) {strict}
        """,
        "CREATE INDEX outbox_due ON outbox_message (state, next_at)",
        "CREATE INDEX outbox_account ON outbox_message (account_id, state, kind)",
        "CREATE TABLE desk_look (account_id {text} PRIMARY KEY, since_at {integer} NOT NULL, seen_at {integer} NOT NULL) {strict}",
        """
        CREATE TABLE saved_view (id {text} PRIMARY KEY, account_id {text} NOT NULL, area {text}, filter {text} NOT NULL, made_at {integer} NOT NULL,
          sealed {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX saved_view_account ON saved_view (account_id)",
        "CREATE INDEX saved_view_area ON saved_view (area)",
        // A decision that a second named person must confirm. Its own words are sealed; those of the answer under an id of their own.
        """
        CREATE TABLE decision_proposal (id {text} PRIMARY KEY, concern_id {text} NOT NULL, outcome {text} NOT NULL, proposed_by {text} NOT NULL,
          proposed_at {integer} NOT NULL, state {text} NOT NULL, answered_by {text}, answered_at {integer}, answer_id {text},
          answer_sealed {blob}, sealed {blob} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX decision_proposal_concern ON decision_proposal (concern_id)",
        "CREATE INDEX decision_proposal_state ON decision_proposal (state, concern_id)",
        "ALTER TABLE decision ADD COLUMN confirmed_by {text}",
        """
        CREATE TABLE shift_hand_over (id {text} PRIMARY KEY, area {text} NOT NULL, written_by {text} NOT NULL, written_at {integer} NOT NULL,
          state {text} NOT NULL, accepted_by {text}, accepted_at {integer}, sealed {blob} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX shift_hand_over_area ON shift_hand_over (area, written_at)",
    ]
}
