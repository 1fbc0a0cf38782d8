import AdgenCodegen
import AdgenDriver
import AdgenIR
import AdgenLowering
import AdgenSyntax
import Support
import Testing

/// Random programs of the whole language, from text to derivatives, all in the interpreter: the value never changes,
/// forward and reverse mode agree with each other, with themselves unsimplified, with what they are where callees are called through
/// derivatives of their own, and with central differences; what is stored changes nothing. Programs give some derivatives themselves.
@Suite struct RandomSourceTests {
    // The same programs and many more are looked at with optimization.
    #if DEBUG
        static let count: UInt64 = 2_000
    #else
        static let count: UInt64 = 20_000
    #endif
    private static let shards: UInt64 = 20

    @Test(arguments: 0..<shards) func derivativesAgree(_ shard: UInt64) throws {
        let size = Self.count / Self.shards
        for seed in shard * size..<(shard + 1) * size {
            let source = Self.source(seed)
            let file = SourceFile(path: "random.swift", text: RandomSource.file([source]))
            let lowered = Driver.lower([file])
            guard let target = lowered.targets.first(where: { $0.signature.name == source.name }), lowered.diagnostics.isEmpty else {
                Issue.record("\(lowered.diagnostics.map(\.message)) in\n\(source.text)")
                continue
            }
            try RandomCheck(lowered, target, seed: seed).run(source.text)
        }
    }

    /// Of all programs, enough have arrays, and enough call functions with rules.
    @Test func programsAreOfEveryKind() {
        var (arrayCount, ruleCount) = (0, 0)
        for seed in 0..<Self.count {
            let source = Self.source(seed)
            if source.text.contains("[Double]") { arrayCount += 1 }
            if !Driver.lower([SourceFile(path: "random.swift", text: RandomSource.file([source]))]).rules.isEmpty { ruleCount += 1 }
        }
        #expect(arrayCount > Int(Self.count) / 3 && ruleCount > Int(Self.count) / 20)
    }

    private static func source(_ seed: UInt64) -> RandomSource {
        RandomSource(seed: seed, name: "f\(seed)", hasArrays: true, hasRules: seed.isMultiple(of: 2))
    }
}

/// One function at one random point. Arrays are their elements, all of one count.
private struct RandomCheck {
    private struct Variant {
        let program: Program
        /// nil where the program gives pullbacks alone.
        let forward: Function?
        let primal: Function
        let pullback: Function
        /// By columns and by rows.
        let jacobians: [Matrix]
        /// Of functions of one number.
        let hessians: [Matrix]
        let hvp: Function?

        init(_ lowered: Lowered, _ target: Target, simplifies: Bool, outlines: Bool, storage: StoragePolicy = .minimal) throws {
            var options = Options()
            options.simplifies = simplifies
            options.verifies = true
            options.storage = storage
            let outlined = outlines ? Set(lowered.program.functions.indices) : []
            var pipeline = try Pipeline(
                lowered.program, outlined: outlined, rules: lowered.rules, unknown: lowered.unknown, options: options)
            let function = try pipeline.primal(target.function)
            let wrt = target.requests[0].wrt
            let isForward = target.requests.contains { $0.product == .differential }
            var requests = (isForward ? [.pullback, .differential] : [.pullback]).map { Request(product: $0, wrt: wrt) }
            let hasMatrices =
                isForward && storage == .minimal
                && wrt.allSatisfy { !target.signature.parameters[$0].type.leaves.contains(where: \.isArray) }
            if hasMatrices {
                for layout in simplifies ? [MatrixLayout.dense, .sparse] : [.dense] {
                    for form in [ProductForm.forward, .reverse] {
                        requests.append(Request(product: .jacobian, layout: layout, form: form, wrt: wrt))
                    }
                    if target.signature.value.floatLeafCount == 1 {
                        requests.append(Request(product: .hessian, layout: layout, wrt: wrt))
                    }
                }
                if target.signature.value.floatLeafCount == 1 { requests.append(Request(product: .hvp, wrt: wrt)) }
            }
            let plans = try pipeline.derive(requests, of: function, target.signature)
            guard case .pullback(let primal, let pullback, _) = plans[0] else {
                preconditionFailure("a request was answered with another product")
            }
            forward = plans.compactMap { if case .differential(let function, _) = $0 { function } else { nil } }.first
            jacobians = plans.compactMap { plan in
                guard case .jacobian(let function, let pattern, let sweep, _) = plan else { return nil }
                return Matrix(name: "\(pattern == nil ? "" : "sparse, ")\(sweep)", function: function, pattern: pattern)
            }
            hessians = plans.compactMap { plan in
                guard case .hessian(let function, let pattern, _) = plan else { return nil }
                return Matrix(name: pattern == nil ? "whole" : "sparse", function: function, pattern: pattern)
            }
            hvp = plans.compactMap { if case .hvp(let function, _) = $0 { function } else { nil } }.first
            program = pipeline.program
            (self.primal, self.pullback) = (primal, pullback)
        }
    }

