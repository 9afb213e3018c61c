// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Synchronization
import Vault

/// What sign-in and tokens keep in memory. All of it may be lost at any moment without harm.
final class AccessMemory: Sendable {
    /// Sessions read a moment ago.
    let sessions = RecentlyRead<SessionRecord>()
    /// Bearer tokens read a moment ago.
    let tokens = RecentlyRead<TokenRecord>()
    /// Wrong tries.
    let throttle = Mutex(SignInThrottle())
    /// Sign-ins between password and code.
    let tickets = Mutex(SignInTickets())
    /// Hashing passwords, one at a time.
    let passwords = PasswordWorkLimiter()
}

extension House {
    /// What sign-in and tokens keep in memory.
    var access: AccessMemory { directory.access }

    /// What hashing a password costs here.
    var passwordCost: PasswordCost {
        switch settings.passwordCost {
        case .standard: .standard
        case .cheapForTests: PasswordCost(logRounds: 4, blockSize: 8, parallelism: 1)
        }
    }

    /// Runs password work in its turn. Throws `slowDown` where too many wait already.
    func passwordWork<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        do { return try await access.passwords.run(work) } catch VaultError.busy { throw ServiceError.slowDown(seconds: 5) }
    }
}
