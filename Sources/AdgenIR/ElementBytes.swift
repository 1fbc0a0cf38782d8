/// How many bytes the elements of vectors and matrices take: a number of bytes for each product of extents.
package struct ElementBytes: Equatable, Sendable {
    package struct Term: Equatable, Sendable {
        package var bytes: Int
        /// As code says them: `x.rows`, `weights.columns`.
        package var extents: [String]
    }

    /// No two have the same extents.
    package private(set) var terms: [Term] = []

    package init() {}

    package static func + (left: ElementBytes, right: ElementBytes) -> ElementBytes {
        var sum = left
        for term in right.terms { sum.add(term) }
        return sum
    }

    mutating func add(_ term: Term) {
        if let index = terms.firstIndex(where: { $0.extents == term.extents }) {
            terms[index].bytes += term.bytes
        } else {
            terms.append(term)
        }
    }

    /// `8·x.rows·weights.columns + 4·n`, empty where there is nothing.
    package var text: String { terms.map { term in (["\(term.bytes)"] + term.extents).joined(separator: "·") }.joined(separator: " + ") }
}

extension Function {
    /// The elements that a value made here keeps alive; those of a parameter are its caller's.
    package func elementBytes(of value: Value, _ table: inout ExtentTable) -> ElementBytes {
        var bytes = ElementBytes()
        guard type(of: value).isTensor, definition(of: value) != nil else { return bytes }
        let extents = (0..<type(of: value).rank).map { text(of: table.extent($0, of: value, in: self)) }
        bytes.add(ElementBytes.Term(bytes: type(of: value).element.size, extents: extents))
        return bytes
    }

    /// All together, each value once.
    package func elementBytes(of values: some Sequence<Value>) -> ElementBytes {
        var seen = Set<Value>()
        var table = ExtentTable()
        return values.reduce(ElementBytes()) { seen.insert($1).inserted ? $0 + elementBytes(of: $1, &table) : $0 }
    }

    private func text(of extent: Extent) -> String {
        switch extent {
        case .number(let value): constant(value).map { "\(Int($0.double))" } ?? nameText(value, "a number")
        case .constant(let extent): "\(extent)"
        case .dimension(let dimension, let value):
            extentText(type(of: value).form == .matrix ? dimension == 0 ? "rows" : "columns" : "count", of: value)
        }
    }

    private func extentText(_ extent: String, of value: Value) -> String {
        if !name(of: value).isNone { return "\(nameText(value, "")).\(extent)" }
        return "(\(extent) of \(definition(of: value)?.isConditional == true ? "a choice" : "a call"))"
    }

    private func nameText(_ value: Value, _ nameless: String) -> String {
        let name = name(of: value)
        return name.isNone ? nameless : symbols[Int(name.symbol)]
    }
}
