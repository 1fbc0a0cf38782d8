func number(_ x: Double) -> Double { x * x }
func number(_ x: Double) -> Float { Float(x) }

// adgen: gradient
func chosenByItsResult(_ x: Double) -> Double {
    let y: Double = number(x)
    return y
}

struct Samples {
    var values: [Double]
    var scale: Double

    init(scale: Double, _ values: [Double]) {
        self.values = values
        self.scale = scale
    }
}

// adgen: gradient
func madeOfAnArray(_ values: [Double], scale: Double) -> Double {
    let samples = Samples(scale: scale, values)
    return samples.scale * samples.values[0]
}
