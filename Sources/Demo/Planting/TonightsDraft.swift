// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services

/// Puts tonight's piece into the PCSO's drafts, ready to be sent by whoever takes the tour.
enum TonightsDraft {
    static func plant(_ report: ConcernReport, _ house: House, _ directory: DemoDirectory) async throws {
        let pcso = try directory.actor("night-pcso-milbury")
        let draft = try await house.reporting.start(pcso)
        _ = try await house.reporting.save(pcso, draft.id, report)
    }
}
