import AdgenDriver
import AdgenSyntax
import Testing

/// Rules that users write: what is wrong with them is said, and they are checked.
@Suite struct RuleTests {
    private func file(_ text: String) -> SourceFile { SourceFile(path: "rules.swift", text: "import Foundation\n" + text) }

    private static let wave = "func wave(_ x: Double, _ y: Double) -> Double { sin(x) * y }\n"

    private func differential(_ body: String, of source: String = wave) -> String {
        source + """
            // adgen: differential(of: wave)
            func waveDifferential(
                _ x: Double, _ y: Double, along direction: (x: Double, y: Double)
            ) -> (value: Double, differential: Double) {
                (value: wave(x, y), differential: \(body))
            }
            // adgen: gradient, pullback
            func used(_ x: Double) -> Double { wave(x, 2 * x) }

            """
    }

    private func pullback(_ body: String) -> String {
        Self.wave + """
            // adgen: pullback(of: wave)
            func wavePullback(_ x: Double, _ y: Double, value: Double, seed: Double) -> (x: Double, y: Double) { \(body) }
            // adgen: gradient
            func used(_ x: Double) -> Double { wave(x, 2 * x) }

            """
    }

    @Test func rightRulesAgree() throws {
        for text in [
            differential("cos(x) * y * direction.x + direction.y * sin(x)"), pullback("(x: cos(x) * y * seed, y: value / y * seed)"),
        ] {
            let output = try Driver.check([file(text)])
            #expect(output.diagnostics.map(\.message) == [])
            #expect(output.agrees, "\(output.text)")
            #expect(output.text.contains("the rule for wave"))
        }
    }

    @Test func wrongRulesAreFound() throws {
        for text in [
            differential("cos(x) * y * direction.x - direction.y * sin(x)"), pullback("(x: cos(x) * y * seed, y: value * seed)"),
        ] {
            let output = try Driver.check([file(text)])
            #expect(!output.agrees, "\(output.text)")
        }
    }

    @Test func whatIsNotLookedIntoIsNotChecked() throws {
        let loop = "func wave(_ x: Double, _ y: Double) -> Double { var s = y\n for _ in 0..<3 { s *= x }\n return s }\n"
        let output = try Driver.check([file(differential("3 * x * x * y * direction.x + x * x * x * direction.y", of: loop))])
        #expect(output.agrees && output.text.contains("not checked"))
    }

    @Test func rulesAreLinear() throws {
        for body in [
            "direction.x * direction.y", "sin(direction.x)", "direction.x + 1", "x > 0 ? direction.x : direction.y", "abs(direction.x)",
        ] {
            let output = try Driver.transpile([file(differential(body))])
            #expect(output.texts.isEmpty && !output.diagnostics.isEmpty, "\(body)")
            #expect(output.diagnostics.allSatisfy { $0.identifier == "rule-not-linear" || $0.identifier == "rule-choice" })
        }
    }

    @Test func forwardProductsNeedADifferential() throws {
        var options = Options()
        options.products = [.differential]
        let output = try Driver.transpile([file(pullback("(x: cos(x) * y * seed, y: value / y * seed)"))], options: options)
        #expect(output.diagnostics.map(\.identifier) == ["reverse-only"])
        #expect(output.texts.isEmpty)
    }

    /// A function with a rule is differentiated by it, itself too.
    @Test func theRuleIsUsedForTheFunctionItself() throws {
        let source = "// adgen: gradient\n" + Self.wave
        let output = try Driver.transpile([file(differential("direction.x * 7 + direction.y * 5", of: source))])
        #expect(output.diagnostics.map(\.message) == [])
        #expect(output.texts.first?.contains("gradient: (x: 7, y: 5)") == true)
    }
}
