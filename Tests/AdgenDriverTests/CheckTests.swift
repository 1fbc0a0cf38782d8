import AdgenCodegen
import AdgenDriver
import AdgenIR
import AdgenSyntax
import Foundation
import Testing

/// The check itself is checked: it finds what is wrong, and is content with what is right.
@Suite struct CheckTests {
    private static let signature = Signature(
        name: "f", parameters: ["x", "y"].map { Signature.Parameter(label: $0, name: $0, type: TypeTree(.f64)) }, result: TypeTree(.f64))

    /// The derivatives of `x * y + op(x)`.
    private func checker(_ op: Op) throws -> Checker {
        var builder = Builder(name: "f")
        let (x, y) = (builder.parameter(.f64), builder.parameter(.f64))
        let result = builder.emit(.add, builder.emit(.multiply, x, y), builder.emit(op, x))
        let program = Program(functions: [builder.finish(results: [result])])
        var pipeline = try Pipeline(program, options: Options())
        let primal = try pipeline.primal(0)
        return try pipeline.checker(Self.signature, wrt: [0, 1], primal: primal)
    }

    @Test(arguments: [Op.sin, .exp, .sqrt, .log, .tanh, .erf]) func rightDerivativesAgree(_ op: Op) throws {
        let check = try #require(try checker(op).check(at: [.f64(0.7), .f64(-1.3)]))
        #expect(check.agrees && check.isReliable)
        #expect(check.dotProduct.verdict == .agrees)
        #expect(check.rows.map(\.parameter) == ["x", "y"])
    }

    /// (1 - x)² + 2x(1 - x) + x² is 1: of its derivatives only rounding is left.
    @Test(arguments: [0.3, 0.7, -1.9]) func derivativesThatCancelAgree(_ x: Double) throws {
        var builder = Builder(name: "f")
        let p = builder.parameter(.f64)
        _ = builder.parameter(.f64)
        let (one, two) = (builder.emit(.constant(.f64(1))), builder.emit(.constant(.f64(2))))
        let q = builder.emit(.subtract, one, p)
        let mixed = builder.emit(.multiply, builder.emit(.multiply, two, p), q)
        let squares = builder.emit(.add, builder.emit(.multiply, q, q), mixed)
        let result = builder.emit(.add, squares, builder.emit(.multiply, p, p))
        var pipeline = try Pipeline(Program(functions: [builder.finish(results: [result])]), options: Options())
        let checker = try pipeline.checker(Self.signature, wrt: [0, 1], primal: try pipeline.primal(0))
        for seed in 0..<10 as Range<UInt64> {
            #expect(checker.check(at: [.f64(x), .f64(1)], seed: seed)?.dotProduct.verdict != .disagrees)
        }
    }

    @Test func aWrongGradientIsFound() throws {
        var checker = try checker(.sin)
        checker.gradient = try self.checker(.cos).gradient
        let check = try #require(checker.check(at: [.f64(0.7), .f64(-1.3)]))
        #expect(check.rows.map(\.verdict) == [.disagrees, .agrees])
        #expect(!check.agrees)
    }

    private func checkerOfAll(_ op: Op) throws -> Checker {
        var builder = Builder(name: "f")
        let (x, y) = (builder.parameter(.f64), builder.parameter(.f64))
        let product = builder.emit(.multiply, x, y)
        let result = builder.emit(.add, builder.emit(.multiply, product, y), builder.emit(op, product))
        let program = Program(functions: [builder.finish(results: [result])])
        var pipeline = try Pipeline(program, options: Options())
        let requests =
            [Product.jacobian, .hessian, .hvp].map { Request(product: $0, wrt: [0, 1]) }
            + [Request(product: .batch, batch: BatchForm(.gradient), wrt: [0, 1])]
        return try pipeline.checker(Self.signature, wrt: [0, 1], primal: try pipeline.primal(0), requests: requests)
    }

