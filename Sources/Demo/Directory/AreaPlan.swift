// SPDX-License-Identifier: Apache-2.0

/// One of the seven invented councils' areas.
struct AreaPlan: Sendable, Hashable {
    /// 1 to 7: part of the area's postcodes.
    let number: Int
    let code: String
    let name: String

    /// The seven areas of Marchvale.
    static let all: [AreaPlan] = [
        AreaPlan(number: 1, code: "milbury", name: "Milbury"), AreaPlan(number: 2, code: "otterley", name: "Otterley"),
        AreaPlan(number: 3, code: "eskham", name: "Eskham"), AreaPlan(number: 4, code: "dornwick", name: "Dornwick"),
        AreaPlan(number: 5, code: "calderholm", name: "Calderholm"), AreaPlan(number: 6, code: "wynford", name: "Wynford"),
        AreaPlan(number: 7, code: "tarnley", name: "Tarnley"),
    ]
    /// The area whose named co-ordinator has gone off duty without anybody in place: what happens then can be seen there.
    static let uncovered = "tarnley"

    static let streets: [String] = [
        "Larkspur Road", "Tanner Street", "Quarry Lane", "Millrace Walk", "Foxglove Close", "Cordwain Street", "Orchard Rise",
        "Beacon Hill", "Weir Street",
        "Saddler Way", "Chandler Road", "Furrow Lane", "Gable Court", "Kiln Street", "Lantern Row", "Osier Way", "Plover Close", "Ropewalk",
        "Sexton Street",
        "Tallow Hill", "Underbank", "Vintner Lane", "Wharf Terrace", "Yarrow Drive", "Almond Grove", "Brook Terrace", "Cobbler Row",
        "Drovers Way",
        "Elder Close", "Ferry Street",
    ]

    /// A school of the area.
    func school(_ number: Int) -> String {
        ["\(name) Park Academy", "\(name) Hill School", "\(name) Bridge Primary", "Saint Example's, \(name)"][number % 4]
    }
}
