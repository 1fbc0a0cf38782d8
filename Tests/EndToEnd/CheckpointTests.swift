import AdgenCodegen
import AdgenDriver
import AdgenIR
import AdgenLowering
import AdgenSyntax
import Support
import Testing

/// What runs again and what is stored changes no number: random programs under random checkpoints, in the interpreter.
@Suite struct CheckpointTests {
    #if DEBUG
        static let count: UInt64 = 150
    #else
        static let count: UInt64 = 4_000
    #endif
    private static let shards: UInt64 = 10

    @Test(arguments: 0..<shards) func randomProgramsKeepTheirNumbers(_ shard: UInt64) throws {
        let size = Self.count / Self.shards
        var rerunCount = 0
        for seed in shard * size..<(shard + 1) * size {
            let source = RandomSource(seed: seed, name: "f\(seed)", hasArrays: true)
            let text = RandomSource.file([source])
            let plain = try #require(try Derived(text, source.name, seed: seed))
            let outlined = try #require(try Derived(text, source.name, outlines: true, seed: seed))
            let marked = RandomSource.marked(text, seed: seed)
            for storage in StoragePolicy.allCases {
                let variants = [
                    (plain, try Derived(marked, source.name, storage: storage, seed: seed)),
                    (outlined, try Derived(marked, source.name, storage: storage, outlines: true, seed: seed)),
                    (plain, try Derived(text, source.name, storage: storage, checkpoints: .segments(nil), seed: seed)),
                    (plain, try Derived(marked, source.name, storage: storage, checkpoints: .segments(3), seed: seed)),
                ]
                for (expected, variant) in variants {
                    let variant = try #require(variant, "\(marked)")
                    rerunCount += variant.rerunCount
                    #expect(variant.numbers.elementsEqual(expected.numbers, by: Self.isSame), "store \(storage) in\n\(marked)")
                }
            }
        }
        #expect(rerunCount > Int(size) * 4)
    }

    /// The same of functions of vectors and matrices, all square.
    @Test(arguments: ["vectors", "networks"]) func tensorsKeepTheirNumbers(_ program: String) throws {
        let text = try repositoryText("Fixtures/programs/\(program).swift")
        var rerunCount = 0
        for (number, target) in Driver.lower([SourceFile(path: "\(program).swift", text: text)]).targets.enumerated() {
            let (name, seed) = (target.signature.name, UInt64(number))
            let plain = try #require(try Derived(text, name, storage: .all, seed: seed))
            for storage in [StoragePolicy.none, .minimal] {
                for checkpoints in [CheckpointPolicy.segments(2), .segments(nil)] {
                    let variant = try #require(try Derived(text, name, storage: storage, checkpoints: checkpoints, seed: seed))
                    rerunCount += variant.rerunCount
                    #expect(
                        variant.numbers.elementsEqual(plain.numbers, by: Self.isSame), "\(name), store \(storage), \(checkpoints)")
                }
            }
        }
        #expect(rerunCount > 20)
    }

    private static func isSame(_ left: Double, _ right: Double) -> Bool {
        left.bitPattern == right.bitPattern || left.isNaN && right.isNaN
    }
}

/// The gradient and the pullback of a function at a random point.
private struct Derived {
    /// Values and cotangents of all products.
    var numbers: [Double] = []
    var rerunCount = 0

    /// Nil where the text has errors.
    init?(
        _ text: String, _ name: String, storage: StoragePolicy = .minimal, checkpoints: CheckpointPolicy = .marked, outlines: Bool = false,
        seed: UInt64
    ) throws {
        var options = Options()
        options.verifies = true
        options.storage = storage
        options.checkpoints = checkpoints
        let lowered = Driver.lower([SourceFile(path: "random.swift", text: text)])
        guard let target = lowered.targets.first(where: { $0.signature.name == name }), lowered.diagnostics.isEmpty else {
            Issue.record("\(lowered.diagnostics.map(\.message)) in\n\(text)")
            return nil
        }
        let outlined = outlines ? Set(lowered.program.functions.indices) : []
        var pipeline = try Pipeline(lowered.program, outlined: outlined, options: options)
        let function = try pipeline.primal(target.function)
        let wrt = target.requests[0].wrt
        let types = target.signature.value.leaves
        var products: [Product] = [.pullback]
        if types.count(where: \.isFloat) == 1 { products.append(.gradient) }
        let plans = try pipeline.derive(products.map { Request(product: $0, wrt: wrt) }, of: function, target.signature)
        let program = pipeline.program

        var random = SeededGenerator(seed: seed)
        func number(_ element: ValueType.Element) -> Scalar {
            switch element {
            case .f32, .f64: Scalar(random.number(in: -1.5...1.5), as: element)
            case .int: .int(Int(random.next() % 5))
            case .bool: .bool(random.next() % 2 == 0)
            }
        }
        let point = target.signature.parameters.flatMap(\.type.leaves).map { (leaf: ValueType) -> Datum in
            Self.datum(leaf) { number(leaf.element) }
        }
        let seeds = types.filter(\.isFloat).map { (type: ValueType) -> Datum in
            Self.datum(type) { Scalar(random.number(in: 0.5...2), as: type.element) }
        }
        for plan in plans {
            switch plan {
            case .pullback(let primal, let pullback, _):
                rerunCount += pullback.callees.count { program.functions[$0].name.hasSuffix(".checkpoint") }
                let results = try Interpreter.run(primal, point, in: program)
                let cotangents = try Interpreter.run(pullback, results.dropFirst(types.count) + seeds, in: program)
                numbers += (results.prefix(types.count) + cotangents).flatMap(\.elements).map(\.double)
            case .gradient(let gradient, _):
                numbers += try Interpreter.run(gradient, point, in: program).flatMap(\.elements).map(\.double)
            case .workspaceGradient, .differential, .jacobian, .hessian, .hessianDiagonal, .hvp, .derivatives, .batch:
                preconditionFailure("only reverse sweeps are asked for")
            }
        }
    }

    private static func datum(_ type: ValueType, _ number: () -> Scalar) -> Datum {
        switch type.form {
        case .scalar: .scalar(number())
        case .array: .array((0..<RandomSource.arrayCount).map { _ in number() })
        case .vector: .array((0..<3).map { _ in number() })
        case .matrix: .matrix(columns: 3, (0..<9).map { _ in number() })
        }
    }
}
