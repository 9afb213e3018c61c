// SPDX-License-Identifier: Apache-2.0

/// Tells the same person from people who live together. Surname, address and line agree among household-mates, and a sum of weights
/// that are each right by themselves would take them for one; so some findings rule the sameness out whatever the sum.
enum HouseholdGuard {
    /// What a pair is; nil relation for "not ruled out: the weight decides".
    static func verdict(_ findings: Comparison.Findings, generationYears: Int) -> HouseholdReason? {
        // an identifier, e-mail address or account of one's own outweighs: names are changed, dates corrected
        if findings.ownValueAgrees { return nil }
        // brother and sister are often given names alike (Harry and Mary, as "Harrhy" and "Mary")
        let otherName = findings.givenDiffers || findings.givenIsAlike && findings.sexDiffers
        if otherName, findings.familyAgrees, findings.birthDateAgrees { return .twins }
        if otherName, findings.familyAgrees, findings.placeAgrees, !findings.birthAgrees { return .householdMates }
        if otherName, findings.birthDiffers, findings.placeAgrees { return .householdMates }
        if findings.givenAgrees, findings.placeAgrees, findings.birthDiffers, findings.birthGap >= generationYears { return .generations }
        return nil
    }

    /// Whether two people seem to share a household or a family.
    static func isHousehold(_ findings: Comparison.Findings) -> Bool {
        findings.familyAgrees && (findings.placeAgrees || findings.birthDateAgrees)
    }
}
