// SPDX-License-Identifier: Apache-2.0

/// Female genital mutilation, and modern slavery of children.
extension Scene {
    static let femaleGenitalMutilation: [Scene] = [
        Scene(
            share: 4, ages: 4...15, onlyFemale: true, crimes: ["female_genital_mutilation"], settings: ["abroad", "relative_home"],
            signs: ["travel_planned_soon", "family_history_fgm", "pressure_from_family", "told_of_procedure", "change_after_travel"],
            suspects: ["other_relative", "parent", "grandparent"],
            reporters: ["teacher", "school-nurse", "doctor-1", "midwife-1", "health-visitor-1"],
            words: [
                [
                    "{child} says the family travels in {days} weeks for a celebration for girls.",
                    "An older sister told a nurse what was done to her abroad.",
                    "{child} has been away for six weeks and sits differently since.",
                    "A relative is coming to stay and {child} is worried about her visit.",
                ],
                [
                    "The mother herself is against it and is under pressure.", "There are two younger sisters.",
                    "I have made the report that is my own duty.",
                    "The family must not know that the school has spoken.",
                ],
            ], grave: 92)
    ]

    static let slavery: [Scene] = [
        Scene(
            share: 5, ages: 12...17, crimes: ["modern_slavery"],
            settings: ["vehicle_or_transport", "party_address", "park_or_street", "workplace"],
            signs: ["made_to_commit_crime", "moved_between_places", "repeatedly_missing", "group_or_gang", "movements_controlled"],
            suspects: ["group_or_network", "other_known", "employer", "relationship_unknown"], places: ["station", "home", "workplace"],
            names: [.place, .phone, .missing], reporters: ["officer", "pcso", "missing-1", "teacher", "social-worker", "probation-1"],
            words: [
                [
                    "{child} was found in a flat eighty miles away with cash that is not {his}.",
                    "{child} carries two phones and must answer at once.",
                    "{child} works nights at a car wash and is not paid.", "{child} is said to owe money since a bag was taken from {him}.",
                ],
                [
                    "{He} is made to do this; {he} is not the offender here.", "{He} has been hurt and will not say by whom.",
                    "The family has been threatened.",
                    "{He} was collected from outside school by older youths.",
                ],
            ], grave: 86),
        Scene(
            share: 2, about: .unknownAge, crimes: ["modern_slavery"], settings: ["workplace"],
            signs: [
                "cannot_leave", "documents_held", "others_speak_for_them", "poor_living_conditions", "alone_in_country",
                "uncertain_immigration",
            ],
            suspects: ["employer", "relationship_unknown"], places: ["workplace"], names: [.place, .vehicle],
            reporters: ["pcso", "officer", "housing", "advocate-1"],
            words: [
                [
                    "A very young worker at the hand car wash did not look up and was answered for.",
                    "Somebody who may be sixteen sleeps above the nail bar.",
                    "Found during a visit: no papers, no key to the door, little English.",
                ],
                ["Treated as a child until we know.", "Asked for a drink and ate quickly.", "A van brings them and takes them back."],
            ], grave: 90),
    ]
}
