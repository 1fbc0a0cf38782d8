#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// One Newton step towards the root of E − e sin E = M.
func newtonStep(_ anomaly: Double, mean: Double, eccentricity: Double) -> Double {
    anomaly - (anomaly - eccentricity * sin(anomaly) - mean) / (1 - eccentricity * cos(anomaly))
}

// adgen: gradient, differential
/// The eccentric anomaly after five Newton steps: converged for moderate eccentricities.
package func eccentricAnomaly(mean: Double, eccentricity: Double) -> Double {
    var anomaly = mean + eccentricity * sin(mean)
    anomaly = newtonStep(anomaly, mean: mean, eccentricity: eccentricity)
    anomaly = newtonStep(anomaly, mean: mean, eccentricity: eccentricity)
    anomaly = newtonStep(anomaly, mean: mean, eccentricity: eccentricity)
    anomaly = newtonStep(anomaly, mean: mean, eccentricity: eccentricity)
    return newtonStep(anomaly, mean: mean, eccentricity: eccentricity)
}

// adgen: gradient(wrt: x, y, vx, vy), pullback(wrt: x, y, vx, vy)
/// The energy of a planet after one leapfrog step about a unit sun.
package func energyAfterStep(x: Double, y: Double, vx: Double, vy: Double, step: Double) -> Double {
    let r2 = x * x + y * y
    let pull = -1 / (r2 * sqrt(r2))
    let halfVX = vx + 0.5 * step * pull * x
    let halfVY = vy + 0.5 * step * pull * y
    let newX = x + step * halfVX
    let newY = y + step * halfVY
    let newR2 = newX * newX + newY * newY
    let newPull = -1 / (newR2 * sqrt(newR2))
    let newVX = halfVX + 0.5 * step * newPull * newX
    let newVY = halfVY + 0.5 * step * newPull * newY
    return 0.5 * (newVX * newVX + newVY * newVY) - 1 / sqrt(newR2)
}
