// adgen: gradient
let a = 1.0

func first(x: Double) -> Double { // adgen: gradient
    // adgen: gradient
    x
} // adgen: pullback

// adgen:
func second(x: Double) -> Double { x }

// adgen: gradient(x)
// adgen: gradient(wrt: )
// adgen: gradient(wrt: x
// adgen: gradient(wrt: x,
// adgen: gradient, , pullback
// adgen: gradient pullback
// adgen: (wrt: x)
func third(x: Double) -> Double { x }

/// adgen: gradient
func fourth(x: Double) -> Double { x }

// adgen: gradient
func broken(x) { x }

// adgen : gradient
func spaced(_ x: Double) -> Double { x }

// Adgen: gradient
func capital(_ x: Double) -> Double { x }  // adgen does not see: this

/* adgen: gradient */
func inABlock(_ x: Double) -> Double { x }

/** adgen: gradient */
func inABlockOfDocumentation(_ x: Double) -> Double { x /* adgen is not spoken to: */ }

// adgen: gradient(wrt x)
func withoutColon(_ x: Double) -> Double {
    // adgen: checkpoint(start)
    x
}

// adgen: gradient