    @Test(arguments: [Op.sin, .exp, .tanh, .erf, .atan]) func rightSecondDerivativesAgree(_ op: Op) throws {
        let check = try #require(try checkerOfAll(op).check(at: [.f64(0.7), .f64(-1.3)]))
        #expect(check.agrees && check.isReliable)
        #expect(check.rows.count == 5)
        let taylor = try #require(check.taylor)
        #expect(taylor.verdict == .agrees && taylor.slope.map { (2.8...3.2).contains($0) } == true, "\(taylor)")
    }

    @Test func wrongMatricesAreFound() throws {
        let point: [Scalar] = [.f64(0.7), .f64(-1.3)]
        let (right, wrong) = (try checkerOfAll(.sin), try checkerOfAll(.cos))
        var checker = right
        checker.jacobian = wrong.jacobian
        #expect(checker.check(at: point)?.rows.map(\.verdict) == [.disagrees, .disagrees, .agrees, .agrees, .agrees])
        checker = right
        checker.hessian = wrong.hessian
        #expect(checker.check(at: point)?.rows.map(\.verdict) == [.agrees, .agrees, .disagrees, .disagrees, .disagrees])
        checker = right
        checker.hvp = wrong.hvp
        let check = try #require(checker.check(at: point))
        #expect(check.taylor?.verdict == .disagrees && !check.agrees)
    }

    /// x² + op(y): two entries of the Jacobian, two of the Hessian, which is diagonal.
    private func checkerOfSparse(_ op: Op) throws -> Checker {
        var builder = Builder(name: "f")
        let (x, y) = (builder.parameter(.f64), builder.parameter(.f64))
        let result = builder.emit(.add, builder.emit(.multiply, x, x), builder.emit(op, y))
        var pipeline = try Pipeline(Program(functions: [builder.finish(results: [result])]), options: Options())
        let requests = [
            Request(product: .jacobian, layout: .sparse, wrt: [0, 1]), Request(product: .hessian, layout: .sparse, wrt: [0, 1]),
            Request(product: .hessian, layout: .diagonal, wrt: [0, 1]),
        ]
        return try pipeline.checker(Self.signature, wrt: [0, 1], primal: try pipeline.primal(0), requests: requests)
    }

    @Test func wrongSparseMatricesAreFound() throws {
        let point: [Scalar] = [.f64(0.7), .f64(-1.3)]
        let (right, wrong) = (try checkerOfSparse(.sin), try checkerOfSparse(.cos))
        let check = try #require(right.check(at: point))
        #expect(check.agrees && check.isReliable && check.comparisons.count == 3)
        // Beside the gradient, only the entries that there are.
        #expect(check.rows.count == 4)
        var checkers = [right, right, right, right]
        checkers[0].sparseJacobian = wrong.sparseJacobian
        checkers[1].sparseHessian = wrong.sparseHessian
        checkers[2].hessianDiagonal = wrong.hessianDiagonal
        // An entry that is left out.
        checkers[3].sparseHessian?.function.keepResults([0])
        checkers[3].sparseHessian?.pattern = SparsityPattern(rows: [[0], []], columnCount: 2)
        for (index, checker) in checkers.enumerated() {
            let check = try #require(checker.check(at: point))
            #expect(!check.agrees && check.comparisons.count { $0.verdict == .disagrees } == 1, "\(index)")
        }
    }

    @Test func aWrongBatchIsFound() throws {
        let point: [Scalar] = [.f64(0.7), .f64(-1.3)]
        var checker = try checkerOfAll(.sin)
        #expect(checker.check(at: point)?.batches.map(\.verdict) == [.agrees])
        checker.batches[0].wide = try checkerOfAll(.cos).batches[0].wide
        let check = try #require(checker.check(at: point))
        #expect(check.batches.map(\.verdict) == [.disagrees] && !check.agrees)
    }

