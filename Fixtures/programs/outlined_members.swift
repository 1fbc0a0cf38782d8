import Foundation

// Functions with tapes of their own that are members, take structs, change them, or return more than one number.

package struct Coil {
    package var stiffness: Double

    package init(stiffness: Double) {
        self.stiffness = stiffness
    }

    // adgen: outline
    static func quadratic(_ x: Double) -> Double { x * x / 3 }

    // adgen: outline
    func force(at x: Double) -> Double { stiffness * x }

    // adgen: outline
    mutating func soften(by factor: Double) -> Double {
        stiffness *= factor
        return stiffness + factor
    }

    // adgen: gradient(wrt: self, x)
    package func work(over x: Double) -> Double {
        force(at: x) * force(at: stiffness) + Coil.quadratic(x)
    }
}

// adgen: outline
func heading(_ x: Double, _ y: Double) -> (radius: Double, angle: Double) {
    (hypot(x, y), atan2(y, x))
}

// adgen: outline, pullback(wrt: k)
func swollen(_ amount: Double, _ k: Double) -> Double {
    amount * exp(k)
}

// adgen: gradient, pullback, differential
package func softened(_ coil: Coil, x: Double) -> Double {
    var coil = coil
    let first = coil.soften(by: x)
    let (radius, angle) = heading(first, x)
    return coil.force(at: radius) + swollen(angle, x)
}

// adgen: jacobian, pullback
package func risingPowers(_ a: Double) -> (Double, SIMD2<Double>) {
    (a * a, SIMD2(a * a * a, 1))
}
