import AdgenDriver
import AdgenSyntax
import Testing

@Suite struct ShadowedFunctionTests {
    /// Emitted code means the library's functions: where the module's own would be called instead, nothing is emitted.
    @Test func theModulesOwnFunctionIsNotCalledInTheLibrarysPlace() throws {
        let text = """
            import Foundation
            func cos(_ x: Double) -> Double { x }
            // adgen: gradient
            func f(_ x: Double) -> Double { sin(x) }
            """
        let output = try Driver.transpile([SourceFile(path: "f.swift", text: text)])
        #expect(output.texts.isEmpty)
        #expect(output.diagnostics.map(\.identifier) == ["shadowed-function"])
    }

    /// What puts the columns of a Jacobian together is called around the body.
    @Test(arguments: [("Vector<Double>", true), ("(Double, Vector<Double>)", false)])
    func whatIsCalledAroundABody(_ value: String, _ isOneVector: Bool) throws {
        let text = """
            import AdgenRuntime
            func concatenate(_ parts: Vector<Double>...) -> Vector<Double> { parts[0] }
            // adgen: jacobian(wrt: a)
            func f(_ a: Double, _ v: Vector<Double>) -> \(value) { \(isOneVector ? "v * a" : "(a, v * a)") }
            """
        let output = try Driver.transpile([SourceFile(path: "f.swift", text: text)])
        #expect(output.diagnostics.map(\.identifier) == (isOneVector ? [] : ["shadowed-function"]))
    }

    /// The types of what is emitted are AdgenRuntime's.
    @Test(arguments: [
        ("struct Matrix { var a: Double }", "jacobian", ["Matrix"]), ("typealias Matrix = [[Double]]", "jacobian", ["Matrix"]),
        ("struct Matrix { var a: Double }", "pullback", []), ("struct Model { enum Matrix {} }", "jacobian", []),
        ("struct Matrix { var a: Double }", "jacobian(wrt: a)", ["Matrix"]),
    ])
    func theModulesOwnType(_ declaration: String, _ product: String, _ hidden: [String]) throws {
        let text = """
            import AdgenRuntime
            \(declaration)
            // adgen: \(product)
            func f(_ a: Double, _ v: Vector<Double>) -> Vector<Double> { a * v * v }
            """
        let output = try Driver.transpile([SourceFile(path: "f.swift", text: text)])
        #expect(output.diagnostics.map(\.message) == hidden.map(message))
    }

    /// A type in a type hides AdgenRuntime's from members.
    @Test func aTypeInAType() throws {
        let text = """
            import AdgenRuntime
            struct Model {
                enum Matrix {}
                var a: Double
                // adgen: jacobian(wrt: v)
                func f(_ v: Vector<Double>) -> Vector<Double> { a * v * v }
            }
            """
        let output = try Driver.transpile([SourceFile(path: "f.swift", text: text)])
        #expect(output.diagnostics.map(\.message) == [message("Matrix")])
    }

    private func message(_ name: String) -> String {
        "the derivatives use the library's '\(name)', and this module declares another '\(name)'"
    }

    /// A member hides the library's function from members only.
    @Test func aMemberOfATypeHidesNothingFromGlobalFunctions() throws {
        let text = """
            import Foundation
            struct Wave { var cos: Double }
            // adgen: gradient
            func f(_ x: Double) -> Double { sin(x) }
            """
        #expect(try Driver.transpile([SourceFile(path: "f.swift", text: text)]).diagnostics.isEmpty)
    }

    @Test func aFunctionThatIsOnlyInlinedShadowsNothing() throws {
        let text = """
            func exp(_ x: Double) -> Double { x * x }
            // adgen: gradient
            func f(_ x: Double) -> Double { exp(x) }
            """
        let output = try Driver.transpile([SourceFile(path: "f.swift", text: text)])
        #expect(output.diagnostics.isEmpty)
        #expect(output.texts.first?.contains("let xBar: Double = x + x") == true)
    }
}
