// SPDX-License-Identifier: Apache-2.0

/// Away from home.
extension Scene {
    static let away: [Scene] = [
        Scene(
            share: 10, ages: 12...17, crimes: ["child_sexual_exploitation"],
            settings: [
                "hotel_or_short_let", "licensed_or_food_premises", "party_address", "vehicle_or_transport", "suspect_home",
                "park_or_street",
            ],
            signs: [
                "repeatedly_missing", "controlling_older_person", "vehicles_of_unknown_adults", "unexplained_money_or_items",
                "found_with_unknown_adults",
                "contact_with_premises", "alcohol_or_drugs",
            ], suspects: ["partner", "other_known", "group_or_network", "relationship_unknown", "stranger"],
            places: ["hotel", "food_premises", "park", "home"], names: [.place, .vehicle, .phone, .missing],
            reporters: ["pcso", "officer", "special-1", "youth-worker-1", "teacher", "social-worker", "housing", "missing-1"],
            words: [
                [
                    "{child} was missing overnight {days} times this month; new phone, won't say from whom.",
                    "{child} got out of a car with two men in their twenties and came in smelling of alcohol.",
                    "{child} was found at one in the morning with adults the family does not know.",
                    "{child} has new trainers and cash and says a friend bought them.",
                    "{child} waits outside the takeaway most evenings and is picked up there.",
                    "Staff of a short let rang: {child} was in a room booked by an adult.",
                ],
                [
                    "{He} calls him a friend; he is said to be about thirty.",
                    "{He} deletes everything on the phone before {he} comes home.",
                    "{He} looked frightened when the phone rang.", "{He} would not say where {he} slept.",
                    "The driver did not look at us and left.",
                    "A parent is doing all they can and asks for help.",
                ],
            ], grave: 80),
        Scene(
            share: 4, ages: 11...17, crimes: ["child_sexual_exploitation", "modern_slavery"],
            settings: ["party_address", "vehicle_or_transport", "park_or_street"],
            signs: ["moved_between_places", "group_or_gang", "friends_affected", "repeatedly_missing", "place_of_concern"],
            suspects: ["group_or_network", "peer", "relationship_unknown"], places: ["home", "park", "station"], names: [.vehicle, .place],
            reporters: ["pcso", "officer", "intelligence-1", "youth-worker-1", "probation-1"],
            words: [
                [
                    "{child} is driven to other towns at weekends by a group of older young men.",
                    "Several children meet at one address; {child} is the youngest.",
                    "{child} was seen at the station with an adult who bought the tickets.",
                ],
                [
                    "Two other children were there.", "{He} has a debt {he} cannot explain.", "Nobody at the address gave a name.",
                    "{He} trusted the PCSO enough to say this.",
                ],
            ], grave: 82),
    ]
}
