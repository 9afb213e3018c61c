// SPDX-License-Identifier: Apache-2.0

/// The figures of a report, counted once.
struct ReportFigures {
    struct Bin {
        let words: String
        var count: Int
    }

    struct Band {
        let words: String
        let from: Double
        var count = 0
        var expected = 0.0
    }

    private(set) var weights: [Bin] = []
    private(set) var bands: [Band] = [
        Band(words: "under .05", from: 0), Band(words: ".05 to .25", from: 0.05), Band(words: ".25 to .5", from: 0.25),
        Band(words: ".5 to .75", from: 0.5), Band(words: ".75 to .95", from: 0.75), Band(words: ".95 to .99", from: 0.95),
        Band(words: ".99 and more", from: 0.99),
    ]
    private(set) var sizes: [Bin] = []
    private(set) var linkedPairs = 0
    private(set) var expectedWrong = 0.0
    private(set) var expectedMissed = 0.0
    private(set) var unknown: [(name: String, share: Double)] = []
    private(set) var features: [PairFeature] = []
    private let known: [Int]

    init(_ linked: LinkedRegister) {
        known = linked.prepared.known
        countPairs(linked)
        countClusters(linked)
        let places: [(PairFeature, [Int], String)] = [
            (.given, [RowLayout.given], "given name"), (.family, [RowLayout.family], "family name"),
            (.further, [RowLayout.further], "further names"), (.birth, [RowLayout.birth], "date of birth"), (.sex, [RowLayout.sex], "sex"),
            (.place, [RowLayout.postcode], "postcode"), (.place, [RowLayout.address], "address"), (.place, [RowLayout.town], "town"),
            (.phone, [RowLayout.phone], "telephone"), (.email, [RowLayout.email], "e-mail"),
            (.identifier, [RowLayout.identifier], "identifier"), (.firstCategory, [RowLayout.category], "first category"),
            (.secondCategory, [RowLayout.category + 1], "second category"), (.thirdCategory, [RowLayout.category + 2], "third category"),
        ]
        let categories = linked.register.columns.filter { $0.role == .category }.map(\.name)
        for (feature, columns, name) in places {
            let known = columns.reduce(0) { max($0, linked.prepared.known[$1]) }
            if known == 0 { continue }
            let category = [PairFeature.firstCategory, .secondCategory, .thirdCategory].firstIndex(of: feature)
            let shown = category.flatMap { categories.indices.contains($0) ? "\(name) (\(categories[$0]))" : nil } ?? name
            unknown.append((shown, 1 - Double(known) / Double(max(linked.register.count, 1))))
            if !features.contains(feature) { features.append(feature) }
        }
    }

    /// Whether the register can show a level: without a column of postcodes no two postcodes agree.
    func isPossible(_ feature: PairFeature, _ level: Int) -> Bool {
        guard feature == .place else { return true }
        return (PlaceLevel.postcode(level) == 0 || known[RowLayout.postcode] > 0)
            && (PlaceLevel.address(level) == 0 || known[RowLayout.address] > 0)
            && (PlaceLevel.town(level) == 0 || known[RowLayout.town] > 0)
    }

    private mutating func countPairs(_ linked: LinkedRegister) {
        let (lowest, highest) = (-7, 30)
        var counts = [Int](repeating: 0, count: highest - lowest + 1)
        for pair in linked.pairs {
            // the exponent of the odds is the weight rounded down: no logarithm of millions of pairs
            let odds = pair.probability / max(1 - pair.probability, 1e-15)
            counts[min(max(Int(odds.exponent), lowest), highest) - lowest] += 1
            let band = bands.lastIndex { pair.probability >= $0.from } ?? 0
            bands[band].count += 1
            bands[band].expected += pair.probability
            if linked.groups[Int(pair.left)] == linked.groups[Int(pair.right)] {
                linkedPairs += 1
                expectedWrong += 1 - pair.probability
            } else {
                expectedMissed += pair.probability
            }
        }
        weights = stride(from: lowest + 1, through: highest - 1, by: 2).map { from in
            let count = counts[from - lowest] + (from + 1 <= highest ? counts[from + 1 - lowest] : 0) + (from == lowest + 1 ? counts[0] : 0)
            let words = from + 2 > highest - 1 ? "\(from) and more" : "\(from) to \(from + 2)"
            return Bin(words: words.replacing("-", with: "−"), count: count)
        }
        while weights.count > 1, weights.last?.count == 0 { weights.removeLast() }
    }

    private mutating func countClusters(_ linked: LinkedRegister) {
        var sizes = [Int](repeating: 0, count: linked.prepared.count)
        for (unit, group) in linked.groups.enumerated() { sizes[Int(group)] += linked.prepared.units.size(unit) }
        let bounds: [(String, ClosedRange<Int>)] = [
            ("1", 1...1), ("2", 2...2), ("3", 3...3), ("4", 4...4), ("5", 5...5), ("6 to 10", 6...10), ("11 to 50", 11...50),
            ("51 and more", 51...Int.max),
        ]
        self.sizes = bounds.map { words, range in Bin(words: words, count: sizes.count { range.contains($0) }) }.filter { $0.count > 0 }
    }
}
