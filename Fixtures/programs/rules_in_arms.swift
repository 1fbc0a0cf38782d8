import Foundation

// Roots whose derivatives are infinite at 0, used by arms of several choices: where no arm is taken, their cotangents are zeros at run time,
// and an infinite partial must not meet these.

// adgen: outline
package func outlinedRoot(_ x: Double) -> Double { sqrt(x) }

/// By halving, for 0 ≤ x < 100.
func halvedRoot(_ x: Double) -> Double {
    var (low, high) = (0.0, 10.0)
    while (low + high) / 2 > low, (low + high) / 2 < high {
        if (low + high) * (low + high) < 4 * x { low = (low + high) / 2 } else { high = (low + high) / 2 }
    }
    return x == 0 ? 0 : (low + high) / 2
}

// adgen: differential(of: halvedRoot)
func halvedRootDifferential(_ x: Double, along direction: Double) -> (value: Double, differential: Double) {
    let root = halvedRoot(x)
    return (value: root, differential: direction / (2 * root))
}

/// A root, and its multiple.
func rootAndMultiple(_ x: Double, _ factor: Double) -> (root: Double, multiple: Double) {
    let root = halvedRoot(x)
    return (root: root, multiple: root * factor)
}

// adgen: pullback(of: rootAndMultiple)
func rootAndMultiplePullback(
    _ x: Double, _ factor: Double, value: (root: Double, multiple: Double), seed: (root: Double, multiple: Double)
) -> (x: Double, factor: Double) {
    if factor == 0 { return (x: seed.root / (2 * value.root), factor: seed.multiple * value.root) }
    return (x: (seed.root + factor * seed.multiple) / (2 * value.root), factor: seed.multiple * value.root)
}

// adgen: gradient, pullback, differential
package func outlinedRootInArms(_ x: Double, _ y: Double) -> Double {
    let root = outlinedRoot(x)
    let first = x > 0 ? root * 3 : y + x
    return first + (x > 0 ? sin(root) + y : y * y)
}

// adgen: gradient, pullback, differential
package func halvedRootInArms(_ x: Double, _ y: Double) -> Double {
    let root = halvedRoot(x)
    let first = x > 0 ? root * 3 : y + x
    return first + (x > 0 ? sin(root) + y : y * y)
}

// adgen: gradient, pullback
package func multipleInArms(_ x: Double, _ y: Double) -> Double {
    let (root, multiple) = rootAndMultiple(x, y)
    let first = x > 0 ? root * 3 : y + x
    return first + (x > 0 ? sin(root) + y : y * y) + (x > 0 ? multiple : 1)
}
