// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Tables for need to know between agencies.
    static let sharing: [String] = [
        // What one agency lets another know: a row of the directory, effective-dated. `holder_id` holds the records, `reader_id` reads.
        """
        CREATE TABLE share_agreement (id {text} PRIMARY KEY, holder_id {text} NOT NULL, reader_id {text} NOT NULL, share_rule {text} NOT NULL,
          valid_from {integer} NOT NULL, valid_to {integer}, sealed {blob} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        // Asking for more of a piece than is shown: `concern_id` is the asker's, `other_concern_id` holds the piece.
        """
        CREATE TABLE share_ask (id {text} PRIMARY KEY, concern_id {text} NOT NULL, other_concern_id {text} NOT NULL, asked_by {text} NOT NULL,
          agency_id {text} NOT NULL, asked_at {integer} NOT NULL, due_good {integer} NOT NULL, due_hard {integer} NOT NULL, state {text} NOT NULL,
          answered_by {text}, answered_at {integer}, sealed {blob}, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX share_ask_other ON share_ask (other_concern_id, state)",
        "CREATE INDEX share_ask_concern ON share_ask (concern_id)",
        "CREATE INDEX share_ask_state ON share_ask (state, due_hard)",
        """
        CREATE TABLE shut_out_agency (concern_id {text} NOT NULL, agency_id {text} NOT NULL, state {text} NOT NULL, set_by {text} NOT NULL,
          set_at {integer} NOT NULL, reason_id {text} NOT NULL, sealed {blob} NOT NULL, salt {blob} NOT NULL,
          PRIMARY KEY (concern_id, agency_id)) {strict}
        """,
        "CREATE INDEX shut_out_agency_agency ON shut_out_agency (agency_id)",
        // A person whose identity is protected: the record of a mention. Nothing that others hold is ever offered as a match of it.
        """
        CREATE TABLE protected_identity (id {text} PRIMARY KEY, concern_id {text} NOT NULL, state {text} NOT NULL, set_by {text} NOT NULL,
          set_at {integer} NOT NULL, reason_id {text} NOT NULL, sealed {blob} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX protected_identity_concern ON protected_identity (concern_id)",
        // What would have been a match of it: for the duty holder alone. The protected record stands first.
        """
        CREATE TABLE protected_match (record_id {text} NOT NULL, other_record_id {text} NOT NULL, concern_id {text} NOT NULL,
          other_concern_id {text} NOT NULL, found_at {integer} NOT NULL, PRIMARY KEY (record_id, other_record_id)) {strict-keyed}
        """,
        // Own-name, relative's and bulk look-ups, one row a person, kind and day: for professional standards.
        """
        CREATE TABLE look_up (id {text} PRIMARY KEY, account_id {text} NOT NULL, kind {text} NOT NULL, day {text} NOT NULL, amount {integer} NOT NULL,
          first_at {integer} NOT NULL, last_at {integer} NOT NULL, state {text} NOT NULL, reviewed_by {text}, reviewed_at {integer},
          reason_id {text}, sealed {blob}, salt {blob} NOT NULL, UNIQUE (account_id, kind, day)) {strict}
        """,
        // What is counted of each person's looks, before it is anything to tell of.
        """
        CREATE TABLE look_up_count (account_id {text} NOT NULL, kind {text} NOT NULL, day {text} NOT NULL, amount {integer} NOT NULL,
          first_at {integer} NOT NULL, last_at {integer} NOT NULL, PRIMARY KEY (account_id, kind, day)) {strict-keyed}
        """,
        // By which way a reply went; null where it is read inside Sentinel.
        "ALTER TABLE reply ADD COLUMN channel {text}",
    ]
}
