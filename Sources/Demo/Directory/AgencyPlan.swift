// SPDX-License-Identifier: Apache-2.0
import Services

/// An agency of the region.
struct AgencyPlan: Sendable {
    /// How people of the plan name it.
    let key: String
    let fields: AgencyFields

    /// Its police force, which founds the store.
    static let police = AgencyPlan(
        "police", "Marchvale Police", "police", law: "dpa_2018_part_3", shares: "whole", keeps: "public_protection")

    /// All others: seven councils, a school in each area, health, charity, probation, the partnership.
    static let others: [AgencyPlan] =
        AreaPlan.all.flatMap { area in
            [
                AgencyPlan("council-\(area.code)", "\(area.name) Council", "council", shares: "summary", keeps: "child_protection"),
                AgencyPlan("school-\(area.code)", area.school(0), "school", shares: "whole", keeps: "undecided"),
            ]
        } + [
            AgencyPlan("health", "Marchvale Health Trust", "health", shares: "summary", keeps: "undecided"),
            AgencyPlan("charity", "Lantern Young People's Charity", "charity", shares: "summary", keeps: "undecided"),
            AgencyPlan(
                "probation", "Marchvale Probation", "probation", law: "dpa_2018_part_3", shares: "exists_ask", keeps: "other_offences"),
            AgencyPlan("partnership", "Marchvale Safeguarding Partnership", "partnership", shares: "whole", keeps: "undecided"),
            AgencyPlan("housing-charity", "Hearthside Housing Charity", "charity", shares: "summary", keeps: "undecided"),
            AgencyPlan("surgery", "Eskham Gate Surgery", "health", shares: "exists_ask", keeps: "undecided"),
        ]

    private init(_ key: String, _ name: String, _ kind: String, law: String = "uk_gdpr", shares: String, keeps: String) {
        self.key = key
        fields = AgencyFields(name: name, kind: kind, legalRegime: law, shareRule: shares, retentionClass: keeps)
    }
}
