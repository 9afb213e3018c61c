// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite("JSON") struct JSONTests {
    private func parse(_ text: String) throws -> JSONValue { try JSONParser.parse(Array(text.utf8)) }

    @Test func valuesAreReadAndWritten() throws {
        let text = #"{"a":[1,-2.5,true,null],"b":"é\n\"\\😀","c":{}}"#
        let value = try parse(text)
        #expect(value["a"]?.array?.count == 4)
        #expect(value["b"]?.string == "é\n\"\\😀")
        #expect(String(decoding: value.bytes, as: UTF8.self) == text)
        #expect(try parse(#" "\ud83d\ude00\u00e9\/" "#).string == "😀é/")
    }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "[1 2]", "01", "+1", "1.", ".5", "1e", "--1", "NaN", "tru", "\"\\x\"", "\"\\u12\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"a\nb\"", "'a'", "\"abc", "{\"a\" 1}", "[", "]", "{]", "nul", "1 2", "// c\n1", "[1]]",
        "{\"a\":}",
    ]) func whatIsNotJSONIsRefused(_ text: String) { #expect(throws: JSONMistake.self) { try parse(text) } }

    @Test func depthIsBounded() throws {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(try parse(nested(JSONParser.deepest)).array != nil)
        for depth in [JSONParser.deepest + 1, 5_000, 1_000_000] {
            #expect { try parse(nested(depth)) } throws: { ($0 as? JSONMistake)?.kind == .tooDeep }
        }
    }

    @Test func namesComeOnceAndNumbersCanBeHeld() {
        #expect { try parse(#"{"a":1,"a":2}"#) } throws: { ($0 as? JSONMistake)?.kind == .duplicateName }
        #expect { try parse("9223372036854775808") } throws: { ($0 as? JSONMistake)?.kind == .numberOutOfRange }
        #expect { try parse("1e999") } throws: { ($0 as? JSONMistake)?.kind == .numberOutOfRange }
        #expect { try JSONParser.parse([0x22, 0xFF, 0x22]) } throws: { ($0 as? JSONMistake)?.kind == .notUTF8 }
    }

    /// Random bytes, random cuts and random changes of good JSON: an answer or a refusal, and what is accepted Foundation accepts too.
    @Test func noInputBreaksTheParser() throws {
        var random = SplitMix(seed: 7)
        let seed = Array(#"{"a":[1,-2.5e3,true,null,"x\u00e9"],"b":{"c":"é😀","d":[[],{}]}}"#.utf8)
        for _ in 0..<20_000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
                case 1: bytes.remove(at: Int.random(in: 0..<bytes.count, using: &random))
                default:
                    bytes.insert(seed[Int.random(in: 0..<seed.count, using: &random)], at: Int.random(in: 0..<bytes.count, using: &random))
                }
            }
            guard let value = try? JSONParser.parse(bytes) else { continue }
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) }
            #expect(try JSONParser.parse(value.bytes) == value)
        }
    }
}
