// SPDX-License-Identifier: Apache-2.0

/// What the domain documents demand of the routing of single concerns, written by hand before the router was read (issue 3, done-line 3).
///
/// A row: standards | crimes | settings | subject | threshold | lives found happened reporter | may lead | must receive | must not.
/// `-` is not known or none; `/` separates choices that the documents leave to the region; `*` is any team; `team@A` is the team of area A.
/// The line below gives the reason. Teams: csc children's social care, asc adult social care, local, central and online the three CSE
/// teams of the police, cait the child abuse investigation team of the area, msl the modern slavery lead, police any of these five.
enum RoutingExpectations {
    static let table = """
        both | cse | park_or_street | child | met | A - - - | central/local/csc | csc@A central | asc csc@B
            A child at the threshold always goes to children's social care and to police; the central CSE team and the council accept.
        both | cse | hotel_or_short_let | child | met | A B - - | central/local/csc | csc@A csc@B central | asc
            Children's social care where the child lives and where found: two councils, one lead.
        both | cse | licensed_or_food_premises | child | met | A B C D | central/local/csc | csc@A csc@B central | csc@C csc@D asc
            Lives and found are named; the areas where it happened and of the reporter have their desks told, no more.
        both | cse | vehicle_or_transport | child | met | - B C D | central/local/csc | csc@B central | csc@C csc@D asc
            Where the child lives is not known: where found.
        both | cse | party_address | child | met | - - C D | central/local/csc | csc@C central | csc@D asc
            Area: else where the harm happened. The child always has a council.
        both | cse | shopping_or_transport_hub | child | met | - - - D | central/local/csc | csc@D central | asc
            Area: else where the reporter is.
        both | cse | suspect_home | child | met | - - - - | central/local/csc | csc central | asc
            Always: that no area is known loses no receiver.
        both | cse | online_platform | child | met | A - - - | online/csc | csc@A online | asc
            Online CSE team, by crime and setting.
        both | cse | online_platform | child | met | A B - - | online/csc | csc@A csc@B online | asc
            Online changes nothing for the two councils.
        both | cse | online_platform | child | met | - - - D | online/csc | csc@D online | asc
            An online concern often knows only the reporter's area.
        both | cse | online_platform | child | not | A - - - | * | online/local/central | asc
            Below the threshold a police team is still named by crime and setting; which one is local.
        both | cse | park_or_street | child | not | A B - - | * | local/central | asc
            Below the threshold: the local co-ordinator or the central team.
        both | cse | child_home | child | met | A - - - | local/central/cait/csc | csc@A local/central/cait | asc
            CSE in the home: which police team is left to the standard, that there is one is not.
        both | cse | residential_placement | child | met | A B - - | local/central/cait/csc | csc@A csc@B local/central/cait | asc
            A child placed in one area and found in another.
        both | cse | child_home,online_platform | child | met | A - - - | police/csc | csc@A online | asc
            Settings are several (DOMAIN 5.3); the online part still reaches the online team (RULE 1.5, fans out).
        both | cse | online_platform,park_or_street | child | met | A - C - | online/central/local/csc | csc@A online central | csc@C asc
            Groomed online and met in a park: one entry fans out to both teams.
        both | cse | - | child | met | A - - - | local/central/online/cait/csc | csc@A local/central/online/cait | asc
            The setting is not known: missing data never blocks (RULE 2.1).
        both | cse | park_or_street | unknown_age | met | A - - - | central/local/csc | csc@A central | asc
            Anyone who may be under 18 is treated as a child.
        both | cse | online_platform | unknown_age | met | - B - - | online/csc | csc@B online | asc
            The same online.
        both | cse | hotel_or_short_let | child | met | A A A A | central/local/csc | csc@A central | asc
            One area in every place: its council once.
        both | cse | school_or_college | child | met | A A B - | central/local/csc | csc@A central | csc@B asc
            Happened elsewhere: that council is not among those named.
        both | abuse | child_home | child | met | A - - - | cait/csc | csc@A cait@A | asc lado local central online
            Acceptance 13.1: abuse by a step-father, same day, no LADO; the child abuse investigation team of that area.
        both | abuse | child_home | child | met | A B - - | cait/csc | csc@A csc@B cait@A | asc lado
            Ran from home and was found in B.
        both | abuse | relative_home | child | met | - B - - | cait/csc | csc@B cait@B | asc
            Area: else where found.
        both | abuse | foster_placement | child | met | A B C D | cait/csc | csc@A csc@B cait@A | csc@C csc@D asc
            Four areas: two councils, the police team of the owning area.
        both | abuse | school_or_college | child | met | A A B - | cait/csc | csc@A cait@A | csc@B asc local central online
            Away from home, but the crime is not CSE.
        both | abuse | faith_community_or_sport | child | met | - - C D | cait/csc | csc@C cait@C | csc@D asc
            Area: else where it happened.
        both | abuse | health_setting | child | met | - - - D | cait/csc | csc@D cait@D | asc
            Area: else where the reporter is.
        both | abuse | online_platform | child | met | A - - - | online/cait/csc | csc@A online/cait | asc
            Abuse online that is not CSE: either team fits the sentence.
        both | abuse | child_home | child | not | A - - - | * | - | asc
            One lead team; never an adult's service for a child.
        both | abuse | - | child | met | A - - - | cait/csc | csc@A cait@A | asc
            By crime alone where the setting is not known.
        both | abuse | child_home | unborn | met | A - - - | cait/csc | csc@A cait@A | asc
            The subject may be an unborn child, who is a child.
        both | abuse | child_home | unborn | met | - B - D | cait/csc | csc@B cait@B | csc@D asc
            The mother was found in B.
        both | abuse | child_home | unknown_age | met | A - - - | cait/csc | csc@A cait@A | asc
            Unknown age is a child.
        both | abuse | child_home | unknown_age | met | - - - - | cait/csc | csc cait | asc
            Neither age nor place known, and still nobody is lost.
        both | abuse | abroad | child | met | A - - D | cait/csc | csc@A cait@A | csc@D asc
            Happened abroad: no area of ours.
        both | abuse | custody_or_secure | child | met | A B - - | cait/csc | csc@A csc@B cait@A | asc
            Lives in A, held in B.
        both | abuse | other_setting | child | met | A - - - | cait/csc | csc@A cait@A | asc
            A setting outside home, online, away.
        both | abuse,cse | park_or_street | child | met | A - - - | central/local/cait/csc | csc@A central cait@A | asc
            Two crimes, the teams of both, one lead.
        both | abuse | child_home,online_platform | child | met | A B - - | cait/online/csc | csc@A csc@B cait@A | asc
            The home part keeps its team.
        both | fgm | child_home | child | met | A - - - | cait/csc | csc@A cait@A | asc local central online
            FGM of a child at the threshold: of the police teams only the child abuse investigation team fits the crime.
        both | fgm | abroad | child | met | A - - D | cait/csc | csc@A cait@A | csc@D asc
            Taken abroad: where she lives.
        2026 | fgm | child_home | child | not | A - - - | * | police | asc
            Known FGM under 18 is reported to police whatever the threshold (s5B, DOMAIN 5.1; RULE 1.5: known FGM is routed).
        2026 | fgm | health_setting | unknown_age | not | - B - - | * | police | asc
            Who may be under 18 is a child for the duty too.
        2014 | fgm | child_home | child | not | A - - - | * | - | asc
            No reporting duty in 2014: nothing is demanded but one lead.
        both | fgm | health_setting | child | met | - B C D | cait/csc | csc@B cait@B | csc@C csc@D asc
            A hospital finds her in B.
        both | fgm | child_home | unborn | met | A - - - | cait/csc | csc@A cait@A | asc
            An unborn girl in a family with FGM.
        both | fgm | school_or_college | child | met | A B - - | cait/csc | csc@A csc@B cait@A | asc
            Acceptance 13.3: a teacher is told by a 14-year-old.
        both | fgm | - | child | met | A - - - | cait/csc | csc@A cait@A | asc
            Setting not known.
        both | fgm | health_setting | adult | met | A - - - | asc/police | asc@A | csc
            The duty is for under-18s; an adult to adult social care.
        both | fgm | health_setting | adult | not | A - - - | * | asc/msl | csc
            An adult: the issue names no other receiver.
        both | slavery | workplace | child | met | A - - - | police/csc | csc@A police | asc
            Child at the threshold; which police team is left to the standard.
        2026 | slavery | workplace | child | not | A - - - | * | csc@A | asc
            Children are always referred without consent, and child cases also need a council safeguarding referral (DOMAIN 5.2).
        2026 | slavery | park_or_street | child | not | - B C - | * | csc@B | asc
            The same where only found is known.
        2026 | slavery | workplace | unknown_age | not | - B - - | * | csc@B | asc
            The form asks under 18: yes, no, not sure. Not sure is a child.
        2014 | slavery | workplace | child | met | A B - - | police/csc | csc@A csc@B police | asc
            The threshold sentence holds in 2014.
        2014 | slavery | workplace | child | not | A - - - | * | - | asc
            No duty to notify in 2014: nothing is demanded but one lead.
        both | slavery | workplace | adult | met | A - - - | msl/asc | msl | csc
            An adult to adult social care or the modern slavery lead: by crime, the lead.
        both | slavery | suspect_home | adult | met | - B C - | msl/asc | msl | csc
            Found in B, exploited in C.
        2026 | slavery | workplace | adult | not | A - - - | msl/asc | msl | csc
            Duty to notify (MSA s52) does not ask for a threshold (acceptance 13.4).
        2014 | slavery | workplace | adult | not | A - - - | * | asc/msl | csc
            No duty in 2014; the issue names these two for an adult.
        both | slavery | child_home | adult | met | A - - - | msl/asc | msl | csc
            Domestic servitude where the adult lives.
        both | slavery | online_platform | adult | met | A - - - | msl/asc | msl | csc online
            Online is no CSE here.
        both | slavery | workplace | adult | met | - - - - | msl/asc | msl | csc
            No area known.
        both | slavery,cse | hotel_or_short_let | child | met | A B - - | police/csc | csc@A csc@B central | asc
            Sexual exploitation is one of the types of modern slavery (DOMAIN 5.2).
        both | slavery | vehicle_or_transport | child | met | A B C D | police/csc | csc@A csc@B police | csc@C csc@D asc
            Moved between four areas.
        both | abuse | child_home | adult | met | A - - - | asc/police | asc@A | csc
            An adult at the threshold to adult social care.
        both | cse | online_platform | adult | met | A - - - | asc/police | asc@A | csc
            Turned 18: no auto-closure, an adult plan (RULE 4.3).
        both | cse | park_or_street | adult | met | A B - - | asc/police | asc@A | csc
            The owning area is where the adult lives.
        both | abuse | relative_home | adult | met | - B - D | asc/police | asc@B | csc
            Area: else where found.
        both | abuse | residential_placement | adult | met | - - C D | asc/police | asc@C | csc
            Area: else where it happened.
        both | abuse | - | adult | met | - - - D | asc/police | asc@D | csc
            Area: else where the reporter is.
        both | - | - | adult | met | A - - - | asc/police | asc@A | csc
            No crime coded, and still a receiver.
        both | abuse | child_home | adult | not | A - - - | * | asc/msl | csc
            An adult: the issue names no other receiver.
        both | - | - | child | met | A - - - | police/csc | csc@A police | asc
            One sentence can be sent: a child at the threshold always goes to both.
        both | - | - | unknown_age | met | - - - D | police/csc | csc@D police | asc
            Nothing known but the reporter's area.
        both | - | - | child | not | A - - - | * | - | asc
            One lead.
        both | - | child_home | unborn | met | A - - - | police/csc | csc@A police | asc
            No crime coded, unborn.
        """

    /// Area: where the person lives, else was found, else where the harm happened, else where the reporter is; the others are told.
    /// lives found happened reporter | owner | told
    static let areas = """
        A B C D | A | B C D
        A B C - | A | B C
        A - - - | A | -
        A A B - | A | B
        A A A A | A | -
        A - C A | A | C
        - B C D | B | C D
        - B B D | B | D
        - B - - | B | -
        - - C D | C | D
        - - C C | C | -
        - - - D | D | -
        A - - D | A | D
        - B - B | B | -
        - - - - | - | -
        """
}
