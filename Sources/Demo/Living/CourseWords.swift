// SPDX-License-Identifier: Apache-2.0

/// What people write when they decide, answer and work a case.
enum CourseWords {
    static let again = "Decided again after the refusal: the same route stands, the reason for it is now stated to the team by phone."

    /// Why an outcome (a code of the standard) was chosen.
    static func reason(_ outcome: String, _ dice: inout Dice) -> String {
        let first: [String] =
            switch outcome {
            case "no_further_action":
                [
                    "Nothing further is known to any agency today.", "The school will keep watching and knows how to come back.",
                    "Already explained to the health visitor; no sign of harm seen.",
                ]
            case "advice":
                [
                    "Talked it through with the reporter; they keep contact.", "Advice given on what to look for and when to call.",
                    "The school holds a plan that fits.",
                ]
            case "early_help":
                [
                    "The family would welcome support and agreed to be called.", "Support now may keep this from growing.",
                    "Below the threshold today; several small worries together.",
                ]
            case "join_open_case":
                ["An open case covers this; its lead has been told.", "Belongs to the matter that the team already works."]
            case "section_17":
                ["Needs an assessment; the parent is not able to cope alone.", "A child in need: several areas of care are affected."]
            case "modern_slavery_referral":
                ["Several general signs together; the person agreed to a referral.", "Signs of control by an employer; referral is due."]
            default:
                [
                    "Reasonable cause to suspect significant harm.", "The account is clear and the person of concern has access today.",
                    "Pattern over some weeks, from more than one agency.",
                    "A known adult has power over the child; other children may be affected.",
                ]
            }
        let second: [String] = [
            "Looked at what other agencies know.", "Spoke with the reporter.", "Family not told: that is for the lead to decide.",
            "Considered other children in the household.", "Discussed with a colleague in health.",
            "The earlier contact was read again with this one.",
        ]
        return dice.pick(first) + " " + dice.pick(second)
    }

    /// A reply to the reporter: mostly one of the standard's, now and then words of one's own.
    static func reply(handsOver: Bool, _ dice: inout Dice) -> (chosen: String?, words: String) {
        if dice.chance(14) {
            return (
                nil,
                dice.pick([
                    "Thank you for writing this down so clearly. I have what I need for now.",
                    "Thank you. Please ring me if anything changes before Friday.",
                ])
            )
        }
        return (
            handsOver
                ? dice.pick(["passed_on": 70, "read_and_decided": 30])
                : dice.pick(["read_and_decided": 40, "keep_telling": 40, "talk_to_lead": 20]), ""
        )
    }

    /// Why a team refuses.
    static func refusal(_ dice: inout Dice) -> (code: String, words: String) {
        let refusals: [(String, String)] = [
            ("not_our_work", "The harm described is in the home; the team of the area should lead."),
            ("not_our_area", "The family moved before this was sent; the new area has been named."),
            ("already_have_it", "We hold this under another reference and will add it there."),
            ("conflict_of_interest", "A member of the team knows the family; please name another lead."),
        ]
        return dice.pick(refusals, otherwise: refusals[0])
    }

    /// Something on a case's timeline.
    static func event(_ dice: inout Dice) -> (kind: String, words: String) {
        let events: [(String, String)] = [
            ("contact", "Spoke with the young person at school, with the teacher whom they chose."),
            ("meeting", "Strategy discussion held; police, social care and health took part."),
            ("visit", "Home visited; all children seen and spoken to alone."),
            ("note", "Account preserved by the platform; reference kept with the online team."),
            ("disruption", "Visited the premises with licensing; the owner was given information."),
            ("support", "A specialist worker meets the young person weekly."),
            ("contact", "The parent rang: a quiet week, contact has stopped."),
            ("missing", "Return interview held by somebody independent; what was said is with the lead."),
            ("disruption", "A warning notice was served on the person of concern."),
            ("note", "Checked with the two other agencies; dates agree."),
        ]
        return dice.pick(events, otherwise: events[0])
    }

    /// An action for a named person.
    static func action(_ dice: inout Dice) -> String {
        dice.pick([
            "Arrange a joint visit.", "Ask the school for attendance since spring.", "Speak with the brothers and sisters.",
            "Check the vehicle against earlier reports.",
            "Offer the parent a support worker.", "Agree a safe way of contact with the young person.",
            "Ask health for the dates of visits.",
            "Request preservation of the account from the platform.",
        ])
    }

    /// How a case ends.
    static func end(_ dice: inout Dice) -> (outcome: String, reason: String) {
        let ends: [(String, String)] = [
            ("harm_stopped", "Contact has ended, the person of concern is bound by an order, and the young person says they feel safe."),
            ("risk_reduced", "Three reviews show change; school and family hold the plan."),
            ("continues_with_service", "Continues with the specialist service."),
            ("concern_not_borne_out", "All involved were spoken to; another explanation is recorded with its evidence."),
            ("moved_area", "The family has moved; the receiving area accepted with a named worker."),
        ]
        return dice.pick(ends, otherwise: ends[0])
    }
}
