// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Ledger

@Suite struct LedgerEntryTests {
    let entry = LedgerEntry(
        act: .alter, at: 1_790_000_000_000_000, actor: "acc-1", agency: "ag-2", role: "triage", purpose: "safeguarding", outcome: "done",
        objects: [
            ObjectRef(kind: "concern", id: "018f0000-0000-7000-8000-000000000001", digest: LedgerHash([UInt8](repeating: 0xab, count: 32))),
            ObjectRef(kind: "person", id: "p/1"),
        ], codes: ["é\u{1F600}": "a\"b\\c\n\u{7f}", "route": "west"])

    @Test func canonicalFormIsWhatAPlainJSONLibraryWrites() {
        let expected =
            #"{"act":"alter","actor":"acc-1","agency":"ag-2","at":1790000000000000,"codes":{"route":"west","\u00e9\ud83d\ude00":"a\"b\\c\n\u007f"},"#
            + #""objects":[{"digest":"abababababababababababababababababababababababababababababababab","#
            + #""id":"018f0000-0000-7000-8000-000000000001","kind":"concern"},{"id":"p/1","kind":"person"}],"#
            + #""outcome":"done","purpose":"safeguarding","role":"triage","v":1}"#
        #expect(String(decoding: entry.canonicalBytes(), as: UTF8.self) == expected)
        #expect(MerkleTree.leafHash(entry.canonicalBytes()).hex == Golden.leaf)
    }

    @Test func roundTripOverRandomEntries() throws {
        var random = SplitMix(seed: 3)
        for _ in 0..<2000 {
            let entry = random.entry()
            let bytes = entry.canonicalBytes()
            #expect(bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7f })
            let back = try LedgerEntry(canonicalBytes: bytes)
            #expect(back == entry)
            #expect(back.canonicalBytes() == bytes)
        }
    }

    @Test func anyChangedByteIsAnotherEntryOrNone() {
        let bytes = entry.canonicalBytes()
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << UInt8(bit)
                // `==` of texts takes é and e + accent for equal, so bytes are compared.
                if let read = try? LedgerEntry(canonicalBytes: changed) { #expect(read.canonicalBytes() == changed) }
            }
        }
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"act\":\"x\"",
        #"{"act":"x","actor":"","agency":"","at":01,"codes":{},"objects":[],"outcome":"","purpose":"","role":"","v":1}"#,
        #"{"act":"x","actor":"","agency":"","at":1.5,"codes":{},"objects":[],"outcome":"","purpose":"","role":"","v":1}"#,
        #"{"act":"\u0061","actor":"","agency":"","at":1,"codes":{},"objects":[],"outcome":"","purpose":"","role":"","v":1}"#,
        #"{"act":"\ud800","actor":"","agency":"","at":1,"codes":{},"objects":[],"outcome":"","purpose":"","role":"","v":1}"#,
        #"{"act":"x","actor":"","agency":"","at":1,"codes":{"a":"1","a":"2"},"objects":[],"outcome":"","purpose":"","role":"","v":1}"#,
        #"{"act":"x","actor":"","agency":"","at":1,"codes":{"b":"1","a":"2"},"objects":[],"outcome":"","purpose":"","role":"","v":1}"#,
        #"{"act":"x", "actor":"","agency":"","at":1,"codes":{},"objects":[],"outcome":"","purpose":"","role":"","v":1}"#,
        #"{"act":"x","actor":"","agency":"","at":1,"codes":{},"objects":[{"digest":"AB","id":"1","kind":"k"}],"outcome":"","purpose":"","role":"","v":1}"#,
        #"{"act":"x","actor":"","agency":"","at":1,"codes":{},"objects":[],"outcome":"","purpose":"","role":"","v":1} "#,
        #"{"act":"x","actor":"","agency":"","at":99999999999999999999,"codes":{},"objects":[],"outcome":"","purpose":"","role":"","v":1}"#,
    ])
    func otherFormsAreRefused(text: String) {
        #expect(throws: LedgerEntryError.self) { try LedgerEntry(canonicalBytes: Array(text.utf8)) }
    }

    @Test func aNewerVersionIsNamed() {
        let text = #"{"act":"x","actor":"","agency":"","at":1,"codes":{},"objects":[],"outcome":"","purpose":"","role":"","v":2}"#
        #expect(throws: LedgerEntryError.unknownVersion(2)) { try LedgerEntry(canonicalBytes: Array(text.utf8)) }
    }

    @Test func theSixStatutoryKindsAreAllReached() {
        let acts: [LedgerEntry.Act] = [.report, .alter, .consult, .disclose, .combine, .erase]
        #expect(acts.map(\.statutoryKind) == StatutoryKind.allCases.map { $0 })
        #expect(LedgerEntry.Act.signIn.statutoryKind == nil)
    }
}
