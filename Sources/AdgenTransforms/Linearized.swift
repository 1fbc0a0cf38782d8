import AdgenIR

/// A function split in two: `primal: x → (y, residuals)` and `linear: (residuals; dx) → dy`, a tangent for each float of y.
package struct Linearized: Sendable {
    package var primal: Function
    package var linear: Function

    package init(primal: Function, linear: Function) {
        self.primal = primal
        self.linear = linear
    }

    /// Without superfluous residuals; see `trimResiduals`.
    package func trimmed() -> Linearized {
        let (primal, linear) = trimResiduals(primal, linear)
        return Linearized(primal: primal, linear: linear)
    }
}
