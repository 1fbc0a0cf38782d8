import Foundation

// adgen: gradient, differential
/// d/dx (x · d/dy (x + y)) is 1 everywhere: the two derivatives must not be confused.
package func perturbed(_ x: Double) -> Double { x * shiftedGradient(x, 1).y }

// adgen: gradient
package func shifted(_ x: Double, _ y: Double) -> Double { x + y }

// adgen: gradient, differential, hessian, hvp
package func ripple(_ x: Double, _ y: Double) -> Double {
    let wave = x > 0 ? sqrt(x) * y : x * y
    return exp(-y * y) * sin(x) + wave
}

// adgen: gradient, differential
/// Reverse inside: as a gradient reverse over reverse, as a differential forward over reverse.
package func rippleSlope(_ x: Double, _ y: Double) -> Double {
    let slope = rippleGradient(x, y)
    return slope.x * slope.x + 2 * slope.y
}

// adgen: gradient, differential
/// Forward inside: as a gradient reverse over forward, as a differential forward over forward.
package func rippleDrift(_ x: Double, _ y: Double, _ angle: Double) -> Double {
    let drift = rippleValueWithDifferential(x, y, along: (x: cos(angle), y: sin(angle)))
    return drift.value * drift.differential
}

// adgen: gradient
/// Second derivatives inside.
package func rippleCurvature(_ x: Double, _ y: Double) -> Double {
    let h = rippleHessian(x, y)
    return h[0][0] * h[1][1] - h[0][1] * h[1][0]
}

package struct Probe {
    package var number: Int
    package var height: Double
    package var width: Float

    package init(number: Int, height: Double, width: Float) {
        self.number = number
        self.height = height
        self.width = width
    }

    // adgen: gradient(wrt: self, load), hessian(wrt: self, load), hvp(wrt: self, load)
    package func strain(load: Double) -> Double { log1p(height * height * load) / (Double(width) + load) }

    // adgen: gradient(wrt: self)
    /// Its tangent has no number.
    package func stiffness() -> Double {
        let strain = strainValueWithGradient(load: 1.5)
        let direction = (instance: ProbeTangent(height: 1, width: 0.5), load: height)
        let at = strainGradientWithHessianVectorProduct(load: height, along: direction)
        return strain.value + strain.gradient.instance.height * Double(strain.gradient.instance.width) * strain.gradient.load
            + at.gradient.load * at.product.instance.height
    }
}

// adgen: gradient
package func plate(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double, _ g: Double) -> Double {
    a * b * c + sin(d * e) * f / (1 + g * g) + a * g
}

// adgen: gradient
/// More floats than a tuple should hold come as a struct.
package func plateSlope(_ a: Double, _ b: Double) -> Double {
    let slope: PlateGradient = plateGradient(a, b, a * b, a + b, b, 2, a - b)
    return slope.a * slope.g + slope.d * slope.e - slope.f
}

// adgen: gradient, hessian, hvp
/// What fits best is where this is least, by w, for a penalty that belongs to it.
package func fitLoss(_ w: Double, penalty: Double) -> Double {
    let miss = exp(0.3 * w) - 2
    return miss * miss + penalty * w * w
}

/// One step of Newton's method for the w that fits best.
package func newtonStep(_ w: Double, _ penalty: Double) -> Double {
    w - fitLossGradient(w, penalty: penalty).w / fitLossHessian(w, penalty: penalty)[0][0]
}

// adgen: gradient, differential
/// The distance from what is known of the best w, as a function of the penalty: an objective around an objective.
package func validation(penalty: Double) -> Double {
    let first = newtonStep(1.5, penalty)
    let second = newtonStep(first, penalty)
    let third = newtonStep(second, penalty)
    let w = newtonStep(third, penalty)
    return (w - 1.7) * (w - 1.7)
}
