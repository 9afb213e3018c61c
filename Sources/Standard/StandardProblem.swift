// SPDX-License-Identifier: Apache-2.0

/// One thing wrong in a standard's files: where it is, what it is, and how to mend it.
public struct StandardProblem: Sendable, Hashable, CustomStringConvertible {
    /// The file, named as it was opened.
    public let file: String
    /// The line, from 1; 0 where the whole file is meant.
    public let line: Int
    /// The column in characters, from 1; 0 where the whole file is meant.
    public let column: Int
    /// What is wrong, in one plain sentence.
    public let sentence: String
    /// What to do about it.
    public let mend: String

    /// Makes a problem.
    public init(file: String, line: Int, column: Int, sentence: String, mend: String) {
        self.file = file
        self.line = line
        self.column = column
        self.sentence = sentence
        self.mend = mend
    }

    /// `file:line:column: sentence mend`, in the form that editors jump to.
    public var description: String {
        let place = line > 0 ? "\(file):\(line):\(column)" : file
        return "\(place): \(sentence) \(mend)"
    }
}

/// Everything wrong in a standard: it is read whole before it is refused, so that all can be mended at once.
public struct StandardProblems: Error, Sendable, CustomStringConvertible {
    /// The problems by file and line.
    public let problems: [StandardProblem]

    /// Makes the error from what was found, put in order.
    public init(_ problems: [StandardProblem]) {
        self.problems = problems.sorted { ($0.file, $0.line, $0.column, $0.sentence) < ($1.file, $1.line, $1.column, $1.sentence) }
    }

    /// One problem a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
