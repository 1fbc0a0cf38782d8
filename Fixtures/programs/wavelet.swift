/// How much a fit of steps and waves pays for each of its parts.
struct Weights {
    var steps: Double
    var waves: Double

    static let even: Weights = .init(steps: 1, waves: 1)
    static let zero = Weights(steps: 0, waves: 0)
    static func smoothing(_ strength: Double) -> Weights { .init(steps: 1, waves: 1 + strength) }
}

/// Two steps of the wavelet transform of four samples: means of neighbours, and half their differences.
func haar(_ samples: SIMD4<Double>) -> (step: SIMD2<Double>, wave: SIMD2<Double>) {
    let sum: (SIMD2<Double>, SIMD2<Double>)
    sum.0 = samples.evenHalf + samples.oddHalf
    sum.1 = samples.evenHalf - samples.oddHalf
    var half: (step: SIMD2<Double>, wave: SIMD2<Double>)
    half.step = sum.0 / 2
    half.wave = sum.1 / 2
    return half
}

/// Squares of what is left of the samples after their trend, weighted.
func energy(_ samples: SIMD4<Double>, weights: Weights = .even) -> Double {
    let parts = haar(samples - SIMD4(0, 0.25, 0.5, 0.75))
    return weights.steps * (parts.step * parts.step).sum() + weights.waves * (parts.wave * parts.wave).sum()
}

// adgen: gradient, differential
/// The energy of four samples with a penalty for waves, where there are any.
func smoothness(_ samples: SIMD4<Double>, strength: Double) -> Double {
    let isFlat = samples.min() == samples.max()
    let weights = isFlat ? .zero : Weights.smoothing(strength)
    let shifted: SIMD4<Double> = isFlat ? .zero : SIMD4(0.5, 0, -0.5, 1) + samples
    return energy(samples) + energy(shifted, weights: weights) + energy(.init(repeating: strength), weights: .init(steps: 0.5, waves: 0))
}
