// SPDX-License-Identifier: Apache-2.0

/// Why a store can't be founded or opened as it was asked.
public enum HouseOpeningError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The store has tables and nothing in them.
    case notFounded
    /// The store is in use already.
    case alreadyFounded
    /// The master key is not the one that this store was founded with; both by their fingerprints.
    case wrongMasterKey(wanted: String, given: String)
    /// The store is of another region.
    case otherRegion(wanted: String, given: String)
    /// A demo store opened as a real one, or the other way round.
    case otherKind(isDemo: Bool)
    /// The store's own particulars are missing or not readable.
    case damaged

    /// What is wrong and what to do next.
    public var description: String {
        switch self {
        case .notFounded: "This store has not been set up. Run `sentinel setup`."
        case .alreadyFounded: "This store is set up already. Nothing was changed. To start afresh, name an empty folder or database."
        case .wrongMasterKey(let wanted, let given):
            "The master key given (\(given)) is not this store's (\(wanted)). Give the key file or recovery sheet that was made with it."
        case .otherRegion(let wanted, let given):
            "This store is of the region '\(wanted)', the configuration says '\(given)'. Correct one of them."
        case .otherKind(let isDemo):
            isDemo
                ? "This is a demo store: everything in it is invented. Serve it with `sentinel demo`, or set up a store of your own."
                : "This store holds real records and can't be served as a demo. Leave out the demo setting."
        case .damaged: "The particulars of this store are missing or damaged. Stop, keep a copy, and restore the last backup."
        }
    }
}
