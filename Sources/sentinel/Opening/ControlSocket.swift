// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation
import ServiceLifecycle
import Services
import Storage

/// A Unix socket, mode 0600, over which the command line asks the running server to do what must be written: one process writes to
/// SQLite (DESIGN rule 8). One line of JSON in, one line out.
struct ControlSocket: Service {
    /// What is asked.
    struct Request: Codable, Sendable {
        var command: String
        var arguments: [String: String]
    }

    /// What came of it.
    struct Answer: Codable, Sendable {
        var isDone: Bool
        var text: String
    }

    let path: String
    let opened: OpenHouse

    func run() async throws {
        let listener = try UnixSocket.listen(at: path)
        let accepted = UnixSocket.accept(from: listener)
        await withTaskCancellationOrGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                for await connection in accepted { group.addTask { await answer(connection) } }
            }
        } onCancelOrGracefulShutdown: {
            UnixSocket.close(listener, path: path)
        }
    }

    private func answer(_ connection: Int32) async {
        defer { Foundation.close(connection) }
        guard let line = await UnixSocket.readLine(connection), let request = try? JSONDecoder().decode(Request.self, from: Data(line))
        else { return }
        var reply: Answer
        do {
            reply = Answer(isDone: true, text: try await HouseCommands.run(request.command, request.arguments, opened))
        } catch {
            reply = Answer(isDone: false, text: "\(error)")
        }
        if let bytes = try? JSONEncoder().encode(reply) { UnixSocket.write(Array(bytes) + [UInt8(ascii: "\n")], to: connection) }
    }
}

/// Running a command on the store: in the running server where there is one, else in this process.
enum StoreCommand {
    static func run(_ command: String, _ arguments: [String: String], _ configuration: Configuration) async throws -> String {
        if let answer = try askServer(command, arguments, configuration) {
            guard answer.isDone else { throw Configuration.Fault(description: answer.text) }
            return answer.text
        }
        var settings = configuration
        let particulars = try await OpenHouse.particulars(configuration)
        if let particulars { settings.region = particulars.region }
        let opened = try await OpenHouse.open(settings, isDemo: particulars?.isDemo ?? false)
        do {
            let text = try await HouseCommands.run(command, arguments, opened)
            try await opened.close()
            return text
        } catch {
            await opened.engine.close()
            throw error
        }
    }

    private static func askServer(_ command: String, _ arguments: [String: String], _ configuration: Configuration) throws -> ControlSocket
        .Answer?
    {
        guard let connection = UnixSocket.connect(to: configuration.socket) else { return nil }
        defer { close(connection) }
        let request = try JSONEncoder().encode(ControlSocket.Request(command: command, arguments: arguments))
        UnixSocket.write(Array(request) + [UInt8(ascii: "\n")], to: connection)
        guard let line = UnixSocket.readLineNow(connection) else {
            throw Configuration.Fault(description: "The running server did not answer. See its log.")
        }
        return try JSONDecoder().decode(ControlSocket.Answer.self, from: Data(line))
    }
}
