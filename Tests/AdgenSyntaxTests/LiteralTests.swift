import Testing

@testable import AdgenSyntax

@Suite struct LiteralTests {
    /// A literal's text, and the number that the compiler of this test makes of it.
    struct DoubleCase: Sendable {
        var text: String
        var value: Double
        init(_ text: String, _ value: Double) { (self.text, self.value) = (text, value) }
    }

    struct FloatCase: Sendable {
        var text: String
        var value: Float
        init(_ text: String, _ value: Float) { (self.text, self.value) = (text, value) }
    }

    static let doubles: [DoubleCase] = [
        DoubleCase("0.61719889", 0.61719889),
        DoubleCase("0.1", 0.1),
        DoubleCase("1_000.5_5", 1_000.5_5),
        DoubleCase("1.0E+5", 1.0E+5),
        DoubleCase("1e1_0", 1e1_0),
        DoubleCase("1e22", 1e22),
        DoubleCase("1e23", 1e23),
        DoubleCase("1.2345678901234567e-27", 1.2345678901234567e-27),
        DoubleCase("123456789012345678901234567890.0", 123456789012345678901234567890.0),
        DoubleCase("0.30000000000000004", 0.30000000000000004),
        DoubleCase("18446744073709551617.0", 18446744073709551617.0),
        DoubleCase("2.2250738585072014e-308", 2.2250738585072014e-308),
        DoubleCase("1.7976931348623157e308", 1.7976931348623157e308),
        DoubleCase("0x1.8p3", 0x1.8p3),
        DoubleCase("0xA_B.C_Dp-1_0", 0xA_B.C_Dp-1_0),
        DoubleCase("0x1P10", 0x1P10),
        DoubleCase("7", 7),
        DoubleCase("0xFF", 0xFF),
        DoubleCase("0o17", 0o17),
        DoubleCase("0b1010", 0b1010),
        DoubleCase("1_000_000", 1_000_000),
    ]

    static let floats: [FloatCase] = [
        FloatCase("0.1", 0.1),
        FloatCase("0.61719889", 0.61719889),
        FloatCase("3.4028234e38", 3.4028234e38),
        FloatCase("16777217.0", 16777217.0),
        FloatCase("1.00000017881393432617187499", 1.00000017881393432617187499),
        FloatCase("0x1.8p-3", 0x1.8p-3),
        FloatCase("255", 255),
    ]

    @Test(arguments: doubles) func doubleIsTheCompilers(_ sample: DoubleCase) {
        let (file, range) = literal(sample.text)
        #expect(LiteralValue.double(range, in: file).bitPattern == sample.value.bitPattern)
    }

    @Test(arguments: floats) func floatIsTheCompilers(_ sample: FloatCase) {
        let (file, range) = literal(sample.text)
        #expect(LiteralValue.float(range, in: file).bitPattern == sample.value.bitPattern)
    }

    #if arch(x86_64) && !os(Windows) && !os(Android)
        @Test func decimalIsRoundedTwice() {
            let (file, range) = literal("0.61719889")
            #expect(LiteralValue.double(range, in: file) != Double("0.61719889"))
        }
    #endif

    /// Integer literals that no `Double` holds: rounded once, to even.
    @Test(
        arguments: [
            ("9007199254740993", 0x1p53), ("9007199254740995", 0x1.0000000000002p53), ("0x20000000000001", 0x1p53),
            ("0x20000000000003", 0x1.0000000000002p53), ("0xFFFFFFFFFFFFFFFFFFFF", 0x1p80), ("18446744073709551617", 0x1p64),
            ("0x1_0000_0000_0000_0800_0000_0000_0000_0001", 0x1.0000000000001p128),
        ] as [(String, Double)])
    func longIntegerIsRoundedOnce(_ text: String, _ value: Double) {
        let (file, range) = literal(text)
        #expect(LiteralValue.double(range, in: file) == value)
    }

    @Test func integersHaveTheirValues() {
        let cases: [(String, Int?)] = [
            ("0", 0), ("1_000", 1000), ("0xFF", 255), ("0o17", 15), ("0b1_01", 5), ("007", 7), ("9223372036854775807", Int.max),
            ("9223372036854775808", nil), ("0xFFFFFFFFFFFFFFFF", nil), ("99999999999999999999999999", nil),
        ]
        for (text, value) in cases {
            let (file, range) = literal(text)
            #expect(LiteralValue.integer(range, in: file) == value, "\(text)")
        }
        let (file, range) = literal("9223372036854775808")
        #expect(LiteralValue.integer(range, in: file, isNegative: true) == Int.min)
        let (larger, largerRange) = literal("9223372036854775809")
        #expect(LiteralValue.integer(largerRange, in: larger, isNegative: true) == nil)
    }

    private func literal(_ text: String) -> (SourceFile, SourceRange) {
        (SourceFile(path: "a.swift", text: text), SourceRange(start: 0, end: text.utf8.count))
    }
}
