// SPDX-License-Identifier: Apache-2.0

/// A place in a file that a problem points to.
struct FilePlace: Hashable, Sendable {
    let file: String
    let line: Int
    let column: Int

    init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// Short form for a sentence about another place: `codes.yaml line 12`.
    var inWords: String { "\(file.split(separator: "/").last.map(String.init) ?? file) line \(line)" }
}

/// A word of a file together with where it stands.
struct Placed<Value> {
    let value: Value
    let place: FilePlace
}

/// What was found wrong so far. Lives for the reading of one standard, on one task.
final class Findings {
    private(set) var problems: [StandardProblem] = []

    func report(_ place: FilePlace, _ sentence: String, mend: String) {
        problems.append(StandardProblem(file: place.file, line: place.line, column: place.column, sentence: sentence, mend: mend))
    }
}

/// Finds the word a person most likely meant.
enum Likely {
    /// " Did you mean 'x'?" for a near miss, else nothing.
    static func hint(for word: String, among known: some Sequence<String>) -> String {
        let near = known.map { ($0, distance(word, $0)) }.filter { $0.1 <= max(1, min(3, word.count / 3)) }
        guard let best = near.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { return "" }
        return " Did you mean '\(best.0)'?"
    }

    /// Letters to add, drop or change (Levenshtein). Long words are cut: a hint is not worth quadratic time on hostile input.
    private static func distance(_ left: String, _ right: String) -> Int {
        let (first, second) = (Array(left.utf8.prefix(64)), Array(right.utf8.prefix(64)))
        var row = Array(0...second.count)
        for (i, a) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in second.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = above
            }
        }
        return row[second.count]
    }
}
