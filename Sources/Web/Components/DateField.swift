// SPDX-License-Identifier: Apache-2.0
import Safeguarding

/// A date in three boxes, of which some may stay empty: "2011" and "March 2011" are dates that people know.
struct DateField: Sendable {
    let name: String
    let legend: Sentence
    var day: String?
    var month: String?
    var year: String?
    /// Whether "about" was ticked.
    var isApproximate = false
    /// Whether "about" can be ticked.
    var allowsApproximate = true
    var hint: Sentence? = "For example, 27 3 2011. Leave empty what you don't know."
    var error: FormError?

    /// The boxes.
    var html: HTML {
        """
        <fieldset class="field date\(error == nil ? "" : " wrong")"\(attribute: "aria-describedby", Form.describedBy(name, hint: hint, error: error))>\
        <legend>\(legend)</legend>\(Form.hintAndError(name, hint: hint, error: error))\
        <div class="row">\(box(name, "\(name).day", "Day", day, 4))\(box("\(name)-month", "\(name).month", "Month", month, 4))\
        \(box("\(name)-year", "\(name).year", "Year", year, 10))</div>\(about)</fieldset>
        """
    }

    private func box(_ id: String, _ name: String, _ label: Sentence, _ value: String?, _ width: Int) -> HTML {
        """
        <div><label for="\(id)">\(label)</label><input id="\(id)" name="\(name)" type="text" inputmode="numeric" class="chars-\(width)"\
        \(attribute: "value", value)\(flag: "aria-invalid=\"true\"", error != nil)></div>
        """
    }

    private var about: HTML? {
        guard allowsApproximate else { return nil }
        return """
            <div class="choice"><input type="checkbox" id="\(name)-about" name="\(name).about" value="yes"\(flag: "checked", isApproximate)>\
            <label for="\(name)-about">\(say: "About then")</label></div>
            """
    }
}

extension DateField {
    /// What was typed in the boxes of a date.
    enum Typed: Sendable, Equatable {
        /// All boxes are empty.
        case nothing
        case date(PartialDate)
        /// Not a date; says what to do.
        case wrong(WrongDate)
    }

    /// What is wrong with a date.
    enum WrongDate: Sendable, Equatable {
        case noYear
        case dayWithoutMonth
        case noSuchDate

        /// What to do.
        var message: Sentence {
            switch self {
            case .noYear: "Write the year with four figures, or leave the date empty"
            case .dayWithoutMonth: "Write the month too, or leave the day empty"
            case .noSuchDate: "Check the date: there is no such day"
            }
        }
    }

    /// Reads the boxes of a date. Months may be numbers or English names.
    static func read(_ form: FormData, _ name: String) -> Typed {
        let day = form.text("\(name).day")
        let month = form.text("\(name).month")
        let year = form.text("\(name).year")
        if day == nil && month == nil && year == nil { return .nothing }
        guard let year, year.utf8.count == 4, let yearNumber = Int(year) else { return .wrong(.noYear) }
        guard day == nil || month != nil else { return .wrong(.dayWithoutMonth) }
        let monthNumber = month.flatMap(Self.month)
        let dayNumber = day.flatMap { Int($0) }
        guard (month == nil) == (monthNumber == nil), (day == nil) == (dayNumber == nil),
            let date = PartialDate(year: yearNumber, month: monthNumber, day: dayNumber, approximate: form.has("\(name).about"))
        else { return .wrong(.noSuchDate) }
        return .date(date)
    }

    private static func month(_ text: String) -> Int? {
        if let number = Int(text) { return number }
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return text.count >= 3 ? names.firstIndex { text.lowercased().hasPrefix($0) }.map { $0 + 1 } : nil
    }

    /// The field as it was sent, to be shown again with its error.
    static func again(_ form: FormData, _ name: String, legend: Sentence, error: FormError?) -> DateField {
        DateField(
            name: name, legend: legend, day: form["\(name).day"], month: form["\(name).month"], year: form["\(name).year"],
            isApproximate: form.has("\(name).about"), error: error)
    }
}
