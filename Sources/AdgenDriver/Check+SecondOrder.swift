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
            let judgement = judged(entry, tolerance: usesFloat ? 1e-2 : 1e-6, at: point[wrt[second]].number.double) { x in
                moved[wrt[second]] = .scalar(.f64(x))
                return evaluateWide(gradient, moved)?[values.count + first].double
            }
            return Check.Row(
                result: "derivative by \(parameter.path)", parameter: other.path, derivative: entry, judgement: judgement)
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

    /// What is left of the function along a random direction after the terms of the Hessian-vector product.
    func taylor(at point: [Datum], seed: UInt64) -> Check.Taylor? {
        guard let hvp else { return nil }
        var direction: [Datum] = []
        var curvature = 0.0
        let series = taylor(at: point, seed: seed) { chosen in
            direction = chosen
            guard let results = run(hvp, point + direction)?.flatMap(\.elements).map(\.double), results.allSatisfy(\.isFinite) else {
                return nil
            }
            let numbers = direction.flatMap(\.elements).map(\.double)
            let first = zip(results, numbers).reduce(0) { $0 + $1.0 * $1.1 }
            let second = zip(results.dropFirst(numbers.count), numbers).reduce(0) { $0 + $1.0 * $1.1 }
            curvature = second
            return (Array(results.prefix(numbers.count)), [first, second])
        }
        guard rounds, series.verdict == .disagrees, let gradient else { return series }
        // Steps spoil the series; differences of the gradient do without it.
        let verdict = judged(curvature, tolerance: usesFloat ? 1e-2 : 1e-6, at: 0) { step in
            let wide = usesFloat ? point.map(\.widened) : point
            return runWide(gradient, moved(wide, by: step, direction)).map { results in
                let slopes = results.dropFirst(values.count).flatMap(\.elements)
                return zip(slopes, direction.flatMap(\.elements)).reduce(0) { $0 + $1.0.double * $1.1.double }
            }
        }.verdict
        return Check.Taylor(slope: series.slope, verdict: verdict == .disagrees ? .disagrees : .unreliable)
    }

    /// The same after those of all orders.
    func orderTaylor(at point: [Datum], seed: UInt64) -> Check.Taylor? {
        guard let derivatives else { return nil }
        var series = taylor(at: point, seed: seed) { direction in
            guard let terms = orderTerms(at: point, along: direction.map(\.number.double)),
                let gradient = evaluate(derivatives.function, point)?.dropFirst(values.count).prefix(wrt.count).map(\.double)
            else { return nil }
            return (gradient, terms)
        }
        // Steps spoil the series; each entry has been looked at.
        if rounds, series.verdict == .disagrees { series.verdict = .unreliable }
        return series
    }

    private func moved(_ point: [Datum], by step: Double, _ direction: [Datum]) -> [Datum] {
        var moved = point
        for (index, component) in zip(wrt, direction) {
            var steps = component.elements.makeIterator()
            moved[index] = point[index].mapped { number in
                Scalar(number.double + step * (steps.next()?.double ?? 0), as: number.element)
            }
        }
        return moved
    }

    /// The remainder at shrinking steps; `derivatives` gives the gradient, and the derivatives along a direction from the first order.
    private func taylor(
        at point: [Datum], seed: UInt64, _ derivatives: ([Datum]) -> (gradient: [Double], terms: [Double])?
    ) -> Check.Taylor {
        var numbers = SeededGenerator(seed: seed)
        let direction = wrt.map { index in
            point[index].mapped { _ in Scalar(numbers.number(in: -1...1), as: parameters[index].type.element) }
        }
        guard let value = evaluate(primal, point)?[floats[0]].double, let (gradient, terms) = derivatives(direction) else {
            return Check.Taylor(slope: nil, verdict: .unreliable)
        }
        let unit = usesFloat ? Double(Float.ulpOfOne) : Double.ulpOfOne
        let arguments = wrt.flatMap { point[$0].elements }.map(\.double)
        let size = arguments.reduce(0) { max($0, $1.magnitude) }
        var remainders: [(size: Double, noise: Double)] = []
        for exponent in 2..<14 {
            let step = 1 / Double(1 << exponent)
            guard let there = evaluate(primal, moved(point, by: step, direction))?[floats[0]].double, there.isFinite else { continue }
            // From the highest order down, as Horner's rule has it.
            let series = terms.indices.reversed().reduce(0) { ($0 + terms[$1]) * step / Double($1 + 1) }
            // The arguments are rounded too, which the first derivatives magnify, here and there.
            let magnified =
                zip(gradient, arguments).reduce(0) { $0 + ($1.0 * $1.1).magnitude }
                + (terms.count > 1 ? (terms[1] * step).magnitude * size : 0)
            remainders.append(((there - value - series).magnitude, 64 * unit * (value.magnitude + there.magnitude + magnified)))
        }
        let isNoise = remainders.allSatisfy { $0.size <= $0.noise }
        if isNoise { return Check.Taylor(slope: nil, verdict: remainders.count > 2 ? .agrees : .unreliable) }
        // Of the steps that are above the noise, the smallest three.
        let usable = remainders.prefix { $0.size > $0.noise }.suffix(3).map(\.size)
        let slopes = zip(usable, usable.dropFirst()).compactMap { longer, shorter in
            try? Op.log2.definition.evaluate(.log2, [.f64(longer / shorter)]).double
        }
        guard let slope = slopes.last else { return Check.Taylor(slope: nil, verdict: .unreliable) }
        let order = Double(terms.count)
        // High orders sink into the noise while the steps are too long to tell more than that something is wrong.
        // Where the remainder passes through zero between two steps, the slope there tells nothing.
        let isWrong = slopes.allSatisfy { $0 > 0.8 && $0 < (order > 2 ? 2.2 : order + 0.2) }
        return Check.Taylor(slope: slope, verdict: slope > order + 0.5 ? .agrees : !isWrong ? .unreliable : holds ? .held : .disagrees)
    }
}
