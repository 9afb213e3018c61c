// SPDX-License-Identifier: Apache-2.0

/// In the home: the largest part of what children suffer, and the part that is reported least.
extension Scene {
    private static let closings = [
        "Nothing has been said to the family.", "I have made a note and told our safeguarding lead.",
        "I would be grateful for a call back.",
        "Two colleagues have noticed the same.", "This is the second time this term.", "{He} asked me not to tell anyone at home.",
        "I do not know who else is involved with the family.",
    ]

    static let inTheHome: [Scene] = [
        Scene(
            share: 13, ages: 1...14, crimes: ["child_abuse"], categories: ["neglect"], settings: ["child_home"],
            signs: ["hungry_or_uncared_for", "left_alone", "parent_needs_help", "out_of_school", "too_young_to_tell"], suspects: ["parent"],
            reporters: ["teacher", "school-nurse", "housing", "health-visitor-1", "safeguarding-lead", "system-1"],
            words: [
                [
                    "{child} came in hungry on {days} days this fortnight and fell asleep in class.",
                    "{child} was at home alone when we called at six.",
                    "{child} has missed {days} health appointments and is losing weight.",
                    "There was no food in the kitchen and no heating when we visited.",
                    "{child} wore the same clothes all week and had no coat.",
                    "{child} is collecting the younger ones from school and putting them to bed.",
                ],
                [
                    "{who} seemed unwell and did not come to the door at first.", "{who} says money has run out since the move.",
                    "{who} had been drinking, neighbours say most evenings.", "{who} agreed to talk to early help but has not rung back.",
                    "The house was cold and there was no bedding upstairs.", "{He} says {who} sleeps most of the day.",
                ], closings,
            ], grave: 45),
        Scene(
            share: 12, ages: 2...16, crimes: ["child_abuse"], categories: ["physical"],
            settings: ["child_home", "child_home", "relative_home"],
            signs: ["unexplained_injury", "told_of_harm", "violence_at_home", "suspect_lives_with_child"],
            suspects: ["parent", "step_parent", "parents_partner"],
            reporters: ["teacher", "safeguarding-lead", "school-nurse", "emergency-nurse-1", "doctor-1", "officer"],
            words: [
                [
                    "{child} has a bruise on the upper arm and gave two different accounts of it.",
                    "{child} told me {who} hit {him} last night and {he} is frightened of this evening.",
                    "{child} flinched when a colleague raised a hand to wave.",
                    "Seen with a mark on the cheek; {he} says {he} fell, {who} says a door.",
                    "Called to a disturbance; {child} was on the stairs and would not speak while {who} was in the room.",
                    "Brought in with a sore wrist {days} days after it happened; the account does not fit.",
                ],
                [
                    "{He} has stopped changing for sport.", "{He} was worried about what happens when {who} finds out.",
                    "There is a younger child in the house who was not seen.", "{who} answered every question for {him}.",
                    "{He} asked to stay late at school again.", "Something similar was seen before the summer.",
                ], closings,
            ], grave: 68),
        Scene(
            share: 7, ages: 3...17, crimes: ["child_abuse"], categories: ["emotional"], settings: ["child_home"],
            signs: ["humiliated_or_rejected", "violence_at_home", "isolated", "self_harm_or_low_mood", "parent_needs_help"],
            suspects: ["parent", "step_parent", "parents_partner", "grandparent"],
            reporters: ["teacher", "safeguarding-lead", "early-help", "youth-worker-1", "officer", "probation-1"],
            words: [
                [
                    "{child} is called names by {who} in front of others at the gate.",
                    "{child} says {he} is locked out of the kitchen as a punishment.",
                    "Fourth call to the address since spring; {child} was upstairs each time.",
                    "{child} says {who} tells {him} every day that {he} ruined the family.",
                    "{child} is not allowed friends, phone or clubs.",
                ],
                [
                    "{He} has become very quiet and picks at {his} sleeves.", "{He} tries to keep {who} calm and looks after the baby.",
                    "{He} says it has been like this for years.", "{who} laughed when I raised it.",
                    "A neighbour has heard shouting most nights.",
                ], closings,
            ], grave: 42),
        Scene(
            share: 10, ages: 4...17, crimes: ["child_abuse"], categories: ["sexual"],
            settings: ["child_home", "child_home", "relative_home"],
            signs: ["told_of_harm", "suspect_lives_with_child", "suspect_has_access", "knowledge_beyond_age", "self_harm_or_low_mood"],
            suspects: ["step_parent", "parents_partner", "other_relative", "parent", "sibling", "grandparent", "family_friend"],
            reporters: ["teacher", "safeguarding-lead", "school-nurse", "doctor-1", "youth-worker-1", "detective"],
            words: [
                [
                    "{child} told me {who} comes into {his} room at night and {he} does not want to go home.",
                    "{child} told a friend that {who} does things {he} must keep secret; the friend told me.",
                    "{child} asked whether it is normal that {who} will not let {him} lock the bathroom.",
                    "{child} has refused to visit {who} since half term and cries when it is planned.",
                    "{child} wrote a note saying {he} is not safe with {who}.",
                    "{child} knows far more than expected at {his} age and named {who}.",
                ],
                [
                    "{He} did not want to say more and I did not press.", "{He} is worried about the younger ones.",
                    "{who} sees other children of the family.",
                    "I wrote down {his} words as {he} said them.", "{He} is afraid of not being believed.",
                    "{who} moved in about a year ago.",
                ],
                closings,
            ], grave: 88),
        Scene(
            share: 4, ages: 11...17, crimes: ["child_sexual_exploitation"], settings: ["child_home", "relative_home"],
            signs: ["unexplained_visitors", "controlling_older_person", "unexplained_money_or_items", "suspect_has_access"],
            suspects: ["family_friend", "parents_partner", "other_relative"], names: [.phone],
            reporters: ["housing", "teacher", "pcso", "social-worker", "youth-worker-1"],
            words: [
                [
                    "Different men visit the flat late at night; {child} lets them in.",
                    "{child} is given money by {who}, who calls when the parent is out.",
                    "{who} takes {child} shopping and collects {him} from school without asking.",
                    "Neighbours report cars at the address until two or three in the morning.",
                ],
                [
                    "{He} has a second phone and hides it.", "{He} says {who} helps with the rent.", "{He} was tired and tearful today.",
                    "{who} told me it is none of our business.",
                ], closings,
            ], grave: 82),
        Scene(
            share: 2, about: .unborn, crimes: ["child_abuse"], categories: ["neglect"], settings: ["child_home"],
            signs: ["parent_needs_help", "violence_at_home", "earlier_abuse", "alcohol_or_drugs"], suspects: ["parent", "parents_partner"],
            reporters: ["midwife-1", "doctor-1", "social-worker", "probation-1"],
            words: [
                [
                    "Booked late, at about twenty-four weeks; two earlier children live with relatives.",
                    "The expectant mother missed {days} appointments.",
                    "Partner answers for her and came into every appointment.", "Disclosed that violence began again this year.",
                ],
                [
                    "She would like help and is frightened of losing the baby.", "There is no settled home.",
                    "She is working well with the drug service.",
                    "His own history is known to another council.",
                ],
            ], grave: 60),
    ]
}
