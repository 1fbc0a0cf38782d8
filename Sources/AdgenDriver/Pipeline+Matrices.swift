import AdgenCodegen
import AdgenIR
import AdgenTransforms

// Products that hold a number for each pair of leaves: a linear function at all unit directions.
extension Pipeline {
    /// Value and Jacobian, by columns or by rows: as asked, or what takes fewer operations.
    mutating func jacobian(
        _ plain: Linearized, _ form: ProductForm?, _ title: String
    ) throws(Bug) -> (function: Function, isReverse: Bool) {
        let isReverseOnly = !reverseOnlyCalls(in: [plain.linear]).isEmpty
        let forward = form == .reverse || form == nil && isReverseOnly ? nil : try jacobianByColumns(plain, title)
        let reverse = form == .forward ? nil : try jacobianByRows(plain, title)
        guard let forward else { return (reverse!, true) }
        guard let reverse else { return (forward, false) }
        let isReverse = cost(of: reverse).total < cost(of: forward).total
        return (isReverse ? reverse : forward, isReverse)
    }

    private mutating func jacobianByColumns(_ plain: Linearized, _ title: String) throws(Bug) -> Function {
        let (rows, count) = (plain.linear.results.count, plain.linear.parameters.count - plain.linear.residuals.count)
        let order = (0..<rows).flatMap { row in (0..<count).map { $0 * rows + row } }
        return try unitDirections(plain.primal, columns(of: plain.linear), order, entryElement(plain.linear), title)
    }

    private mutating func jacobianByRows(_ plain: Linearized, _ title: String) throws(Bug) -> Function {
        let pullback = transpose(plain.linear, calls: calls)
        let entries = columns(of: pullback)
        return try unitDirections(plain.primal, entries, Array(entries.results.indices), entryElement(plain.linear), title)
    }

    /// The entries of `columns` at the seeds 1, behind the value.
    private mutating func unitDirections(
        _ primal: Function, _ columns: Function, _ order: [Int], _ element: ValueType.Element, _ title: String
    ) throws(Bug) -> Function {
        try check(.transpose, title, columns)
        // A seed of one reaches some entries in one arm only: there its zeros count like those of any tangent.
        let guarded = guardProducts(Linearized(primal: primal, linear: columns), for: .forward, calls: calls)
        try check(.guard, title, guarded.linear)
        let composed = composeColumns(primal: primal, columns: guarded.linear, order: order, element: element)
        try check(.compose, title, composed)
        return try finish(composed, title)
    }

    /// Single precision only where all is.
    private func entryElement(_ linear: Function) -> ValueType.Element {
        let tangents = linear.parameters.dropFirst(linear.residuals.count) + linear.results
        return tangents.allSatisfy { linear.type(of: $0).element == .f32 } ? .f32 : .f64
    }
}
