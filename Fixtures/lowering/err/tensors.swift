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
func choice(_ v: Vector<Double>, _ w: Vector<Double>, _ first: Bool) -> Double { (first ? v : w).sum() }
// adgen: gradient
func vectorResult(_ v: Vector<Double>) -> Vector<Double> { 2 * v }
// adgen: jacobian
func jacobianOfAVector(_ v: Vector<Double>) -> Double { v.sum() }
// adgen: gradient
func element(_ v: Vector<Double>) -> Double { v[0] }
// adgen: gradient
func otherElements(_ v: Vector<Int>, _ x: Double) -> Double { x }
// adgen: gradient
func withoutElement(_ v: Vector, _ x: Double) -> Double { x }
// adgen: gradient
func noSuchFunction(_ v: Vector<Double>) -> Double { asin(v).sum() }
// adgen: gradient
func numberAndVector(_ v: Vector<Double>) -> Double { v }
