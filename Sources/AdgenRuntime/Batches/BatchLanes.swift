// What a batch does with lanes besides arithmetic and elementary functions: concrete for eight doubles and sixteen floats, since generic
// code is not always vectorized, and of masks not even the standard library's operators.

/// The operations that emitted batches call; each does in every lane what the scalar program does with its number.
public enum BatchLanes {
    /// The array, which is left empty: what nobody else holds can be written in place.
    @inlinable
    public static func take<Element>(_ array: inout [Element]) -> [Element] {
        var taken: [Element] = []
        swap(&taken, &array)
        return taken
    }

    // MARK: SIMD8<Double>

    /// The lanes of `a` where the condition holds, else those of `b`.
    @inlinable @inline(__always)
    public static func choose(_ condition: SIMDMask<SIMD8<Int64>>, _ a: SIMD8<Double>, _ b: SIMD8<Double>) -> SIMD8<Double> {
        b.replacing(with: a, where: condition)
    }

    /// The lanes of `a` where the condition holds, else those of `b`.
    @inlinable @inline(__always)
    public static func choose(_ condition: SIMDMask<SIMD8<Int64>>, _ a: SIMDMask<SIMD8<Int64>>, _ b: SIMDMask<SIMD8<Int64>>) -> SIMDMask<
        SIMD8<Int64>
    > {
        let bits = unsafeBitCast(condition, to: SIMD8<Int64>.self)
        return mask((bits & unsafeBitCast(a, to: SIMD8<Int64>.self)) | (~bits & unsafeBitCast(b, to: SIMD8<Int64>.self)))
    }

    /// Where both conditions hold.
    @inlinable @inline(__always)
    public static func both(_ a: SIMDMask<SIMD8<Int64>>, _ b: SIMDMask<SIMD8<Int64>>) -> SIMDMask<SIMD8<Int64>> {
        mask(unsafeBitCast(a, to: SIMD8<Int64>.self) & unsafeBitCast(b, to: SIMD8<Int64>.self))
    }

    /// Where one of the conditions holds.
    @inlinable @inline(__always)
    public static func either(_ a: SIMDMask<SIMD8<Int64>>, _ b: SIMDMask<SIMD8<Int64>>) -> SIMDMask<SIMD8<Int64>> {
        mask(unsafeBitCast(a, to: SIMD8<Int64>.self) | unsafeBitCast(b, to: SIMD8<Int64>.self))
    }

    /// Where the condition does not hold.
    @inlinable @inline(__always)
    public static func not(_ a: SIMDMask<SIMD8<Int64>>) -> SIMDMask<SIMD8<Int64>> { mask(~unsafeBitCast(a, to: SIMD8<Int64>.self)) }

    /// The same condition in each lane.
    @inlinable @inline(__always)
    public static func mask8(_ condition: Bool) -> SIMDMask<SIMD8<Int64>> { mask(SIMD8<Int64>(repeating: condition ? -1 : 0)) }

    @inlinable @inline(__always)
    static func mask(_ bits: SIMD8<Int64>) -> SIMDMask<SIMD8<Int64>> { unsafeBitCast(bits, to: SIMDMask<SIMD8<Int64>>.self) }

    /// -x. (The operator of the standard library subtracts from 0 and loses the sign of zeros.)
    @inlinable @inline(__always)
    public static func negated(_ x: SIMD8<Double>) -> SIMD8<Double> { SIMD8<Double>(repeating: -0.0) - x }

    /// √x, correctly rounded. (Of what might be negative, the standard library's is computed lane by lane.)
    @inlinable @inline(__always)
    public static func squareRoot(_ x: SIMD8<Double>) -> SIMD8<Double> {
        abs(x).squareRoot().replacing(with: x, where: x .== 0).replacing(with: .nan, where: x .< 0)
    }

