import AdgenDriver
import AdgenIR
import AdgenSyntax
import Testing

/// What names mean, as Swift looks them up: the lowered function gives the number that Swift's does.
@Suite struct LookupTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        /// Of `f(0.5)`.
        let value: Double
    }

    @Test(arguments: [
        Case(
            testDescription: "a static property and one of values",
            text: """
                struct S { static let x = 5.0; var x: Double; func a() -> Double { x * 2 }; static func b(_ q: Double) -> Double { x * q } }
                func f(_ q: Double) -> Double { S(x: q).a() + S.b(q) * 100 }
                """, value: 251),
        Case(
            testDescription: "the same the other way round",
            text: """
                struct S { var x: Double; static let x = 5.0; func a() -> Double { x * 2 }; static func b(_ q: Double) -> Double { x * q } }
                func f(_ q: Double) -> Double { S(x: q).a() + S.b(q) * 100 }
                """, value: 251),
        Case(
            testDescription: "a computed property beside a static one",
            text: """
                struct S { static let y = 5.0; var x: Double; var y: Double { x * 8 }; func a() -> Double { y + Self.y } }
                func f(_ q: Double) -> Double { S(x: q).a() }
                """, value: 9),
        Case(
            testDescription: "in an extension of Double",
            text: """
                extension Double { static let unit = 3.0; var unit: Double { self * 4 }; func a() -> Double { unit } }
                func f(_ q: Double) -> Double { q.a() + Double.unit }
                """, value: 5),
        Case(
            testDescription: "around an extension stands its file alone",
            text: """
                let k = 1.0
                func twice(_ x: Double) -> Double { 2 * x }
                struct P { var x: Double }
                enum A {
                    static let k = 20.0
                    static func twice(_ x: Double) -> Double { 200 * x }
                    struct P { var y: Double }
                    struct B { var w: Double }
                }
                extension A.B {
                    func a() -> Double { k * w }
                    func b() -> Double { twice(w) }
                    func c(_ p: P) -> Double { p.x }
                    static func d(_ x: Double = k) -> Double { x }
                    struct C { var v: Double; func a() -> Double { k * v } }
                }
                func f(_ q: Double) -> Double { let b = A.B(w: q); return b.a() + b.b() + b.c(P(x: q)) + A.B.d() + A.B.C(v: q).a() }
                """, value: 3.5),
        Case(
            testDescription: "around what stands inside a type stands the type",
            text: """
                let k = 1.0
                enum A { static let k = 20.0; struct B { var w: Double; func a() -> Double { k * w } } }
                extension A { struct C { var w: Double; func a() -> Double { k * w } } }
                func f(_ q: Double) -> Double { A.B(w: q).a() + A.C(w: q).a() }
                """, value: 20),
        Case(
            testDescription: "an enum without cases has no protocol",
            text: """
                extension Hashable { static func k() -> Double { 7 } }
                func k() -> Double { 3 }
                enum N { static func m(_ x: Double) -> Double { k() * x } }
                func f(_ q: Double) -> Double { N.m(q) }
                """, value: 1.5),
        Case(
            testDescription: "types in types of a library",
            text: """
                let k = 3.0
                struct Index { static func g(_ x: Double) -> Double { k * x } }
                extension String.Index { static let k = 7.0 }
                func f(_ q: Double) -> Double { Index.g(q) }
                """, value: 1.5),
        Case(
            testDescription: "setters of elements and lanes",
            text: """
                extension Double { var twice: Double { get { self * 2 } set { self = newValue / 2 } } }
                struct V { var x: Double; var twice: Double { get { x * 2 } set { x = newValue / 2 } } }
                func f(_ x: Double) -> Double {
                    var a: [3 of V] = [V(x: x), V(x: x), V(x: x)]
                    a[1].twice = 3
                    a[2].twice += 7
                    var b: [2 of Double] = [x, x]
                    b[1].twice = x
                    var v = SIMD3<Double>(x, x, x)
                    v.y.twice = 8
                    return a[0].x + a[1].x + a[2].x + b[0] + b[1] + v.x + v.y + v.z
                }
                """, value: 11.75),
    ])
    func namesMeanWhatTheyMeanInSwift(_ example: Case) throws {
        let lowered = Driver.lower([SourceFile(path: "f.swift", text: example.text)], options: only("f"))
        #expect(lowered.diagnostics.map(\.message) == [])
        let target = try #require(lowered.targets.first)
        let results = try Interpreter.evaluate(lowered.program.functions[target.function], [.f64(0.5)], in: lowered.program)
        #expect(results.map(\.double) == [example.value])
    }

    private func only(_ function: String) -> Options {
        var options = Options()
        options.functions = [function]
        return options
    }

    /// Files may have private types of one name.
    @Test func privateTypes() throws {
        let files = [3, 5].map { number in
            SourceFile(
                path: "f\(number).swift",
                text: """
                    private enum K { static let c = \(number).0; struct V { var x: Double } }
                    fileprivate struct Point { var a: Double; var b\(number): Double; func sum() -> Double { a + b\(number) + K.c } }
                    extension K.V { func y() -> Double { x * K.c } }
                    // adgen: gradient
                    func f\(number)(_ x: Double) -> Double { x * K.c + Point(a: x, b\(number): 2 * x).sum() + K.V(x: x).y() }
                    """)
        }
        let lowered = Driver.lower(files)
        #expect(lowered.diagnostics.map(\.message) == [])
        let values = try lowered.targets.map { target in
            try Interpreter.evaluate(lowered.program.functions[target.function], [.f64(0.5)], in: lowered.program)[0].double
        }
        #expect(values == [7.5, 11.5])
        let output = try Driver.transpile(files)
        #expect(output.diagnostics.isEmpty && !output.texts.contains { $0.contains("of file") })
    }

    /// One that other files see has the name there, too.
    @Test func typesOfOneName() throws {
        let texts = ["", "private "].map { access in
            """
            \(access)enum K { static let c = 3.0 }
            // adgen: gradient
            func f\(access.count)(_ x: Double) -> Double { x * K.c }
            """
        }
        let output = try Driver.transpile(texts.map { SourceFile(path: "f\($0.count).swift", text: $0) })
        #expect(output.texts.isEmpty)
        #expect(output.diagnostics.map(\.message) == Array(repeating: "more than one type is called 'K'", count: 2))
    }

    /// What is private elsewhere hides nothing from emitted code.
    @Test(arguments: [("private ", true), ("fileprivate ", true), ("", false)])
    func privateFunctions(_ access: String, _ isFine: Bool) throws {
        let files = [
            "import Foundation\n// adgen: gradient\nfunc f(_ x: Double) -> Double { sin(x) }",
            "\(access)func cos(_ x: Double) -> Double { x }",
        ]
        let output = try Driver.transpile(files.enumerated().map { SourceFile(path: "\($0).swift", text: $1) })
        let errors = output.diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.identifier) == (isFine ? [] : ["shadowed-function"]))
    }

    /// Files may call different types by one name, but not extend them by it.
    @Test(arguments: [("extension V { func k() -> Double { 7 } }", false), ("", true)])
    func aliasesOfOneName(_ declaration: String, _ isFine: Bool) throws {
        let files = [
            "struct P { var x: Double; func m() -> Double { k() * x } }\nfunc k() -> Double { 3 }\nprivate typealias V = P\n"
                + "// adgen: gradient\nfunc f(_ x: Double) -> Double { V(x: x).m() }",
            "struct Q { var x: Double }\nprivate typealias V = Q\n\(declaration)",
        ]
        let output = try Driver.transpile(files.enumerated().map { SourceFile(path: "\($0).swift", text: $1) })
        #expect(output.diagnostics.contains { $0.severity == .error } != isFine)
        #expect(isFine || output.diagnostics.contains { $0.message == "more than one type is called 'P'" })
    }

    /// Swift takes the function without defaults to fill in, be it a library's.
    @Test(arguments: [("log(x)", false), ("log(x, base: 2)", true), ("logb(x)", false), ("half(x)", true)])
    func defaultsComeLast(_ call: String, _ isFine: Bool) throws {
        let text = """
            import Foundation
            func log(_ x: Double, base: Double = 10) -> Double { x / base }
            func logb(_ x: Double, base: Double = 10) -> Double { x / base }
            func half(_ x: Double, base: Double = 2) -> Double { x / base }
            // adgen: gradient
            func f(_ x: Double) -> Double { \(call) }
            """
        let output = try Driver.transpile([SourceFile(path: "f.swift", text: text)])
        #expect(output.diagnostics.isEmpty == isFine)
        let name = call.prefix { $0 != "(" }
        let message = "Swift may call a library's '\(name)' here, which takes no more than these arguments"
        #expect(output.diagnostics.map(\.message) == (isFine ? [] : [message]))
    }

    /// Where Swift takes something else than adgen sees, or may take it, it is refused.
    @Test(arguments: [
        // Members that a type inherits.
        "class A { static func k() -> Double { 7 } }; class B: A { static func m(_ x: Double) -> Double { k() * x } }; "
            + "func k() -> Double { 3 }; func f(_ x: Double) -> Double { B.m(x) }",
        "class A { static func m(_ x: Double) -> Double { x } }; class B: A { static func m(_ x: Double, _ k: Double = 2) -> Double { k } }; "
            + "func f(_ x: Double) -> Double { B.m(x) * x }",
        "protocol Q {}; extension Q { static func m(_ x: Double) -> Double { 7 } }; "
            + "struct B: Q { static func m(_ x: Double, _ k: Double = 2) -> Double { x } }; func f(_ x: Double) -> Double { B.m(x) * x }",
        "protocol Q {}; extension Q { static func m(_ x: Double) -> Double { 7 } }; "
            + "struct B: Q { static func m(_ x: Float) -> Double { 1 } }; func f(_ x: Double) -> Double { B.m(2.0) * x }",
        "extension Hashable { static func k() -> Double { 7 } }; func k() -> Double { 3 }; "
            + "enum N { case a; static func m(_ x: Double) -> Double { k() * x } }; func f(_ x: Double) -> Double { N.m(x) }",
        "typealias R = Double; protocol Q { associatedtype R = Float }; "
            + "struct S: Q { var x: Double; func m() -> Double { Double(R(x)) } }; func f(_ x: Double) -> Double { S(x: x).m() }",
        "typealias ID = Double; struct S: Identifiable { var id: Float; func m() -> Double { Double(ID(id)) } }; "
            + "func f(_ x: Double) -> Double { S(id: Float(x)).m() }",
        // Private members from outside.
        "struct S { var x: Double; private func m() -> Double { x }; func m<T>(_ t: T? = nil) -> Double { 7 } }; "
            + "func f(_ x: Double) -> Double { S(x: x).m() * x }",
        "protocol Q {}; extension Q { var w: Double { 7 } }; struct S: Q { var x: Double; private var w = 2.0; init(x: Double) { self.x = x } }; "
            + "func f(_ x: Double) -> Double { S(x: x).w * x }",
        "struct S { var x: Double; private init(_ a: Double) { x = a }; init<T: FloatingPoint>(_ a: T) { x = 7 } }; "
            + "func f(_ x: Double) -> Double { S(x).x * x }",
        // Literals that have other types elsewhere.
        "func max(_ a: Double, _ b: Float) -> Double { a * 7 }; func f(_ x: Double) -> Double { max(x, 2.0) }",
        "func ldexp(_ a: Double, _ b: Double) -> Double { a * 7 }; func f(_ x: Double) -> Double { ldexp(x, 2) }",
        "struct D: ExpressibleByIntegerLiteral { var x: Double; init(integerLiteral v: Int) { x = 1 } }; func g(_ x: Double, _ d: D) -> Double { 1 }; "
            + "func g(_ x: Double, _ a: Double, _ b: Double = 3) -> Double { x }; func f(_ x: Double) -> Double { g(x, 2) * x }",
        "typealias IntegerLiteralType = Double; func f(_ x: Double) -> Double { let k = 7; return Double(k / 2) * x }",
        "@available(*, unavailable) func exp(_ x: Double) -> Double { 7 }; func f(_ x: Double) -> Double { exp(x) }",
    ])
    func whatSwiftMayTakeElsewhere(_ text: String) throws {
        let lowered = Driver.lower([SourceFile(path: "f.swift", text: "import Foundation\n" + text)], options: only("f"))
        #expect(lowered.targets.isEmpty && !lowered.diagnostics.isEmpty)
    }

    /// What is emitted into a type meets the members of that type, and those that it inherits.
    @Test(arguments: [
        ("struct S { var x: Double", "", true), ("struct S { var x: Double; func cos(_ k: Double) -> Double { 7 }", "", false),
        ("struct S: Q { var x: Double", "extension Q { func cos(_ k: Double) -> Double { 7 } }", false),
        ("struct S { var x: Double", "extension Q { func cos(_ k: Double) -> Double { 7 } }", true),
        ("struct S: Sendable { var x: Double", "extension Q { func cos() {} }; class C { func cos() {}; func solve() {} }", true),
        ("struct S: P { var x: Double", "protocol P: Q {}; extension Q { func cos() {} }", false),
        ("struct S: Sendable { var x: Double", "extension Sendable { func cos() {} }", false),
        ("struct S { var x: Double", "extension S: Q {}; extension Q { func solve() {} }", false),
        ("struct S { var x: Double", "typealias V = S; extension V { func cos(_ k: Double) -> Double { 7 } }", false),
        ("struct S { var x: Double; func solve(_ k: Double) -> Double { 7 }", "", false),
    ])
    func emittedCallsAmongMembers(_ head: String, _ rest: String, _ isFine: Bool) throws {
        let text = """
            import Foundation
            protocol Q {}
            func solve(_ x: Double) -> Double { x }
            // adgen: differential(of: solve)
            func solveDifferential(_ x: Double, along direction: Double) -> (value: Double, differential: Double) { (x, direction) }
            func helper(_ x: Double) -> Double { solve(x) * 2 }
            \(head)
                // adgen: gradient(wrt: self)
                func m() -> Double { sin(x) * helper(x) }
            }
            \(rest)
            """
        let output = try Driver.transpile([SourceFile(path: "f.swift", text: text)])
        #expect(output.diagnostics.map(\.identifier) == (isFine ? [] : ["shadowed-function"]))
    }

    /// Functions are chosen by what their results are, however that is written.
    @Test(arguments: [("Real", true), ("Pair", true), ("S", true), ("Count", false), ("Double", true)])
    func resultsUnderOtherNames(_ type: String, _ isChosen: Bool) throws {
        let text = """
            typealias Real = Double
            typealias Pair = (Double, Double)
            typealias Count = Int
            struct S { var x: Double }
            func f(_ x: Double) -> \(type) { \(["Pair": "(x, x)", "S": "S(x: x)", "Count": "3"][type] ?? "x * x") }
            """
        let lowered = Driver.lower([SourceFile(path: "f.swift", text: text)])
        #expect(lowered.targets.count == (isChosen ? 1 : 0))
    }

    /// What is emitted could not call it.
    @Test func unavailableFunctions() throws {
        let text = "@available(*, unavailable)\nfunc f(_ x: Double) -> Double { x * x }\nfunc g(_ x: Double) -> Double { x * x }\n"
        let output = try Driver.transpile([SourceFile(path: "f.swift", text: text)])
        #expect(output.diagnostics.map(\.identifier) == ["unsupported-attribute"])
        #expect(output.texts.first?.contains("gGradient") == true)
    }
}
