// SPDX-License-Identifier: Apache-2.0

import Foundation
import Yams

/// A value of a YAML file together with the file's name.
struct Located {
    let node: Node
    let file: String

    var place: FilePlace { FilePlace(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0) }
}

/// Opens one YAML file of a standard: plain data, of limited size, without anchors, so that what is read is what stands there.
enum YAMLFile {
    /// The most bytes one file may have. A standard's files are read by people; the largest shipped has a twentieth of this.
    static let largestFile = 1_048_576

    /// The root of the file, or nil after reporting why not.
    static func root(at url: URL, named name: String, findings: Findings) -> Located? {
        let whole = FilePlace(file: name)
        let values = try? url.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
        guard let values, values.isRegularFile == true else {
            findings.report(whole, "This is not a file that can be read.", mend: "Put a plain YAML file here or take it away.")
            return nil
        }
        guard let size = values.fileSize, size <= largestFile, let data = try? Data(contentsOf: url), data.count <= largestFile else {
            findings.report(
                whole, "The file is larger than 1 MB or can't be read.", mend: "Split it into several files or mend its permissions.")
            return nil
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            findings.report(whole, "The file is not written in UTF-8.", mend: "Save it as UTF-8.")
            return nil
        }
        return root(of: text, named: name, findings: findings)
    }

    /// The root of a text, or nil after reporting why not.
    static func root(of text: String, named name: String, findings: Findings) -> Located? {
        if let anchor = firstAnchor(in: text) {
            findings.report(
                FilePlace(file: name, line: anchor.line, column: anchor.column),
                "'&' or '*' before a word is an anchor, alias or emphasis, which a standard does not use.",
                mend: "Write the value out where it is needed, or 'and' in a sentence.")
            return nil
        }
        do {
            guard let node = try Yams.compose(yaml: text) else {
                findings.report(FilePlace(file: name), "The file is empty.", mend: "Fill it or take it away.")
                return nil
            }
            return Located(node: node, file: name)
        } catch {
            report(error, in: name, findings: findings)
            return nil
        }
    }

    /// Anchors are refused before parsing: the parser would copy an alias at every use, and a few lines could grow without bound.
    private static func firstAnchor(in text: String) -> (line: Int, column: Int)? {
        var text = text
        return text.withUTF8 { bytes in
            var (line, lineStart) = (1, 0)
            for (index, byte) in bytes.enumerated() {
                if byte == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, index + 1) }
                guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") else { continue }
                if index + 1 < bytes.count, !isSpace(bytes[index + 1]), index == 0 || !isLetterOrDigit(bytes[index - 1]) {
                    return (line, index - lineStart + 1)
                }
            }
            return nil
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    /// ASCII only: after any other character the sign is refused, which is the safe side.
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func report(_ error: any Error, in name: String, findings: Findings) {
        let mend = "Check the indentation, the colons and the quotes just before this place."
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            let place = FilePlace(file: name, line: mark.line, column: mark.column)
            findings.report(place, "This is not YAML: \(problem).", mend: mend)
        case .duplicatedKeysInMapping(let keys, let context):
            let place = FilePlace(file: name, line: context.mark.line, column: context.mark.column)
            let words = keys.map { "'\($0)'" }.joined(separator: ", ")
            findings.report(place, "The key \(words) is given twice in one place.", mend: "Keep one of the two.")
        case .reader(let problem, _, _, _):
            findings.report(
                FilePlace(file: name), "This is not YAML: \(problem).", mend: "Save the file as UTF-8 without control characters.")
        default:
            findings.report(FilePlace(file: name), "This is not YAML.", mend: mend)
        }
    }
}
