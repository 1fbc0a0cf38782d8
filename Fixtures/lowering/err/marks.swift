// adgen: gradient, store: some
func policy(_ x: Double) -> Double { x }

// adgen: gradient, store: all, store: none
func policies(_ x: Double) -> Double { x }

// adgen: gradient, checkpoint
func unmarked(_ x: Double) -> Double { x }

// adgen: gradient
func marks(_ x: Double) -> Double {
    // adgen: checkpoint(end)
    let a = sin(x)
    // adgen: store
    // adgen: recompute
    let b = sin(a)
    let c =  // adgen: store
        sin(b)
    let d =
        // adgen: recompute
        sin(c)
    // adgen: checkpoint(begin)
    // adgen: checkpoint(end)
    // adgen: checkpoint(begin)
    return sin(d)
    // adgen: store
}
