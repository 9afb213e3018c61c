// SPDX-License-Identifier: Apache-2.0
import Storage
import Vault

extension House {
    /// HMAC-SHA-256 under a key of its own: what proves that a form came from one of our pages.
    public var formAuthenticator: @Sendable ([UInt8]) -> [UInt8] {
        let key = store.keys.master.subkey(.sessions, context: "forms")
        return { key.authenticationCode(for: $0) }
    }
}
