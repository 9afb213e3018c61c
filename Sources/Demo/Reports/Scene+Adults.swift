// SPDX-License-Identifier: Apache-2.0

/// About adults, and what is hard to name.
extension Scene {
    static let aboutAdults: [Scene] = [
        Scene(
            share: 5, about: .adult, crimes: ["modern_slavery"], settings: ["workplace", "relative_home", "party_address"],
            signs: [
                "little_or_no_pay", "documents_held", "cannot_leave", "movements_controlled", "others_speak_for_them",
                "poor_living_conditions",
            ],
            suspects: ["employer", "spouse_or_in_law", "other_known"], places: ["workplace", "home"], names: [.place, .vehicle],
            reporters: ["housing", "officer", "advocate-1", "doctor-1", "emergency-nurse-1", "adult-worker"],
            words: [
                [
                    "Works seven days and hands the wages to somebody else.", "Says the employer keeps the passport until a debt is paid.",
                    "Came for treatment with a man who would not leave the room.",
                    "Cooks and cleans for the household and may not go out alone.",
                    "Six people live in two rooms above the shop and are driven to work.",
                ],
                [
                    "Would like to leave and is afraid for family at home.", "Did not want the police today and took our number.",
                    "An independent interpreter is needed.", "Has not been asked about support yet.",
                ],
            ], grave: 78),
        Scene(
            share: 3, about: .adult, crimes: ["child_abuse"], categories: ["sexual"], settings: ["child_home", "faith_community_or_sport"],
            signs: ["earlier_abuse", "suspect_has_access", "self_harm_or_low_mood"],
            suspects: ["parent", "other_relative", "person_in_position_of_trust"],
            reporters: ["advocate-1", "doctor-1", "officer", "probation-1"],
            words: [
                [
                    "Told me of abuse in childhood by somebody who still sees children.", "Has decided to speak after thirty years.",
                    "Spoke about what happened at home before the age of ten.",
                ],
                ["Wants to be told before anybody acts.", "Worried about nieces and nephews now.", "Does not want the family to know."],
            ], grave: 66),
        Scene(
            share: 1, about: .adult, onlyFemale: true, crimes: ["female_genital_mutilation"], settings: ["abroad"],
            signs: ["told_of_procedure", "family_history_fgm"],
            suspects: ["other_relative"], reporters: ["midwife-1", "doctor-1"],
            words: [
                ["Told us at booking of what was done in childhood."],
                ["She has a daughter of primary age.", "She would like to talk to somebody who understands."],
            ],
            grave: 60),
    ]

    static let hardToTell: [Scene] = [
        Scene(
            share: 8, ages: 5...17, crimes: [], settings: [],
            signs: ["self_harm_or_low_mood", "out_of_school", "trusted_adult", "bereaved"], suspects: [],
            reporters: ["teacher", "pcso", "youth-worker-1", "school-nurse", "early-help", "control-1"],
            words: [
                [
                    "{child} has changed this term: quieter, late, tired.",
                    "{child} was alone in the park at ten at night and said {he} was fine.",
                    "A caller who gave no name is worried about {child}.",
                    "{child} asked me what happens if you tell somebody something bad.",
                ],
                [
                    "I cannot say what it is.", "It may be nothing.", "I know little about the family.",
                    "{He} gets on well with the librarian.",
                ],
            ], grave: 18)
    ]
}
