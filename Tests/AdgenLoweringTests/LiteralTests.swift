import AdgenIR
import AdgenLowering
import Support
import Testing

/// Literals and operators against numbers that swiftc's own program printed.
@Suite struct LiteralTests {
    private static let arguments: [Scalar] = [.f64(2.5), .f32(1.5), .int(7), .bool(true)]

    @Test func valuesAreThoseOfSwift() throws {
        let path = "Fixtures/lowering/ok/literals.swift"
        let lowered = try Lowered(fixture: path)
        var count = 0
        for line in try repositoryText(path).split(separator: "\n") where line.hasPrefix("func ") {
            let name = line.dropFirst("func ".count).prefix { $0 != "(" }
            let printed = try #require(line.split(separator: " ").last)
            let function = lowered.function(String(name))
            #expect(function != nil, "\(line)\n\(lowered.diagnostics)")
            guard let function else { continue }
            let results = try Interpreter.evaluate(function, Self.arguments, in: lowered.result.program)
            #expect(results == [.f64(try #require(Double(printed)))], "\(line)")
            count += 1
        }
        #expect(count > 130)
    }

    #if arch(x86_64) && !os(Windows)
        /// Where Double rounds to a tie and the literal itself does not, one sees in which type swiftc reads it.
        @Test(
            arguments: [
                ("Float(1.000000059604644776258)", 1.0000001), ("Float((1.000000059604644776258))", 1.0000001),
                ("Float(-1.000000059604644776258)", -1.0000001), ("Float(-(1.000000059604644776258))", -1),
                ("Float(Double(1.000000059604644776258))", 1), ("-(1.000000059604644776258)", -1.0000001),
            ] as [(String, Float)])
        func literalsAreReadInTheTypeTheyGet(_ text: String, _ expected: Float) throws {
            let lowered = Lowered("func f(_ x: Float) -> Float { \(text) }")
            let function = try #require(lowered.function("f"), "\(lowered.diagnostics)")
            #expect(try Interpreter.evaluate(function, [.f32(2)], in: lowered.result.program) == [.f32(expected)])
        }
    #endif
}
