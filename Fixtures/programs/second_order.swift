import Foundation

// adgen: gradient, hessian, hvp
/// The root of x counts where y is positive, and again where it is above one.
package func rootMiss(_ x: Double, _ y: Double) -> Double {
    let root = sqrt(x)
    let miss = y > 0 ? root - 1 : 0
    let more = y > 1 ? root * y : y * y
    return 0.5 * miss * miss + more
}

package struct Spring {
    package var stiffness: Double
    package var rest: Float

    package init(stiffness: Double, rest: Float) {
        self.stiffness = stiffness
        self.rest = rest
    }

    // adgen: gradient(wrt: self, length), hessian(wrt: self, length), hvp(wrt: self, length)
    /// The energy of the spring at a length, in both precisions.
    package func energy(length: Double) -> Double {
        let stretch = length - Double(rest)
        return 0.5 * stiffness * stretch * stretch
    }
}

// adgen: gradient, hessian, hvp
/// A softened distance in single precision.
package func softDistance(_ x: Float, _ y: Float) -> Float {
    hypot(x, y) + log1p(exp(x * y))
}

// adgen: outline
/// Called, not put in place, where only first derivatives are asked for.
package func ridge(_ x: Double, _ y: Double) -> Double {
    exp(-x * x) * sin(y) + x * y
}

// adgen: gradient, hessian, hvp
/// What the ridge is at two places, one of them in an arm.
package func twoRidges(_ x: Double, _ y: Double) -> Double {
    let first = ridge(x, y)
    return first * first + (x > 0 ? ridge(y, first) : x)
}

// adgen: gradient(as: struct), hessian(diagonal, as: struct), hessian, hvp(as: struct)
/// A barrier for each number by itself.
package func barriers(_ x: Double, _ y: Double) -> Double {
    x * log(x) - log(1 - y * y)
}
