import AdgenDriver
import AdgenSyntax
import Testing

/// Jacobians and Hessians that cannot be had are refused with a place.
@Suite struct MatrixTests {
    private func diagnostics(_ text: String) throws -> [String] {
        let output = try Driver.transpile([SourceFile(path: "matrices.swift", text: "import Foundation\n" + text)])
        return output.diagnostics.filter { $0.severity == .error }.map(\.identifier)
    }

    @Test func matricesWithTooManyEntriesAreRefused() throws {
        let body = "{ x }\n"
        #expect(try diagnostics("// adgen: jacobian\nfunc f(_ x: [70 of Double]) -> [70 of Double] \(body)") == ["matrix-size"])
        #expect(try diagnostics("// adgen: jacobian\nfunc f(_ x: [3 of Double]) -> [3 of Double] \(body)") == [])
    }

    /// Each function calls the one before twice: calls cannot all be put in place.
    @Test func secondDerivativesOfDeepCallsAreRefused() throws {
        var text = "func g0(_ x: Double) -> Double { sin(x) * x }\n"
        for level in 1..<24 { text += "func g\(level)(_ x: Double) -> Double { g\(level - 1)(g\(level - 1)(x)) }\n" }
        #expect(try diagnostics(text + "// adgen: gradient\nfunc top(_ x: Double) -> Double { g23(x) }\n") == [])
        #expect(try diagnostics(text + "// adgen: hessian\nfunc top(_ x: Double) -> Double { g23(x) }\n") == ["second-order-size"])
        #expect(try diagnostics(text + "// adgen: batch\nfunc top(_ x: Double) -> Double { g23(x) }\n") == ["second-order-size"])
        #expect(try diagnostics(text + "// adgen: hvp\nfunc top(_ x: Double) -> Double { g6(x) }\n") == [])
    }

    @Test func onlyFunctionsOfOneNumberHaveHessians() throws {
        for product in ["hessian", "hvp"] {
            #expect(
                try diagnostics("// adgen: \(product)\nfunc f(_ x: Double) -> (Double, Double) { (x, x) }\n") == ["gradient-of-several"])
        }
    }
}
