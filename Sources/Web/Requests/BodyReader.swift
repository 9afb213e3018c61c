// SPDX-License-Identifier: Apache-2.0
import Hummingbird
import NIOCore

/// Reads the body of a request into memory, bounded.
enum BodyReader {
    /// The body.
    /// - Throws: `Problem.tooLarge` before a byte is read where the length is announced, and as soon as it is passed where it is not.
    static func read(_ request: Request, atMost limit: Int) async throws -> [UInt8] {
        if let announced = request.headers[.contentLength].flatMap({ Int($0) }), announced > limit { throw Problem.tooLarge(most: limit) }
        var bytes: [UInt8] = []
        do {
            for try await chunk in request.body {
                guard bytes.count + chunk.readableBytes <= limit else { throw Problem.tooLarge(most: limit) }
                bytes.append(contentsOf: chunk.readableBytesView)
            }
        } catch let problem as Problem {
            throw problem
        } catch {
            // The sender went away or was too slow: nobody will read this, but it is no fault of ours in the counts.
            throw Problem.incomplete
        }
        return bytes
    }
}
