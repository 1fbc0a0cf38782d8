import AdgenRuntime
import Foundation

// Least squares: residuals of many samples by few parameters. A column of their Jacobian costs as much as the residuals, a row too.

/// What a damped oscillation misses of what was measured.
// adgen: jacobian(wrt: amplitude, decay, frequency)
package func oscillationMisfit(
    amplitude: Double, decay: Double, frequency: Double, times: Vector<Double>, measured: Vector<Double>
) -> Vector<Double> {
    let envelope = amplitude * exp(-decay * times)
    return envelope * cos(frequency * times) - measured
}

/// A peak on a slope.
package struct Peak {
    package var height: Double
    package var center: Double
    package var width: Double
    package var slope: (offset: Double, rise: Double)

    package init(height: Double, center: Double, width: Double, slope: (offset: Double, rise: Double)) {
        self.height = height
        self.center = center
        self.width = width
        self.slope = slope
    }
}

/// The curve at all positions, its mean there, and a table that widens with it.
// adgen: jacobian(wrt: peak)
package func peakValues(
    _ peak: Peak, at positions: Vector<Double>, scales: Matrix<Double>
) -> (mean: Double, values: Vector<Double>, table: Matrix<Double>) {
    let distance = (positions - peak.center) / peak.width
    let values = peak.height * exp(-distance * distance) + peak.slope.offset + peak.slope.rise * positions
    return (mean: values.sum() / Double(positions.count), values: values, table: peak.width * sqrt(scales))
}

/// The same by rows.
// adgen: jacobian(reverse, wrt: peak)
package func peakValuesByRows(
    _ peak: Peak, at positions: Vector<Double>, scales: Matrix<Double>
) -> (mean: Double, values: Vector<Double>, table: Matrix<Double>) {
    peakValues(peak, at: positions, scales: scales)
}

/// Sums of exponentials, as many as there are rates.
// adgen: jacobian(forward, wrt: weights, rates, offset)
package func decaySums(weights: Vector<Double>, rates: Vector<Double>, offset: Double, times: Vector<Double>) -> Vector<Double> {
    let exponents = matmul(times.reshaped(rows: times.count, columns: 1), rates.reshaped(rows: 1, columns: rates.count))
    return AdgenRuntime.matmul(AdgenRuntime.exp(-exponents), weights) + offset
}

/// Names that the Jacobian uses itself.
// adgen: jacobian(wrt: concatenate, tangent)
package func namedResiduals(concatenate: Double, tangent: Double, column: Vector<Double>) -> (value: Double, jacobian: Vector<Double>) {
    (value: concatenate * tangent, jacobian: concatenate * column / tangent)
}

/// Names that it uses where differentials are its columns.
// adgen: jacobian(forward)
package func namedColumns(result: Double, tangent: Vector<Double>, column: Double, transposed: Vector<Double>) -> Vector<Double> {
    result * tangent + column * transposed
}

/// Numbers in single precision give a matrix in single precision, others one in double precision.
// adgen: jacobian(wrt: gain)
package func singleGain(_ gain: Float, _ signal: AdgenRuntime.Vector<Float>) -> Vector<Float> { tanh(gain * signal) }

// adgen: jacobian(wrt: gain, shift)
package func mixedGain(
    _ gain: Float, _ shift: Double, _ signal: Vector<Float>, _ base: Vector<Double>
) -> (single: Vector<Float>, double: Vector<Double>) {
    (single: gain * signal, double: shift * base * base)
}
