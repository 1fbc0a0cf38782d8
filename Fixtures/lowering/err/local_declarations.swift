// adgen: gradient
func localFunction(_ x: Double) -> Double {
    func square(_ y: Double) -> Double { y * y }
    return square(x)
}

// adgen: gradient
func localType(_ x: Double) -> Double {
    struct Point { var x: Double }
    return x
}

// adgen: gradient
func localAlias(_ x: Double) -> Double {
    typealias Real = Double
    return x
}

// adgen: gradient
func computed(_ x: Double) -> Double {
    var y: Double { x * x }
    return y
}

// adgen: gradient
func attribute(_ x: Double) -> Double {
    @Clamped var y = x
    return y
}

// adgen: gradient
func pattern(_ x: Double) -> Double {
    let .some(y) = x
    return y
}

// adgen: gradient
func lazyVariable(_ x: Double) -> Double {
    lazy var y = x
    return y
}

// adgen: gradient
func labelledPattern(_ x: Double) -> Double {
    let (y: a, x: b) = (x: x, y: 2 * x)
    return x
}
