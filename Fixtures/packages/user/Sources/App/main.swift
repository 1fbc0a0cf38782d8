import Model

// Fits a decay to measurements by following the gradient that the build has generated.
let measurements = [(time: 0.0, value: 2.0), (1.0, 1.213061319425267), (2.0, 0.7357588823428847), (3.0, 0.44626032029685964)]
var (amplitude, rate) = (1.0, 1.0)
for _ in 0..<2000 {
    for (time, value) in measurements {
        let gradient = decayLossGradient(amplitude: amplitude, rate: rate, time: time, measured: value)
        amplitude -= 0.05 * gradient.amplitude
        rate -= 0.05 * gradient.rate
    }
}
print("amplitude \((amplitude * 1000).rounded() / 1000), rate \((rate * 1000).rounded() / 1000)")
