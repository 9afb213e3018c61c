// SPDX-License-Identifier: Apache-2.0

/// Outside the family, by people whom the child knows.
extension Scene {
    static let byKnownPeople: [Scene] = [
        Scene(
            share: 5, ages: 8...17, crimes: ["child_abuse"], categories: ["sexual", "emotional"],
            settings: ["faith_community_or_sport", "school_or_college"],
            signs: ["suspect_in_trust", "suspect_has_access", "told_of_harm", "unexplained_money_or_items"],
            suspects: ["person_in_position_of_trust"],
            trust: ["sport", "faith", "school", "transport", "youth_work"], places: ["faith_or_community", "school"], names: [.place],
            reporters: ["safeguarding-lead", "teacher", "youth-worker-1", "lado", "officer"],
            words: [
                [
                    "{child} gets lifts home alone from a coach and has been given boots.",
                    "A volunteer sends {child} private messages late at night.",
                    "{child} says a tutor closes the door and asks personal questions.",
                    "A driver on the school run has asked {child} for {his} number.",
                ],
                [
                    "Two other children have the same worry.", "{He} says it feels wrong but everybody likes him.",
                    "The club has been told nothing yet.",
                    "{He} no longer wants to go and will not say why.",
                ],
            ], grave: 72),
        Scene(
            share: 6, ages: 9...17, crimes: ["child_abuse", "child_sexual_exploitation"], categories: ["sexual"],
            settings: ["school_or_college", "online_platform"],
            signs: ["threatened_online", "friends_affected", "told_of_harm", "isolated"], suspects: ["peer"], names: [.account],
            reporters: ["teacher", "safeguarding-lead", "school-nurse", "officer"],
            words: [
                [
                    "{child} is being pressed by an older pupil to send pictures of {himself}.",
                    "A message about {child} was passed round the year group.",
                    "{child} says another pupil touched {him} on the bus and laughed.",
                    "{child} is told that something will be shared unless {he} pays.",
                ],
                [
                    "We have not looked at any device.", "{He} has stayed at home since Monday.", "Both families live in the same street.",
                    "The other pupil may need help as well.",
                ],
            ], grave: 48),
        Scene(
            share: 4, ages: 10...17, crimes: ["child_abuse"], categories: ["neglect", "physical"],
            settings: ["foster_placement", "residential_placement"],
            signs: ["in_care_or_moved", "told_of_harm", "repeatedly_missing", "isolated"],
            suspects: ["foster_or_adoptive_carer", "residential_staff"],
            reporters: ["social-worker", "teacher", "advocate-1", "school-nurse"],
            words: [
                [
                    "{child} says meals are held back at the placement.", "{child} rang in tears and asked to be moved today.",
                    "{child} was held by the arm by a member of staff and has a mark.", "{child} has moved {days} times this year.",
                ],
                [
                    "{He} does not feel listened to.", "The placement gave another account.", "{He} named somebody {he} trusts at school.",
                    "Others there are younger.",
                ],
            ], grave: 58),
    ]
}
