/// The values of number literals, as swiftc computes them.
package enum LiteralValue {
    // The compiler reads a float literal into the widest float of the target and rounds it to the literal's type from there, so
    // on x86-64 `0.61719889` is another `Double` than `Double("0.61719889")`.
    #if arch(x86_64) && !os(Windows) && !os(Android)
        package typealias Widest = Float80
        private static let exactPowers = 27
    #else
        package typealias Widest = Double
        private static let exactPowers = 22
    #endif

    /// The powers of ten that `Widest` holds exactly.
    private static let powersOfTen: [Widest] = {
        var powers: [Widest] = [1]
        while powers.count <= exactPowers {
            powers.append(powers[powers.count - 1] * 10)
        }
        return powers
    }()

    /// Of an integer literal; nil where it does not fit. `isNegative`: with a minus sign before it.
    package static func integer(_ range: SourceRange, in file: SourceFile, isNegative: Bool = false) -> Int? {
        let (start, radix) = radix(range, file)
        var magnitude: UInt = 0
        for index in start..<Int(range.end) {
            guard let digit = digit(file.bytes[index]) else { continue }
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: UInt(radix))
            let (sum, carry) = product.addingReportingOverflow(UInt(digit))
            if overflow || carry { return nil }
            magnitude = sum
        }
        if isNegative { return magnitude <= Int.min.magnitude ? Int(truncatingIfNeeded: 0 &- magnitude) : nil }
        return Int(exactly: magnitude)
    }

    /// Of an integer or float literal where a `Double` is wanted.
    package static func double(_ range: SourceRange, in file: SourceFile) -> Double {
        if let value = shortDecimal(range, file) { return Double(value) }
        return isFloat(range, file) ? Double(widest(range, file)) : integerAsFloat(range, file)
    }

    /// Of an integer or float literal where a `Float` is wanted.
    package static func float(_ range: SourceRange, in file: SourceFile) -> Float {
        if let value = shortDecimal(range, file) { return Float(value) }
        return isFloat(range, file) ? Float(widest(range, file)) : integerAsFloat(range, file)
    }

    /// The value of a digit in any radix up to 16.
    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// Where the digits start, and their radix.
    private static func radix(_ range: SourceRange, _ file: SourceFile) -> (start: Int, radix: UInt8) {
        let start = Int(range.start)
        guard range.end - range.start > 2, file.bytes[start] == UInt8(ascii: "0") else { return (start, 10) }
        switch file.bytes[start + 1] {
        case UInt8(ascii: "x"): return (start + 2, 16)
        case UInt8(ascii: "o"): return (start + 2, 8)
        case UInt8(ascii: "b"): return (start + 2, 2)
        default: return (start, 10)
        }
    }

    private static func isFloat(_ range: SourceRange, _ file: SourceFile) -> Bool {
        let (start, radix) = radix(range, file)
        for index in start..<Int(range.end) {
            switch file.bytes[index] {
            case UInt8(ascii: "."), UInt8(ascii: "p"), UInt8(ascii: "P"): return true
            case UInt8(ascii: "e") where radix == 10, UInt8(ascii: "E") where radix == 10: return true
            default: continue
            }
        }
        return false
    }

    /// Rounded once, however many digits there are.
    private static func integerAsFloat<Value: LosslessStringConvertible & BinaryFloatingPoint>(
        _ range: SourceRange, _ file: SourceFile
    ) -> Value {
        let (start, radix) = radix(range, file)
        if radix == 10 { return Value(digits(range, file)) ?? .nan }
        // Powers of two: keep 64 significant bits, and one more that says whether any of the rest is set.
        var mantissa: UInt64 = 0
        var exponent = 0
        let width = radix == 16 ? 4 : radix == 8 ? 3 : 1
        for index in start..<Int(range.end) {
            guard let digit = digit(file.bytes[index]) else { continue }
            if mantissa.leadingZeroBitCount > width {
                mantissa = mantissa << UInt64(width) | UInt64(digit)
            } else {
                exponent += width
                if digit != 0 { mantissa |= 1 }
            }
        }
        return Value(sign: .plus, exponent: Value.Exponent(exponent), significand: Value(mantissa))
    }

    private static func widest(_ range: SourceRange, _ file: SourceFile) -> Widest {
        Widest(digits(range, file)) ?? .nan
    }

    /// A decimal literal whose digits and power of ten `Widest` holds exactly: one rounding gives the nearest value.
    private static func shortDecimal(_ range: SourceRange, _ file: SourceFile) -> Widest? {
        guard radix(range, file).radix == 10 else { return nil }
        var mantissa: UInt64 = 0
        var scale = 0
        var index = Int(range.start)
        var isFraction = false
        while index < Int(range.end) {
            let byte = file.bytes[index]
            index += 1
            if byte == UInt8(ascii: ".") {
                isFraction = true
            } else if byte | 0x20 == UInt8(ascii: "e") {
                break
            } else if byte != UInt8(ascii: "_") {
                guard mantissa < 900_000_000_000_000_000 else { return nil }
                mantissa = mantissa * 10 + UInt64(byte - UInt8(ascii: "0"))
                if isFraction { scale -= 1 }
            }
        }
        if index < Int(range.end) {
            let text = String(decoding: file.bytes[index..<Int(range.end)], as: UTF8.self).filter { $0 != "_" }
            guard let exponent = Int(text), abs(exponent) < 1000 else { return nil }
            scale += exponent
        }
        guard mantissa.bitWidth - mantissa.leadingZeroBitCount <= Widest.significandBitCount + 1, abs(scale) <= exactPowers else {
            return nil
        }
        return scale < 0 ? Widest(mantissa) / powersOfTen[-scale] : Widest(mantissa) * powersOfTen[scale]
    }

    private static func digits(_ range: SourceRange, _ file: SourceFile) -> String {
        file.text(range).filter { $0 != "_" }
    }
}
