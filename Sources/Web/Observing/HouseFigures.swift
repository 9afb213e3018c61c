// SPDX-License-Identifier: Apache-2.0
import Linkage
import Services

/// The figures of the store, the ledger and the jobs, as gauges: counts and seconds only.
enum HouseFigures {
    static func set(_ house: House, _ work: HouseWork, folder: String?, _ metrics: Metrics) {
        let store = house.storeFigures
        metrics.set("store_writes_total", to: Double(store.writes))
        metrics.set("store_commits_total", to: Double(store.commits))
        metrics.set("store_write_failures_total", to: Double(store.failures))
        let jobs = work.jobFigures
        metrics.set("jobs_done_total", to: Double(jobs.done))
        metrics.set("jobs_failed_total", to: Double(jobs.failed))
        metrics.set("jobs_laid_aside_total", to: Double(jobs.laidAside))
        metrics.set("link_lag_seconds", to: jobs.lastLag)
        metrics.set("link_lag_greatest_seconds", to: jobs.greatestLag)
        let ledger = work.ledgerFigures
        metrics.set("ledger_entries", to: Double(ledger.size))
        metrics.set("ledger_checkpoints_total", to: Double(ledger.checkpoints))
        metrics.set("ledger_alarm", to: ledger.alarm == nil ? 0 : 1)
        let mail = work.mailFigures
        metrics.set("mail_sent_total", to: Double(mail.sent))
        metrics.set("mail_failures_total", to: Double(mail.failures))
        metrics.set("mail_relay_answers", to: mail.lastFault == nil ? 1 : 0)
        if let free = folder.flatMap(DiskSpace.free) { metrics.set("disk_free_bytes", to: Double(free)) }
        let index = house.index.statistics
        metrics.set("match_index_records", to: Double(index.records))
        metrics.set("match_index_bytes", to: Double(index.bytes))
        metrics.set("match_index_ready", to: work.indexIsReady ? 1 : 0)
    }
}
