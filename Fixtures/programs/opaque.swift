import Foundation

// Functions that adgen does not look into, in the shapes that functions of C and methods have.

/// Turns a point by an angle, in full turns and a series.
func turn(_ x: inout Double, _ y: inout Double, by angle: Double) {
    var (rest, term, cosine, sine) = (angle, 1.0, 1.0, 0.0)
    while rest > .pi { rest -= 2 * .pi }
    while rest < -.pi { rest += 2 * .pi }
    for n in 1..<30 {
        term *= rest / Double(n)
        switch n % 4 {
        case 0: cosine += term
        case 1: sine += term
        case 2: cosine -= term
        default: sine -= term
        }
    }
    (x, y) = (cosine * x - sine * y, sine * x + cosine * y)
}

// adgen: differential(of: turn)
func turnDifferential(
    _ x: Double, _ y: Double, by angle: Double, along direction: (x: Double, y: Double, angle: Double)
) -> (value: (x: Double, y: Double), differential: (x: Double, y: Double)) {
    var (u, v) = (x, y)
    turn(&u, &v, by: angle)
    let (c, s) = (cos(angle), sin(angle))
    let differential = (
        x: c * direction.x - s * direction.y - v * direction.angle, y: s * direction.x + c * direction.y + u * direction.angle
    )
    return (value: (x: u, y: v), differential: differential)
}

// adgen: pullback(of: turn)
func turnPullback(
    _ x: Double, _ y: Double, by angle: Double, value: (x: Double, y: Double), seed: (x: Double, y: Double)
) -> (x: Double, y: Double, angle: Double) {
    let (c, s) = (cos(angle), sin(angle))
    return (x: c * seed.x + s * seed.y, y: c * seed.y - s * seed.x, angle: value.x * seed.y - value.y * seed.x)
}

/// Something that decays.
package struct Decay {
    package var amount: Double
    package var rate: Double

    package init(amount: Double, rate: Double) {
        self.amount = amount
        self.rate = rate
    }

    /// What is left after a time stays; the result is what is lost.
    mutating func run(for time: Double) -> Double {
        var factor = exp(-rate * time / 64)
        for _ in 0..<6 { factor *= factor }
        let before = amount
        amount *= factor
        return before - amount
    }

    /// The amount that is left on average, after each of `count` equal times.
    func average(over time: Double, count: Int = 4) -> Double {
        var sum = 0.0
        for n in 1...count { sum += exp(-rate * time * Double(n) / Double(count)) }
        return amount * sum / Double(count)
    }

    static func halving(_ amount: Double, in time: Double) -> Decay {
        var decay = Decay(amount: amount, rate: 0.7)
        while abs(exp(-decay.rate * time) - 0.5) > 1e-15 {
            let old = decay.rate
            decay.rate += (1 - 0.5 * exp(decay.rate * time)) / time
            if abs(decay.rate - old) < 1e-15 { break }
        }
        return decay
    }

    // adgen: differential(of: halving)
    static func halvingDifferential(
        _ amount: Double, in time: Double, along direction: (amount: Double, time: Double)
    ) -> (value: Decay, differential: Decay) {
        let decay = Decay.halving(amount, in: time)
        return (value: decay, differential: Decay(amount: direction.amount, rate: -decay.rate / time * direction.time))
    }
}

extension Decay {
    // adgen: pullback(of: run)
    func runPullback(
        for time: Double, value: (instance: Decay, result: Double), seed: (instance: Decay, result: Double)
    ) -> (instance: Decay, time: Double) {
        let left = seed.instance.amount - seed.result
        let change = -left * value.instance.amount
        let amount = seed.result + left * exp(-rate * time)
        return (instance: Decay(amount: amount, rate: seed.instance.rate + change * time), time: change * rate)
    }

    // adgen: pullback(of: Decay.average(over:count:))
    func averagePullback(over time: Double, count: Int, value: Double, seed: Double) -> (instance: Decay, time: Double) {
        var sum = 0.0
        for n in 1...count {
            let share = Double(n) / Double(count)
            sum -= share * exp(-rate * time * share)
        }
        let change = seed * amount * sum / Double(count)
        return (instance: Decay(amount: seed * value / amount, rate: change * time), time: change * rate)
    }

    // adgen: gradient(wrt: self, time), pullback(wrt: self)
    package func remains(after time: Double) -> Double {
        var decay = self
        let first = decay.run(for: time)
        let second = decay.run(for: time * time)
        return first * decay.amount + second + decay.average(over: 2 * time) + decay.average(over: rate, count: 3)
    }
}

// adgen: gradient, differential, pullback
package func turnedDecay(_ x: Double, angle: Double) -> Double {
    var (u, v) = (x, x * x)
    turn(&u, &v, by: angle)
    turn(&v, &u, by: 2)
    let decay = Decay.halving(u * v, in: 1 + x * x)
    return decay.amount * decay.rate + u
}

/// A sum by pieces, in SIMD and Float.
func blended(_ x: SIMD2<Float>, _ y: (weight: Float, count: Int)) -> SIMD2<Float> {
    var sum = SIMD2<Float>(0, 0)
    for _ in 0..<y.count { sum += x * y.weight }
    return sum
}

// adgen: pullback(of: blended)
func blendedPullback(
    _ x: SIMD2<Float>, _ y: (weight: Float, count: Int), value: SIMD2<Float>, seed: SIMD2<Float>
) -> (x: SIMD2<Float>, y: Float) {
    (x: seed * (y.weight * Float(y.count)), y: (seed * x).sum() * Float(y.count))
}

// adgen: gradient, pullback
package func blend(_ x: SIMD2<Float>, weight: Float) -> Float {
    let once = blended(x, (weight: weight, count: 3))
    let twice = blended(once * once, (weight: x.y, count: 2))
    return twice.x - twice.y * weight
}
