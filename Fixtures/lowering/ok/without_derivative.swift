import AdgenRuntime

// adgen: gradient
func normalized(_ x: Double, _ y: Float) -> Double {
    let scale = withoutDerivative(at: x * x + 1)
    return x / scale * Double(withoutDerivative(at: y)) + x * withoutDerivative(at: 2)
}
