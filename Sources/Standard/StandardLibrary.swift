// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// Every version of every standard under one root folder, with the working calendars they count by.
///
/// The root holds `<place>/<version>/*.yaml` and `calendar/*.yaml`; adding a version is adding a folder.
public struct StandardLibrary: Sendable {
    /// The versions by id.
    public let standards: [StandardID: Standard]
    /// The calendars by id.
    public let calendars: [String: WorkingCalendar]

    /// The version that came into force last.
    public let newest: Standard

    /// Makes a library of versions and calendars already checked; nil without any version. Use `load` for folders.
    public init?(standards: [Standard], calendars: [WorkingCalendar]) {
        guard let newest = standards.max(by: { ($0.inForceFrom, $0.id) < ($1.inForceFrom, $1.id) }) else { return nil }
        self.newest = newest
        self.standards = Dictionary(standards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.calendars = Dictionary(calendars.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads everything under the root.
    ///
    /// - Parameter root: the folder `Standards`.
    /// - Throws: `StandardProblems` with the problems of all versions together.
    public static func load(_ root: URL) throws(StandardProblems) -> StandardLibrary {
        let findings = Findings()
        var problems: [StandardProblem] = []
        var calendars: [WorkingCalendar] = []
        var standards: [Standard] = []
        for file in StandardLoader.files(in: root.appending(path: "calendar"), named: "calendar", findings: findings) {
            do { calendars.append(try WorkingCalendar.load(file)) } catch { problems += error.problems }
        }
        for place in folders(in: root) where place.lastPathComponent != "calendar" {
            for version in folders(in: place) {
                let name = "\(place.lastPathComponent)/\(version.lastPathComponent)"
                do {
                    let standard = try StandardLoader.load(version)
                    problems += misfits(of: standard, in: name, calendars: calendars)
                    standards.append(standard)
                } catch { problems += error.problems }
            }
        }
        let library = StandardLibrary(standards: standards, calendars: calendars)
        if library == nil, problems.isEmpty {
            findings.report(
                FilePlace(file: root.lastPathComponent), "No standard was found here.",
                mend: "Name the folder that holds <place>/<version>/*.yaml.")
        }
        problems += findings.problems
        guard let library, problems.isEmpty else { throw StandardProblems(problems) }
        return library
    }

    /// The version of that id.
    public func version(_ id: StandardID) -> Standard? { standards[id] }

    /// The version whose law and names held on the date; the latest where several did, nil where none did.
    public func inForce(on date: CivilDate, place: String? = nil) -> Standard? {
        standards.values
            .filter { place == nil || $0.id.place == place }
            .filter { $0.inForceFrom <= date && ($0.inForceTo.map { date <= $0 } ?? true) }
            .max { ($0.inForceFrom, $0.id) < ($1.inForceFrom, $1.id) }
    }

    /// The calendar that a version counts by. The library's own check makes sure that it is there.
    public func calendar(of standard: Standard) -> WorkingCalendar? { calendars[standard.calendar] }

    /// All versions, in the order of their ids.
    public var all: [Standard] { standards.values.sorted { $0.id < $1.id } }

    /// The ids in order.
    public var ids: [StandardID] { standards.keys.sorted() }

    private static func folders(in folder: URL) -> [URL] {
        let all = try? FileManager.default.contentsOfDirectory(
            at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
        return (all ?? [])
            .filter { (try? $0.resolvingSymlinksInPath().resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    private static func misfits(of standard: Standard, in folder: String, calendars: [WorkingCalendar]) -> [StandardProblem] {
        let findings = Findings()
        if standard.id.rawValue != folder {
            findings.report(
                FilePlace(file: folder), "The standard calls itself '\(standard.id)' but stands in the folder '\(folder)'.",
                mend: "Rename the folder or the id, so that they agree.")
        }
        if !calendars.contains(where: { $0.id == standard.calendar }) {
            findings.report(
                FilePlace(file: folder), "The calendar '\(standard.calendar)' is not in the folder 'calendar'.",
                mend: "Add it or name another.")
        }
        return findings.problems
    }
}
