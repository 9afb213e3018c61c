// SPDX-License-Identifier: Apache-2.0

extension MatchIndex {
    /// More terms than this are not looked for.
    private static let mostTerms = 16

    /// Finds records by what a person typed: names by sound and spelling, numbers and marks whole or in part, words of texts.
    /// The terms of a query may stand in different records of one group; the groups that answer most terms are listed.
    ///
    /// - Parameters:
    ///   - query: the text and its limits.
    ///   - isVisible: the caller's filter over tags; what it refuses is neither listed nor counted.
    public func search(_ query: SearchQuery, where isVisible: (UInt32) -> Bool) -> SearchAnswer {
        withoutActuallyEscaping(isVisible) { isVisible in
            let snapshot = snapshot
            let visibility = Visibility(isVisible)
            let terms = SearchTerm.read(query.text)
            var gaps = gaps(snapshot)
            if terms.count > Self.mostTerms { gaps.append(.tooManyTerms(from: Self.mostTerms)) }
            let search = TermSearch(walk: RowWalk(snapshot: snapshot, visibility: visibility), variants: variants, kinds: query.kinds)
            var ranking = SearchRanking(snapshot, population: snapshot.visiblePopulation(visibility))
            for (place, term) in terms.prefix(Self.mostTerms).enumerated() {
                if term.readings.isEmpty {
                    gaps.append(.tooShort(term: place))
                    continue
                }
                let found = search.find(term)
                if found.isCommon { gaps.append(.tooCommon(term: place)) }
                ranking.add(found, term: place)
            }
            let (hits, total) = ranking.ranked(limit: query.limit)
            return SearchAnswer(terms: terms.map(\.text), hits: hits, total: total, notSearched: gaps, position: snapshot.position)
        }
    }

    private func gaps(_ snapshot: Snapshot) -> [NotSearched] {
        if let loading = snapshot.loading { return [.loading(segments: loading.ready, of: loading.of)] }
        return snapshot.segments.isEmpty && snapshot.position == 0 ? [.empty] : []
    }
}
