import AdgenCodegen
import AdgenDriver
import AdgenIR
import Foundation
import Support
import Testing

/// Functions over aggregates: what is emitted for them, and what it computes.
@Suite struct AggregateTests {
    // MARK: The user's types

    private static let types = """
        struct Point: Equatable, CustomStringConvertible {
            var x: Double
            var y: Double
            var description: String { "(\\(x) \\(y))" }
        }
        struct Body { var mass: Double; let id: Int; var at: Point; let scale: Float = 2 }
        public struct Cell {
            public var width: Float
            public var isOpen: Bool
            public init(width: Float, isOpen: Bool) { (self.width, self.isOpen) = (width, isOpen) }
        }

        """
    private static let point = StructureType(
        name: "Point", fields: ["x", "y"].map { StructureType.Field(name: $0, type: TypeTree(.f64)) }, initializer: ["x", "y"],
        isOwnTangent: true)
    private static let body = StructureType(
        name: "Body",
        fields: [
            StructureType.Field(name: "mass", type: TypeTree(.f64)), StructureType.Field(name: "id", type: TypeTree(.int)),
            StructureType.Field(name: "at", type: .structure(point)),
            StructureType.Field(name: "scale", type: TypeTree(.f32), isInitialized: false),
        ], initializer: ["mass", "id", "at"], isOwnTangent: false)

    private static func tuple(_ elements: (String?, TypeTree)...) -> TypeTree {
        .tuple(elements.map { TypeTree.Element(label: $0.0, type: $0.1) })
    }

    private static func parameter(_ name: String, _ type: TypeTree) -> Signature.Parameter {
        Signature.Parameter(label: nil, name: name, type: type)
    }

    /// The file that is emitted for one function.
    private func emit(
        _ signature: Signature, _ function: String, _ products: [Product], wrt: [Int]
    ) throws -> EmittedFile {
        Codegen.emit(try plan(signature, function, products, wrt: wrt))
    }

    private func plan(_ signature: Signature, _ function: String, _ products: [Product], wrt: [Int]) throws -> FilePlan {
        let program = Program(functions: [try Function(parsing: function)])
        var options = Options()
        options.verifies = true
        var pipeline = try Pipeline(program, options: options)
        let primal = try pipeline.primal(0)
        let plans = try pipeline.derive(products.map { Request(product: $0, wrt: wrt) }, of: primal, signature)
        return FilePlan(
            version: "0", sourceName: "model.swift",
            functions: [FunctionPlan(signature: signature, products: plans, primalCost: primal.cost(in: program))])
    }

