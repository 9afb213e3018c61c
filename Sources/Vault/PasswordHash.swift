// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras
import Foundation

/// What hashing a password costs.
public struct PasswordCost: Sendable, Hashable {
    /// log2 of scrypt's N: memory is 128 · r · N bytes.
    public let logRounds: Int
    /// scrypt's r.
    public let blockSize: Int
    /// scrypt's p.
    public let parallelism: Int

    /// A cost. For tests take a small one: an unoptimised build is seven times slower.
    public init(logRounds: Int, blockSize: Int, parallelism: Int) {
        self.logRounds = logRounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// N = 2^17, r = 8, p = 1: 128 MiB, about a third of a second (OWASP Password Storage; SECURITY §2 row 32).
    public static let standard = PasswordCost(logRounds: 17, blockSize: 8, parallelism: 1)

    /// At most 1 GiB: a changed row must not be able to take all memory.
    var isAllowed: Bool {
        guard (1...20).contains(logRounds), (1...32).contains(blockSize), (1...16).contains(parallelism) else { return false }
        return 128 * blockSize << logRounds <= 1 << 30
    }
}

/// A password as stored: `$scrypt$ln=17,r=8,p=1$salt$hash`, base64 without padding (the PHC form).
///
/// Hashing is slow on purpose and blocks its thread: run it through `PasswordWorkLimiter`.
public struct PasswordHash: Sendable, Hashable, CustomStringConvertible {
    /// The cost it was made with.
    public let cost: PasswordCost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes a password.
    /// - Throws: `badRandomness` or `badCost`.
    public init(
        password: String, cost: PasswordCost = .standard, randomness: Randomness = SystemRandomness.bytes
    ) throws(VaultError) {
        let salt = randomness(16)
        guard salt.count == 16 else { throw .badRandomness }
        self.cost = cost
        self.salt = salt
        hash = try Self.derive(Self.normalised(password), salt: salt, cost: cost, length: 32)
    }

    /// Reads the stored text; nil when it isn't one.
    public init?(parsing text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { return nil }
        let numbers = parts[2].split(separator: ",").map { $0.split(separator: "=", omittingEmptySubsequences: false) }
        guard numbers.map(\.first) == ["ln", "r", "p"], numbers.allSatisfy({ $0.count == 2 }) else { return nil }
        let values = numbers.compactMap { Int($0[1]) }
        guard values.count == 3 else { return nil }
        cost = PasswordCost(logRounds: values[0], blockSize: values[1], parallelism: values[2])
        guard cost.isAllowed, let salt = Base64Text.bytes(of: parts[3], alphabet: .standard), salt.count >= 8 else { return nil }
        guard let hash = Base64Text.bytes(of: parts[4], alphabet: .standard), hash.count == 32 else { return nil }
        self.salt = salt
        self.hash = hash
    }

    /// The text to store.
    public var description: String {
        "$scrypt$ln=\(cost.logRounds),r=\(cost.blockSize),p=\(cost.parallelism)$\(Base64Text.text(of: salt, alphabet: .standard))"
            + "$\(Base64Text.text(of: hash, alphabet: .standard))"
    }

    /// Whether this is the password, in constant time after the hashing.
    /// - Throws: `badCost`.
    public func verify(_ password: String) throws(VaultError) -> Bool {
        ConstantTime.equal(try Self.derive(Self.normalised(password), salt: salt, cost: cost, length: hash.count), hash)
    }

    /// Whether the next sign-in should store the password anew, because the house now asks for another cost.
    public func needsRehash(at wanted: PasswordCost = .standard) -> Bool { cost != wanted }

    /// A hash that no password has, of the given cost: verified when there is no such account, so that an unknown name
    /// takes as long as a known one (SECURITY §2 row 35).
    public static func decoy(cost: PasswordCost = .standard) -> PasswordHash {
        PasswordHash(cost: cost, salt: [UInt8](repeating: 0x5a, count: 16), hash: [UInt8](repeating: 0, count: 32))
    }

    private init(cost: PasswordCost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// One password has one form, whatever keyboard wrote it (NIST SP 800-63B §3.1.1.2: NFKC).
    private static func normalised(_ password: String) -> [UInt8] { Array(password.precomposedStringWithCompatibilityMapping.utf8) }

    static func derive(_ password: [UInt8], salt: [UInt8], cost: PasswordCost, length: Int) throws(VaultError) -> [UInt8] {
        guard cost.isAllowed else { throw .badCost }
        do {
            return try KDF.Scrypt.deriveKey(
                from: password, salt: salt, outputByteCount: length, rounds: 1 << cost.logRounds, blockSize: cost.blockSize,
                parallelism: cost.parallelism
            ).bytes
        } catch {
            throw .badCost
        }
    }
}
