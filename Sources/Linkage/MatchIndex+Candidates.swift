// SPDX-License-Identifier: Apache-2.0

extension MatchIndex {
    /// The records that may speak of the same person or thing as this one, best first: same person, then same thing, then same
    /// household; in each by weight, then id.
    ///
    /// - Parameters:
    ///   - record: what is asked about; it need not be in the index, and is never its own candidate.
    ///   - limit: at most so many.
    ///   - excludingGroup: records of this group are left out, as a rule the record's own.
    ///   - isVisible: the caller's filter over tags. Nothing it refuses has any part in the answer.
    public func candidates(
        for record: IndexRecord, limit: Int = 20, excludingGroup: RecordKey? = nil, where isVisible: (UInt32) -> Bool
    ) -> [Candidate] {
        withoutActuallyEscaping(isVisible) { candidates(record, limit, excludingGroup, Visibility($0)) }
    }

    /// The same among all records: for work that is nobody's question, such as linking what has come in.
    public func candidatesAmongAll(for record: IndexRecord, limit: Int = 20, excludingGroup: RecordKey? = nil) -> [Candidate] {
        candidates(record, limit, excludingGroup, Visibility())
    }

    private func candidates(_ record: IndexRecord, _ limit: Int, _ excludingGroup: RecordKey?, _ visibility: Visibility) -> [Candidate] {
        let snapshot = snapshot
        let walk = RowWalk(snapshot: snapshot, visibility: visibility)
        var search = CandidateSearch(PreparedRecord(record, variants: variants), walk: walk, weights: weights)
        let places = search.places()
        search.weigh()
        var judge = CandidateJudge(search)
        var found: [Candidate] = []
        for place in places {
            let segment = snapshot.segments[place.segment].segment
            if segment.id(place.row) == record.id || segment.group(place.row) == excludingGroup { continue }
            if let candidate = judge.candidate(segment, place.row) { found.append(candidate) }
        }
        found.sort(by: CandidateJudge.precedes)
        return Array(found.prefix(max(0, limit)))
    }
}
