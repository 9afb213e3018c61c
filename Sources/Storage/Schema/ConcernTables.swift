// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Concerns, the records in them, and all that is done with them. Lists of codes stand as text with a space before and after
    /// each code (` online away `), so that statistics are plain SQL on both engines (DESIGN rule 1).
    static let concerns: [String] = [
        """
        CREATE TABLE concern (id {text} PRIMARY KEY, reference {text} NOT NULL UNIQUE, version {integer} NOT NULL, standard {text} NOT NULL,
          region {text} NOT NULL, agency_id {text} NOT NULL, reporter_id {text}, channel {text} NOT NULL, received_at {integer} NOT NULL,
          status {text} NOT NULL, urgency {text} NOT NULL, subject_kind {text} NOT NULL, age_group {text} NOT NULL, crimes {text} NOT NULL,
          signs {text} NOT NULL, settings {text} NOT NULL, broad_settings {text} NOT NULL, relationships {text} NOT NULL,
          owning_area {text}, told_areas {text} NOT NULL, restricted {integer} NOT NULL, taken_by {text}, taken_at {integer},
          due_good {integer} NOT NULL, due_hard {integer} NOT NULL, outcome {text}, decided_at {integer}, replied_at {integer},
          legal_regime {text} NOT NULL, purpose {text} NOT NULL, share_rule {text} NOT NULL, retention_class {text} NOT NULL,
          review_at {integer} NOT NULL, legal_hold {integer} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        // Everything that a queue sorts, filters and counts by: a desk with thousands of open concerns reads no more rows than it shows.
        """
        CREATE INDEX concern_queue ON concern (owning_area, status, due_hard, urgency, restricted, taken_by, reporter_id, told_areas, crimes,
          agency_id, received_at, id)
        """,
        "CREATE INDEX concern_reporter ON concern (reporter_id, received_at)",
        """
        CREATE TABLE record (id {text} NOT NULL, version {integer} NOT NULL, kind {text} NOT NULL, concern_id {text} NOT NULL, agency_id {text} NOT NULL,
          region {text} NOT NULL, role {text}, created_at {integer} NOT NULL, created_by {text}, legal_regime {text} NOT NULL, purpose {text} NOT NULL,
          share_rule {text} NOT NULL, retention_class {text} NOT NULL, review_at {integer} NOT NULL, legal_hold {integer} NOT NULL,
          sealed {blob} NOT NULL, salt {blob} NOT NULL, PRIMARY KEY (id, version)) {strict}
        """,
        "CREATE INDEX record_concern ON record (concern_id, kind)",
        """
        CREATE TABLE blind_index (kind {text} NOT NULL, value {blob} NOT NULL, record_id {text} NOT NULL, concern_id {text} NOT NULL,
          PRIMARY KEY (kind, value, record_id)) {strict}
        """,
        "CREATE INDEX blind_index_record ON blind_index (record_id)",
        """
        CREATE TABLE piece_link (concern_id {text} NOT NULL, record_id {text} NOT NULL, other_concern_id {text} NOT NULL, other_record_id {text} NOT NULL,
          weight {integer} NOT NULL, relation {text} NOT NULL, evidence {text} NOT NULL, model {text} NOT NULL, found_at {integer} NOT NULL,
          PRIMARY KEY (concern_id, record_id, other_record_id)) {strict-keyed}
        """,
        """
        CREATE TABLE match_answer (id {text} PRIMARY KEY, concern_id {text} NOT NULL, record_id {text} NOT NULL, other_record_id {text} NOT NULL,
          answer {text} NOT NULL, answered_by {text} NOT NULL, answered_at {integer} NOT NULL, undone_by {text}, undone_at {integer},
          salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX match_answer_concern ON match_answer (concern_id)",
        """
        CREATE TABLE decision (id {text} PRIMARY KEY, concern_id {text} NOT NULL, outcome {text} NOT NULL, threshold {text}, decided_by {text} NOT NULL,
          decided_at {integer} NOT NULL, unanswered_matches {integer} NOT NULL, standard {text} NOT NULL, sealed {blob} NOT NULL,
          salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX decision_concern ON decision (concern_id)",
        """
        CREATE TABLE hand_over (id {text} PRIMARY KEY, concern_id {text} NOT NULL, decision_id {text} NOT NULL, team_id {text} NOT NULL, duty {text} NOT NULL,
          state {text} NOT NULL, urgent {integer} NOT NULL, offered_by {text} NOT NULL, offered_at {integer} NOT NULL, due_good {integer} NOT NULL, due_hard {integer} NOT NULL,
          answered_by {text}, answered_at {integer}, refusal {text}, sealed {blob} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX hand_over_concern ON hand_over (concern_id)",
        "CREATE INDEX hand_over_team ON hand_over (team_id, state)",
        "CREATE INDEX hand_over_state ON hand_over (state, concern_id)",
        """
        CREATE TABLE reply (id {text} PRIMARY KEY, concern_id {text} NOT NULL, written_by {text} NOT NULL, written_at {integer} NOT NULL, chosen {text},
          read_at {integer}, sealed {blob} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX reply_concern ON reply (concern_id)",
        """
        CREATE TABLE addendum (id {text} PRIMARY KEY, concern_id {text} NOT NULL, written_by {text} NOT NULL, written_at {integer} NOT NULL,
          sealed {blob} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX addendum_concern ON addendum (concern_id)",
        """
        CREATE TABLE emergency_access (id {text} PRIMARY KEY, concern_id {text} NOT NULL, account_id {text} NOT NULL, opened_at {integer} NOT NULL,
          until_at {integer} NOT NULL, sealed {blob} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX emergency_access_concern ON emergency_access (concern_id)",
        """
        CREATE TABLE shut_out (concern_id {text} NOT NULL, account_id {text} NOT NULL, state {text} NOT NULL, set_by {text} NOT NULL,
          set_at {integer} NOT NULL, reviewed_by {text}, reviewed_at {integer}, review_id {text}, sealed {blob}, salt {blob} NOT NULL,
          PRIMARY KEY (concern_id, account_id)) {strict}
        """,
        "CREATE INDEX shut_out_account ON shut_out (account_id)",
    ]

    /// Cases, drafts, notices, escalations and imports.
    static let work: [String] = [
        """
        CREATE TABLE case_file (id {text} PRIMARY KEY, reference {text} NOT NULL UNIQUE, concern_id {text} NOT NULL, team_id {text} NOT NULL,
          agency_id {text} NOT NULL, opened_by {text} NOT NULL, opened_at {integer} NOT NULL, state {text} NOT NULL, outcome {text}, closed_by {text},
          closed_at {integer}, sealed {blob}, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX case_file_concern ON case_file (concern_id)",
        "CREATE INDEX case_file_team ON case_file (team_id, state)",
        """
        CREATE TABLE case_member (case_id {text} NOT NULL, account_id {text} NOT NULL, concern_id {text} NOT NULL, joined_at {integer} NOT NULL,
          left_at {integer}, salt {blob} NOT NULL, PRIMARY KEY (case_id, account_id)) {strict}
        """,
        "CREATE INDEX case_member_concern ON case_member (concern_id)",
        """
        CREATE TABLE case_event (id {text} PRIMARY KEY, case_id {text} NOT NULL, kind {text} NOT NULL, happened {text} NOT NULL, written_by {text} NOT NULL,
          written_at {integer} NOT NULL, sealed {blob} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX case_event_case ON case_event (case_id)",
        """
        CREATE TABLE case_action (id {text} PRIMARY KEY, case_id {text} NOT NULL, owner_id {text} NOT NULL, due_at {integer} NOT NULL, state {text} NOT NULL,
          outcome {text}, set_by {text} NOT NULL, set_at {integer} NOT NULL, finished_at {integer}, sealed {blob} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX case_action_case ON case_action (case_id)",
        """
        CREATE TABLE draft (id {text} PRIMARY KEY, account_id {text} NOT NULL, started_at {integer} NOT NULL, saved_at {integer} NOT NULL,
          sealed {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX draft_account ON draft (account_id)",
        """
        CREATE TABLE notice (id {text} PRIMARY KEY, account_id {text}, team_id {text}, area {text}, kind {text} NOT NULL, concern_id {text},
          made_at {integer} NOT NULL, read_at {integer}, read_by {text}) {strict}
        """,
        "CREATE INDEX notice_account ON notice (account_id, read_at)",
        "CREATE INDEX notice_concern ON notice (concern_id)",
        """
        CREATE TABLE escalation (id {text} PRIMARY KEY, area {text} NOT NULL, kind {text} NOT NULL, subject_id {text} NOT NULL, chain_rank {integer} NOT NULL,
          offered_to {text}, offered_at {integer} NOT NULL, climbs_at {integer} NOT NULL, taken_by {text}, taken_at {integer},
          salt {blob} NOT NULL, UNIQUE (kind, subject_id)) {strict}
        """,
        """
        CREATE TABLE import_reference (agency_id {text} NOT NULL, reference_index {blob} NOT NULL, concern_id {text} NOT NULL, content_index {blob} NOT NULL,
          PRIMARY KEY (agency_id, reference_index)) {strict}
        """,
        """
        CREATE TABLE unreadable_row (id {text} PRIMARY KEY, agency_id {text} NOT NULL, row_index {blob} NOT NULL, line {integer} NOT NULL,
          column_name {text} NOT NULL, reason {text} NOT NULL, owner_id {text} NOT NULL, due_good {integer} NOT NULL, due_hard {integer} NOT NULL,
          state {text} NOT NULL, made_at {integer} NOT NULL, settled_by {text}, settled_at {integer}, sealed {blob} NOT NULL, salt {blob} NOT NULL,
          UNIQUE (agency_id, row_index)) {strict}
        """,
    ]
}
