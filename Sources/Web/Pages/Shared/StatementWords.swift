// SPDX-License-Identifier: Apache-2.0
import Safeguarding
import Services
import Standard

/// What was seen, heard or told: the words as they were written, how they are known and when it was.
enum StatementWords {
    static func html(_ statement: Statement, _ words: AnswerWords) -> HTML {
        let questions = words.standard.questions(of: .statement).filter { $0.id != QuestionID.statementText }
        return """
            \(statement.text.isEmpty ? nil : "<blockquote class=\"said\">\(statement.text)</blockquote>" as HTML)\
            \(Facts.html(words.facts(statement.answers, questions)))
            """
    }
}
