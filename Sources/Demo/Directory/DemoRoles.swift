// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// The roles for which a sign-in link is printed.
enum DemoRoles {
    /// The key of the account that founds the store.
    static let administrator = "administrator"
    private static let keys: KeyValuePairs<String, String> = [
        "PCSO": "pcso-milbury", "Teacher": "teacher-milbury", "School nurse": "school-nurse-milbury", "Youth worker": "youth-worker-1",
        "Local co-ordinator": "coordinator-milbury", "Triage desk": "triage-otterley", "Central CSE team": "central-1",
        "Online CSE team": "online-1", "Child abuse investigation team": "detective-milbury", "Social worker": "social-worker-milbury",
        "Adult social care": "adult-worker-milbury", "Duty manager": "duty-1", "Source handler": "source-1",
        "Analyst or leader": "leader-1",
        "Professional standards": "standards-1", "Protected identities": "identities-1", "Information manager": "auditor-1",
        "Administrator": administrator,
    ]

    /// Each role with the account of the directory that holds it; found by sign-in name, so that a region made earlier has them too.
    static func accounts(_ snapshot: DirectorySnapshot) -> [(role: String, account: RecordID)] {
        let byEmail = Dictionary(snapshot.accounts.values.map { ($0.email, $0.id) }, uniquingKeysWith: { first, _ in first })
        return keys.compactMap { role, key in byEmail[StaffNames.email(key)].map { (role, $0) } }
    }
}
