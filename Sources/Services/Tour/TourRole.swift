// SPDX-License-Identifier: Apache-2.0

/// The people of a demo region whom a visitor of its tour looks over the shoulder, by their sign-in names. `Demo` makes them, and a test holds
/// the two together.
public enum TourRole: String, Sendable, CaseIterable {
    /// Who saw the child tonight.
    case pcso = "night-pcso-milbury@example.org"
    /// The desk of the area.
    case coordinator = "coordinator-milbury@example.org"
    /// The council's team that must receive.
    case socialWorker = "social-worker-milbury@example.org"
    /// The police team that leads.
    case detective = "detective-milbury@example.org"
    /// A head teacher who is named in another matter, and whose team receives that matter.
    case headTeacher = "head-teacher-milbury@example.org"
    /// The region's leader.
    case leader = "leader-1@example.org"
    /// The desk of the area where a girl told her teacher on a Friday.
    case coordinatorOtterley = "coordinator-otterley@example.org"
    /// The desk of the area of an adult who refuses, and of an unborn child.
    case coordinatorWynford = "coordinator-wynford@example.org"
    /// The desk of the area of the twins.
    case coordinatorDornwick = "coordinator-dornwick@example.org"
    /// The desk of the area of a malicious report.
    case coordinatorCalderholm = "coordinator-calderholm@example.org"
    /// Who works what climbs, where an area has nobody.
    case dutyManager = "duty-1@example.org"
}

/// The invented people of the tour, by whom its pages and its tests find them.
public enum TourStory {
    /// The child's given name.
    public static let child = "Ottilie"
    /// The family's name.
    public static let family = "Brackenshaw"
    /// As the school misspelt it.
    public static let misspelt = (given: "Otilie", family: "Brakenshore")
    /// The younger brother.
    public static let brother = "Jonty"
    /// What the man is called who moved in.
    public static let nickname = "Rooksie"
    /// Where they live.
    public static let address = "9 Ferry Street, Milbury"
    /// Its postcode, of an area that does not exist.
    public static let postcode = "QZ17 3HT"
    /// The neighbour's car, whole.
    public static let mark = "QN01 LZT"
    /// What the PCSO read of it.
    public static let markRead = "QN01 L"
    /// A child of the matter in which the head teacher is named: one name, so that a search for it means this matter alone.
    public static let pupil = (given: "Corin", family: "Hathersedge")
    /// Families of the cases that stand beside the tour.
    public static let fridayGirl = (given: "Sabrine", family: "Wolderton")
    /// An adult who does not want it to be reported.
    public static let refusing = (given: "Petra", family: "Lindenwick")
    /// The mother of a child not yet born.
    public static let expecting = (given: "Josie", family: "Cattermoor")
    /// The twins' family.
    public static let twins = "Specimhurst"
    /// The family of a report that is believed to be false.
    public static let slandered = (given: "Wilf", family: "Ambleforth")
}
