// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// Tables for joiners, leavers and figures.
    static let people: [String] = [
        // What was shown of a period stays as it was shown: a second count of the same months would tell what changed between the two
        // (RULE 7.7, a ledger of releases). `body` holds only what may be shown.
        """
        CREATE TABLE figure_release (id {text} PRIMARY KEY, period_from {text} NOT NULL UNIQUE, period_to {text} NOT NULL, standard {text} NOT NULL,
          made_at {integer} NOT NULL, body {text} NOT NULL, salt {blob} NOT NULL) {strict}
        """
    ]
}
