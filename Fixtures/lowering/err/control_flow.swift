import Foundation

// adgen: gradient
func ifStatement(_ x: Double) -> Double {
    if x > 0 { return x }
    return -x
}

// adgen: gradient
func ifThatAssigns(_ x: Double) -> Double {
    let y: Double
    if x > 0 {
        y = x
    } else {
        y = -x
    }
    return y
}

// adgen: gradient
func guardStatement(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    return sqrt(x)
}

// adgen: gradient
func switchStatement(_ x: Double, _ n: Int) -> Double {
    switch n {
    case 0: return x
    default: return x * x
    }
}

// adgen: gradient
func forLoop(_ x: Double) -> Double {
    var sum = 0.0
    for _ in 0..<3 { sum += x }
    return sum
}

// adgen: gradient
func whileLoop(_ x: Double) -> Double {
    var y = x
    while y > 1 { y /= 2 }
    return y
}

// adgen: gradient
func repeatLoop(_ x: Double) -> Double {
    var y = x
    repeat { y /= 2 } while y > 1
    return y
}

// adgen: gradient
func labeledLoop(_ x: Double) -> Double {
    var y = x
    outer: while y > 1 { y /= 2; break outer }
    return y
}

// adgen: gradient
func jumps(_ x: Double) -> Double {
    break
    continue
    fallthrough
    return x
}

// adgen: gradient
func deferStatement(_ x: Double) -> Double {
    defer { print(x) }
    return x
}

// adgen: gradient
func doStatement(_ x: Double) -> Double {
    do { print(x) }
    return x
}

// adgen: gradient
func doCatch(_ x: Double) -> Double {
    do { try check(x) } catch { return 0 }
    return x
}

// adgen: gradient
func throwStatement(_ x: Double) -> Double {
    throw Failure.negative
    return x
}

// adgen: gradient
func tryExpression(_ x: Double) -> Double {
    let y = try! checked(x)
    let z = try? checked(x)
    return y
}

// adgen: gradient
func awaitExpression(_ x: Double) -> Double {
    let y = await later(x)
    return y
}

// adgen: gradient
func yieldStatement(_ x: Double) -> Double {
    yield x
    return x
}

// adgen: gradient
func discardStatement(_ x: Double) -> Double {
    discard self
    return x
}

// adgen: gradient
func ifExpression(_ x: Double) -> Double {
    let y = if x > 0 { x } else { -x }
    return y
}

// adgen: gradient
func switchExpression(_ x: Double, _ n: Int) -> Double {
    let y = switch n { case 0: x; default: x * x }
    return y
}

// adgen: gradient
func ifCase(_ x: Double) -> Double {
    if case .some(let y) = Optional(x) { return y }
    return x
}

// adgen: gradient
func availability(_ x: Double) -> Double {
    let isNew = #available(macOS 15, *)
    return x
}

// adgen: gradient
func conditionalCompilation(_ x: Double) -> Double {
    #if DEBUG
        let k = 2.0
    #else
        let k = 3.0
    #endif
    return k * x
}

// adgen: gradient
func statementAfterReturn(_ x: Double) -> Double {
    return x
    let y = x
}

// adgen: gradient
func noReturn(_ x: Double) -> Double {
    let y = x
    _ = y
}

// adgen: gradient
func emptyReturn(_ x: Double) -> Double {
    let y = x
    return
}

// adgen: gradient
func twoErrors(_ x: Double) -> Double {
    let a = x &+ 1
    let b = unknown(x)
    return a + b + c
}

// adgen: gradient
func changingChoice(_ x: Double) -> Double {
    var y = 0.0
    if x > 0 { y = 1 } else { y = x }
    return y
}

// adgen: gradient
func halfChoice(_ x: Double) -> Double {
    let y: Double
    if x > 0 { y = 1 } else { let z = x }
    return y
}

// adgen: gradient
func partOfChoice(_ x: Double) -> Double {
    var y: (Double, Double)
    if x > 0 { y.0 = 1 } else { y.0 = x }
    y.1 = x
    return y.0
}

// adgen: gradient
func numberChoice(_ x: Double) -> Double {
    let y: Double
    if x { y = 1 } else { y = x }
    return y
}

// adgen: gradient
func armName(_ x: Double) -> Double {
    let y: Double
    if x > 0 { let inside = x; y = inside } else { y = x }
    return y * inside
}