    /// |x|.
    @inlinable @inline(__always)
    public static func abs(_ x: SIMD8<Double>) -> SIMD8<Double> {
        unsafeBitCast(unsafeBitCast(x, to: SIMD8<UInt64>.self) & 0x7fff_ffff_ffff_ffff, to: SIMD8<Double>.self)
    }

    /// 1, -1, or 0 where x is 0 or NaN.
    @inlinable @inline(__always)
    public static func sign(_ x: SIMD8<Double>) -> SIMD8<Double> {
        SIMD8<Double>.zero.replacing(with: 1, where: x .> 0).replacing(with: -1, where: x .< 0)
    }

    /// |x| with the sign of y.
    @inlinable @inline(__always)
    public static func copysign(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> {
        let bits = unsafeBitCast(abs(x), to: SIMD8<UInt64>.self) | (unsafeBitCast(y, to: SIMD8<UInt64>.self) & 0x8000_0000_0000_0000)
        return unsafeBitCast(bits, to: SIMD8<Double>.self)
    }

    /// Swift's `max`: y unless it is less than x.
    @inlinable @inline(__always)
    public static func max(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> { x.replacing(with: y, where: y .>= x) }

    /// Swift's `min`: y where it is less than x.
    @inlinable @inline(__always)
    public static func min(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> { x.replacing(with: y, where: y .< x) }

    /// `Double.maximum`.
    @inlinable @inline(__always)
    public static func maximum(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> { eachLane(x, y) { Double.maximum($0, $1) } }

    /// `Double.minimum`.
    @inlinable @inline(__always)
    public static func minimum(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> { eachLane(x, y) { Double.minimum($0, $1) } }

    /// x rounded to an integer.
    @inlinable @inline(__always)
    public static func rounded(_ x: SIMD8<Double>, _ rule: FloatingPointRoundingRule) -> SIMD8<Double> { eachLane(x) { $0.rounded(rule) } }

    /// Whether x is neither infinite nor NaN.
    @inlinable @inline(__always)
    public static func isFinite(_ x: SIMD8<Double>) -> SIMDMask<SIMD8<Int64>> { abs(x) .< .infinity }

    /// Whether x is infinite.
    @inlinable @inline(__always)
    public static func isInfinite(_ x: SIMD8<Double>) -> SIMDMask<SIMD8<Int64>> { abs(x) .== .infinity }

    /// Whether x is NaN.
    @inlinable @inline(__always)
    public static func isNaN(_ x: SIMD8<Double>) -> SIMDMask<SIMD8<Int64>> { x .!= x }

    /// Whether x is neither 0 nor subnormal, infinite or NaN.
    @inlinable @inline(__always)
    public static func isNormal(_ x: SIMD8<Double>) -> SIMDMask<SIMD8<Int64>> { both(isFinite(x), abs(x) .>= Double.leastNormalMagnitude) }

    /// `p.isFinite || ct != 0 ? ct * p : 0`: a cotangent of zero is that of a path not taken, and wins over a partial that is infinite or NaN.
    @inlinable @inline(__always)
    public static func guardedProduct(_ ct: SIMD8<Double>, _ p: SIMD8<Double>) -> SIMD8<Double> {
        SIMD8<Double>.zero.replacing(with: ct * p, where: either(isFinite(p), ct .!= 0))
    }

    /// Whether a condition holds in every lane.
    @inlinable @inline(__always)
    public static func all(_ condition: SIMDMask<SIMD8<Int64>>) -> Bool {
        unsafeBitCast(condition, to: SIMD8<Int64>.self) == SIMD8<Int64>(repeating: -1)
    }

    @inlinable @inline(__always)
    static func eachLane(_ x: SIMD8<Double>, _ function: (Double) -> Double) -> SIMD8<Double> {
        var result = x
        for lane in 0..<8 { result[lane] = function(x[lane]) }
        return result
    }

    @inlinable @inline(__always)
    static func eachLane(_ x: SIMD8<Double>, _ y: SIMD8<Double>, _ function: (Double, Double) -> Double) -> SIMD8<Double> {
        var result = x
        for lane in 0..<8 { result[lane] = function(x[lane], y[lane]) }
        return result
    }

    // MARK: SIMD16<Float>

    /// The lanes of `a` where the condition holds, else those of `b`.
    @inlinable @inline(__always)
    public static func choose(_ condition: SIMDMask<SIMD16<Int32>>, _ a: SIMD16<Float>, _ b: SIMD16<Float>) -> SIMD16<Float> {
        b.replacing(with: a, where: condition)
    }

    /// The lanes of `a` where the condition holds, else those of `b`.
    @inlinable @inline(__always)
    public static func choose(_ condition: SIMDMask<SIMD16<Int32>>, _ a: SIMDMask<SIMD16<Int32>>, _ b: SIMDMask<SIMD16<Int32>>) -> SIMDMask<
        SIMD16<Int32>
    > {
        let bits = unsafeBitCast(condition, to: SIMD16<Int32>.self)
        return mask((bits & unsafeBitCast(a, to: SIMD16<Int32>.self)) | (~bits & unsafeBitCast(b, to: SIMD16<Int32>.self)))
    }

    /// Where both conditions hold.
    @inlinable @inline(__always)
    public static func both(_ a: SIMDMask<SIMD16<Int32>>, _ b: SIMDMask<SIMD16<Int32>>) -> SIMDMask<SIMD16<Int32>> {
        mask(unsafeBitCast(a, to: SIMD16<Int32>.self) & unsafeBitCast(b, to: SIMD16<Int32>.self))
    }

    /// Where one of the conditions holds.
    @inlinable @inline(__always)
    public static func either(_ a: SIMDMask<SIMD16<Int32>>, _ b: SIMDMask<SIMD16<Int32>>) -> SIMDMask<SIMD16<Int32>> {
        mask(unsafeBitCast(a, to: SIMD16<Int32>.self) | unsafeBitCast(b, to: SIMD16<Int32>.self))
    }

    /// Where the condition does not hold.
    @inlinable @inline(__always)
    public static func not(_ a: SIMDMask<SIMD16<Int32>>) -> SIMDMask<SIMD16<Int32>> { mask(~unsafeBitCast(a, to: SIMD16<Int32>.self)) }

    /// The same condition in each lane.
    @inlinable @inline(__always)
    public static func mask16(_ condition: Bool) -> SIMDMask<SIMD16<Int32>> { mask(SIMD16<Int32>(repeating: condition ? -1 : 0)) }

    @inlinable @inline(__always)
    static func mask(_ bits: SIMD16<Int32>) -> SIMDMask<SIMD16<Int32>> { unsafeBitCast(bits, to: SIMDMask<SIMD16<Int32>>.self) }

    /// -x. (The operator of the standard library subtracts from 0 and loses the sign of zeros.)
    @inlinable @inline(__always)
    public static func negated(_ x: SIMD16<Float>) -> SIMD16<Float> { SIMD16<Float>(repeating: -0.0) - x }

    /// √x, correctly rounded. (Of what might be negative, the standard library's is computed lane by lane.)
    @inlinable @inline(__always)
    public static func squareRoot(_ x: SIMD16<Float>) -> SIMD16<Float> {
        abs(x).squareRoot().replacing(with: x, where: x .== 0).replacing(with: .nan, where: x .< 0)
    }

    /// |x|.
    @inlinable @inline(__always)
    public static func abs(_ x: SIMD16<Float>) -> SIMD16<Float> {
        unsafeBitCast(unsafeBitCast(x, to: SIMD16<UInt32>.self) & 0x7fff_ffff, to: SIMD16<Float>.self)
    }

    /// 1, -1, or 0 where x is 0 or NaN.
    @inlinable @inline(__always)
    public static func sign(_ x: SIMD16<Float>) -> SIMD16<Float> {
        SIMD16<Float>.zero.replacing(with: 1, where: x .> 0).replacing(with: -1, where: x .< 0)
    }

    /// |x| with the sign of y.
    @inlinable @inline(__always)
    public static func copysign(_ x: SIMD16<Float>, _ y: SIMD16<Float>) -> SIMD16<Float> {
        let bits = unsafeBitCast(abs(x), to: SIMD16<UInt32>.self) | (unsafeBitCast(y, to: SIMD16<UInt32>.self) & 0x8000_0000)
        return unsafeBitCast(bits, to: SIMD16<Float>.self)
    }

    /// Swift's `max`: y unless it is less than x.
    @inlinable @inline(__always)
    public static func max(_ x: SIMD16<Float>, _ y: SIMD16<Float>) -> SIMD16<Float> { x.replacing(with: y, where: y .>= x) }

    /// Swift's `min`: y where it is less than x.
    @inlinable @inline(__always)
    public static func min(_ x: SIMD16<Float>, _ y: SIMD16<Float>) -> SIMD16<Float> { x.replacing(with: y, where: y .< x) }

    /// `Float.maximum`.
    @inlinable @inline(__always)
    public static func maximum(_ x: SIMD16<Float>, _ y: SIMD16<Float>) -> SIMD16<Float> { eachLane(x, y) { Float.maximum($0, $1) } }

    /// `Float.minimum`.
    @inlinable @inline(__always)
    public static func minimum(_ x: SIMD16<Float>, _ y: SIMD16<Float>) -> SIMD16<Float> { eachLane(x, y) { Float.minimum($0, $1) } }

    /// x rounded to an integer.
    @inlinable @inline(__always)
    public static func rounded(_ x: SIMD16<Float>, _ rule: FloatingPointRoundingRule) -> SIMD16<Float> { eachLane(x) { $0.rounded(rule) } }

    /// Whether x is neither infinite nor NaN.
    @inlinable @inline(__always)
    public static func isFinite(_ x: SIMD16<Float>) -> SIMDMask<SIMD16<Int32>> { abs(x) .< .infinity }

    /// Whether x is infinite.
    @inlinable @inline(__always)
    public static func isInfinite(_ x: SIMD16<Float>) -> SIMDMask<SIMD16<Int32>> { abs(x) .== .infinity }

    /// Whether x is NaN.
    @inlinable @inline(__always)
    public static func isNaN(_ x: SIMD16<Float>) -> SIMDMask<SIMD16<Int32>> { x .!= x }

    /// Whether x is neither 0 nor subnormal, infinite or NaN.
    @inlinable @inline(__always)
    public static func isNormal(_ x: SIMD16<Float>) -> SIMDMask<SIMD16<Int32>> { both(isFinite(x), abs(x) .>= Float.leastNormalMagnitude) }

    /// `p.isFinite || ct != 0 ? ct * p : 0`: a cotangent of zero is that of a path not taken, and wins over a partial that is infinite or NaN.
    @inlinable @inline(__always)
    public static func guardedProduct(_ ct: SIMD16<Float>, _ p: SIMD16<Float>) -> SIMD16<Float> {
        SIMD16<Float>.zero.replacing(with: ct * p, where: either(isFinite(p), ct .!= 0))
    }

    /// Whether a condition holds in every lane.
    @inlinable @inline(__always)
    public static func all(_ condition: SIMDMask<SIMD16<Int32>>) -> Bool {
        unsafeBitCast(condition, to: SIMD16<Int32>.self) == SIMD16<Int32>(repeating: -1)
    }

    @inlinable @inline(__always)
    static func eachLane(_ x: SIMD16<Float>, _ function: (Float) -> Float) -> SIMD16<Float> {
        var result = x
        for lane in 0..<16 { result[lane] = function(x[lane]) }
        return result
    }

    @inlinable @inline(__always)
    static func eachLane(_ x: SIMD16<Float>, _ y: SIMD16<Float>, _ function: (Float, Float) -> Float) -> SIMD16<Float> {
        var result = x
        for lane in 0..<16 { result[lane] = function(x[lane], y[lane]) }
        return result
    }
}
