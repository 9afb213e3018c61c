// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation

/// A program that is given bytes on its standard input and answers with bytes on its standard output.
///
/// Started by `posix_spawn` itself: Foundation's `Process` reads past its buffer once more than some 1,360 descriptors are open, which a busy
/// server has, and ends the whole process.
struct ChildProcess {
    /// The program's path.
    let path: String
    /// Its arguments, without its own name.
    let arguments: [String]
    /// Its whole environment: nothing is handed on.
    let environment: [String: String]

    /// What it wrote, or nil where it could not be started, ended with a fault, took longer than `seconds` or wrote more than `largest` bytes.
    func answer(to input: [UInt8], seconds: Double, largest: Int) -> [UInt8]? {
        // A child that ends early must not end the server with it.
        signal(SIGPIPE, SIG_IGN)
        guard let (child, toChild, fromChild) = start() else { return nil }
        let watch = DispatchWorkItem { kill(child, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: watch)
        DispatchQueue.global().async {
            var rest = input[...]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { write(toChild, $0.baseAddress, $0.count) }
                if written > 0 { rest = rest.dropFirst(written) } else if errno != EINTR { break }
            }
            close(toChild)
        }
        var output: [UInt8] = [], part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let got = read(fromChild, &part, part.count)
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { break }
            output += part[0..<got]
            if output.count > largest { break }
        }
        close(fromChild)
        if output.count > largest { kill(child, SIGKILL) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        watch.cancel()
        return status == 0 && output.count <= largest ? output : nil
    }

    private typealias CloseFrom = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32
    /// Closes everything else in the child: connections and the store's files are none of its business. Sought by its name, because Swift's
    /// view of the C library leaves it out.
    private static let closeFrom = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np").map { unsafeBitCast($0, to: CloseFrom.self) }

    /// The child and the two ends that are ours.
    private func start() -> (child: pid_t, toChild: Int32, fromChild: Int32)? {
        var input: [Int32] = [-1, -1], output: [Int32] = [-1, -1]
        guard let closeFrom = Self.closeFrom, pipe(&input) == 0 else { return nil }
        guard pipe(&output) == 0 else {
            input.forEach { close($0) }
            return nil
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        _ = closeFrom(&actions, STDERR_FILENO + 1)
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, path, &actions, nil, &words, &settings)
        close(input[0])
        close(output[1])
        guard failure == 0 else {
            close(input[1])
            close(output[0])
            return nil
        }
        return (child, input[1], output[0])
    }
}
