// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Linkage

extension LinkCommand {
    /// `sentinel link serve`
    struct Serve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer one record at a time: a line of JSON in, a line of JSON with scored, explained candidates out.",
            discussion: """
                Lines on standard input, answers on standard output, in order:
                  {"first_name": "Amira", "surname": "Testwell"}   finds; names are the headers of the file
                  {"add": {"id": "T9", "first_name": "Amira"}}     puts a record in
                  {"remove": "T9"}                                 takes one out
                It ends with its input. Nothing is listened on: put it behind a socket of your own where that is wanted.
                """)

        @OptionGroup var reading: LinkOptions
        @Argument(help: "The CSV file or files.") var files: [String]
        @Option(help: "Candidates in an answer, at most.") var limit = 20

        func run() async throws {
            let service = try RegisterService(paths: files, asked: try reading.asked())
            service.limit = max(1, limit)
            if !reading.quiet { FileHandle.standardError.write(Data("\(service.count) records are ready.\n".utf8)) }
            while let line = readLine() { if !line.isEmpty { Say.line(service.answer(line)) } }
        }
    }
}
