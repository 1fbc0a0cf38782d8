import AdgenRuntime

// adgen: gradient
func unknownMember(_ v: Vector<Double>) -> Double { v.sorted + v.norm() }
// adgen: gradient
func rowsOfAVector(_ v: Vector<Double>) -> Double { Double(v.rows) * v.sum() }
// adgen: gradient
func mixedShapes(_ v: Vector<Double>, _ m: Matrix<Double>) -> Double { (v + m).sum() }
// adgen: gradient
func mixedElements(_ v: Vector<Double>, _ w: Vector<Float>) -> Double { (v * w).sum() }
// adgen: gradient
func wrongElement(_ v: Vector<Double>, _ x: Float) -> Double { (v * x).sum() }
// adgen: gradient
func remainder(_ v: Vector<Double>) -> Double { (v % v).sum() }
// adgen: gradient
func dotOfMatrices(_ m: Matrix<Double>) -> Double { dot(m, m) }
// adgen: gradient
func wrongLabels(_ m: Matrix<Double>) -> Double { matmul(m, m, transposing: true).sum() }
// adgen: gradient
func productOfNumbers(_ m: Matrix<Double>, _ x: Double) -> Double { m.sum() * matmul(x, 2) }
// adgen: gradient
func inner(_ x: Double) -> Double { relu(x) + dot() }
// adgen: gradient
func flag(_ m: Matrix<Double>, _ isLeft: Bool) -> Double { matmul(m, m, transposingA: isLeft).sum() }
// adgen: gradient
func vectorResult(_ v: Vector<Double>) -> Vector<Double> { 2 * v }
// adgen: hessian(sparse)
func hessianOfAVector(_ v: Vector<Double>) -> Double { v.sum() }
// adgen: gradient
func element(_ v: Vector<Double>, _ i: Int) -> Double { v[i] }
// adgen: gradient
func entryOfAVector(_ v: Vector<Double>) -> Double { v[0, 1] }
// adgen: gradient
func negativeRow(_ m: Matrix<Double>) -> Double { m.row(-1).sum() }
// adgen: gradient
func range(_ v: Vector<Double>, _ m: Matrix<Double>) -> Double { v[0...2].sum() + m[1, 0..<2].sum() + m[0..<1].sum() + v[..<2].sum() }
// adgen: gradient
func boundsOfRange(_ v: Vector<Double>, _ x: Double) -> Double { v[0..<x].sum() + (0..<2).sum() + v[0..<missing].sum() }
// adgen: gradient
func changedElement(_ v: Vector<Double>) -> Double {
    var w = v
    w[0] = 2
    return w.sum()
}
// adgen: gradient
func beside(_ v: Vector<Double>, _ w: Vector<Double>) -> Double { concatenate(v, w, along: .columns).sum() }
// adgen: gradient
func comparedNumbers(_ x: Double, _ y: Double) -> Double { x .< y ? x : y }
// adgen: gradient
func unknownExtent(_ m: Matrix<Double>, _ n: Int) -> Double {
    maxPool(m, height: n, width: 2, window: Window(height: 2, width: 2)).sum()
}
// adgen: gradient
func windowElsewhere(_ m: Matrix<Double>, _ k: Int) -> Double {
    averagePool(m, height: 4, width: 4, window: Window(height: k, width: 2)).sum()
}
// adgen: gradient
func windowTooLarge(_ m: Matrix<Double>, _ k: Matrix<Double>) -> Double {
    conv2d(m, k, height: 2, width: 2, window: Window(height: 3, width: 2)).sum()
}
// adgen: gradient
func paddedPool(_ m: Matrix<Double>) -> Double {
    maxPool(m, height: 2, width: 2, window: Window(height: 2, width: 2, padding: 1)).sum()
}
// adgen: gradient
func windowWithHoles(_ m: Matrix<Double>, _ k: Matrix<Double>) -> Double {
    conv2d(m, k, height: 2, width: 2, window: Window(height: 2, width: 2, dilation: 2)).sum()
}
// adgen: gradient
func otherElements(_ v: Vector<Int>, _ x: Double) -> Double { x }
// adgen: gradient
func withoutElement(_ v: Vector, _ x: Double) -> Double { x }
// adgen: gradient
func noSuchFunction(_ v: Vector<Double>) -> Double { asin(v).sum() }
// adgen: gradient
func numberAndVector(_ v: Vector<Double>) -> Double { v }
// adgen: gradient
func madeOfNumbers(_ x: Double) -> Double {
    let a = Vector(repeating: x, count: 3)
    let b = Vector<Double>(repeating: x, count: 3)
    let c: Vector<Double> = [x, x * x]
    let d = Matrix(rows: 1, columns: 2, elements: [x, x])
    let e: Vector<Double> = x > 0 ? [x, x * x] : [x, 1]
    return a.sum() + b.sum() + c.sum() + d.sum() + e.sum()
}
// adgen: gradient
func noSuchMember(_ v: Vector<Double>) -> Double { v.variance() }
// adgen: gradient
func withoutAxis(_ a: Matrix<Double>, _ b: Matrix<Double>) -> Double { concatenate(a, b).sum() }
// adgen: gradient
func vectorsAlong(_ v: Vector<Double>, _ w: Vector<Double>) -> Double { concatenate(v, w, along: .rows).sum() }
