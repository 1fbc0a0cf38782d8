import Foundation

/// A position and a velocity with their covariance, column by column.
package struct Estimate {
    package var mean: SIMD2<Double>
    package var covariance: [2 of SIMD2<Double>]

    package init(mean: SIMD2<Double>, covariance: [2 of SIMD2<Double>]) {
        self.mean = mean
        self.covariance = covariance
    }
}

// adgen: pullback, differential
/// Moves on by `h`, with random accelerations of variance `noise`, and takes a measurement of the position in.
package func kalmanStep(
    _ estimate: Estimate, by h: Double, noise: Double, measured: Double, variance: Double
) -> (estimate: Estimate, logLikelihood: Double) {
    // F P Fᵀ + Q with F = (1 h; 0 1).
    let p = estimate.covariance
    let mean = SIMD2(estimate.mean.x + h * estimate.mean.y, estimate.mean.y)
    let left = p[0].x + h * p[0].y
    let right = p[1].x + h * p[1].y
    let a = left + h * right + noise * h * h * h / 3
    let b = right + noise * h * h / 2
    let d = p[1].y + noise * h

    let innovation = measured - mean.x
    let spread = a + variance
    let gain = SIMD2(a, b) / spread
    let updated = Estimate(
        mean: mean + gain * innovation,
        covariance: [SIMD2(a - gain.x * a, b - gain.y * a), SIMD2(b - gain.x * b, d - gain.y * b)])
    return (updated, -0.5 * (log(2 * .pi * spread) + innovation * innovation / spread))
}
