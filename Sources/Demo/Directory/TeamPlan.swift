// SPDX-License-Identifier: Apache-2.0
import Services
import Standard

/// A team of the region: one for each kind that a route can name, in every area or once for all.
struct TeamPlan: Sendable, Hashable {
    let kind: String
    /// Nil for a team of the whole region.
    let area: String?

    /// Kinds of which there is one for the whole region.
    private static let central: Set<String> = [
        "central_cse_team", "online_cse_team", "modern_slavery_lead", "police_control", "missing_team", "intelligence_unit",
        "health_safeguarding",
        "school_safeguarding", "professional_standards",
    ]

    /// The teams for a standard, in the order of its list.
    static func all(_ standard: Standard) -> [TeamPlan] {
        standard.list(.teamKind).codes.flatMap { code in
            central.contains(code.code)
                ? [TeamPlan(kind: code.code, area: nil)] : AreaPlan.all.map { TeamPlan(kind: code.code, area: $0.code) }
        }
    }

    /// The agency it belongs to, by the kind of agency that the standard gives it.
    func agency(_ standard: Standard) -> String {
        let kind = standard.code(kind, in: .teamKind)?.text("agency") ?? "partnership"
        return switch kind {
        case "council", "school": "\(kind)-\(area ?? AreaPlan.all[0].code)"
        default: kind
        }
    }

    /// What is entered of it. `number` makes its phone number.
    func fields(_ standard: Standard, number: Int) -> TeamFields {
        let label = standard.label(kind, in: .teamKind)
        let name = AreaPlan.all.first { $0.code == area }?.name
        return TeamFields(
            name: name.map { "\(label), \($0)" } ?? label, kind: kind, area: area, phone: SafeValues.staffPhone(100 + number),
            hours: area == nil ? "day and night" : "Monday to Friday, 8 to 18")
    }
}
