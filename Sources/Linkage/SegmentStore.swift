// SPDX-License-Identifier: Apache-2.0

/// Where sealed segments are kept. The index only ever hands it bytes that `SegmentStorage.seal` has sealed.
/// A write must replace the whole file or nothing (write aside, then rename).
public protocol SegmentStore: Sendable {
    /// The names that are there, in any order.
    func list() throws -> [String]
    /// The bytes under a name; nil when there is none.
    func read(_ name: String) throws -> [UInt8]?
    /// Puts bytes under a name, durably, whole or not at all.
    func write(_ name: String, _ bytes: [UInt8]) throws
    /// Takes a name away; a name that is not there is no error.
    func delete(_ name: String) throws
}

/// A store and the seal that stands before it.
public struct SegmentStorage: Sendable {
    /// Where the bytes go.
    public let store: any SegmentStore
    /// Encrypts and authenticates; called for every file before it is written.
    public let seal: @Sendable ([UInt8]) throws -> [UInt8]
    /// The inverse of `seal`; throws on anything not sealed by it.
    public let open: @Sendable ([UInt8]) throws -> [UInt8]

    /// A storage from its parts.
    public init(
        store: any SegmentStore, seal: @escaping @Sendable ([UInt8]) throws -> [UInt8],
        open: @escaping @Sendable ([UInt8]) throws -> [UInt8]
    ) {
        self.store = store
        self.seal = seal
        self.open = open
    }
}
