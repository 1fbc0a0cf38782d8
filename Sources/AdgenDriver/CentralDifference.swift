/// A derivative from function values alone: central differences with shrinking steps, extrapolated to step zero
/// (Ridders), from several first steps. What is kept is the estimate with the smallest error.
package struct CentralDifference: Hashable, Sendable {
    package var derivative: Double
    /// How far off the derivative may be: disagreement inside the extrapolation, or rounding of the function's values.
    package var error: Double

    /// The derivative at `x` of a function that is nil where it has no value. Nil where no step stays inside the domain.
    ///
    /// - Parameter isSingle: true where the function takes and gives Float numbers.
    package init?(at x: Double, isSingle: Bool = false, of function: (Double) -> Double?) {
        let scale = max(x.magnitude, 0x1p-10)
        var best: CentralDifference?
        for exponent in [-2, -4, -7, -11] {
            let first = scale * Double(sign: .plus, exponent: exponent, significand: 1)
            guard let estimate = Self.extrapolated(at: x, step: first, isSingle: isSingle, function) else { continue }
            if estimate.error < best?.error ?? .infinity { best = estimate }
        }
        guard let best else { return nil }
        self = best
    }

    init(derivative: Double, error: Double) {
        self.derivative = derivative
        self.error = error
    }

    private static let shrinking = 1.5

    private static func extrapolated(at x: Double, step first: Double, isSingle: Bool, _ function: (Double) -> Double?) -> Self? {
        let precision = isSingle ? Double(Float.ulpOfOne) : Double.ulpOfOne
        guard let middle = function(x), middle.isFinite else { return nil }
        var best: Self?
        var row: [Double] = []
        var step = first
        var lastBend = Double.infinity
        for _ in 0..<12 {
            // Where the two points really are, after rounding.
            let above = isSingle ? Double(Float(x + step)) : x + step
            let below = isSingle ? Double(Float(x - step)) : x - step
            guard above > below, let high = function(above), let low = function(below), high.isFinite, low.isFinite else { return best }
            let noise = precision * max(high.magnitude, low.magnitude) / step
            // The second difference of a smooth function shrinks with the square of the step. Where it does not, there is a
            // kink between the points, or both lie beyond one: what has been found so far is another piece's derivative.
            let bend = (high - 2 * middle + low).magnitude
            if bend > lastBend / 1.8, bend > 64 * noise * step {
                best = nil
                row = []
            }
            lastBend = bend
            var next = [(high - low) / (above - below)]
            var factor = shrinking * shrinking
            for previous in row {
                let last = next[next.count - 1]
                let extrapolated = last + (last - previous) / (factor - 1)
                let error = max((extrapolated - last).magnitude, (extrapolated - previous).magnitude) + noise
                if error <= best?.error ?? .infinity { best = Self(derivative: extrapolated, error: error) }
                next.append(extrapolated)
                factor *= shrinking * shrinking
            }
            // Rounding has taken over: smaller steps only get worse.
            if let best, row.count > 1, (next[next.count - 1] - row[row.count - 1]).magnitude > 4 * best.error { break }
            row = next
            step /= shrinking
        }
        return best
    }
}
