// SPDX-License-Identifier: Apache-2.0

/// What entries of the ledger are about, in words: purposes, further facts and kinds of things. A code without a word stands as it is.
enum LedgerPurposes {
    /// A purpose.
    static func words(_ code: String) -> Sentence { purposes[code] ?? Sentence(verbatim: LedgerWords.plain(code)) }

    /// What a further fact is.
    static func fact(_ code: String) -> Sentence { facts[code] ?? Sentence(verbatim: LedgerWords.plain(code)) }

    /// A kind of thing.
    static func kind(_ code: String) -> Sentence { kinds[code] ?? Sentence(verbatim: LedgerWords.plain(code)) }

    private static let purposes: [String: Sentence] = [
        "desk": "to work the concern at the desk", "safeguarding": "safeguarding", "search": "a search", "case": "to work its case",
        "hand_over": "a hand-over", "hand_overs": "the list of hand-overs", "queue": "the queue", "my_cases": "the list of cases",
        "decide": "the decision on a concern", "take": "took a concern", "release": "laid a concern back",
        "strategy_brief": "a brief for a strategy discussion", "confirm_decision": "the decision on a concern, as the second person",
        "send_decision_back": "sent a proposed decision back", "withdraw_decision": "took a proposed decision back",
        "shift_hand_over": "the hand-over of a shift", "accept_shift": "took a shift over",
        "reply": "a reply to the reporter",
        "ask_share": "asked another agency for more", "answer_ask": "answered an agency that asked for more",
        "asks": "the list of what is asked", "shut_out_agency": "an agency shut out of a matter",
        "protect_identity": "a protected identity", "protected_identities": "the list of protected identities",
        "look_ups": "look-ups to look into", "look_up": "what came of a look-up", "protected_enquiry": "a protected enquiry",
        "safe_contact": "a way of reaching somebody", "add-agreement": "added an agreement", "end-agreement": "ended an agreement",
        "answer_ask_share": "to answer an agency", "see_asks": "to see what is asked", "read_look_ups": "to read look-ups",
        "hold_identities": "to read protected identities",
        "restrict": "restricted a concern, or opened it again", "shut_out": "who is shut out of a matter", "emergency": "an emergency",
        "own_report": "their own report", "addendum": "an addition to a report", "answer_match": "the answer to a match",
        "undo_match_answer": "an answer to a match, taken back", "matching": "the matching of records",
        "case_event": "the timeline of a case", "case_action": "an action of a case", "case_member": "a person on a case",
        "close_case": "the closing of a case", "who-looked": "who has looked at a concern", "audit": "the ledger",
        "take_escalation": "took what nobody had taken", "climb": "told the next in the chain",
        "import_unreadable": "a row that could not be read", "import_new_version": "a new version from a file", "notices": "notices",
        "password-and-code": "with password and code", "demo-link": "with a link of the demo", "tour": "by the tour of the demo",
        "sign-in": "signing in",
        "sign-out": "signing out",
        "set-password": "chose a password", "make-link": "made a sign-in link", "make-own-link": "made a link for themselves",
        "make-token": "made a token", "revoke-token": "revoked a token", "found-store": "the founding of the store",
        "add-account": "added a person", "change-account": "changed a person", "disable-account": "shut a person out of the house",
        "enable-account": "let a person in again", "grant-role": "gave a role", "end-role": "ended a role",
        "add-agency": "added an agency", "change-agency": "changed an agency", "end-agency": "ended an agency", "add-area": "added an area",
        "change-area": "changed an area", "end-area": "ended an area", "add-team": "added a team", "change-team": "changed a team",
        "end-team": "ended a team", "add-duty": "added a shift", "end-duty": "ended a shift",
        // What was refused.
        "read_own_report": "to read their own report", "add_to_own_report": "to add to their own report",
        "read_concern": "to read a concern", "take_concern": "to take a concern", "decide_concern": "to decide on a concern",
        "reply_to_reporter": "to reply to a reporter", "answer_hand_over": "to answer a hand-over", "work_case": "to work a case",
        "read_source": "to read who reported", "open_in_emergency": "to open a concern in an emergency",
        "review_shut_out": "to review who is shut out", "report_concern": "to report a concern", "import_concerns": "to import concerns",
        "mend_unreadable_rows": "to settle rows that could not be read", "see_queue": "to see the queue",
        "see_team_work": "to see hand-overs and cases", "read_directory": "to read the directory",
        "change_directory": "to change the directory", "change_duty": "to change the rota", "manage_own_access": "their own access",
        "manage_agency_tokens": "tokens of an agency's systems", "read_ledger": "to read the ledger", "see_figures": "to see figures",
        "hand-on": "handed on what somebody owned",
        "bring-in-agencies": "brought in a file of agencies", "bring-in-areas": "brought in a file of areas",
        "bring-in-teams": "brought in a file of teams", "bring-in-people": "brought in a file of people",
        "bring-in-duty": "brought in a file of shifts", "bring-in-leavers": "ended what people who left had held",
        "take-out-agencies": "took out the agencies", "take-out-areas": "took out the areas", "take-out-teams": "took out the teams",
        "take-out-people": "took out the people", "take-out-duty": "took out the rota", "figures": "figures",
        "release-figures": "counted the figures of a period",
        "read_standard": "to read the standard",
    ]

    private static let facts: [String: Sentence] = [
        "channel": "by which way", "way": "by which way", "unsafe": "not known to be safe", "read-again": "read again before it went",
        "about": "looked for", "agency": "agency", "state": "state",
        "outcome": "outcome", "reason": "reason", "answer": "answer", "found": "concerns found", "source": "who reported",
        "source-role": "who reported, as", "role": "role", "area": "area", "lifted": "lifted", "link": "kind of link",
        "accepted": "accepted at once", "rows": "rows", "handed-on": "things handed on", "period": "period from", "table": "counted by",
        "model": "weights", "links": "links made", "repeated": "sent before",
        "second_person": "second person", "form": "form", "filter-act": "looked for what", "filter-actor": "looked for who",
        "filter-object": "looked for of what",
        "filter-from": "looked for from", "filter-to": "looked for to", "filter-before": "from number",
    ]

    private static let kinds: [String: Sentence] = [
        "concern": "concern", "case_file": "case", "hand_over": "hand-over", "decision_proposal": "proposed decision",
        "shift_hand_over": "notes of a shift",
        "decision": "decision", "case_action": "action", "case_event": "event of a case",
        "case_member": "person on a case", "account": "person", "role_grant": "role", "duty": "shift", "api_token": "token",
        "share_ask": "asking for more", "share_agreement": "agreement", "shut_out_agency": "agency shut out",
        "protected_identity": "protected identity", "look_up": "look-up", "shut_out": "shutting out",
        "emergency_access": "opening in an emergency", "match_answer": "answer to a match",
        "import_row": "row of a file", "ledger": "ledger",
    ]
}