    @Test func aWrongPullbackIsFound() throws {
        var checker = try checker(.sin)
        checker.pullback = try self.checker(.cos).pullback
        let check = try #require(checker.check(at: [.f64(0.7), .f64(-1.3)]))
        #expect(check.dotProduct.verdict == .disagrees)
        #expect(!check.agrees)
    }

    /// Points have the extents that code asks for.
    @Test func extentsAreFound() throws {
        let source = """
            import AdgenRuntime
            // adgen: gradient
            func packed(_ p: Vector<Double>, inputs: Matrix<Double>, targets: Vector<Double>) -> Double {
                let weights = p.slice(from: 0, count: 6).reshaped(rows: 3, columns: 2)
                let errors = matmul(tanh(matmul(inputs, weights)), p.slice(from: 6, count: 2)) + p[8] - targets
                return dot(errors, errors)
            }
            // adgen: gradient
            func seen(_ image: Matrix<Double>, _ kernels: Matrix<Double>) -> Double {
                let edges = conv2d(image, kernels, height: 2, width: 3, window: Window(height: 1, width: 2))
                return tanh(edges).sum()
            }
            // adgen: gradient
            func both(_ a: [Double], _ b: [Double]) -> Double {
                precondition(a.count == 4 && (b[0] > 0 && b.count == a.count))
                return log(b[0]) * a[1]
            }
            // adgen: gradient
            func bounded(_ a: [Double], _ b: Vector<Double>, _ c: [Double]) -> Double {
                precondition(a.count >= 7 && 2 >= b.count)
                precondition(1 < b.count && c.count < 2)
                return a[0] * b.sum() * c[0]
            }
            """
        let output = try Driver.check([SourceFile(path: "model.swift", text: source)])
        #expect(output.agrees, "\(output.text)")
        #expect(!output.text.contains("no point was found") && output.text.contains("inputs[0, 2]"), "\(output.text)")
    }

    /// Arrays larger than any memory are not made.
    @Test(arguments: ["==", ">="]) func hugeExtentsAreRefused(comparison: String) throws {
        let text = """
            import AdgenRuntime
            func f(_ x: Matrix<Double>) -> Double {
                precondition(x.rows \(comparison) 5_000_000_000 && x.columns \(comparison) 5_000_000_000)
                return x[0, 0]
            }
            """
        let output = try Driver.check([SourceFile(path: "model.swift", text: text)])
        #expect(!output.agrees && output.text.contains("not checked: it asks for an array of more than 10000"), "\(output.text)")
    }

    /// The sum of what is centred is zero, and so are its derivatives: rounding is no disagreement.
    @Test func sumsOfNothingAgree() throws {
        let text = """
            import AdgenRuntime
            func centred(_ x: Matrix<Double>, scale: Vector<Double>) -> Double {
                let c = x - x.mean(along: .columns)
                return (c / sqrt((c * c).mean(along: .columns)) * scale).sum()
            }
            """
        let output = try Driver.check([SourceFile(path: "model.swift", text: text)])
        #expect(output.agrees, "\(output.text)")
    }

    /// Differences move what a derivative holds: that is no fault of the derivative's.
    @Test func whatIsHeldIsNotCompared() throws {
        let text = """
            // adgen: gradient, hvp
            func f(_ x: Double, _ y: Double) -> Double { withoutDerivative(at: x * x) * y + sin(x) }
            """
        let source = SourceFile(path: "model.swift", text: "import AdgenRuntime\n" + text)
        let output = try Driver.check([source], points: [CheckPoint(function: nil, values: [("x", .number(1)), ("y", .number(2))])])
        #expect(output.agrees && output.text.contains("not compared: withoutDerivative"), "\(output.text)")
    }

    /// A point that somebody asks for is not passed over.
    @Test func aPointWithoutAValueIsNamed() throws {
        let source = SourceFile(path: "model.swift", text: "func f(_ x: Double) -> Double { log(x) }")
        let points = [-1.0, 1].map { CheckPoint(function: "f", values: [(name: "x", value: .number($0))]) }
        let output = try Driver.check([source], points: points)
        #expect(!output.agrees && output.text.contains("at x = -1.0: a check fails"), "\(output.text)")
        #expect(try Driver.check([source], points: [points[1]]).agrees)
    }

