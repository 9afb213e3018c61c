// SPDX-License-Identifier: Apache-2.0

/// Does the jobs of one kind. Jobs are idempotent: one may come twice, and for something that is gone.
protocol JobHandler: Sendable {
    /// The kind, a constant of `JobKind`.
    var kind: String { get }

    /// Does jobs and takes each off the table (`JobTable.finish`) in the transaction of its effect. What it throws counts against all of
    /// them; they are then tried one by one.
    func run(_ jobs: [Job]) async throws
}
