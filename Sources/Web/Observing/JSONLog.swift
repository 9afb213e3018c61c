// SPDX-License-Identifier: Apache-2.0
public import Foundation
public import Logging

/// A log in which each line is one JSON object, in ASCII. Metadata is written only under names that are known to hold no personal data;
/// what libraries add is left out.
public struct JSONLog: LogHandler {
    /// What every line of this logger carries.
    public var metadata: Logger.Metadata = [:]
    /// Not used: what it would add has no place in these lines.
    public var metadataProvider: Logger.MetadataProvider?
    /// The least level that is written.
    public var logLevel: Logger.Level = .info

    private let label: String
    private let now: @Sendable () -> Date
    private let write: @Sendable ([UInt8]) -> Void

    /// The metadata that may be written: codes, counts and ids of requests; never a path, a query, an address or a name.
    static let allowedNames: [String] = [
        "request", "route", "status", "ms", "bytes_in", "bytes_out", "code", "error_type", "error_case", "job", "count", "seconds", "port",
        "version",
        "engine",
        "schema", "file", "task",
    ]

    /// Makes a log.
    /// - Parameters:
    ///   - label: the part of the program that speaks.
    ///   - now: the time.
    ///   - write: takes one line with its line end.
    public init(
        label: String, now: @escaping @Sendable () -> Date = { Date() },
        write: @escaping @Sendable ([UInt8]) -> Void = JSONLog.toStandardError
    ) {
        self.label = label
        self.now = now
        self.write = write
    }

    /// UTC with milliseconds and its zone.
    private static let timeFormat = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

    /// Writes a line to standard error, where a service manager takes it.
    public static let toStandardError: @Sendable ([UInt8]) -> Void = { FileHandle.standardError.write(Data($0)) }

    /// One piece of what every line carries.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one line.
    public func log(event: LogEvent) {
        var line: [UInt8] = Array("{\"time\":".utf8)
        JSONText.append(now().formatted(Self.timeFormat), to: &line, asciiOnly: true)
        for (name, value) in [("level", event.level.rawValue), ("from", label), ("message", "\(event.message)")] {
            append(name, value, to: &line)
        }
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        for name in Self.allowedNames {
            if let value = all[name] { append(name, "\(value)", to: &line) }
        }
        line.append(contentsOf: "}\n".utf8)
        write(line)
    }

    private func append(_ name: String, _ value: String, to line: inout [UInt8]) {
        line.append(UInt8(ascii: ","))
        JSONText.append(name, to: &line, asciiOnly: true)
        line.append(UInt8(ascii: ":"))
        // Numbers stay numbers, so that a log can be counted.
        if let number = Double(value), number.isFinite, !value.isEmpty,
            value.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 || $0 == 45 })
        {
            line.append(contentsOf: value.utf8)
        } else {
            JSONText.append(String(value.prefix(2_000)), to: &line, asciiOnly: true)
        }
    }
}
