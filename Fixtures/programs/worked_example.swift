import Foundation

// adgen: gradient, pullback, differential, hessian, hvp
/// f(x, y, z, v) = exp(y⁻ˣ − log z) + (y − z)² log v.
package func workedExample(_ x: Double, _ y: Double, _ z: Double, _ v: Double) -> Double {
    let difference = y - z
    return exp(pow(y, -x) - log(z)) + difference * difference * log(v)
}

// adgen: gradient
/// Third derivatives of the worked example: the gradient of its curvature along a direction.
package func workedExampleBend(_ x: Double, _ y: Double, _ z: Double, _ v: Double) -> Double {
    let direction = (x: 1.0, y: -0.5, z: 0.25, v: 2.0)
    let along = workedExampleGradientWithHessianVectorProduct(x, y, z, v, along: direction).product
    return along.x * direction.x + along.y * direction.y + along.z * direction.z + along.v * direction.v
}