    /// A Jacobian or a Hessian.
    struct Matrix {
        let name: String
        let function: Function
        let pattern: SparsityPattern?

        /// All entries, row by row.
        func dense(_ entries: [Double], rows: Int, columns: Int) -> [Double] {
            guard let pattern else { return entries }
            var dense = [Double](repeating: 0, count: rows * columns)
            for (place, entry) in zip(pattern.entries, entries) { dense[place.row * columns + place.column] = entry }
            return dense
        }
    }

    let program: Program
    let original: Function
    let resultIndices: [Int]
    let wrt: [Int]
    private let simplified: Variant
    private let plain: Variant
    private let outlined: Variant
    /// Which store everything, and nothing.
    private let stored: [Variant]
    let point: [Scalar]
    let direction: [Scalar]
    let seeds: [Scalar]
    let isSingle: Bool

    init(_ lowered: Lowered, _ target: Target, seed: UInt64) throws {
        program = lowered.program
        original = lowered.program.functions[target.function]
        let signature = target.signature
        let leaves = signature.parameters.flatMap(\.type.leaves).map {
            Array(repeating: $0.element, count: $0.isArray ? Self.arrayCount : 1)
        }
        let starts = leaves.indices.map { leaves[..<$0].joined().count }
        wrt = signature.floatLeaves(of: try #require(target.requests.first).wrt).flatMap { starts[$0]..<starts[$0] + leaves[$0].count }
        simplified = try Variant(lowered, target, simplifies: true, outlines: false)
        plain = try Variant(lowered, target, simplifies: false, outlines: false)
        outlined = try Variant(lowered, target, simplifies: true, outlines: true)
        stored = try [.all, .none].map { try Variant(lowered, target, simplifies: true, outlines: false, storage: $0) }

        var numbers = SeededGenerator(seed: ~seed)
        let parameters = leaves.flatMap(\.self)
        let results = signature.value.leaves.map(\.element)
        point = parameters.map { element in
            switch element {
            case .f32, .f64: Scalar(numbers.number(in: -1.5...1.5), as: element)
            case .int: .int(Int(numbers.next() % 5))
            case .bool: .bool(numbers.next() % 2 == 0)
            }
        }
        direction = wrt.map { Scalar(numbers.number(), as: parameters[$0]) }
        resultIndices = results.indices.filter { results[$0].isFloat }
        seeds = resultIndices.map { Scalar(numbers.number(in: 0.5...2), as: results[$0]) }
        isSingle = program.functions.contains { "\($0)".contains("f32") }
    }

    func run(_ source: String) throws {
        let count = original.results.count
        let values = try Self.evaluate(original, point, in: program)
        guard values.allSatisfy({ !$0.element.isFloat || $0.double.isFinite }) else { return }
        let forward = try simplified.forward.map { try Self.evaluate($0, point + direction, in: simplified.program) }
        let outlinedForward = try outlined.forward.map { try Self.evaluate($0, point + direction, in: outlined.program) }
        let (primal, cotangents) = try pulledBack(simplified)
        let (plainPrimal, plainCotangents) = try pulledBack(plain)
        let (outlinedPrimal, outlinedCotangents) = try pulledBack(outlined)
        for other in [forward, primal, plainPrimal, outlinedForward, outlinedPrimal].compactMap(\.self) {
            #expect(zip(values, other).allSatisfy(isSame), "the value of\n\(source)\nat \(point): \(values), then \(other)")
        }

        let tangents = forward.map { $0.dropFirst(count).map(\.double) }
        for variant in stored {
            let (otherPrimal, other) = try pulledBack(variant)
            #expect(zip(values, otherPrimal).allSatisfy(isSame), "stored otherwise: \(otherPrimal), not \(values) in\n\(source)")
            #expect(
                zip(cotangents, other).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN },
                "stored otherwise: \(other), not \(cotangents) in\n\(source)\nat \(point)")
        }
        guard ((tangents ?? []) + cotangents + plainCotangents).allSatisfy(\.isFinite) else { return }
        let forwardTerms = zip(seeds, tangents ?? []).map { $0.double * $1 }
        let reverseTerms = zip(direction, cotangents).map { $0.double * $1 }
        let reverseDot = reverseTerms.reduce(0, +)
        let dot = tangents == nil ? reverseDot : forwardTerms.reduce(0, +)
        let size = 1 + (forwardTerms + reverseTerms).reduce(0) { $0 + $1.magnitude }
        // Single precision loses digits where large terms cancel inside.
        let tolerance = isSingle ? 2e-3 : 1e-10
        #expect((dot - reverseDot).magnitude <= tolerance * size, "\(dot) forward, \(reverseDot) in reverse in\n\(source)\nat \(point)")
        func expectAgreement(_ left: [Double], _ right: [Double], _ other: String) {
            for (left, right) in zip(left, right) {
                #expect(
                    (left - right).magnitude <= tolerance * (size + right.magnitude),
                    "\(left), but \(right) \(other) in\n\(source)\nat \(point)")
            }
        }
        expectAgreement(cotangents, plainCotangents, "without laws")
        expectAgreement(cotangents, outlinedCotangents, "through calls")
        if let tangents, let outlinedForward {
            expectAgreement(tangents, outlinedForward.dropFirst(count).map(\.double), "through calls, forward")
        }

        for (variant, name) in [(simplified, "simplified"), (plain, "plain"), (outlined, "with calls")] {
            for jacobian in variant.jacobians {
                let mode = jacobian.name
                let results = try Self.evaluate(jacobian.function, point, in: variant.program)
                #expect(zip(values, results).allSatisfy(isSame), "the value beside the Jacobian of\n\(source)\nat \(point)")
                let entries = jacobian.dense(results.dropFirst(count).map(\.double), rows: resultIndices.count, columns: wrt.count)
                let products = resultIndices.indices.map { row in
                    wrt.indices.reduce(0) { $0 + entries[row * wrt.count + $1] * direction[$1].double }
                }
                let transposed = wrt.indices.map { column in
                    resultIndices.indices.reduce(0) { $0 + entries[$1 * wrt.count + column] * seeds[$1].double }
                }
                expectAgreement(products, tangents ?? [], "from the differential; Jacobian, \(mode), \(name)")
                expectAgreement(transposed, cotangents, "from the pullback; Jacobian, \(mode), \(name)")
            }
        }

        try checkSecondOrder(source, cotangents: cotangents, size: size)

        let difference = CentralDifference(at: 1, isSingle: isSingle) { time in
            var moved = point
            for (index, tangent) in zip(wrt, direction) {
                moved[index] = Scalar(point[index].double + (time - 1) * tangent.double, as: point[index].element)
            }
            guard let values = try? Self.evaluate(original, moved, in: program) else { return nil }
            return zip(resultIndices, seeds).reduce(0) { $0 + values[$1.0].double * $1.1.double }
        }
        guard let difference else { return }
        #expect(
            (difference.derivative - dot).magnitude <= 10 * difference.error + (isSingle ? 1e-2 : 1e-6) * size,
            "\(dot), by differences \(difference.derivative) ± \(difference.error) in\n\(source)\nat \(point)")
    }

    /// Hessian and product against each other, without laws, and against differences of the pullback along the direction.
    private func checkSecondOrder(_ source: String, cotangents: [Double], size: Double) throws {
        guard let hvp = simplified.hvp, let hessian = simplified.hessians.first?.function, !isSingle else { return }
        let results = try Self.evaluate(hvp, point + direction, in: simplified.program).map(\.double)
        let (gradient, product) = (results.prefix(wrt.count), Array(results.dropFirst(wrt.count)))
        let entries = try Self.evaluate(hessian, point, in: simplified.program).map(\.double)
        guard (product + entries).allSatisfy(\.isFinite) else { return }
        let scale = 1 + entries.reduce(0) { $0 + $1.magnitude }
        func expect(_ left: Double, _ right: Double, within tolerance: Double, _ text: String) {
            #expect((left - right).magnitude <= tolerance * (size + scale), "\(left), but \(right) \(text) in\n\(source)\nat \(point)")
        }
        for (index, component) in gradient.enumerated() {
            expect(component * seeds[0].double, cotangents[index], within: 1e-10, "by the pullback")
        }
        for (variant, name) in [(simplified, "simplified"), (plain, "plain"), (outlined, "with calls")] {
            guard let hvp = variant.hvp else { continue }
            let again = try Self.evaluate(hvp, point + direction, in: variant.program).dropFirst(wrt.count).map(\.double)
            for row in wrt.indices { expect(product[row], again[row], within: 1e-9, "by the product, \(name)") }
            for hessian in variant.hessians {
                let results = try Self.evaluate(hessian.function, point, in: variant.program).map(\.double)
                let entries = hessian.dense(results, rows: wrt.count, columns: wrt.count)
                for row in wrt.indices {
                    let sum = wrt.indices.reduce(0) { sum, column in
                        let place = hessian.pattern == nil ? (row, column) : (max(row, column), min(row, column))
                        return sum + entries[place.0 * wrt.count + place.1] * direction[column].double
                    }
                    expect(product[row], sum, within: 1e-9, "by the Hessian, \(hessian.name), \(name)")
                }
            }
        }
        for row in wrt.indices {
            let difference = CentralDifference(at: 1, isSingle: false) { time in
                var moved = point
                for (index, tangent) in zip(wrt, direction) {
                    moved[index] = Scalar(point[index].double + (time - 1) * tangent.double, as: point[index].element)
                }
                let zero = direction.map { Scalar(0, as: $0.element) }
                return try? Self.evaluate(hvp, moved + zero, in: simplified.program)[row].double
            }
            guard let difference else { continue }
            let allowed = 10 * difference.error + 1e-6 * (size + scale)
            #expect(
                (difference.derivative - product[row]).magnitude <= allowed,
                "\(product[row]), by differences \(difference.derivative) ± \(difference.error) in\n\(source)\nat \(point)")
        }
    }

    private func pulledBack(_ variant: Variant) throws -> (values: [Scalar], cotangents: [Double]) {
        let results = try evaluate(variant, \.primal, point)
        let count = original.results.count
        let cotangents = try evaluate(variant, \.pullback, results.dropFirst(count) + seeds)
        return (Array(results.prefix(count)), cotangents.map(\.double))
    }

    private static let arrayCount = RandomSource.arrayCount

    private static func evaluate(_ function: Function, _ numbers: some Collection<Scalar>, in program: Program) throws -> [Scalar] {
        var rest = Array(numbers)[...]
        let arguments = function.parameters.map { parameter -> Datum in
            guard function.type(of: parameter).isArray else { return .scalar(rest.removeFirst()) }
            defer { rest.removeFirst(arrayCount) }
            return .array(Array(rest.prefix(arrayCount)))
        }
        return try Interpreter.run(function, arguments, in: program).flatMap(\.elements)
    }

    private func evaluate(_ variant: Variant, _ function: KeyPath<Variant, Function>, _ arguments: [Scalar]) throws -> [Scalar] {
        try Self.evaluate(variant[keyPath: function], arguments, in: variant.program)
    }

    private func isSame(_ left: Scalar, _ right: Scalar) -> Bool {
        left == right || left.element.isFloat && right.element.isFloat && left.double.isNaN && right.double.isNaN
    }
}
