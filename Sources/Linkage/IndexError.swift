// SPDX-License-Identifier: Apache-2.0

/// What can go wrong with the saved form of an index. None of them loses a record: the index is rebuilt from its feed.
public enum IndexError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The index has no `SegmentStorage`; give one when it is made.
    case noStorage
    /// The store or the seal refused; the file stands in the name. Look at the store, then save or load again.
    case store(name: String, reason: String)
    /// A saved segment is cut short or garbled. Clear the saved index and feed it again from position 0.
    case damaged(name: String, reason: String)
    /// A saved segment has a format that this version does not read. Clear the saved index and feed it again from position 0.
    case unreadableVersion(name: String, version: Int)
    /// The model's data can't be read. The reason names field and level.
    case model(reason: String)

    /// What happened and what to do. Holds no value of any record.
    public var description: String {
        switch self {
        case .noStorage: "The match index has no storage: give it one to save or load."
        case .store(let name, let reason): "The store refused \(name) (\(reason)): mend the store, then try again."
        case .damaged(let name, let reason): "\(name) is damaged (\(reason)): clear the saved index and rebuild it from the feed."
        case .unreadableVersion(let name, let version):
            "\(name) has format \(version), which this version does not read: clear the saved index and rebuild it from the feed."
        case .model(let reason): "The linkage model can't be used: \(reason)."
        }
    }
}
