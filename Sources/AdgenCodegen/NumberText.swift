import AdgenIR
import Templates

// How numbers are spelled: the shortest text that is read back as the same number, on every machine.
//
// Note [Literals through 80 bits]: on x86-64 swiftc rounds a decimal literal to 64 bits of precision and the result to the
// literal's type; on others a Float goes through Double. Where the first rounding lands on a midpoint of the second, the
// number read may differ from the number meant, so such a number is spelled in hexadecimal, which is exact. The output has
// to be the same on every machine, so the test is integer arithmetic and asks for all targets at once.

/// How numbers met lately are spelled: programs have few, and spelling one takes its time.
struct LiteralTexts {
    private struct Entry {
        var bits: UInt64 = 0
        var start: Int32 = 0
        var count: Int32 = 0
    }

    /// By a part of a Double's bits; a clash only costs time.
    private var entries = Table<Entry>(repeating: Entry(), count: 256)
    /// The texts, with room behind them as `TextBuffer.append(padded:)` wants it.
    private var bytes = Table<UInt8>()

    mutating func write(_ scalar: Scalar, to output: inout TextBuffer) {
        guard case .f64(let value) = scalar else { return output.append(literal: scalar) }
        let slot = Int(truncatingIfNeeded: (value.bitPattern &* 0x9E37_79B9_7F4A_7C15) >> 56)
        if entries[slot].bits != value.bitPattern || entries[slot].count == 0 { spell(value, at: slot) }
        let entry = entries[slot]
        bytes.withPointer(to: Int(entry.start)) { output.append(padded: $0, count: Int(entry.count)) }
    }

    private mutating func spell(_ value: Double, at slot: Int) {
        var text = TextBuffer()
        text.append(literal: .f64(value))
        entries[unique: slot] = Entry(
            bits: value.bitPattern, start: Int32(truncatingIfNeeded: bytes.count), count: Int32(truncatingIfNeeded: text.count))
        bytes.append(contentsOf: text.bytes)
        bytes.reserve(16)
    }
}

extension TextBuffer {
    /// The number as a literal; its type comes from the context unless it is infinite or NaN.
    mutating func append(literal scalar: Scalar) {
        switch scalar {
        case .bool(let value): append(value ? "true" : "false")
        case .int(let value):
            if value < 0 { append(UInt8(ascii: "-")) }
            append(decimal: UInt64(value.magnitude))
        case .f64(let value):
            append(
                float: value, magnitude: value.magnitude.description, typeName: "Double", bits: value.magnitude.bitPattern,
                fractionBits: 52, exponentBias: 1023)
        case .f32(let value):
            append(
                float: Double(value), magnitude: value.magnitude.description, typeName: "Float", bits: UInt64(value.magnitude.bitPattern),
                fractionBits: 23, exponentBias: 127)
        }
    }

    private mutating func append(
        float value: Double, magnitude: @autoclosure () -> String, typeName: StaticString, bits: UInt64, fractionBits: Int,
        exponentBias: Int
    ) {
        if value.isNaN {
            append(typeName)
            append(".nan")
            return
        }
        if value.sign == .minus { append(UInt8(ascii: "-")) }
        if value.isInfinite {
            append(typeName)
            append(".infinity")
        } else if value == 0 {
            append(value.sign == .minus ? "0.0" : "0")
        } else if value.magnitude < 1e6, value == value.rounded(.towardZero) {
            append(decimal: UInt64(value.magnitude))
        } else {
            let biased = Int(bits >> UInt64(fractionBits))
            let text = magnitude()
            if biased > 0, isReadAlike(text, precision: fractionBits + 1) {
                append(text: text)
            } else {
                append(hexadecimalFraction: bits & (1 << UInt64(fractionBits) - 1), bits: fractionBits, biased, bias: exponentBias)
            }
        }
    }

    private mutating func append(hexadecimalFraction fraction: UInt64, bits: Int, _ biased: Int, bias: Int) {
        append(biased > 0 ? "0x1" : "0x0")
        var rest = fraction << UInt64(64 - bits)
        if rest != 0 { append(UInt8(ascii: ".")) }
        while rest != 0 {
            let digit = UInt8(truncatingIfNeeded: rest >> 60)
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            rest <<= 4
        }
        append(UInt8(ascii: "p"))
        let exponent = Swift.max(biased, 1) - bias
        append(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        append(decimal: UInt64(exponent.magnitude))
    }
}

/// Whether a decimal text rounds to `precision` bits the same directly and through wider formats. See Note [Literals through
/// 80 bits].
func isReadAlike(_ text: String, precision: Int) -> Bool {
    var digits: UInt64 = 0
    var exponent = 0
    var scale = 0
    var isFraction = false
    var isExponent = false
    var isNegative = false
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let digit = Int(byte - UInt8(ascii: "0"))
            if isExponent {
                scale = scale * 10 + digit
            } else {
                digits = digits * 10 + UInt64(digit)
                if isFraction { exponent -= 1 }
            }
        case UInt8(ascii: "."): isFraction = true
        case UInt8(ascii: "e"): isExponent = true
        case UInt8(ascii: "-"): isNegative = true
        default: break
        }
    }
    exponent += isNegative ? -scale : scale
    let exact = mantissa(digits, timesFiveTo: exponent)
    let wide = UInt64(truncatingIfNeeded: exact >> 64) &+ UInt64(truncatingIfNeeded: (exact >> 63) & 1)
    if isTie(wide, bits: 64 - precision) { return false }
    if precision == 53 { return true }
    // A Float that is read through a Double.
    return !isTie(wide >> 11 + (wide >> 10) & 1, bits: 53 - precision)
}

/// Whether the last `bits` bits are exactly one half.
private func isTie(_ mantissa: UInt64, bits: Int) -> Bool {
    mantissa & (1 << UInt64(bits) - 1) == 1 << UInt64(bits - 1)
}

/// The leading 128 bits of `digits` · 5^`exponent`; powers of two do not matter to a mantissa. Truncations add up to far
/// less than the 64 bits asked for.
private func mantissa(_ digits: UInt64, timesFiveTo exponent: Int) -> UInt128 {
    var mantissa = UInt128(digits)
    mantissa <<= UInt128(mantissa.leadingZeroBitCount)
    var rest = exponent.magnitude
    while rest > 0 {
        var power: UInt64 = 1
        for _ in 0..<min(rest, 27) { power *= 5 }
        rest -= min(rest, 27)
        if exponent > 0 {
            let product = mantissa.multipliedFullWidth(by: UInt128(power))
            let shift = UInt128(product.high.leadingZeroBitCount)
            mantissa = product.high << shift | (shift == 0 ? 0 : product.low >> (128 - shift))
        } else {
            power <<= UInt64(power.leadingZeroBitCount)
            mantissa = quotient(mantissa, power)
        }
    }
    return mantissa
}

/// The leading 128 bits of `dividend` / `divisor`, both with their top bit set.
private func quotient(_ dividend: UInt128, _ divisor: UInt64) -> UInt128 {
    let high = UInt64(truncatingIfNeeded: dividend >> 64)
    let whole = high >= divisor
    let first = divisor.dividingFullWidth((whole ? high - divisor : high, UInt64(truncatingIfNeeded: dividend)))
    let second = divisor.dividingFullWidth((first.remainder, 0))
    let fraction = UInt128(first.quotient) << 64 | UInt128(second.quotient)
    return whole ? fraction >> 1 | 1 << 127 : fraction << UInt128(fraction.leadingZeroBitCount)
}
