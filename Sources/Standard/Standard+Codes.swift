// SPDX-License-Identifier: Apache-2.0

/// Looking up codes and what the standard says of them.
extension Standard {
    /// The list of that name; an empty list where the standard has none.
    public func list(_ name: CodeListName) -> CodeList {
        lists[name] ?? CodeList(name: name, title: name.rawValue, codes: [])
    }

    /// One code of a list, or nil where the list has no such code.
    public func code(_ code: String, in name: CodeListName) -> Code? { lists[name]?[code] }

    /// The words shown for a code; the code itself where it is unknown, so that nothing is ever shown blank.
    public func label(_ code: String, in name: CodeListName) -> String { lists[name]?.label(code) ?? code }

    /// An answer in words: the label of a code where the question has a list to choose from, else the answer as it was written. Areas and
    /// dates are not the standard's to name.
    public func words(_ value: String, answering question: String) -> String {
        self.question(question)?.list.map { label(value, in: $0) } ?? value
    }

    /// The sign of that code.
    public func sign(_ code: String) -> Sign? { signs.first { $0.code == code } }

    /// Whether the rules for children or for adults apply to a kind of subject. What is unknown is treated as a child.
    public func ageGroup(ofSubjectKind kind: String) -> AgeGroup {
        code(kind, in: .subjectKind)?.text("treated_as").flatMap(AgeGroup.init) ?? .child
    }

    /// The broad setting (home, online, away) of a setting in detail; nil where the standard leaves it open.
    public func broadSetting(ofSetting setting: String) -> String? { code(setting, in: .setting)?.text("broad") }

    /// Whether a level of the local threshold calls for statutory help.
    public func isStatutory(threshold: String) -> Bool { code(threshold, in: .threshold)?.flag("statutory") ?? false }

    /// Whether a stated urgency stands above the rest of the queue.
    public func isAboveTheRest(urgency: String) -> Bool { code(urgency, in: .urgency)?.flag("above_the_rest") ?? false }

    /// Whether any of the signs is, by the standard, stated danger now.
    public func hasPresentDanger(signs codes: some Sequence<String>) -> Bool {
        let wanted = Set(codes)
        return signs.contains { $0.presentDanger && wanted.contains($0.code) }
    }

    /// A document that the standard rests on.
    public func source(_ id: String) -> SourceDocument? { sources[id] }
}
