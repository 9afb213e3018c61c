// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding
public import Services

/// A partner's file of concerns, read row by row by a mapping. What can't be read says where and why, and never the value.
public struct ConcernFile: Sendable {
    private var reader: CSVReader
    private let mapping: ConcernMapping
    private let standard: String
    private let referenceColumn: Int
    private let columns: [(index: Int, column: ConcernMapping.Column, part: ReportPart)]
    private let width: Int

    /// Reads the heading line. `standard` is the version in force, for mappings that name none.
    /// - Throws: `MappingFault` where a column of the mapping is not in the file.
    public init(_ bytes: [UInt8], mapping: ConcernMapping, standard: String) throws {
        reader = CSVReader(bytes, separator: mapping.separator?.utf8.first ?? UInt8(ascii: ","))
        self.mapping = mapping
        self.standard = mapping.standard ?? standard
        let headings = (reader.next()?.fields ?? []).map { Self.trimmed(String(decoding: $0, as: UTF8.self)) }
        func place(_ name: String) throws -> Int {
            guard let index = headings.firstIndex(of: name) else { throw MappingFault.missingColumn(name) }
            return index
        }
        referenceColumn = try place(mapping.reference)
        columns = try mapping.columns.compactMap { column in
            guard let part = ReportPart(column.to) else { return nil }
            return (try place(column.column), column, part)
        }
        width = headings.count
        reader.expectedFields = headings.count
    }

    /// The next row; nil at the end.
    public mutating func next() -> ImportRow? {
        guard let row = reader.next() else { return nil }
        func unreadable(_ column: String, _ reason: ImportFault) -> ImportRow {
            ImportRow(line: row.line, content: .unreadable(column: column, reason: reason), raw: row.raw)
        }
        if row.isBroken { return unreadable("", String(validating: row.raw, as: UTF8.self) == nil ? .notUTF8 : .quotes) }
        guard row.fields.count == width else { return unreadable("", .columnCount) }
        guard let reference = String(validating: row.fields[referenceColumn], as: UTF8.self).map(Self.trimmed) else {
            return unreadable(mapping.reference, .notUTF8)
        }
        guard !reference.isEmpty, reference.count <= 200 else { return unreadable(mapping.reference, .noReference) }
        var report = ConcernReport(standard: standard)
        var mentions: [(part: String, number: Int, mention: Mention)] = []
        var sources: [String: String] = [:]
        for (index, column, part) in columns {
            guard let text = String(validating: row.fields[index], as: UTF8.self).map(Self.trimmed) else {
                return unreadable(column.column, .notUTF8)
            }
            if text.isEmpty { continue }
            switch FieldReading.answer(text, column) {
            case .failure(let fault): return unreadable(column.column, fault)
            case .success(let answer): sources[Self.put(answer, part, into: &report, &mentions)] = column.column
            }
        }
        report.mentions = mentions.map(\.mention)
        guard report.saysSomething else { return unreadable("", .saysNothing) }
        return ImportRow(line: row.line, content: .report(reference: reference, report), raw: row.raw, columns: sources)
    }

    /// Puts an answer where it belongs, and returns that place as faults name it.
    private static func put(
        _ answer: Answer, _ part: ReportPart, into report: inout ConcernReport,
        _ mentions: inout [(part: String, number: Int, mention: Mention)]
    ) -> String {
        switch part.part {
        case "concern":
            report.answers[part.question] = answer
            return "answers.\(part.question)"
        case "source":
            report.source[part.question] = answer
            return "source.\(part.question)"
        case "statement":
            while report.statements.count < min(part.number, ReportFaults.mostStatements) {
                report.statements.append(Statement(answers: Answers()))
            }
            let place = max(0, min(part.number, report.statements.count) - 1)
            report.statements[place].answers[part.question] = answer
            return "statements[\(place)].\(part.question)"
        default:
            let place = mentions.firstIndex { $0.part == part.part && $0.number == part.number } ?? mentions.count
            if place == mentions.count, let blank = part.mention { mentions.append((part.part, part.number, blank)) }
            if place < mentions.count { mentions[place].mention.answers[part.question] = answer }
            return "mentions[\(place)].\(part.question)"
        }
    }

    private static func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
}

/// One field of a row as an answer.
enum FieldReading {
    static func answer(_ text: String, _ column: ConcernMapping.Column) -> Result<Answer, ImportFault> {
        if let reason = column.absent?[text] { return .success(.absent(Absence(reason))) }
        let parts =
            column.several.map { separator in
                text.components(separatedBy: separator).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            } ?? [text]
        if let codes = column.codes {
            let found = parts.compactMap { codes[$0] }
            return found.count == parts.count ? .success(.values(found)) : .failure(.unknownCode)
        }
        if let pattern = column.date {
            return date(text, pattern).map { .success(.value($0.description)) } ?? .failure(.notADate)
        }
        return .success(.values(parts))
    }

    /// A date in the partner's order of day, month and year.
    static func date(_ text: String, _ pattern: String) -> PartialDate? {
        let order = pattern.filter { "dmy".contains($0) }
        let numbers = text.split { !$0.isNumber }.map(String.init)
        guard numbers.count == order.count, !text.contains(where: \.isLetter) else { return nil }
        var parts: [Character: Int] = [:]
        for (place, letter) in order.enumerated() {
            guard numbers[place].allSatisfy(\.isASCII), let number = Int(numbers[place]) else { return nil }
            // A year of two figures could be of two centuries: not guessed.
            if letter == "y", numbers[place].count != 4 { return nil }
            parts[letter] = number
        }
        return parts["y"].flatMap { PartialDate(year: $0, month: parts["m"], day: parts["d"]) }
    }
}
