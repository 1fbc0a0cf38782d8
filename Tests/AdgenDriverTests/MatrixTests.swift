import AdgenDriver
import AdgenIR
import AdgenSyntax
import Support
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

    @Test func onlyDiagonalHessiansAreDiagonals() throws {
        let sum = "func f(_ x: Double, _ y: Double) -> Double { exp(x) * x + sin(y) }\n"
        let product = "func f(_ x: Double, _ y: Double) -> Double { exp(x) + x * y }\n"
        #expect(try diagnostics("// adgen: hessian(diagonal)\n" + sum) == [])
        #expect(try diagnostics("// adgen: hessian(diagonal)\n" + product) == ["not-diagonal"])
        #expect(try diagnostics("// adgen: hessian(diagonal, wrt: x)\n" + product) == [])
    }

    /// A chain of 700 numbers has few entries, and all products of 100 have too many.
    @Test func sparseMatricesMayHaveManyRows() throws {
        let terms = (0..<699).map { "    let t\($0) = x[\($0)] * x[\($0 + 1)]\n" }.joined()
        let sum = (0..<699).map { "    s += t\($0)\n" }.joined()
        let list = (0..<699).map { "t\($0)" }.joined(separator: ", ")
        let chain = "func f(_ x: [700 of Double]) -> Double {\n\(terms)    var s = 0.0\n\(sum)    return s\n}\n"
        let vector = "func f(_ x: [700 of Double]) -> [699 of Double] {\n\(terms)    return [\(list)]\n}\n"
        #expect(try diagnostics("// adgen: hessian\n" + chain) == ["matrix-size"])
        #expect(try diagnostics("// adgen: hessian(sparse)\n" + chain) == [])
        #expect(try diagnostics("// adgen: jacobian(sparse)\n" + vector) == [])
        let total = (0..<100).map { "    s += x[\($0)]\n" }.joined()
        let square = "func f(_ x: [100 of Double]) -> Double {\n    var s = 0.0\n\(total)    return s * s * s\n}\n"
        #expect(try diagnostics("// adgen: hessian(sparse)\n" + square) == ["matrix-size"])
    }

    /// What a rule does is not looked into: all that goes in counts, and nothing else.
    @Test func rulesAreFull() throws {
        let text = """
            func f(_ x: Double, _ y: Double) -> Double { for _ in 0..<3 {}; return x * y }
            // adgen: pullback(of: f)
            func fRule(_ x: Double, _ y: Double, value: Double, seed: Double) -> (x: Double, y: Double) { (seed * y, seed * x) }
            // adgen: jacobian(sparse)
            func g(_ x: Double, _ y: Double, _ z: Double) -> (Double, Double, Double) { (f(x, y), z * z, f(z, 1)) }

            """
        let output = try Driver.transpile([SourceFile(path: "rules.swift", text: text)])
        #expect(output.diagnostics.isEmpty)
        let words = output.texts[0].split { $0 == "\n" || $0 == " " }.joined(separator: " ")
        #expect(words.contains("rowStarts: [4 of Int] = [ 0, 2, 3, 4, ]"))
        #expect(words.contains("columns: [4 of Int] = [ 0, 1, 2, 2, ]"))
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

    /// Two directions in the lanes of vectors: the same numbers to the bit, and at a pole no others.
    @Test func lanesHoldTheNumbersOfTheDirections() throws {
        let text = """
            import Foundation
            // adgen: jacobian
            func far(_ x: Double, _ y: Double, _ z: Double) -> (Double, Double) {
                let s = x > 0 ? sqrt(x) * z : exp(x) * y
                let t = s * s + x * y * z
                return (t * s + cos(t), t / (1 + s * s) - sin(t) * y)
            }
            // adgen: jacobian(forward)
            func wide(_ x: Double, _ y: Double) -> (Double, Double, Double) {
                let s = x * x + y * y
                let t = s > 1 ? log(s) / s : s * s * x
                return (s * t, t * t * t + x, sqrt(s) * t - y)
            }
            // adgen: jacobian
            func apart(_ x: Double, _ y: Double) -> (Double, Double) { (1 / x, sqrt(y)) }

            """
        let files = try ["bundle_adjustment_struct", "two_link_arm", "outlined_members"].map { name in
            SourceFile(path: name, text: try repositoryText("Fixtures/programs/\(name).swift"))
        }
        var inLanes = 0
        for file in [SourceFile(path: "lanes.swift", text: text)] + files {
            let lowered = Driver.lower([file])
            var pipeline = try Pipeline(lowered.program, options: Options())
            for target in lowered.targets {
                for request in target.requests where request.product == .jacobian && request.layout == .dense {
                    let primal = try pipeline.primal(target.function)
                    let plans = try [false, true].map { try pipeline.derive([request], of: primal, target.signature, inLanes: $0)[0] }
                    guard case .jacobian(let numbers, _, _, _) = plans[0], case .jacobian(let lanes, _, _, _) = plans[1] else { continue }
                    inLanes += numbers == lanes ? 0 : 1
                    for point in 0..<5 {
                        let arguments = primal.parameters.indices.map { Datum.scalar(.f64(Double(($0 * 7 + point * 3) % 11) / 4 - 0.5)) }
                        let expected = try Interpreter.run(numbers, arguments, in: pipeline.program)
                        let found = try Interpreter.run(lanes, arguments, in: pipeline.program)
                        for (one, other) in zip(expected, found) {
                            let (x, y) = (one.number.double, other.number.double)
                            #expect(x.bitPattern == y.bitPattern || x.isNaN && y.isNaN, "\(target.signature.name): \(x), \(y)")
                        }
                    }
                }
            }
        }
        #expect(inLanes >= 1)
    }

    @Test func vectorsCanBeDeclined() throws {
        let path = "Fixtures/programs/bundle_adjustment_struct.swift"
        let text = try repositoryText(path)
        for (option, isInLanes) in [("reverse, ", true), ("scalar, ", false)] {
            let file = SourceFile(path: path, text: text.replacing("jacobian(wrt", with: "jacobian(\(option)wrt"))
            let output = try Driver.transpile([file])
            #expect(output.diagnostics.isEmpty)
            #expect(output.texts[0].contains(": SIMD2<Double> = weight * SIMD2<Double>(eX, eY)") == isInLanes)
        }
    }

    @Test func onlyFunctionsOfOneNumberHaveHessians() throws {
        for product in ["hessian", "hvp"] {
            #expect(
                try diagnostics("// adgen: \(product)\nfunc f(_ x: Double) -> (Double, Double) { (x, x) }\n") == ["gradient-of-several"])
        }
    }
}
