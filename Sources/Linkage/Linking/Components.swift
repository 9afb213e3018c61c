// SPDX-License-Identifier: Apache-2.0

/// Units that pairs hold together, directly or through others.
struct Component: Sendable {
    var units: [UInt32]
    var pairs: [ScoredPair]
}

enum Components {
    /// The components of two and more units, by their first unit.
    static func of(_ pairs: [ScoredPair], units: Int) -> [Component] {
        var parents = (0..<UInt32(units)).map { $0 }
        func root(_ unit: UInt32) -> UInt32 {
            var at = unit
            while parents[Int(at)] != at {
                parents[Int(at)] = parents[Int(parents[Int(at)])]
                at = parents[Int(at)]
            }
            return at
        }
        for pair in pairs {
            let (one, two) = (root(pair.left), root(pair.right))
            if one != two { parents[Int(max(one, two))] = min(one, two) }
        }
        var places = [UInt32](repeating: .max, count: units)
        var components: [Component] = []
        for pair in pairs {
            let first = root(pair.left)
            if places[Int(first)] == .max {
                places[Int(first)] = UInt32(components.count)
                components.append(Component(units: [], pairs: []))
            }
            components[Int(places[Int(first)])].pairs.append(pair)
        }
        for unit in 0..<UInt32(units) {
            let place = places[Int(root(unit))]
            if place != .max { components[Int(place)].units.append(unit) }
        }
        return components
    }
}
