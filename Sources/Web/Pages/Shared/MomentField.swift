// SPDX-License-Identifier: Apache-2.0
import Foundation
import Safeguarding

/// A day with a time, in the zone of the region: when a role begins, when a shift ends.
struct MomentField: Sendable {
    let name: String
    let legend: Sentence
    let hint: Sentence

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        return calendar
    }()

    /// The boxes, with what was typed.
    func html(_ typed: FormData, _ error: FormError?) -> HTML {
        let date = DateField(
            name: name, legend: legend, day: typed["\(name).day"], month: typed["\(name).month"], year: typed["\(name).year"],
            allowsApproximate: false, hint: hint, error: error)
        let time = TextField(
            name: "\(name).time", label: "\(legend): time", value: typed["\(name).time"], hint: "For example, 9:30 or 14:00",
            autocomplete: "off",
            width: 10)
        return "\(date.html)\(time.html)"
    }

    /// The moment typed; nil where the date is empty. A day without a time is its beginning.
    /// - Throws: `WrongFields`.
    static func read(_ form: FormData, _ name: String) throws(WrongFields) -> Instant? {
        let date: PartialDate
        switch DateField.read(form, name) {
        case .nothing: return nil
        case .wrong(let wrong): throw WrongFields(errors: [FormError(name, wrong.message)])
        case .date(let typed): date = typed
        }
        guard let month = date.month, let day = date.day else {
            throw WrongFields(errors: [FormError(name, "Write the whole date: day, month and year")])
        }
        guard let time = clock(form.text("\(name).time") ?? "0:00") else {
            throw WrongFields(errors: [FormError(name, "Write the time as hours and minutes, such as 14:00")])
        }
        let parts = DateComponents(year: date.year, month: month, day: day, hour: time.hour, minute: time.minute)
        guard let moment = calendar.date(from: parts) else {
            throw WrongFields(errors: [FormError(name, "Check the date: there is no such time")])
        }
        return Instant(moment)
    }

    /// A moment as if it had been typed.
    static func typed(_ moment: Instant, _ name: String) -> [FormData.Field] {
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: moment.date)
        let minute = parts.minute ?? 0
        return [
            FormData.Field(name: "\(name).day", value: String(parts.day ?? 1)),
            FormData.Field(name: "\(name).month", value: String(parts.month ?? 1)),
            FormData.Field(name: "\(name).year", value: String(parts.year ?? 1970)),
            FormData.Field(name: "\(name).time", value: "\(parts.hour ?? 0):\(minute < 10 ? "0" : "")\(minute)"),
        ]
    }

    /// Reads `9:30`, `09.30`, `14`.
    private static func clock(_ text: String) -> (hour: Int, minute: Int)? {
        let parts = text.split(whereSeparator: { $0 == ":" || $0 == "." }).map { Int($0) }
        guard (1...2).contains(parts.count), let hour = parts[0], (0...23).contains(hour) else { return nil }
        guard parts.count == 2 else { return (hour, 0) }
        guard let minute = parts[1], (0...59).contains(minute) else { return nil }
        return (hour, minute)
    }
}
