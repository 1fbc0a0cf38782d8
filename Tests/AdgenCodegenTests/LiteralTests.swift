import AdgenIR
import Support
import Testing

@testable import AdgenCodegen

@Suite struct LiteralTests {
    private func text(_ scalar: Scalar) -> String {
        var output: [UInt8] = []
        output.append(literal: scalar)
        return String(decoding: output, as: UTF8.self)
    }

    @Test(arguments: [
        (Scalar.f64(2), "2"), (.f64(-0.5), "-0.5"), (.f64(0), "0"), (.f64(-0.0), "-0.0"), (.f64(0.1), "0.1"), (.f32(0.1), "0.1"),
        (.f64(1e22), "1e+22"), (.f64(1e-7), "1e-07"), (.f64(.infinity), "Double.infinity"), (.f32(-.infinity), "-Float.infinity"),
        (.f64(.nan), "Double.nan"), (.int(-12), "-12"), (.int(.min), "-9223372036854775808"), (.bool(true), "true"),
        (.f64(.pi), "3.141592653589793"), (.f64(.leastNonzeroMagnitude), "0x0.0000000000001p-1022"),
        (.f64(.greatestFiniteMagnitude), "1.7976931348623157e+308"), (.f64(999_999), "999999"),
    ])
    func spelling(scalar: Scalar, expected: String) {
        #expect(text(scalar) == expected)
    }

    /// The texts are read back as the same numbers, also through 80 bits where the machine has them.
    @Test func roundTrip() throws {
        var random = SeededGenerator(seed: 3)
        var hexadecimal = 0
        for _ in 0..<20_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            let spelled = text(.f64(value))
            #expect(Double(spelled) == value)
            if spelled.contains("x") { hexadecimal += 1 }
            #if arch(x86_64) && !os(Windows) && !os(Android)
                if !spelled.contains("x"), let wide = Float80(spelled) { #expect(Double(wide) == value, "\(spelled)") }
            #endif
            let single = Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
            guard single.isFinite else { continue }
            let short = text(.f32(single))
            #expect(Float(short) == single)
            if !short.contains("x"), let double = Double(short) { #expect(Float(double) == single, "\(short)") }
        }
        // About one in two thousand lands on a midpoint, and one in a thousand is subnormal.
        #expect(hexadecimal < 60)
    }

    /// Sums of 64-bit midpoints, whose decimal expansions round to the tie.
    @Test func midpointsAreHexadecimal() {
        #expect(!isReadAlike("9007199254740993", precision: 53))
        #expect(isReadAlike("9007199254740992", precision: 53))
        #expect(!isReadAlike("16777217", precision: 24))
        #expect(isReadAlike("0.1", precision: 53))
        #expect(isReadAlike("6.62607015e-34", precision: 53))
    }
}
