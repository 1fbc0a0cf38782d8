import AdgenIR
import AdgenLowering
import AdgenSyntax
import Testing

/// Input that is long or deep.
@Suite struct SizeTests {
    @Test func sumsAreWalkedInALoop() throws {
        let terms = Array(repeating: "x", count: 50_000)
        for separator in [" + ", " * "] {
            let lowered = Lowered("func f(_ x: Double) -> Double { \(terms.joined(separator: separator)) }")
            #expect(lowered.diagnostics == "")
            #expect(lowered.function("f")?.instructions.count == 49_999)
        }
    }

    @Test func nestingUpToTheParsersLimit() {
        var text = "x" + String(repeating: ".squareRoot()", count: 100)
        for _ in 0..<50 { text = "(x > 0 ? -abs(\(text)) : 1)" }
        let lowered = Lowered("func f(_ x: Double) -> Double { \(text) }")
        #expect(lowered.diagnostics == "")
        #expect(lowered.function("f") != nil)
    }

    @Test func conditionsAreWalkedInALoop() {
        let conditions = Array(repeating: "x > 0", count: 2_000).joined(separator: " && ")
        let lowered = Lowered("func f(_ x: Double) -> Double { \(conditions) ? x : 1 }")
        #expect(lowered.diagnostics == "")
        #expect(lowered.result.targets.count == 1)
    }

    @Test func chainsOfCallsAreFollowedInALoop() {
        var text = "func f0(_ x: Double) -> Double { x }\n"
        for index in 1..<5_000 { text += "func f\(index)(_ x: Double) -> Double { f\(index - 1)(x) + 1 }\n" }
        let lowered = Lowered(text, selection: Selection(functions: ["f4999"]))
        #expect(lowered.diagnostics == "")
        #expect(lowered.result.program.functions.count == 5_000)
    }

    @Test func chainsOfConstantsEnd() {
        var text = "let g0 = 1.0\n"
        for index in 1..<2_000 { text += "let g\(index) = g\(index - 1)\n" }
        let lowered = Lowered(text + "// adgen: gradient\nfunc f(_ x: Double) -> Double { x * g1999 }\n")
        #expect(lowered.result.diagnostics.allSatisfy { $0.identifier == "circular-global" })
    }

    @Test func manyStatements() {
        var text = "func f(_ x: Double) -> Double {\n    var y = x\n"
        for index in 0..<20_000 { text += "    let t\(index) = y * 2 + sin(x)\n    y = t\(index)\n" }
        let lowered = Lowered(text + "    return y\n}\n")
        #expect(lowered.diagnostics == "")
        #expect(lowered.function("f")?.instructions.count == 60_001)
    }
}
