// SPDX-License-Identifier: Apache-2.0
import Services

/// A step of the tour, in its order: whose place a visitor takes, and what is seen there.
enum TourStop: String, Sendable, CaseIterable {
    case send, desk, decide, council, police, reply, answer
    case headTeacher = "head-teacher"
    case edited, leaders

    /// Whose place it is; nil where nobody's is needed.
    var role: TourRole? {
        switch self {
        case .send, .answer: .pcso
        case .desk, .decide, .reply: .coordinator
        case .council: .socialWorker
        case .police: .detective
        case .headTeacher: .headTeacher
        case .edited: nil
        case .leaders: .leader
        }
    }

    /// Whether it needs the report to have been sent.
    var needsThePiece: Bool {
        switch self {
        case .desk, .decide, .council, .police, .reply, .answer: true
        case .send, .headTeacher, .edited, .leaders: false
        }
    }

    /// Its heading.
    var title: Sentence {
        switch self {
        case .send: "Five past one: the PCSO sends the sixth piece"
        case .desk: "The desk: the five others come"
        case .decide: "The desk decides"
        case .council: "The council accepts"
        case .police: "The police accept"
        case .reply: "The desk answers the PCSO"
        case .answer: "The PCSO hears what came of it"
        case .headTeacher: "A head teacher who is named searches"
        case .edited: "Somebody edits the database"
        case .leaders: "The leaders' page"
        }
    }

    /// What to do and to look at.
    var words: Sentence {
        switch self {
        case .send: "The form is filled in on a phone. Look it over and press “Send the report”. The receipt comes only when it is stored."
        case .desk:
            "Scroll to what other agencies know. The car belongs to a neighbour who drives the children to school: the school nurse wrote so. The nickname and his phone number stand in a matter that the next council closed: a nickname alone is too little to join two areas by, the number with it is not. The surgery says only that it has something, and asking is one press."
        case .decide:
            "Say what it is and at which threshold. The standard proposes one lead team and all who must also receive it; the reason is yours."
        case .council: "The hand-over waits under its clock until a named person accepts. Press “Accept”."
        case .police: "The team that leads accepts as well. From now on a case has its people, and nobody can say that they were not told."
        case .reply: "At the foot of the concern, choose a reply. None says whether anyone is known, what was found or who acted."
        case .answer: "The reply stands under “My reports”, with the way to add what she sees tomorrow."
        case .headTeacher:
            "In another matter a head teacher is named, whose own team is told of it. The search by the pupil's name finds nothing: no line, no count, no sign that something is hidden."
        case .edited:
            "A decision is changed in the database, past the program. The verifier holds every row against the signed ledger and names the one. Then the change is taken back."
        case .leaders:
            "What is overdue, uncovered and unanswered, and in which settings harm is done, with how many did not say. Small numbers are not shown, so that no child can be found in them."
        }
    }

    /// What happens today without it: one line.
    var without: Sentence {
        switch self {
        case .send: "Today: a page in a notebook, and an entry that somebody reads on Monday."
        case .desk: "Today: five phone calls to five agencies, if she knew whom to ring."
        case .decide: "Today: decided on one piece. The driver is looked for, and she is taken home."
        case .council: "Today: an e-mail that was sent counts as one that was read."
        case .police: "Today: two files, two plans, and a gap between them."
        case .reply: "Today: who reports is thanked by a machine, or not at all."
        case .answer: "Today: silence, and next time she does not write it down."
        case .headTeacher: "Today: whoever has an account can look themselves up."
        case .edited: "Today: whoever runs a database can change what was decided, and nobody can tell."
        case .leaders: "Today: a spreadsheet each quarter, counted by hand from what happened to be recorded."
        }
    }

    /// The words on its button.
    var button: Sentence {
        switch self {
        case .send, .answer: "Go on as the PCSO"
        case .desk, .decide, .reply: "Go on as the co-ordinator"
        case .council: "Go on as the social worker"
        case .police: "Go on as the detective"
        case .headTeacher: "Go on as the head teacher"
        case .edited: "Edit the database and verify it"
        case .leaders: "Go on as the leader"
        }
    }

    /// The page that it opens.
    func url(_ piece: Tour.Piece) -> SiteURL {
        switch (self, piece) {
        case (.send, .draft(let draft)): ReportAddresses.check.url(draft)
        case (.send, .sent(let reference, _)), (.answer, .sent(let reference, _)): ReportAddresses.own.url(reference)
        case (.desk, .sent(let reference, _)): DeskAddresses.concern.url(reference)
        case (.decide, .sent(let reference, let isDecided)):
            isDecided ? DeskAddresses.concern.url(reference) : DeskAddresses.decide.url(reference)
        case (.reply, .sent(let reference, _)): DeskAddresses.concern.url(reference).at("replies")
        case (.council, _), (.police, _): TeamAddresses.inbox.url
        case (.headTeacher, _): SearchAddress.url(TourStory.pupil.family, .newest)
        case (.leaders, _): LeaderAddresses.figures.url
        case (.edited, _), (.send, _), (.desk, _), (.decide, _), (.reply, _), (.answer, _): TourAddresses.tour.url
        }
    }
}

/// A case that stands beside the story.
enum TourCase: String, Sendable, CaseIterable {
    case friday, refuses, unborn, twins
    case malicious = "false"
    case uncovered

    var role: TourRole {
        switch self {
        case .friday: .coordinatorOtterley
        case .refuses, .unborn: .coordinatorWynford
        case .twins: .coordinatorDornwick
        case .malicious: .coordinatorCalderholm
        case .uncovered: .dutyManager
        }
    }

    var words: Sentence {
        switch self {
        case .friday:
            "A girl tells her teacher of FGM on the Friday before a bank holiday: both limits of the teacher's own duty are shown, the next working day and the month."
        case .refuses: "An adult does not want it to be reported: her wishes, why they were overridden, and where she can safely be met."
        case .unborn: "A child not yet born, and a mother who is not free to speak."
        case .twins: "Twins: one birthday, one address, and never one record."
        case .malicious: "A report that is believed to be false: kept as it was said, shown as what it is, and beside the next one."
        case .uncovered:
            "An area whose shift ended this morning with nobody in place: it goes to the next in the chain until a person has it."
        }
    }

    var button: Sentence {
        switch self {
        case .friday: "The Friday before a bank holiday"
        case .refuses: "The adult who refuses"
        case .unborn: "The unborn child"
        case .twins: "The twins"
        case .malicious: "The malicious report"
        case .uncovered: "The uncovered area"
        }
    }

    var url: SiteURL {
        switch self {
        case .friday: SearchAddress.url(TourStory.fridayGirl.family, .newest)
        case .refuses: SearchAddress.url(TourStory.refusing.family, .newest)
        case .unborn: SearchAddress.url(TourStory.expecting.family, .newest)
        case .twins: SearchAddress.url(TourStory.twins, .newest)
        case .malicious: SearchAddress.url(TourStory.slandered.family, .newest)
        case .uncovered: DeskAddresses.escalations.url
        }
    }
}
