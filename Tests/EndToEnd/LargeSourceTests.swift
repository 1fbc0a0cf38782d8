import AdgenDriver
import AdgenSyntax
import Testing

/// Sources that are long in one respect: each takes time in proportion. Quadratic behaviour would take minutes.
@Suite(.timeLimit(.minutes(5))) struct LargeSourceTests {
    static let count: Int = {
        #if DEBUG
            2_000
        #else
            50_000
        #endif
    }()

    @Test func statements() throws {
        try check(body: repeated("a = a * 1.5 + x\n"))
        try check(body: repeated("a = a * 1.5 + x;"))
        try check(body: repeated("a = a * a\n"))
        try check(body: repeated("a *= 1 / a\n"))
        try check(body: repeated("a = x > 0 ? sin(a) : a\n"))
        try check(body: repeated("a = a > x && a < 2 || x > 1 ? a : x\n"))
        try check(body: "a = x" + repeated(" + x * a") + "\n")
        try check(body: repeated("precondition(a > 0)\n"))
        try check(body: repeated("a = square(a)\n"), more: "func square(_ x: Double) -> Double { x * x }")
    }

    @Test func declarations() throws {
        try check(numbered { "func f\($0)(_ x: Double) -> Double { x * 2 }\n" })
        try check(numbered { "struct S\($0) { var x: Double; var y: Double { x } }\n" } + "func f(_ x: Double) -> Double { x }\n")
        try check("struct S {\n" + numbered { "var x\($0): Double = 1\n" } + "}\nfunc f(_ x: Double) -> Double { x }\n")
        try check(numbered { "let c\($0) = 1.5\n" } + "func f(_ x: Double) -> Double { x * c7 }\n")
        try check("func f(" + numbered { "_ x\($0): Double, " } + "y: Double) -> Double { y }\n")
    }

    @Test func calls() throws {
        func many(_ text: (Int) -> String) -> String { (0..<Self.count / 10).map(text).joined() }
        try check(
            many { "// adgen: outline\nfunc g\($0)(_ x: Double) -> Double { sin(x) }\nfunc f\($0)(_ x: Double) -> Double { g\($0)(x) }\n" })
        try check(many { "// adgen: gradient, pullback\nfunc f(x\($0) x: Double) -> Double { sin(x) * x }\n" })
        try check(
            many {
                """
                func g\($0)(_ x: Double) -> Double { while true {} }
                // adgen: pullback(of: g\($0))
                func h\($0)(_ x: Double, value: Double, seed: Double) -> Double { seed * x }
                // adgen: gradient
                func f\($0)(_ x: Double) -> Double { g\($0)(x) * x }

                """
            })
    }

    @Test func errors() throws {
        try check(body: repeated("let b = unknown\n"), isRefused: true)
        try check(body: repeated("unknown = 1\n"), isRefused: true)
        try check(body: repeated("a = g(a)\n"), isRefused: true)
        try check(body: repeated("a = 1 + \n"), isRefused: true)
        try check(body: "let b = (" + repeated("x, x, x, ") + "x)\n", isRefused: true)
        try check(numbered { "func f\($0)(_ x: Double) -> Double { unknown\($0) }\n" }, isRefused: true)
        try check(numbered { "// adgen: gradient\nfunc f\($0)(_ x: Double) -> Double { unknown }\n" }, isRefused: true)
        try check(repeated("// adgen: gradient\n"), isRefused: true)
    }

    private func repeated(_ text: String) -> String { String(repeating: text, count: Self.count) }

    private func numbered(_ text: (Int) -> String) -> String { (0..<Self.count).map(text).joined() }

    private func check(body: String, more: String = "", isRefused: Bool = false) throws {
        try check("\(more)\nfunc f(_ x: Double) -> Double {\nvar a = x\n\(body)return a\n}\n", isRefused: isRefused)
    }

    private func check(_ text: String, isRefused: Bool = false) throws {
        var options = Options()
        options.verifies = true
        let file = SourceFile(path: "large.swift", text: "import Foundation\n" + text)
        let output = try Driver.transpile([file], options: options)
        _ = DiagnosticRenderer(files: [file]).text(output.diagnostics)
        #expect(output.diagnostics.contains { $0.severity == .error } == isRefused, "\(text.prefix(200))")
    }
}
