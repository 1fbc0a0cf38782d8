// adgen: gradient
func used(_ x: Double) -> Double { base(x) * pair(x, y: 2) * twins(x) * hidden(x) }

func base(_ x: Double) -> Double { x }
func pair(_ x: Double, y: Double) -> Double { x * y }
func twins(_ x: Double) -> Double { x }
private func hidden(_ x: Double) -> Double { x }
func count(_ n: Int) -> Double { Double(n) }

// adgen: differential(of: bas)
func forNothing(_ x: Double, along direction: Double) -> (value: Double, differential: Double) { (x, direction) }

// adgen: differential(of: base, wrt: x)
func withParameters(_ x: Double, along direction: Double) -> (value: Double, differential: Double) { (x, direction) }

// adgen: differential(of: twins)
func twinsOnce(_ x: Double, along direction: Double) -> (value: Double, differential: Double) { (value: x, differential: direction) }

// adgen: differential(of: twins)
func twinsAgain(_ x: Double, along direction: Double) -> (value: Double, differential: Double) { (value: x, differential: direction) }

// adgen: differential(of: hidden)
func ofHidden(_ x: Double, along direction: Double) -> (value: Double, differential: Double) { (value: x, differential: direction) }

// adgen: differential(of: pair)
func swapped(_ x: Double, y: Double, along direction: (y: Double, x: Double)) -> (value: Double, differential: Double) {
    (value: x, differential: direction.x)
}

// adgen: pullback(of: pair)
func withoutValue(_ x: Double, y: Double, seed: Double) -> (x: Double, y: Double) { (x: seed, y: seed) }

// adgen: pullback(of: pair(_:by:))
func otherLabels(_ x: Double, y: Double, value: Double, seed: Double) -> (x: Double, y: Double) { (x: seed, y: seed) }

// adgen: pullback(of: count)
func countPullback(_ n: Int, value: Double, seed: Double) -> Double { seed }

func opaqueSum(_ a: [Double]) -> Double {
    var sum = 0.0
    for x in a { sum += x }
    return sum
}
// adgen: differential(of: opaqueSum)
func opaqueSumDifferential(_ a: [Double], along direction: [Double]) -> (value: Double, differential: Double) {
    (opaqueSum(a), direction[0])
}
