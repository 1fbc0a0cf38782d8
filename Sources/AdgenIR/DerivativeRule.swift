/// How a function of the program is differentiated by another one, which its user has written.
package struct DerivativeRule: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// `(x, dx) → (y, dy)`, linear in dx.
        case differential
        /// `(x, y, ct of y) → ct of x`.
        case pullback
    }

    package var kind: Kind
    /// Numbers of the function and of the one that differentiates it.
    package var function: Int
    package var derivative: Int

    package init(kind: Kind, function: Int, derivative: Int) {
        self.kind = kind
        self.function = function
        self.derivative = derivative
    }
}
