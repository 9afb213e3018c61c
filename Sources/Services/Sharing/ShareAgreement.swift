// SPDX-License-Identifier: Apache-2.0
public import Safeguarding
import Storage

/// What one agency lets another know of its records: a row of the directory that stands in the place of the record's own share rule.
public struct ShareAgreement: Sendable, Hashable {
    /// The entry's id.
    public let id: RecordID
    /// The agency that holds the records.
    public let holder: RecordID
    /// The agency whose people are shown them.
    public let reader: RecordID
    /// How much: a code of the list `share_rule`.
    public let shareRule: String
    /// What it rests on, in words: the document, and who signed it.
    public let basis: String
    /// From when it holds.
    public let validFrom: Instant
    /// Until when it holds; nil until further notice.
    public let validTo: Instant?
}

extension ShareAgreement: EffectiveDated {}

/// What is sealed of an agreement; under the key of the agency that holds the records.
struct ShareAgreementDocument: Codable {
    var basis: String
}

extension ShareAgreement {
    init(_ row: SQLRow, _ document: ShareAgreementDocument) throws {
        self.init(
            id: try row.recordID("id"), holder: try row.recordID("holder_id"), reader: try row.recordID("reader_id"),
            shareRule: try row.text("share_rule"), basis: document.basis, validFrom: try row.instant("valid_from"),
            validTo: try row.optionalInstant("valid_to"))
    }
}

extension DirectorySnapshot {
    /// The agreement in force between two agencies; of two the later one.
    func agreement(holder: RecordID, reader: RecordID, at now: Instant) -> ShareAgreement? {
        agreements.filter { $0.holder == holder && $0.reader == reader && $0.isInForce(at: now) }
            .max { ($0.validFrom, $0.id) < ($1.validFrom, $1.id) }
    }

    /// What the people of an agency are told of others' records by agreement: by the agency that holds them.
    func agreedRules(for reader: RecordID, at now: Instant) -> [RecordID: ShareRule] {
        Set(agreements.map(\.holder)).reduce(into: [:]) { rules, holder in
            if let agreement = agreement(holder: holder, reader: reader, at: now) { rules[holder] = ShareRule(code: agreement.shareRule) }
        }
    }
}
