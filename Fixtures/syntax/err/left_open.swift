// adgen: gradient
func parenthesis(_ x: Double -> Double { x }

// adgen: gradient
func bracket(_ x: Double) -> Double { x }
func inType(_ x: [2 of Double) -> Double { x }

struct Members {
    func first(_ x: Double -> Double { x }
    // adgen: gradient
    func second(_ x: Double) -> Double { x }
}

// adgen: gradient
func brace(_ x: Double) -> Double {
    let y = x * x
    return y

// adgen: gradient
func behind(_ x: Double) -> Double { x }
