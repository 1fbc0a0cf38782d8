import AdgenRuntime

// adgen: gradient
func shapes(_ v: Vector<Double>, _ w: Vector<Double>, _ m: Matrix<Double>) -> Double {
    let product = matmul(m, v) + w
    var sum = product * product - 2
    sum += v
    sum *= 0.5
    let rows = (m + v).sum(along: .rows) / (1 + m.mean(along: .rows))
    return dot(sum, rows) + m.mean() * Double(m.rows)
}

// adgen: gradient
func words(_ m: Matrix<Float>, _ x: Float) -> Float {
    let product = matmul(m, -m, transposingA: true, transposingB: true).transposed()
    return (clamp(relu(product), x, 3) + pow(softplus(m), 2)).sum() + logSumExp(m)
}

// adgen: pullback
func arms(_ v: Vector<Double>, _ w: Vector<Double>, first: Bool) -> Double {
    first ? dot(v, w) : (v + w).sum()
}
