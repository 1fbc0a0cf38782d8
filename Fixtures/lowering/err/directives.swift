// adgen: gradiant
func misspelled(_ x: Double) -> Double { x }

// adgen: derivative
func unknown(_ x: Double) -> Double { x }

// adgen: gradient(reverse), jacobian(forward, reverse), hessian, hvp, checkpoint, store, recompute
func later(_ x: Double) -> Double { x }

// adgen: differential(of: later), pullback(of: later), gradient(as: struct), gradient(wrt: self)
func rules(_ x: Double) -> Double { x }

// adgen: gradient, gradient(wrt: x)
func twice(_ x: Double) -> Double { x }

// adgen: gradient(by: x)
func label(_ x: Double) -> Double { x }

// adgen: gradient(wrt: wieght), pullback(wrt: bias, count)
func parameters(_ weight: Double, bias: Double, count: Int) -> Double { weight + bias }

// adgen: gradient(wrt: flag)
func flags(_ x: Double, flag: Bool) -> Double { x }

// adgen: jacobian(sparse), jacobian(forward)
func jacobianOfArray(_ a: [Double]) -> Double { a[0] }

// adgen: hessian, hvp
func hessianOfArray(_ a: [Double]) -> Double { a[0] * a[0] }

// adgen: jacobian(diagonal), hessian(sparse, diagonal), gradient(sparse), hvp(diagonal), hessian(forward), jacobian(sparse, forward)
func layouts(_ x: Double) -> Double { x }

// adgen: jacobian, jacobian(sparse), jacobian(reverse, sparse), hessian(sparse), hessian(diagonal), hessian
func layoutsTwice(_ x: Double) -> Double { x }

// adgen: gradient(as: tuple), jacobian(as: struct), hessian(as: struct), pullback(wrt: x, as: struct), differential(as: struct)
func structs(_ x: Double, _ y: Double) -> Double { x * y }

// adgen: gradient(wrt: x, y, x)
func namedTwice(_ x: Double, _ y: Double) -> Double { x * y }

// adgen: derivatives
func withoutOrder(_ x: Double) -> Double { x }

// adgen: derivatives(order: 9)
func tooHigh(_ x: Double) -> Double { x }

// adgen: derivatives(order: x, wrt: x)
func noNumber(_ x: Double) -> Double { x }

// adgen: gradient(order: 2)
func orderOfGradient(_ x: Double) -> Double { x }

// adgen: batch(forward), batch(shared: y), batch(by: x), batch(value, jacobian)
func batchWords(_ x: Double) -> Double { x }

// adgen: batch(shared: x)
func batchOfOnePoint(_ x: Double) -> Double { x }

// adgen: batch
func batchOfInts(_ x: Double, n: (count: Int, isUsed: Bool)) -> Double { n.isUsed ? x * Double(n.count) : x }

// adgen: batch
func batchOfArrays(_ a: [Double]) -> Double { a[0] }

// adgen: batch
func batchOfInt(_ x: Double) -> (Double, Int) { (x, 1) }

// adgen: batch(gradient)
func batchGradientOfTwo(_ x: Double) -> (Double, Double) { (x, x) }

// adgen: gradient(x), jacobian(foward), batch(hessian), vjp, order: 3, wrt: x
func otherWords(_ x: Double) -> Double { x }
