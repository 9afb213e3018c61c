// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Keys, ledger, jobs: what carries everything else.
    static let core: [String] = [
        "CREATE TABLE store_info (name {text} PRIMARY KEY, value {text} NOT NULL) {strict}",
        "CREATE TABLE system_secret (name {text} PRIMARY KEY, sealed {blob} NOT NULL) {strict}",
        "CREATE TABLE agency_key (agency_id {text} PRIMARY KEY, wrapped {blob} NOT NULL, created_at {integer} NOT NULL) {strict}",
        "CREATE TABLE record_key (record_id {text} PRIMARY KEY, agency_id {text} NOT NULL, wrapped {blob} NOT NULL) {strict}",
        "CREATE TABLE ledger_entry (id {id}, body {blob} NOT NULL) {strict}",
        "CREATE TABLE ledger_leaf (seq {integer} PRIMARY KEY, entry_id {integer} NOT NULL UNIQUE) {strict}",
        "CREATE TABLE ledger_node (level {integer} NOT NULL, idx {integer} NOT NULL, hash {blob} NOT NULL, PRIMARY KEY (level, idx)) {strict}",
        "CREATE TABLE ledger_checkpoint (size {integer} PRIMARY KEY, note {text} NOT NULL) {strict}",
        """
        CREATE TABLE job (id {id}, kind {text} NOT NULL, subject {text} NOT NULL, run_after {integer} NOT NULL, attempts {integer} NOT NULL,
          last_error {text}, UNIQUE (kind, subject)) {strict}
        """,
        "CREATE INDEX job_due ON job (run_after, id)",
        """
        CREATE TABLE idempotency (key_hash {blob} PRIMARY KEY, account_id {text} NOT NULL, request_hash {blob} NOT NULL, result {text} NOT NULL,
          created_at {integer} NOT NULL) {strict}
        """,
    ]

    /// Agencies, areas, teams, people, roles, duty: effective-dated rows changed on pages (DESIGN rule 11). Names are sealed.
    static let directory: [String] = [
        """
        CREATE TABLE agency (id {text} PRIMARY KEY, kind {text} NOT NULL, legal_regime {text} NOT NULL, share_rule {text} NOT NULL,
          retention_class {text} NOT NULL, valid_from {integer} NOT NULL, valid_to {integer}, sealed {blob} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        """
        CREATE TABLE area (id {text} PRIMARY KEY, code {text} NOT NULL UNIQUE, valid_from {integer} NOT NULL, valid_to {integer}, sealed {blob} NOT NULL,
          salt {blob} NOT NULL) {strict}
        """,
        """
        CREATE TABLE team (id {text} PRIMARY KEY, kind {text} NOT NULL, agency_id {text} NOT NULL, area {text}, valid_from {integer} NOT NULL,
          valid_to {integer}, sealed {blob} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        """
        CREATE TABLE account (id {text} PRIMARY KEY, agency_id {text} NOT NULL, state {text} NOT NULL, created_at {integer} NOT NULL,
          login_index {blob} UNIQUE, name_index {blob}, password {text}, totp {blob}, totp_step {integer} NOT NULL, sealed {blob} NOT NULL,
          salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX account_name ON account (name_index)",
        """
        CREATE TABLE role_grant (id {text} PRIMARY KEY, account_id {text} NOT NULL, role {text} NOT NULL, area {text}, team_id {text},
          valid_from {integer} NOT NULL, valid_to {integer}, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX role_grant_account ON role_grant (account_id)",
        """
        CREATE TABLE duty (id {text} PRIMARY KEY, area {text} NOT NULL, chain_rank {integer} NOT NULL, account_id {text} NOT NULL,
          starts_at {integer} NOT NULL, ends_at {integer} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX duty_area ON duty (area, starts_at)",
        """
        CREATE TABLE session (token_hash {blob} PRIMARY KEY, id {text} NOT NULL UNIQUE, account_id {text} NOT NULL, created_at {integer} NOT NULL,
          last_seen_at {integer} NOT NULL, expires_at {integer} NOT NULL, ended_at {integer}) {strict}
        """,
        "CREATE INDEX session_account ON session (account_id)",
        """
        CREATE TABLE one_time_link (token_hash {blob} PRIMARY KEY, account_id {text} NOT NULL, purpose {text} NOT NULL, expires_at {integer} NOT NULL,
          used_at {integer}) {strict}
        """,
        """
        CREATE TABLE api_token (id {text} PRIMARY KEY, token_hash {blob} NOT NULL UNIQUE, account_id {text} NOT NULL, scopes {text} NOT NULL,
          created_at {integer} NOT NULL, expires_at {integer} NOT NULL, revoked_at {integer}, sealed {blob} NOT NULL, salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX api_token_account ON api_token (account_id)",
    ]
}
