// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The room on the disk of the data folder, as `doctor`, `/readyz` and `/metrics` say it alike.
public enum DiskSpace {
    /// Bytes below which a disk is nearly full.
    public static let little: Int64 = 1_000_000_000

    /// Bytes free on the disk of a folder; nil where that can't be known.
    public static func free(_ folder: String) -> Int64? {
        (try? FileManager.default.attributesOfFileSystem(forPath: folder))?[.systemFreeSize] as? Int64
    }
}
