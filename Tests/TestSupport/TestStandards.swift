// SPDX-License-Identifier: Apache-2.0
import Foundation
public import Standard

/// The standards of the repository, read once.
public enum TestStandards {
    /// The standard in which tests report.
    public static let current: StandardID = "west-midlands/2026"

    private static let loaded = Result<StandardLibrary, any Error> {
        try StandardLibrary.load(URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Standards").standardized)
    }

    /// All of them. Throws what is wrong with them.
    public static func library() throws -> StandardLibrary { try loaded.get() }
}
