/// The derivatives of one order of a number by several variables: the order in which the variables come makes no difference, so only
/// ascending lists of them are kept. They stand by their last variable, then by the last but one, and so on: what goes without the last
/// variables is a prefix.
package enum SymmetricEntries {
    /// How many there are.
    package static func count(_ variables: Int, order: Int) -> Int { binomial(variables + order - 1, order) }

    /// Where the entry of `variables` stands, whatever their order.
    package static func index(of variables: [Int]) -> Int {
        variables.sorted().enumerated().reduce(0) { $0 + binomial($1.element + $1.offset, $1.offset + 1) }
    }

    /// All lists of `order` out of `count` variables, row by row.
    package static func lists(_ count: Int, order: Int) -> [[Int]] {
        (0..<order).reduce([[]]) { lists, _ in lists.flatMap { list in (0..<count).map { list + [$0] } } }
    }

    private static func binomial(_ n: Int, _ k: Int) -> Int { (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) } }
}

extension TypeTree {
    /// One number for each list of `order` out of `count` variables; a plain number where there is one variable.
    package static func derivatives(_ count: Int, order: Int, _ element: ValueType.Element) -> TypeTree {
        if count == 1 { return .leaf(ValueType(element)) }
        return (0..<order).reduce(.leaf(ValueType(element))) { type, _ in .inlineArray(count: count, type) }
    }
}

/// How derivatives of each order are called in results.
package enum OrderName: String, CaseIterable, Sendable {
    case first, second, third, fourth, fifth, sixth, seventh, eighth

    /// From the first to that of `order`.
    package static func upTo(_ order: Int) -> ArraySlice<OrderName> { allCases.prefix(order) }
}
