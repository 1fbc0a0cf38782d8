import Foundation

// adgen: derivatives(order: 4)
/// Its derivatives are those of the logistic curve times polynomials in it.
package func softBend(_ x: Double) -> Double { log1p(exp(x)) }

// adgen: derivatives(order: 4)
package func swirl(_ x: Double, _ y: Double) -> Double {
    let angle = x * y
    return x > 0 ? sqrt(x) * sin(angle) : exp(x) * y
}

// adgen: derivatives(order: 3, wrt: radius, charge)
/// Not every parameter is differentiated.
package func yukawa(_ radius: Double, charge: Double, range: Double) -> Double { charge * exp(-radius / range) / radius }

// adgen: derivatives(order: 3)
package func singleWave(_ x: Float, _ phase: Float) -> Float { sin(x + phase) * exp(-x * x) }

package struct Pole {
    package var real: Double
    package var imaginary: Double

    package init(real: Double, imaginary: Double) {
        self.real = real
        self.imaginary = imaginary
    }

    // adgen: derivatives(order: 3, wrt: self)
    /// Harmonic: its second derivatives cancel, and so do those of these.
    package func potential(_ x: Double, _ y: Double) -> Double {
        let (dx, dy) = (x - real, y - imaginary)
        return log(dx * dx + dy * dy) / 2
    }
}

// adgen: gradient
/// The third derivative by name, in a function that is differentiated again.
package func bendJerk(_ x: Double) -> Double { softBendValueWithDerivatives(x).third * x }
