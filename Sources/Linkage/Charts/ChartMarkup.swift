// SPDX-License-Identifier: Apache-2.0

/// What charts and the report are written with.
enum ChartMarkup {
    /// Text as it may stand in HTML and SVG.
    static func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            default: out.append(character)
            }
        }
        return out
    }

    /// A number with so many decimals, without Foundation.
    static func number(_ value: Double, decimals: Int = 1) -> String {
        guard value.isFinite else { return "–" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (abs(value) * scale).rounded()
        guard scaled < 9e15 else { return "\(value)" }
        let whole = Int(scaled) / Int(scale)
        let sign = value < 0 && scaled > 0 ? "−" : ""
        if decimals == 0 { return sign + grouped(whole) }
        let rest = String(Int(scaled) % Int(scale))
        return sign + grouped(whole) + "." + String(repeating: "0", count: decimals - rest.utf8.count) + rest
    }

    /// A whole number with commas.
    static func grouped(_ value: Int) -> String {
        var digits = String(abs(value))
        var parts: [String] = []
        while digits.utf8.count > 3 {
            parts.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (value < 0 ? "−" : "") + ([digits] + parts).joined(separator: ",")
    }

    /// A share as per cent: as many decimals as it needs to be more than nothing.
    static func percent(_ share: Double) -> String {
        let percent = share * 100
        return number(percent, decimals: percent >= 10 || percent == 0 ? 0 : percent >= 0.1 ? 1 : percent >= 0.001 ? 3 : 6) + "%"
    }

    /// Bits with their sign.
    static func bits(_ bits: Double, decimals: Int = 2) -> String {
        let text = number(bits, decimals: decimals)
        return text.hasPrefix("−") ? text : "+" + text
    }

    /// Words in lines of about so many letters.
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
