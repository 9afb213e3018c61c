// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Every import line against the table of rooms. The compiler does not hold it: an import of a room that was built for another
/// target compiles by luck of build order.
struct RoomsTests {
    static let importLine = Pattern(
        #"^[ \t]*(?:@\w+(?:\([^)]*\))?[ \t]+)*(?:(?:public|package|internal|fileprivate|private)[ \t]+)?"#
            + #"import[ \t]+(?:(?:struct|class|enum|protocol|typealias|func|let|var)[ \t]+)?(\w+)"#
    )

    static func findings(_ sources: [SwiftSource]) -> [Finding] {
        sources.flatMap { source -> [Finding] in
            let room = source.file.room
            guard let own = House.rooms[room] else {
                return [
                    Finding(
                        path: source.file.path, line: 1, what: "'\(room)' is no room: add it to the table in docs/house.md and House.swift")
                ]
            }
            let allowed = own.union(House.packages[room] ?? []).union(House.toolchain)
            return importLine.matches(in: source.code).filter { !allowed.contains($0.group) }
                .map { Finding(path: source.file.path, line: $0.line, what: "\(room) may not import \($0.group)") }
        }
    }

    @Test func everyImportIsInTheTable() {
        let found = Self.findings(House.sources)
        #expect(found.isEmpty, found.told("A room imports only what the table of rooms allows."))
        #expect(House.sources.count > 14)
    }

    @Test func everyRoomStandsAndNoOther() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: House.root.appendingPathComponent("Sources").path)
            .filter { !$0.hasPrefix(".") }
        #expect(Set(folders) == Set(House.rooms.keys))
    }

    @Test func nothingLooksBackUp() {
        for (room, others) in House.rooms {
            for other in others {
                #expect(House.rooms[other]?.contains(room) == false, "\(room) and \(other) import each other")
            }
        }
    }

    /// What `Package.swift` lets a room depend on is no more than the table: read as text, one `room(…)` after another.
    @Test func thePackageSaysTheSame() throws {
        let manifest = try String(contentsOf: House.root.appendingPathComponent("Package.swift"), encoding: .utf8)
        let declaration = Pattern(#"(?:room|\.executableTarget)\(\s*(?:name:\s*)?"(\w+)"(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"#)
        let declared = declaration.matches(in: manifest)
        #expect(Set(declared.map(\.group)).union(["CLibPQ"]) == Set(House.rooms.keys))
        for room in declared {
            let named = SwiftSource(HouseFile(path: "Package.swift", text: room.text)).literals.map(\.text).filter {
                House.rooms[$0] != nil
            }
            let extra = Set(named).subtracting([room.group]).subtracting(House.rooms[room.group] ?? [])
            #expect(extra.isEmpty, "Package.swift lets \(room.group) depend on \(extra.sorted())")
        }
    }

    @Test(arguments: [
        ("import Storage", true), ("public import  Services", false), ("@preconcurrency import Hummingbird", false),
        ("import struct Storage.SQLRow", true), ("#if TLS\n    import NIOSSL\n#endif", false), ("// import Storage", false),
        ("let text = \"\"\"\n    import Storage\n    \"\"\"", false), ("import GRDB", true), ("@_exported import Vault", true),
    ])
    func aForbiddenImportIsFound(text: String, forbidden: Bool) {
        let found = Self.findings([SwiftSource(HouseFile(path: "Sources/Web/Pages/Queue.swift", text: text))])
        #expect(found.isEmpty != forbidden)
    }
}