    /// (p.x · a[1], p.y as Float, n) of a struct, an array and an Int: a row for each leaf of the value and of the parameters.
    @Test func aggregatesAreCheckedLeafByLeaf() throws {
        let fields = [("x", TypeTree(.f64)), ("y", TypeTree(.f32))].map { StructureType.Field(name: $0, type: $1) }
        let point = StructureType(name: "Point", fields: fields, initializer: ["x", "y"], isOwnTangent: true)
        let elements = [("product", TypeTree(.f64)), ("single", TypeTree(.f32)), ("count", TypeTree(.int))]
        let types = [("p", TypeTree.structure(point)), ("a", .inlineArray(count: 2, TypeTree(.f64))), ("n", TypeTree(.int))]
        let signature = Signature(
            name: "f", parameters: types.map { Signature.Parameter(label: nil, name: $0, type: $1) },
            result: .tuple(elements.map { TypeTree.Element(label: $0, type: $1) }))
        let function = try Function(
            parsing: """
                func @f(%0 pX: f64, %1 pY: f32, %2 a0: f64, %3 a1: f64, %4 n: int) -> (f64, f32, int) {
                  %5: f64 = multiply %0, %3
                  %6: f32 = sin %1
                  return %5, %6, %4
                }
                """)
        var pipeline = try Pipeline(Program(functions: [function]), options: Options())
        let primal = try pipeline.primal(0)
        let checker = try pipeline.checker(signature, wrt: [0, 1], primal: primal)
        let check = try #require(checker.check(at: [.f64(2), .f32(0.5), .f64(3), .f64(5), .int(7)]))
        #expect(check.agrees && check.isReliable && check.dotProduct.verdict == .agrees)
        #expect(check.value.map(\.number.double) == [10, Double(Float(0.5).sine), 7])
        let paths = ["p.x", "p.y", "a[0]", "a[1]"]
        #expect(check.rows.map(\.parameter) == paths + paths)
        #expect(check.rows.map(\.result) == Array(repeating: "value.product", count: 4) + Array(repeating: "value.single", count: 4))
        #expect(check.rows.map(\.derivative) == [5, 0, 0, 2, 0, Double(Float(0.5).cosine), 0, 0])
    }

    /// Of a vector, a random sum of its elements is compared, so that each of them counts.
    @Test func vectorsAreChecked() throws {
        func checker(_ square: String) throws -> Checker {
            let source = """
                import AdgenRuntime
                // adgen: pullback
                func both(_ x: Vector<Double>, s: Double) -> (wave: Vector<Double>, square: Double) { (cos(x) / s, \(square) * s) }
                """
            let lowered = Driver.lower([SourceFile(path: "wave.swift", text: source)])
            var pipeline = try Pipeline(lowered, options: Options())
            return try pipeline.checker(lowered.targets[0].signature, wrt: [0, 1], primal: try pipeline.primal(0))
        }
        let point: [Datum] = [.array([.f64(0.3), .f64(-1.2)]), .scalar(.f64(0.7))]
        var right = try checker("dot(x, x)")
        let check = try #require(right.check(at: point))
        #expect(check.rows.map(\.verdict).allSatisfy { $0 == .agrees } && check.dotProduct.verdict == .agrees)
        let results = ["⟨c, value.wave⟩", "⟨c, value.wave⟩", "⟨c, value.wave⟩", "value.square", "value.square", "value.square"]
        #expect(check.rows.map(\.result) == results)
        #expect(check.rows.map(\.parameter) == ["x[0]", "x[1]", "s", "x[0]", "x[1]", "s"])
        right.pullback = try checker("dot(x, cos(x))").pullback
        let wrong = try #require(right.check(at: point))
        #expect(wrong.rows.prefix(3).allSatisfy { $0.verdict == .agrees } && wrong.rows.suffix(3).allSatisfy { $0.verdict == .disagrees })
        #expect(wrong.dotProduct.verdict == .disagrees)
    }

