// Sums over memory, by several accumulators of lanes each: shorter chains, and less error than one after the other.

/// Σ term over all elements; `lanes` adds the terms of one step to an accumulator, `scalar` a single term.
@inline(__always)
func sumLoop<Scalar: VectorScalar>(
    _ count: Int, _ lanes: (Int, Scalar.Lanes) -> Scalar.Lanes, _ scalar: (Int, Scalar) -> Scalar
) -> Scalar where Scalar.Lanes.Scalar == Scalar {
    var index = 0
    var total = Scalar.zero
    #if !DEBUG
        let width = Scalar.Lanes.scalarCount
        if count >= width {
            var a = Scalar.Lanes.zero
            var b = Scalar.Lanes.zero
            var c = Scalar.Lanes.zero
            var d = Scalar.Lanes.zero
            while index &+ 4 * width <= count {
                a = lanes(index, a)
                b = lanes(index &+ width, b)
                c = lanes(index &+ 2 * width, c)
                d = lanes(index &+ 3 * width, d)
                index &+= 4 * width
            }
            while index &+ width <= count {
                a = lanes(index, a)
                index &+= width
            }
            total = ((a + b) + (c + d)).sum()
        }
    #endif
    while index < count {
        total = scalar(index, total)
        index &+= 1
    }
    return total
}

@inline(__always)
func sumLoop<Scalar: VectorScalar>(_ x: UnsafePointer<Scalar>, _ count: Int) -> Scalar {
    sumLoop(count, { $1 + load(x + $0) }, { $1 + x[$0] })
}

@inline(__always)
func dotLoop<Scalar: VectorScalar>(_ x: UnsafePointer<Scalar>, _ y: UnsafePointer<Scalar>, _ count: Int) -> Scalar {
    sumLoop(count, { multiplyAdd(load(x + $0), load(y + $0), $1) }, { multiplyAdd(x[$0], y[$0], $1) })
}

/// The largest element; NaN if there is one, -infinity of nothing. `larger` takes the first of two lanes unless the second is larger;
/// `invalid` takes the first unless the second is NaN.
@inline(__always)
func maximumLoop<Scalar: VectorScalar>(
    _ x: UnsafePointer<Scalar>, _ count: Int, larger: (Scalar.Lanes, Scalar.Lanes) -> Scalar.Lanes,
    invalid: (Scalar.Lanes, Scalar.Lanes) -> Scalar.Lanes
) -> Scalar {
    var index = 0
    var largest = -Scalar.infinity
    // NaN where there was one, else 0.
    var anyInvalid = Scalar.zero
    #if !DEBUG
        let width = Scalar.Lanes.scalarCount
        if count >= width {
            var a = Scalar.Lanes(repeating: largest)
            var (b, c, d) = (a, a, a)
            var p = Scalar.Lanes.zero
            var (q, r, s) = (p, p, p)
            while index &+ 4 * width <= count {
                let (x0, x1) = (load(x + index), load(x + index + width))
                let (x2, x3) = (load(x + index + 2 * width), load(x + index + 3 * width))
                (a, b, c, d) = (larger(a, x0), larger(b, x1), larger(c, x2), larger(d, x3))
                (p, q, r, s) = (invalid(p, x0), invalid(q, x1), invalid(r, x2), invalid(s, x3))
                index &+= 4 * width
            }
            while index &+ width <= count {
                let x0 = load(x + index)
                (a, p) = (larger(a, x0), invalid(p, x0))
                index &+= width
            }
            a = larger(larger(a, b), larger(c, d))
            for lane in 0..<width where a[lane] > largest { largest = a[lane] }
            anyInvalid = ((p + q) + (r + s)).sum()
        }
    #endif
    while index < count {
        if x[index] > largest { largest = x[index] }
        if x[index].isNaN { anyInvalid = x[index] }
        index &+= 1
    }
    return anyInvalid.isNaN ? anyInvalid : largest
}

/// Σ exp(xᵢ - shift) for a shift no smaller than any element; the terms are written to `result` if there is one.
@inline(__always)
func exponentialSumLoop<Scalar: VectorScalar>(
    _ x: UnsafePointer<Scalar>, _ shift: Scalar, _ result: UnsafeMutablePointer<Scalar>?, _ count: Int,
    _ exponential: (Scalar.Lanes) -> Scalar.Lanes, _ scalarExponential: (Scalar) -> Scalar
) -> Scalar {
    #if DEBUG
        var total = Scalar.zero
        for index in 0..<count {
            let term = scalarExponential(x[index] - shift)
            result?[index] = term
            total += term
        }
        return total
    #else
        // Two loops, neither of which asks on its way whether to write.
        guard let result else { return termsLoop(x, shift, count, exponential) { _, _ in } }
        return termsLoop(x, shift, count, exponential) {
            store($0, result + $1)
        } writeRest: { terms, index in
            for lane in 0..<(count - index) { result[index + lane] = terms[lane] }
        }
    #endif
}

@inline(__always)
private func termsLoop<Scalar: VectorScalar>(
    _ x: UnsafePointer<Scalar>, _ shift: Scalar, _ count: Int, _ exponential: (Scalar.Lanes) -> Scalar.Lanes,
    write: (Scalar.Lanes, Int) -> Void, writeRest: (Scalar.Lanes, Int) -> Void = { _, _ in }
) -> Scalar {
    let width = Scalar.Lanes.scalarCount
    var (sums, others) = (Scalar.Lanes.zero, Scalar.Lanes.zero)
    var index = 0
    while index &+ 2 * width <= count {
        let (terms, next) = (exponential(load(x + index) - shift), exponential(load(x + index + width) - shift))
        write(terms, index)
        write(next, index &+ width)
        sums += terms
        others += next
        index &+= 2 * width
    }
    sums += others
    if index &+ width <= count {
        let terms = exponential(load(x + index) - shift)
        write(terms, index)
        sums += terms
        index &+= width
    }
    if index < count {
        var rest = Scalar.Lanes(repeating: -.infinity)
        for lane in 0..<(count - index) { rest[lane] = x[index + lane] - shift }
        rest = exponential(rest)
        writeRest(rest, index)
        sums += rest
    }
    return sums.sum()
}
