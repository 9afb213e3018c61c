// SPDX-License-Identifier: Apache-2.0
import Storage

/// One job as taken from the store: what follows a commit, queued in the commit's own transaction (DESIGN rule 7).
struct Job: Sendable, Hashable {
    let id: Int64
    let kind: String
    let subject: String
    /// The time for which it was queued, in microseconds.
    let queuedFor: Int64
    /// How often it has been taken, this time included.
    let attempts: Int
    /// Until when nobody else takes it. Asked for again meanwhile, the row stands with an earlier time, and `finish` leaves it there.
    let leasedUntil: Int64
}

/// The table `job`.
enum JobTable {
    /// Attempts after which a job is laid aside for a person.
    static let mostAttempts = 10
    /// How long a taken job belongs to its taker, in microseconds.
    static let lease: Int64 = 60_000_000
    /// The time that stands in a job that is laid aside.
    static let laidAside = Int64.max / 4

    /// Whether anything is due: a look that costs nothing, before anything is written.
    static func isDue(_ session: any SQLSession, now: Int64) throws(StorageError) -> Bool {
        try session.first("SELECT id FROM job WHERE run_after <= $1 LIMIT 1", [.integer(now)]) != nil
    }

    /// Takes the jobs that are due, oldest first.
    static func take(_ session: any SQLSession, now: Int64, most: Int) throws(StorageError) -> [Job] {
        let rows = try session.query(
            "SELECT id, kind, subject, run_after, attempts FROM job WHERE run_after <= $1 ORDER BY run_after, id LIMIT $2 \(session.dialect.skipLocked)",
            [.integer(now), .integer(most)])
        let jobs = try rows.map { row throws(StorageError) in
            Job(
                id: try row.integer("id"), kind: try row.text("kind"), subject: try row.text("subject"),
                queuedFor: try row.integer("run_after"),
                attempts: try row.int("attempts") + 1, leasedUntil: now + lease)
        }
        if !jobs.isEmpty {
            try session.execute(
                "UPDATE job SET run_after = $1, attempts = attempts + 1 WHERE id IN (\(SQLDialect.placeholders(jobs.count, from: 2)))",
                [.integer(now + lease)] + jobs.map { .integer($0.id) })
        }
        return jobs
    }

    /// Takes jobs off the table: in the transaction of their effect. One that was asked for again meanwhile stays.
    static func finish(_ session: any SQLSession, _ jobs: [Job]) throws(StorageError) {
        for (until, group) in Dictionary(grouping: jobs, by: \.leasedUntil).sorted(by: { $0.key < $1.key }) {
            try session.execute(
                "DELETE FROM job WHERE run_after = $1 AND id IN (\(SQLDialect.placeholders(group.count, from: 2)))",
                [.integer(until)] + group.map { .integer($0.id) })
        }
    }

    /// Queues a round of a kind that queues itself, where none waits.
    static func queue(_ session: any SQLSession, _ kind: String, _ subject: String, at: Int64) throws(StorageError) {
        try session.execute(
            "INSERT INTO job (kind, subject, run_after, attempts) VALUES ($1, $2, $3, 0) ON CONFLICT (kind, subject) DO NOTHING",
            [.text(kind), .text(subject), .integer(at)])
    }

    /// Puts a failed job off, twice as long each time, up to an hour; lays it aside after too many attempts. `reason` is a code, never a word
    /// about a person.
    static func putOff(_ session: any SQLSession, _ job: Job, now: Int64, reason: String) throws(StorageError) {
        let seconds = Int64(1) << Int64(min(job.attempts, 12))
        let until = job.attempts >= mostAttempts ? laidAside : now + min(seconds, 3600) * 1_000_000
        try session.execute(
            "UPDATE job SET run_after = $2, last_error = $3 WHERE id = $1 AND run_after = $4",
            [.integer(job.id), .integer(until), .text(reason), .integer(job.leasedUntil)])
    }

    /// Gives back what a process that ended had taken, and what was laid aside another chance: called at a start.
    static func release(_ session: any SQLSession, now: Int64) throws(StorageError) {
        try session.execute("UPDATE job SET run_after = $1 WHERE run_after > $1 AND attempts > 0", [.integer(now)])
    }
}
