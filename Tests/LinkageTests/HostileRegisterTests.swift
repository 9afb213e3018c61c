// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Linkage

/// Registers that nobody should send end in a right result or in a clear message. `Benchmarks/linkage/hostile.py` measures the full sizes.
struct HostileRegisterTests {
    private static let some = (0..<20).map { "\($0),Amira,Testwell,2010-03-14" }.joined(separator: "\n")

    private func link(_ bytes: [UInt8]) throws -> LinkedRegister { try Linking().link(RegisterReader().read(bytes: bytes)) }

    @Test func identicalRecordsAreOnePerson() throws {
        let count = WideRegister.isLong ? 1_000_000 : 30_000
        var bytes = Array("id,first_name,surname,dob,postcode\n".utf8)
        for number in 0..<count { bytes += Array("\(number),Amira,Testwell,2010-03-14,QZ1 1AB\n".utf8) }
        let linked = try link(bytes)
        #expect(linked.prepared.count == 1)
        #expect(linked.register.count == count)
        #expect(linked.largestCluster == count)
    }

    @Test func faultyBytesAreReadAndNothingElseIsHurt() throws {
        var bytes = Array("id,first_name,surname,dob\n\(Self.some)\n90,".utf8)
        bytes += [0x00, 0xFF, 0xC3, 0x2C, 0xED, 0xA0, 0x80, 0x2C] + Array("2010-03-14\n91\n92,Amira\n".utf8)
        let linked = try link(bytes)
        #expect(linked.register.count == 23)
        #expect(linked.largestCluster >= 20)
    }

    @Test func oneHeaderTwiceIsReadOnce() throws {
        let linked = try link(Array("id,surname,surname,dob\n1,Testwell,Fabler,2010-03-14\n2,Testwell,Fabler,2010-03-14\n".utf8))
        #expect(linked.register.count == 2)
    }

    @Test(arguments: [
        "", "\n\n", "id,first_name,surname,dob\n", "id,first_name,surname,dob", "\0\0\0\0", "id\n1\n",
        "id,surname\n1,\"Testwell\n2,Fabler\n", "id,surname\n1,Testwell,Amira,2010\n", "id,surname\n1,Testwell\n1,Fabler\n",
    ])
    func othersAreRefusedWithAMessage(_ text: String) {
        let refusal = #expect(throws: RegisterError.self) { try link(Array(text.utf8)) }
        #expect(refusal?.description.isEmpty == false)
        #expect(refusal?.description.contains("Testwell") == false)
    }

    @Test func aMessageHoldsNoSignThatATerminalObeys() {
        let message = RegisterError.nothingToCompare(headers: ["\u{1B}[31mred", "a\0b", String(repeating: "x", count: 5_000)]).description
        #expect(!message.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
        #expect(message.utf8.count < 1_000)
    }
}
