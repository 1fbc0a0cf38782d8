import AdgenRuntime
import Foundation

// Currents through a diode with a resistor in series, which the voltage gives by an equation alone.

/// Lambert's W: the solution w ≥ 0 of w · exp(w) = x for each x ≥ 0, by Newton's method.
func lambertW(_ x: Vector<Double>) -> Vector<Double> {
    var w = log1p(x)
    for _ in 0..<20 { w = w - (w - x * exp(-w)) / (1 + w) }
    return w
}

// adgen: differential(of: lambertW)
func lambertWDifferential(_ x: Vector<Double>, along direction: Vector<Double>) -> (value: Vector<Double>, differential: Vector<Double>) {
    let w = lambertW(x)
    return (value: w, differential: direction / (exp(w) * (1 + w)))
}

// adgen: gradient(wrt: saturation, resistance), gradient(workspace, wrt: saturation, resistance), hvp(wrt: saturation, resistance)
// adgen: pullback(wrt: voltages, saturation, resistance), differential(wrt: voltages, saturation, resistance)
/// How far measured currents are from those of a diode with a saturation current and a resistance, at a thermal voltage of 25.85 mV.
package func diodeMisfit(_ voltages: Vector<Double>, currents: Vector<Double>, saturation: Double, resistance: Double) -> Double {
    let scale = 0.02585 / resistance
    let drops = lambertW(saturation / scale * exp((voltages + resistance * saturation) / 0.02585))
    let misfit = scale * drops - saturation - currents
    return dot(misfit, misfit)
}
