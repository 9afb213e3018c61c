// SPDX-License-Identifier: Apache-2.0

/// The condition that keeps a matter from whoever is shut out of it, for the few lists that are not made by a scope (DESIGN rule 3).
public enum ShutOutSQL {
    /// True where neither the person nor their agency is shut out, and where there is no concern. `concern` is a column or a subquery;
    /// `account` and `agency` are placeholders. Whoever reported a concern is let in where only the agency is shut out.
    public static func lets(concern: String, account: String, agency: String) -> String {
        """
        (\(letsPerson(concern: "COALESCE(\(concern), '')", account: account)) AND COALESCE(\(concern), '') NOT IN
        (SELECT z.concern_id FROM shut_out_agency z JOIN concern y ON y.id = z.concern_id WHERE z.state <> 'lifted' AND z.agency_id = \(agency)
        AND COALESCE(y.reporter_id, '') <> \(account)))
        """
    }

    /// True where the person is not shut out by name. Read once and not for each row: a person is shut out of few matters.
    static func letsPerson(concern: String, account: String) -> String {
        "\(concern) NOT IN (SELECT s.concern_id FROM shut_out s WHERE s.state <> 'lifted' AND s.account_id = \(account))"
    }

    /// True where the person's agency is not shut out.
    static func letsAgency(concern: String, agency: String) -> String {
        "\(concern) NOT IN (SELECT z.concern_id FROM shut_out_agency z WHERE z.state <> 'lifted' AND z.agency_id = \(agency))"
    }
}