    @Test func aKinkIsUnreliableAndNotWrong() throws {
        let check = try #require(try checker(.sqrt).check(at: [.f64(0), .f64(1)]))
        #expect(check.rows[0].verdict == .unreliable)
        #expect(check.agrees)
    }

    /// x²y + round(count · x) / count, or + x in place of the steps.
    private func checkerOfSteps(_ count: Double, isSmooth: Bool = false) throws -> Checker {
        var builder = Builder(name: "f")
        let (x, y) = (builder.parameter(.f64), builder.parameter(.f64))
        let number = builder.emit(.constant(.f64(count)))
        let steps = builder.emit(.round(.toNearestOrAwayFromZero), builder.emit(.multiply, number, x))
        let product = builder.emit(.multiply, builder.emit(.multiply, x, x), y)
        let result = builder.emit(.add, product, isSmooth ? x : builder.emit(.divide, steps, number))
        var pipeline = try Pipeline(Program(functions: [builder.finish(results: [result])]), options: Options())
        let requests = [Request(product: .hvp, wrt: [0, 1])]
        return try pipeline.checker(Self.signature, wrt: [0, 1], primal: try pipeline.primal(0), requests: requests)
    }

    @Test(arguments: [10, 1e3, 1e6, 3e7]) func stepsAreNoSlope(_ count: Double) throws {
        let point: [Scalar] = [.f64(0.7123), .f64(-1.3)]
        var checker = try checkerOfSteps(count)
        let check = try #require(checker.check(at: point))
        #expect(check.agrees && check.isReliable, "\(check)")
        // A derivative that takes the staircase for a slope is as wrong as ever.
        let smooth = try checkerOfSteps(count, isSmooth: true)
        checker.gradient = smooth.gradient
        #expect(checker.check(at: point)?.rows.map(\.verdict) == [.disagrees, .agrees])
        checker = try checkerOfSteps(count)
        checker.hvp = try checkerOfAll(.sin).hvp
        #expect(checker.check(at: point)?.taylor?.verdict == .disagrees)
    }

    @Test func aJumpIsNotDifferentiable() throws {
        let check = try #require(try checkerOfSteps(1).check(at: [.f64(0.5), .f64(-1.3)]))
        #expect(check.rows.map(\.verdict) == [.jumps, .agrees])
        #expect(check.agrees && !check.isReliable)
    }

    @Test func outsideTheDomainThereIsNoCheck() throws {
        #expect(try checker(.log).check(at: [.f64(-1), .f64(1)]) == nil)
    }

    @Test(arguments: [Op.acosh, .atanh, .log, .asin]) func aPointInsideTheDomainIsFound(_ op: Op) throws {
        var search = PointSearch(Self.signature, seed: 1)
        let checks = search.checks(3, by: try checker(op))
        #expect(checks.count == 3)
        for check in checks { #expect(check.agrees && check.isReliable) }
    }

    @Test func aVerifierFailureIsABugThatShowsTheProgram() throws {
        var builder = Builder(name: "f")
        let x = builder.parameter(.f64)
        let y = builder.emit(.sin, x)
        var function = builder.finish(results: [y])
        function.kind = .linear(residuals: 0)
        #expect {
            var options = Options()
            options.verifies = true
            _ = try Pipeline(Program(functions: [function]), options: options)
        } throws: { error in
            guard let bug = error as? AdgenDriver.Bug else { return false }
            return bug.pass == .lower && !bug.problems.isEmpty && bug.program.contains("sin")
        }
    }
}

extension Float {
    fileprivate var sine: Float { Float(sin(Double(self))) }
    fileprivate var cosine: Float { Float(cos(Double(self))) }
}
