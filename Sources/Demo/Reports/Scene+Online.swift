// SPDX-License-Identifier: Apache-2.0

/// Online. Only names of accounts and what was said about them; never an image.
extension Scene {
    static let online: [Scene] = [
        Scene(
            share: 11, ages: 9...17, crimes: ["child_sexual_exploitation"], settings: ["online_platform"],
            signs: [
                "contacted_online_by_adults", "threatened_online", "account_contacts_many", "unexplained_money_or_items",
                "self_harm_or_low_mood",
            ],
            suspects: ["online_contact", "online_contact", "other_known"], names: [.account, .phone],
            reporters: ["teacher", "safeguarding-lead", "online-1", "officer", "school-nurse", "youth-worker-1"],
            words: [
                [
                    "{child} met somebody in a game who says he is sixteen and asks to move to another app.",
                    "{child} is told to pay or something will be sent to {his} friends.",
                    "An adult account writes to {child} every night and sends credit.",
                    "{child} was asked for pictures by an account {he} does not know.",
                    "A parent found messages planning to meet {child} on Saturday.",
                ],
                [
                    "{He} is ashamed and frightened and has done nothing wrong.", "We have kept the account's name and looked no further.",
                    "{He} blocked it and it came back under another name.", "{He} thinks others in {his} class know the account.",
                    "{He} has not told {his} parents.",
                ],
            ], grave: 74)
    ]
}
