// SPDX-License-Identifier: Apache-2.0

/// The router: a tree of path parts. A literal beats a parameter. Unlike the framework's own it knows which other methods a path has,
/// which a 405 must say.
struct RouteTable: Sendable {
    /// What a path leads to.
    enum Match: Sendable {
        case route(Route, values: [String])
        case otherMethods([Method])
        case nothing
    }

    /// Why routes can't stand together.
    struct Conflict: Error, CustomStringConvertible {
        let route: String
        var description: String { "\(route) is declared twice. Give one of the two another path." }
    }

    private struct Node: Sendable {
        var literals: [String: Node] = [:]
        var parameter: [Node] = []
        var routes: [Method: Route] = [:]
    }

    private var root = Node()

    /// Builds the tree.
    /// - Throws: `Conflict` where two routes have the same method and the same path.
    init(_ routes: [Route]) throws(Conflict) {
        for route in routes {
            let isNew = Self.insert(route, route.declaration.segments[...], into: &root)
            guard isNew else { throw Conflict(route: route.declaration.name) }
        }
    }

    private static func insert(_ route: Route, _ rest: ArraySlice<PathSegment>, into node: inout Node) -> Bool {
        switch rest.first {
        case nil:
            guard node.routes[route.declaration.method] == nil else { return false }
            node.routes[route.declaration.method] = route
            return true
        case .literal(let word): return insert(route, rest.dropFirst(), into: &node.literals[word, default: Node()])
        case .parameter:
            if node.parameter.isEmpty { node.parameter.append(Node()) }
            return insert(route, rest.dropFirst(), into: &node.parameter[0])
        }
    }

    /// Finds the route for decoded path parts.
    func match(_ method: Method?, _ segments: [String]) -> Match {
        var values: [String] = []
        guard let node = Self.find(segments[...], in: root, &values), !node.routes.isEmpty else { return .nothing }
        if let method, let route = node.routes[method] { return .route(route, values: values) }
        return .otherMethods(Method.allCases.filter { node.routes[$0] != nil })
    }

    private static func find(_ rest: ArraySlice<String>, in node: Node, _ values: inout [String]) -> Node? {
        guard let first = rest.first else { return node.routes.isEmpty ? nil : node }
        if let next = node.literals[first], let found = find(rest.dropFirst(), in: next, &values) { return found }
        guard let next = node.parameter.first else { return nil }
        values.append(first)
        if let found = find(rest.dropFirst(), in: next, &values) { return found }
        values.removeLast()
        return nil
    }
}
