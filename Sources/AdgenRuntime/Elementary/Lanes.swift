// What the elementary functions are made of. A function's body stands once, for eight doubles; sixteen floats are two times
// eight doubles, with shorter polynomials where `single` is true. So a Float result is the rounding of one that is right to
// more than 30 bits, and subnormal floats need no care.
//
// Every lane depends on its own argument only. Lanes outside a body's domain (subnormals, infinities, huge angles) are
// replaced one by one by libm's result, out of line.

@usableFromInline typealias Double8 = SIMD8<Double>
@usableFromInline typealias Bits8 = SIMD8<UInt64>

@inlinable @inline(__always)
func bits(_ x: Double8) -> Bits8 { unsafeBitCast(x, to: Bits8.self) }

@inlinable @inline(__always)
func double(_ bits: Bits8) -> Double8 { unsafeBitCast(bits, to: Double8.self) }

@inlinable @inline(__always)
func magnitude(_ x: Double8) -> Double8 { double(bits(x) & 0x7fff_ffff_ffff_ffff) }

@inlinable @inline(__always)
func signBit(_ x: Double8) -> Bits8 { bits(x) & 0x8000_0000_0000_0000 }

/// The first 26 bits of the significand: products of two such numbers are exact.
@inlinable @inline(__always)
func head(_ x: Double8) -> Double8 { double(bits(x) & 0xffff_ffff_f800_0000) }

/// a · b + c.
@inlinable @inline(__always)
func multiplyAdd(_ a: Double8, _ b: Double8, _ c: Double8) -> Double8 {
    #if FusedMultiplyAdd
        c.addingProduct(a, b)
    #else
        a * b + c
    #endif
}

/// a · b + c.
@inlinable @inline(__always)
func multiplyAdd(_ a: Double8, _ b: Double8, _ c: Double) -> Double8 {
    multiplyAdd(a, b, Double8(repeating: c))
}

/// 1.5 · 2⁵²: added to a number below 2⁵¹ it rounds to an integer, which then stands in the low bits of the sum.
@inlinable
var integerShift: Double {
    @inline(__always) get { 0x1.8p52 }
}

/// 2ⁿ for the integer that `shifted` holds after adding `integerShift`, from -1022 to 1023.
@inlinable @inline(__always)
func powerOfTwo(_ shifted: Double8) -> Double8 { double((bits(shifted) &+ 1023) &<< 52) }

/// The lanes that a body is not right for have their top bit set. So conditions are joined by `|`, and cost few instructions.
@usableFromInline typealias Exceptions = Bits8

/// The lanes that are not positive, normal and finite.
@inlinable @inline(__always)
func notPositiveNormal(_ x: Double8) -> Exceptions {
    (bits(x) &- 0x0010_0000_0000_0000) | (0x7fef_ffff_ffff_ffff &- bits(x))
}

/// The lanes above `limit` or NaN, for lanes without a sign.
@inlinable @inline(__always)
func above(_ limit: Double, _ x: Double8) -> Exceptions { Bits8(repeating: limit.bitPattern) &- bits(x) }

@inlinable @inline(__always)
func hasAny(_ exceptions: Exceptions) -> Bool { Int64(bitPattern: joined(exceptions)) < 0 }

/// Whether any lane is above `limit` or NaN, for lanes without a sign. With masks of AVX-512 this is one comparison and one test.
@inlinable @inline(__always)
func isAnyAbove(_ limit: Double, _ x: Double8) -> Bool { joined(~unsafeBitCast(x .<= limit, to: Bits8.self)) != 0 }

@inlinable @inline(__always)
func joined(_ bits: Bits8) -> UInt64 {
    let four = bits.lowHalf | bits.highHalf
    let two = four.lowHalf | four.highHalf
    return two.x | two.y
}

/// Eight floats as doubles. (The initializer of the standard library is a call.)
@inlinable @inline(__always)
func widened(_ x: SIMD8<Float>) -> Double8 {
    Double8(Double(x[0]), Double(x[1]), Double(x[2]), Double(x[3]), Double(x[4]), Double(x[5]), Double(x[6]), Double(x[7]))
}

/// Eight doubles rounded to floats.
@inlinable @inline(__always)
func narrowed(_ x: Double8) -> SIMD8<Float> {
    SIMD8<Float>(Float(x[0]), Float(x[1]), Float(x[2]), Float(x[3]), Float(x[4]), Float(x[5]), Float(x[6]), Float(x[7]))
}

/// The function of sixteen floats that a function of eight doubles makes.
@inlinable @inline(__always)
func throughDoubles(_ x: SIMD16<Float>, _ body: (Double8) -> Double8) -> SIMD16<Float> {
    SIMD16(lowHalf: narrowed(body(widened(x.lowHalf))), highHalf: narrowed(body(widened(x.highHalf))))
}

/// Replaces exceptional lanes by a function of the lane's number. The functions out of line that do so take all lanes by reference: by
/// value they would be taken apart into registers of two lanes, and the computation before them with them.
@inline(__always)
func replaceLanes(_ exceptions: Exceptions, of result: inout Double8, _ value: (Int) -> Double) {
    for lane in 0..<8 where isException(exceptions, lane) { result[lane] = value(lane) }
}

@inline(__always)
func isException(_ exceptions: Exceptions, _ lane: Int) -> Bool { Int64(bitPattern: exceptions[lane]) < 0 }
