// SPDX-License-Identifier: Apache-2.0
public import Logging
public import Safeguarding
import Services

/// What the server takes from the world around it, so that tests can hold it in their hands.
public struct Surroundings: Sendable {
    /// The time.
    public var now: TimeSource = systemTime
    /// Waits some seconds.
    public var sleep: @Sendable (Double) async throws -> Void = Deadline.realSleep
    /// Where counts go.
    public var metrics = Metrics()
    /// Where lines about requests go.
    public var logger = Logger(label: "sentinel.web")
    /// The languages.
    var translations = Translations.englishOnly
    /// Style sheets, scripts and fonts.
    var assets = StaticFiles.none
    /// Whether the store answers and work may come; the text says what is missing.
    public var readiness: @Sendable () async -> String? = { nil }
    /// What is not as it should be and keeps nobody from reporting, for whoever runs the server.
    var remarks: @Sendable () -> [String] = { [] }
    /// Sets the gauges that are only known when they are asked for.
    var beforeMetrics: @Sendable (Metrics) -> Void = { _ in }
    /// Turns an error of `Services` into a refusal; nil for one that nobody foresaw.
    var explain: @Sendable (any Error) -> Problem? = { _ in nil }
    /// Writes to the ledger that somebody was refused, unless a use case has done so: who, what the route is for, whether it was said that
    /// there is no such thing.
    var recordRefusal: @Sendable (Actor, Action, Bool, RefusalNote) async throws -> Void = { _, _, _, _ in }

    /// The real world.
    public init() {}
}
