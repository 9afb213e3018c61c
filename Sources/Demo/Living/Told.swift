// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Synchronization

/// What the store has given to the planned concerns: ids and references, and the cases opened.
final class Told: Sendable {
    /// A concern as stored.
    struct Concern: Sendable {
        let id: RecordID
        let reference: String
        let household: Int?
    }

    /// The case of a concern.
    struct File: Sendable {
        let id: RecordID
        let reference: String
        /// Who leads it, and everybody on it, by their keys.
        let lead: String
        var members: [String]
    }

    private struct State {
        var concerns: [Int: Concern] = [:]
        var files: [Int: File] = [:]
        var households: [RecordID: Int] = [:]
    }

    private let state = Mutex(State())

    func note(_ number: Int, _ receipt: Receipt, household: Int?) {
        state.withLock { state in
            state.concerns[number] = Concern(id: receipt.concern, reference: receipt.reference, household: household)
            state.households[receipt.concern] = household
        }
    }

    func note(_ number: Int, file: CaseRow?, _ key: String, leads: Bool) {
        state.withLock { state in
            if leads, let file {
                state.files[number] = File(id: file.id, reference: file.reference, lead: key, members: [key])
            } else {
                state.files[number]?.members.append(key)
            }
        }
    }

    func concern(_ number: Int) -> Concern? { state.withLock { $0.concerns[number] } }

    func file(_ number: Int) -> File? { state.withLock { $0.files[number] } }

    func household(of concern: RecordID) -> Int? { state.withLock { $0.households[concern] } }
}
