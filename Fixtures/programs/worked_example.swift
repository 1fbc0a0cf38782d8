import Foundation

// adgen: gradient, pullback, differential, hessian, hvp
/// f(x, y, z, v) = exp(y⁻ˣ − log z) + (y − z)² log v.
package func workedExample(_ x: Double, _ y: Double, _ z: Double, _ v: Double) -> Double {
    let difference = y - z
    return exp(pow(y, -x) - log(z)) + difference * difference * log(v)
}
