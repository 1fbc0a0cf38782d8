import AdgenIR

// Second derivatives: each entry of the Hessian against differences of the gradient, and the product with a direction against the
// function itself, whose Taylor remainder after two terms shrinks like the cube of the step.
extension Check {
    package struct Taylor: Sendable {
        /// By what power of the step the remainder shrinks; nil where there is none to speak of.
        package var slope: Double?
        package var verdict: Verdict
    }
}

extension Checker {
    /// A row for each entry of the upper triangle, or for each that is emitted.
    func hessianRows(at point: [Datum]) -> [Check.Row] {
        guard let gradient else { return [] }
        return secondDerivatives(at: point).map { first, second, entry in
            let (parameter, other) = (parameters[wrt[first]], parameters[wrt[second]])
            var moved = point
            let difference = CentralDifference(at: point[wrt[second]].number.double) { x in
                moved[wrt[second]] = .scalar(.f64(x))
                return evaluateWide(gradient, moved)?[values.count + first].double
            }
            return Check.Row(
                result: "derivative by \(parameter.path)", parameter: other.path, derivative: entry, difference: difference,
                verdict: verdict(entry, difference, tolerance: usesFloat ? 1e-2 : 1e-6))
        }
    }

    /// The entries of the upper triangle, as far as any of the forms that are asked for has them.
    private func secondDerivatives(at point: [Datum]) -> [(first: Int, second: Int, entry: Double)] {
        if let hessian, let entries = evaluate(hessian, point)?.map(\.double) {
            return wrt.indices.flatMap { first in (first..<wrt.count).map { (first, $0, entries[first * wrt.count + $0]) } }
        }
        if let sparseHessian, let entries = evaluate(sparseHessian.function, point)?.map(\.double) {
            return zip(sparseHessian.pattern.entries, entries).map { ($0.column, $0.row, $1) }
        }
        if let hessianDiagonal, let results = evaluate(hessianDiagonal, point)?.map(\.double) {
            return wrt.indices.map { ($0, $0, results[wrt.count + $0]) }
        }
        return []
    }

    /// The remainder along a random direction at shrinking steps.
    func taylor(at point: [Datum], seed: UInt64) -> Check.Taylor? {
        guard let hvp else { return nil }
        var numbers = SeededGenerator(seed: seed)
        let direction = wrt.map { Scalar(numbers.number(in: -1...1), as: parameters[$0].type.element) }
        guard let value = evaluate(primal, point)?[floats[0]].double,
            let results = evaluate(hvp, point + direction.map(Datum.scalar))?.map(\.double),
            results.allSatisfy(\.isFinite)
        else { return Check.Taylor(slope: nil, verdict: .unreliable) }
        let first = zip(results, direction).reduce(0) { $0 + $1.0 * $1.1.double }
        let second = zip(results.dropFirst(wrt.count), direction).reduce(0) { $0 + $1.0 * $1.1.double }
        let unit = usesFloat ? Double(Float.ulpOfOne) : Double.ulpOfOne
        var remainders: [(size: Double, noise: Double)] = []
        for exponent in 2..<14 {
            let step = 1 / Double(1 << exponent)
            var moved = point
            for (index, component) in zip(wrt, direction) {
                let number = point[index].number.double + step * component.double
                moved[index] = .scalar(Scalar(number, as: parameters[index].type.element))
            }
            guard let there = evaluate(primal, moved)?[floats[0]].double, there.isFinite else { continue }
            let remainder = there - value - step * first - step * step / 2 * second
            // The arguments are rounded too, which the first derivatives magnify.
            let magnified = zip(results, wrt).reduce(0) { $0 + ($1.0 * point[$1.1].number.double).magnitude }
            remainders.append((remainder.magnitude, 64 * unit * (value.magnitude + there.magnitude + magnified)))
        }
        let isNoise = remainders.allSatisfy { $0.size <= $0.noise }
        if isNoise { return Check.Taylor(slope: nil, verdict: remainders.count > 2 ? .agrees : .unreliable) }
        // Of the steps that are above the noise, the smallest two.
        let usable = remainders.prefix { $0.size > $0.noise }.suffix(2).map(\.size)
        guard usable.count == 2, let slope = try? Op.log2.definition.evaluate(.log2, [.f64(usable[0] / usable[1])]).double else {
            return Check.Taylor(slope: nil, verdict: .unreliable)
        }
        return Check.Taylor(slope: slope, verdict: slope > 2.5 ? .agrees : slope < 2.2 && slope > 0.8 ? .disagrees : .unreliable)
    }
}
