/// A sum that a loop takes on its way, to the bit what `sum()` makes of its terms: see `sumLoop`.
public struct LoopSum<Scalar: VectorScalar> {
    /// Four accumulators, which take turns.
    @usableFromInline var lanes = (Scalar.Lanes.zero, Scalar.Lanes.zero, Scalar.Lanes.zero, Scalar.Lanes.zero)
    /// Where their turns end: what follows is fewer lanes than they have together.
    @usableFromInline let lastTurn: Int
    /// The last terms, fewer than there are lanes.
    @usableFromInline var rest = Scalar.Lanes.zero
    @usableFromInline var restCount = 0
    /// The sum of terms that have come one by one.
    @usableFromInline var single = Scalar.zero

    /// A sum of `count` terms.
    @inlinable @inline(__always)
    public init(of count: Int) { lastTurn = count - count % (4 * Scalar.Lanes.scalarCount) }

    /// Adds one term.
    @inlinable @inline(__always)
    public mutating func add(_ term: Scalar) { single += term }

    /// Keeps the last terms, those from `index` to `end`.
    @inlinable @inline(__always)
    public mutating func add(_ terms: Scalar.Lanes, from index: Int, to end: Int) {
        rest = terms
        restCount = end &- index
    }
}

extension LoopSum<Double> {
    /// Adds the terms from `index` on.
    @inlinable @inline(__always)
    public mutating func add(_ terms: SIMD8<Double>, at index: Int) {
        let turn = index < lastTurn ? (index / 8) & 3 : 0
        withUnsafeMutableBytes(of: &lanes) { bytes in
            let sum = bytes.load(fromByteOffset: turn &* 64, as: SIMD8<Double>.self)
            bytes.storeBytes(of: sum + terms, toByteOffset: turn &* 64, as: SIMD8<Double>.self)
        }
    }

    /// The sum of what has been added.
    @inlinable @inline(__always)
    public var total: Double {
        var total = ((lanes.0 + lanes.1) + (lanes.2 + lanes.3)).sum()
        for lane in 0..<restCount { total += rest[lane] }
        return total + single
    }
}

extension LoopSum<Float> {
    /// Adds the terms from `index` on.
    @inlinable @inline(__always)
    public mutating func add(_ terms: SIMD16<Float>, at index: Int) {
        let turn = index < lastTurn ? (index / 16) & 3 : 0
        withUnsafeMutableBytes(of: &lanes) { bytes in
            let sum = bytes.load(fromByteOffset: turn &* 64, as: SIMD16<Float>.self)
            bytes.storeBytes(of: sum + terms, toByteOffset: turn &* 64, as: SIMD16<Float>.self)
        }
    }

    /// The sum of what has been added.
    @inlinable @inline(__always)
    public var total: Float {
        var total = ((lanes.0 + lanes.1) + (lanes.2 + lanes.3)).sum()
        for lane in 0..<restCount { total += rest[lane] }
        return total + single
    }
}
