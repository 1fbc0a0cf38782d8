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

/* adgen: gradient */
func inABlock(_ x: Double) -> Double { x }

/** adgen: gradient */
func inABlockOfDocumentation(_ x: Double) -> Double { x /* adgen is not spoken to: */ }

// adgen: gradient
