struct Ends {
    var left: Double
    var right: (x: Double, y: Float)

    mutating func turn() { swap(&left, &right.x) }
}

/// Numbers, parts of structs and tuples, whole structs and vectors.
func exchanged(_ x: Double, _ y: Double, _ first: inout Ends, _ v: SIMD2<Double>) -> Double {
    var (a, b) = (x, y)
    swap(&a, &b)
    var second = Ends(left: a, right: (x: a * b, y: 1))
    swap(&first, &second)
    Swift.swap(&first.left, &second.right.x)
    first.turn()
    var (v, w) = (v, 2 * v)
    swap(&v, &(w))
    swap(&a, &first.left)
    return a * b + v.x * w.y + second.left
}
