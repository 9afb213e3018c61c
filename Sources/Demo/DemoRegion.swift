// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
public import Services

/// The invented region: seven councils, six kinds of agency, two years of concerns, made through `Services` like any user.
public enum DemoRegion {
    /// Makes the region in an empty store: founds it, fills the directory, and reports, decides and answers `concerns` concerns.
    public static func make(
        _ house: House, clock: DemoClock, seed: UInt64, concerns: Int, progress: @Sendable (Double, String) -> Void
    ) async throws {}

    /// The roles for which a sign-in link is printed, each with the account that holds it.
    public static func roles(_ house: House) -> [(role: String, account: RecordID)] { [] }
}
