// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// What the law asks of a case, each kept as it was recorded; and the proofs of professionals who report without an account.
    static let practice: [String] = [
        """
        CREATE TABLE practice_record (id {text} PRIMARY KEY, concern_id {text} NOT NULL, subject_id {text}, form {text} NOT NULL,
          standard {text} NOT NULL, codes {text} NOT NULL, written_by {text}, written_at {integer} NOT NULL, sealed {blob} NOT NULL,
          salt {blob} NOT NULL) {strict}
        """,
        "CREATE INDEX practice_record_concern ON practice_record (concern_id)",
        // One row a report. Whoever reads the mail at the address says whether the report is theirs; until then the row proves nothing.
        """
        CREATE TABLE work_proof (concern_id {text} PRIMARY KEY, address_index {blob} NOT NULL, asked_at {integer} NOT NULL,
          answered_at {integer}, is_theirs {integer}) {strict}
        """,
        "CREATE INDEX work_proof_address ON work_proof (address_index)",
        // Links by mail, and the visits that they open. The secret stands here as a token only.
        """
        CREATE TABLE work_link (token {blob} PRIMARY KEY, kind {text} NOT NULL, concern_id {text}, address_index {blob} NOT NULL,
          expires_at {integer} NOT NULL, used_at {integer}) {strict}
        """,
        "CREATE INDEX work_link_address ON work_link (address_index, kind)",
    ]
}