    /// Compares the file with the golden one, and what `main` prints with `output`.
    private func check(_ file: EmittedFile, golden: String, main: String, prints output: String) throws {
        expectGolden(file.string, "Fixtures/codegen/\(golden).swift.txt")
        let result = try withTemporaryFolder { folder in
            let names = ["types.swift", "emitted.swift", "main.swift"]
            for (name, text) in zip(names, [Self.types, file.string, main]) {
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            return try compileAndRun(names.map { folder.appending(path: $0) })
        }
        #expect(result.status == 0 && result.output == output, "\(result.errors)\(result.output)")
    }

    // MARK: Tests

    /// p.x · t.a + a[0]·a[1]·a[2] + v.y · v.w, and p.y · k: results of several kinds.
    @Test func everyKindOfParameter() throws {
        let signature = Signature(
            name: "f",
            parameters: [
                Self.parameter("p", .structure(Self.point)),
                Self.parameter("t", Self.tuple((nil, TypeTree(.int)), ("a", TypeTree(.f64)))),
                Self.parameter("a", .inlineArray(count: 3, TypeTree(.f64))), Self.parameter("v", .simd(lanes: 4, .f64)),
            ], result: Self.tuple(("sum", TypeTree(.f64)), ("point", .structure(Self.point)), ("isLarge", TypeTree(.bool))))
        let file = try emit(
            signature,
            """
            func @f(%0 pX: f64, %1 pY: f64, %2 t0: int, %3 tA: f64, %4 a0: f64, %5 a1: f64, %6 a2: f64, %7 vX: f64, %8 vY: f64, %9 vZ: f64, %10 vW: f64) -> (f64, f64, f64, bool) {
              %11: f64 = multiply %0, %3
              %12: f64 = multiply %4, %5
              %13: f64 = multiply %12, %6
              %14: f64 = add %11, %13
              %15: f64 = multiply %8, %10
              %16 sum: f64 = add %14, %15
              %17: f64 = convert.f64 %2
              %18: f64 = multiply %1, %17
              %19: bool = compare.greater %16, %18
              return %16, %18, %0, %19
            }
            """, [.pullback, .differential], wrt: [0, 1, 2, 3])
        try check(
            file, golden: "aggregates",
            main: """
                let r = fValueWithTape(Point(x: 2, y: 3), (4, a: 5), [1, 2, 3], SIMD4(1, 2, 3, 4))
                let c = fPullback(r.tape, seed: (sum: 1, point: Point(x: 10, y: 100)))
                print(r.value, c.p, c.t, c.a[0], c.a[1], c.a[2], c.v)
                print(c.dot(c), (c + 2 * c - c).v, c == c, c == .zero)
                let d = fValueWithDifferential(Point(x: 2, y: 3), (4, a: 5), [1, 2, 3], SIMD4(1, 2, 3, 4), along: c)
                print(d.value, d.differential)

                """,
            prints: """
                (sum: 24.0, point: (12.0 2.0), isLarge: true) (105.0 40.0) 2.0 6.0 3.0 2.0 SIMD4<Double>(0.0, 4.0, 0.0, 2.0)
                12698.0 SIMD4<Double>(0.0, 8.0, 0.0, 4.0) true false
                (sum: 24.0, point: (12.0 2.0), isLarge: true) (sum: 598.0, point: (160.0 105.0))

                """)
    }

    /// ½ m (x² + y²) + g · x of a body, as a method.
    @Test func methods() throws {
        let signature = Signature(
            name: "energy", enclosingType: "Body",
            parameters: [
                Signature.Parameter(isInstance: true, label: nil, name: "self", type: .structure(Self.body)),
                Signature.Parameter(label: "pull", name: "g", type: TypeTree(.f64), defaultValue: "9.81"),
            ], result: TypeTree(.f64))
        let file = try emit(
            signature,
            """
            func @energy(%0 mass: f64, %1 id: int, %2 atX: f64, %3 atY: f64, %4 scale: f32, %5 g: f64) -> (f64) {
              %6: f64 = multiply %2, %2
              %7: f64 = multiply %3, %3
              %8 square: f64 = add %6, %7
              %9: f64 = multiply %0, %8
              %10: f64 = constant 0.5
              %11: f64 = multiply %10, %9
              %12: f64 = multiply %5, %2
              %13: f64 = add %11, %12
              return %13
            }
            """, [.gradient, .pullback, .differential], wrt: [0, 1])
        try check(
            file, golden: "method",
            main: """
                let body = Body(mass: 2, id: 7, at: Point(x: 3, y: 4))
                let r = body.energyValueWithGradient(pull: 0.5)
                print(r.value, r.gradient)
                let tape = body.energyValueWithTape().tape
                print(Body.energyPullback(tape, seed: 2))
                print(body.energyValueWithDifferential(pull: 0.5, along: r.gradient).differential)
                print(r.gradient.instance + 2 * r.gradient.instance == r.gradient.instance)

                """,
            prints: """
                26.5 (instance: program.BodyTangent(mass: 12.5, at: (6.5 8.0), scale: 0.0), g: 3.0)
                (instance: program.BodyTangent(mass: 25.0, at: (31.62 16.0), scale: 0.0), g: 6.0)
                271.5
                false

                """)
    }

    /// A mutating step over two bodies in an array and a variable: the final values are the value.
    @Test func mutation() throws {
        let signature = Signature(
            name: "step", enclosingType: "Body",
            parameters: [
                Signature.Parameter(isInstance: true, label: nil, name: "self", type: .structure(Self.body), isInout: true),
                Signature.Parameter(label: nil, name: "others", type: .inlineArray(count: 2, .structure(Self.body))),
                Signature.Parameter(label: "by", name: "h", type: TypeTree(.f64), isInout: true),
            ], result: .void)
        let file = try emit(
            signature,
            """
            func @step(%0 mass: f64, %1 id: int, %2 atX: f64, %3 atY: f64, %4 scale: f32, %5 others0Mass: f64, %6 others0Id: int, %7 others0AtX: f64, %8 others0AtY: f64, %9 others0Scale: f32, %10 others1Mass: f64, %11 others1Id: int, %12 others1AtX: f64, %13 others1AtY: f64, %14 others1Scale: f32, %15 h: f64) -> (f64, int, f64, f64, f32, f64) {
              %16: f64 = multiply %15, %5
              %17 atX: f64 = add %2, %16
              %18: f64 = multiply %15, %12
              %19 atY: f64 = add %3, %18
              %20: f64 = multiply %15, %5
              return %0, %1, %17, %19, %4, %20
            }
            """, [.pullback, .differential], wrt: [0, 1, 2])
        try check(
            file, golden: "mutation",
            main: """
                let body = Body(mass: 2, id: 7, at: Point(x: 3, y: 4))
                let r = body.stepValueWithTape([body, body], by: 0.5)
                print(r.value)
                let c = Body.stepPullback(r.tape, seed: (instance: BodyTangent(mass: 1, at: Point(x: 2, y: 3), scale: 0), h: 4))
                print(c.instance, c.others[0], c.others[1], c.h)
                print(c.dot(c), c == c, (c - c).others[0] == .zero)
                print(body.stepValueWithDifferential([body, body], by: 0.5, along: c).differential)

                """,
            prints: """
                (instance: program.Body(mass: 2.0, id: 7, at: (4.0 5.5), scale: 2.0), h: 1.0)
                BodyTangent(mass: 1.0, at: (2.0 3.0), scale: 0.0) BodyTangent(mass: 3.0, at: (0.0 0.0), scale: 0.0) BodyTangent(mass: 0.0, at: (1.5 0.0), scale: 0.0) 21.0
                466.25 true true
                (instance: program.BodyTangent(mass: 1.0, at: (45.5 66.75), scale: 0.0), h: 43.5)

                """)
    }

    /// Public and inlinable: the tangents and the tape are frozen, what they hold is usable from inline.
    @Test func inlinable() throws {
        let fields = [("width", TypeTree(.f32)), ("isOpen", TypeTree(.bool))].map { StructureType.Field(name: $0, type: $1) }
        let cell = TypeTree.structure(
            StructureType(name: "Cell", fields: fields, initializer: ["width", "isOpen"], isOwnTangent: false))
        let signature = Signature(
            name: "grow", parameters: [Self.parameter("cells", .inlineArray(count: 3, cell)), Self.parameter("by", .simd(lanes: 8, .f32))],
            result: cell, access: .public, attributes: ["@inlinable"])
        let inputs = (0..<3).map { "%\(2 * $0) w\($0): f32, %\(2 * $0 + 1) o\($0): bool" } + (0..<8).map { "%\(6 + $0) v\($0): f32" }
        let file = try emit(
            signature,
            """
            func @grow(\(inputs.joined(separator: ", "))) -> (f32, bool) {
              %14: f32 = multiply %0, %12
              %15: f32 = multiply %14, %4
              return %15, %3
            }
            """, [.gradient, .pullback, .differential], wrt: [0, 1])
        try check(
            file, golden: "inlinable_aggregates",
            main: """
                let cells: [3 of Cell] = [Cell(width: 2, isOpen: true), Cell(width: 3, isOpen: false), Cell(width: 4, isOpen: true)]
                let r = growValueWithTape(cells, SIMD8(repeating: 5))
                let c = growPullback(r.tape, seed: CellTangent(width: 1))
                print(r.value, c.cells[0], c.cells[1], c.cells[2], c.by, (2 * c).dot(c))
                print(growGradient(cells, SIMD8(repeating: 5)) == c)

                """,
            prints: """
                Cell(width: 40.0, isOpen: false) CellTangent(width: 20.0) CellTangent(width: 0.0) CellTangent(width: 10.0) \
                SIMD8<Float>(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 8.0, 0.0) 1128.0
                true

                """)
    }

    /// A tangent stands in the file that declares the struct, as visible as any file's functions need it.
    @Test func filesShareTangents() throws {
        func file(_ name: String, _ access: Signature.Access) throws -> FilePlan {
            let signature = Signature(
                name: name, parameters: [Self.parameter("b", .structure(Self.body))], result: TypeTree(.f64), access: access)
            let text = "func @f(%0 m: f64, %1 id: int, %2 x: f64, %3 y: f64, %4 s: f32) -> (f64) {\n  return %0\n}\n"
            return try plan(signature, text, [.gradient], wrt: [0])
        }
        let types = FilePlan(version: "0", sourceName: "types.swift", functions: [])
        let plans = [try file("f", .internal), types, try file("g", .public)]
        func declared(in file: UInt16) -> [String: DeclaredType] {
            let position = Position(line: 1, column: 1, file: file)
            return ["Body": DeclaredType(position: position, access: .public, isUsableFromInline: false, availability: [])]
        }
        let tangents = TangentStructs(plans, declared(in: 1))
        #expect(tangents.strays.isEmpty)
        let files = Codegen.emit(plans, tangents).map(\.string)
        #expect(files.map { $0.contains("public struct BodyTangent:") } == [false, true, false])
        #expect(files[0].contains("fGradient(_ b: Body) -> BodyTangent {") && files[2].contains("gGradient(_ b: Body) -> BodyTangent {"))
        #expect(TangentStructs(plans, declared(in: 3)).strays.map(\.name) == ["BodyTangent"])
    }

    /// A long body over an array of many elements and `self`: stages take the aggregates.
    @Test func stagesTakeAggregates() throws {
        let count = 600
        var text = "func @long(%0 x: f64, %1 y: f64"
        for index in 0..<80 { text += ", %\(index + 2) a\(index): f64" }
        text += ") -> (f64, f64) {\n"
        for index in 0..<count {
            let (a, b) = (index + 81, 2 + index * 7 % 80)
            text += "  %\(index + 82) t\(index): f64 = \(index.isMultiple(of: 3) ? "multiply" : "add") %\(index == 0 ? 0 : a), %\(b)\n"
        }
        text += "  return %\(count + 81), %1\n}\n"
        let signature = Signature(
            name: "long", enclosingType: "Point",
            parameters: [
                Signature.Parameter(isInstance: true, label: nil, name: "self", type: .structure(Self.point)),
                Self.parameter("a", .inlineArray(count: 80, TypeTree(.f64))),
            ], result: .structure(Self.point))
        let file = try emit(signature, text, [.pullback, .differential], wrt: [0, 1])
        var (value, gradient) = (2.0, 1.0)
        for index in 0..<count {
            if index.isMultiple(of: 3) { (value, gradient) = (value * 0.5, gradient * 0.5) } else { value += 0.5 }
        }
        let result = try withTemporaryFolder { folder in
            let main = """
                let (value, tape) = Point(x: 2, y: 3).longValueWithTape(.init(repeating: 0.5))
                let c = Point.longPullback(tape, seed: Point(x: 1, y: 2))
                print(value, c.instance)
                print(Point(x: 2, y: 3).longValueWithDifferential(.init(repeating: 0.5), along: c).value == value)

                """
            let names = ["types.swift", "emitted.swift", "main.swift"]
            for (name, text) in zip(names, [Self.types, file.string, main]) {
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            return try compileAndRun(names.map { folder.appending(path: $0) })
        }
        #expect(file.string.contains("pointLongTapeStage2"))
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output == "(\(value) 3.0) (\(gradient) 2.0)\ntrue\n")
    }
}
