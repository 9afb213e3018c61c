// SPDX-License-Identifier: Apache-2.0

import Crypto

/// AES-256-GCM in the one envelope that the house uses: format byte ‖ nonce (12) ‖ ciphertext ‖ tag (16).
///
/// Nonces are random: with one key for a record version only a handful of documents share a key, and a wrapping key stays
/// far below the 2^32 messages that NIST SP 800-38D §8.3 allows.
enum Sealing {
    static let format: UInt8 = 1
    static let nonceLength = 12
    static let tagLength = 16
    static let overhead = 1 + nonceLength + tagLength

    static func seal(
        _ plaintext: [UInt8], under key: SymmetricKey, associatedData: [UInt8], randomness: Randomness
    ) throws(VaultError) -> [UInt8] {
        let nonce = randomness(nonceLength)
        guard nonce.count == nonceLength else { throw .badRandomness }
        do {
            let box = try AES.GCM.seal(plaintext, using: key, nonce: AES.GCM.Nonce(data: nonce), authenticating: associatedData)
            var sealed: [UInt8] = []
            sealed.reserveCapacity(plaintext.count + overhead)
            sealed.append(format)
            sealed.append(contentsOf: nonce)
            sealed.append(contentsOf: box.ciphertext)
            sealed.append(contentsOf: box.tag)
            return sealed
        } catch {
            throw .notAuthentic
        }
    }

    static func open(_ sealed: [UInt8], under key: SymmetricKey, associatedData: [UInt8]) throws(VaultError) -> [UInt8] {
        guard sealed.count >= overhead else { throw .tooShort(sealed.count) }
        guard sealed[0] == format else { throw .unknownFormat(sealed[0]) }
        do {
            // A slice: the ciphertext is not copied before it is opened.
            let box = try AES.GCM.SealedBox(combined: sealed[1...])
            return [UInt8](try AES.GCM.open(box, using: key, authenticating: associatedData))
        } catch {
            throw .notAuthentic
        }
    }
}

extension SymmetricKey {
    /// A key of exactly 32 bytes.
    init(checked bytes: [UInt8]) throws(VaultError) {
        guard bytes.count == 32 else { throw .badKeyLength(bytes.count) }
        self.init(data: bytes)
    }

    static func random(_ randomness: Randomness) throws(VaultError) -> SymmetricKey {
        let bytes = randomness(32)
        guard bytes.count == 32 else { throw .badRandomness }
        return SymmetricKey(data: bytes)
    }

    var bytes: [UInt8] { withUnsafeBytes { [UInt8]($0) } }

    /// HKDF-SHA256 with everything that tells this use from others in `info`.
    func derived(_ fields: String...) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: self, salt: Array(Vault.scheme.utf8), info: Framing.bytes(["derive"] + fields), outputByteCount: 32)
    }
}
