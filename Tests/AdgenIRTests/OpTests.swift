import AdgenDriver
import AdgenIR
import Support
import Testing

/// The table of ops, each held to its own declaration: types, derivatives against differences, forward against reverse,
/// second order, Float against Double.
@Suite struct OpTests {
    @Test func theCatalogueIsWhole() {
        #expect(Set(Op.catalogue.map(\.mnemonic)).count == Op.catalogue.count)
        for op in Op.simple { #expect(!op.definition.samples.isEmpty, "\(op) has no samples") }
    }

    /// What `Function.hasOnlyFloatOps` stands for.
    @Test(arguments: Op.catalogue) func opsOnFloatsDoNothingElse(_ op: Op) {
        if case .float = op.definition.typeRule { #expect(op.effect == .none && !op.isCall) }
    }

    @Test(arguments: Op.simple) func typesFollowTheRule(_ op: Op) throws {
        for element in [ValueType.Element.f32, .f64] {
            guard let types = op.operandTypes(element), let made = OpFunction(op, element) else { continue }
            #expect(made.function.verify(in: Program()) == [])
            let result = made.function.type(of: made.function.results[0]).element
            for sample in op.definition.samples {
                #expect(sample.count == types.reduce(0) { $0 + OpFunction.count($1) })
                #expect(try run(made.function, made.arguments(sample))[0].elements.allSatisfy { $0.element == result })
            }
            // One operand too few, one too many, and each operand of a wrong type.
            #expect(throws: TypeError.self) {
                try op.resultType(operandCount: types.count + 1) { types.isEmpty ? .f64 : types[$0 % types.count] }
            }
            if !types.isEmpty { #expect(throws: TypeError.self) { try op.resultType(operandCount: types.count - 1) { types[$0] } } }
            for wrong in types.indices {
                let isArray = types[wrong].isArray
                // Of another element, of another rank, and in lanes where the others are not.
                var others = [ValueType(types[wrong] == .bool ? .int : .bool), ValueType(types[wrong].element, isArray ? .scalar : .array)]
                if types.count > 1, !isArray, op.kind == .other { others.append(ValueType(types[wrong].element, lanes: 8)) }
                for other in others {
                    #expect(throws: TypeError.self) { try op.resultType(operandCount: types.count) { $0 == wrong ? other : types[$0] } }
                }
            }
        }
    }

    @Test(arguments: Op.simple) func onlyFloatsCarryTangents(_ op: Op) throws {
        let made = try #require(OpFunction(op))
        guard !made.isDifferentiable else { return }
        guard case .zero = op.definition.derivative else {
            Issue.record("\(op) has no floats and a derivative")
            return
        }
    }

    @Test(arguments: Op.smooth) func partialsAreDifferenceQuotients(_ op: Op) throws {
        let made = try #require(OpFunction(op))
        #expect(Derived(made.function, wrt: made.floats).problems == [])
        for sample in op.definition.samples {
            let partials = try partials(of: made.function, wrt: made.floats, at: made.arguments(sample))
            for (index, partial) in zip(made.floatNumbers, partials) {
                try expectDerivative(partial, at: sample, index) { try run(made.function, made.arguments($0))[0].number.double }
            }
        }
    }

    @Test(arguments: Op.onTensors) func opsOnTensorsHaveTheirDerivatives(_ case: OpOnTensors) throws {
        let made = `case`.function
        #expect(made.function.verify(in: Program()) == [])
        guard made.isDifferentiable else { return }
        let derived = Derived(made.function, wrt: made.floats)
        #expect(derived.problems == [])
        let second = Derived(derived.gradient, wrt: made.floats)
        #expect(second.problems == [])
        for sample in `case`.samples {
            let x = made.arguments(sample)
            let cotangents = try derived.cotangents(x, [.scalar(.f64(1))])
            for (place, index) in made.floatNumbers.enumerated() {
                let unit = made.floatNumbers.indices.map { $0 == place ? 1.0 : 0 }
                let partial = try derived.differential(x, made.tangents(unit))[0]
                #expect(abs(partial - cotangents[place]) <= 1e-13 * max(1, abs(partial)))
                try expectDerivative(partial, at: sample, index) { try run(made.function, made.arguments($0))[0].number.double }
                // Of the second derivatives, two columns are enough: a number of the first operand and one of the last.
                guard place == 0 || place == made.floatNumbers.count - 1 else { continue }
                let column = Array(try second.differential(x, made.tangents(unit)).dropFirst())
                let gradient = Remembered { try numbers(run(derived.gradient, made.arguments($0))) }
                for (row, entry) in column.enumerated() {
                    try expectDerivative(entry, at: sample, index) { try gradient($0)[row + 1] }
                }
                expectClose(try second.cotangents(x, [.scalar(.f64(0))] + made.tangents(unit)), column, within: 1e-11)
            }
        }
    }

    @Test(arguments: Op.differentiable) func pullbackIsTheTranspose(_ op: Op) throws {
        let made = try #require(OpFunction(op))
        let derived = Derived(made.function, wrt: made.floats)
        var random = SeededGenerator(seed: 7)
        for sample in op.definition.samples {
            let x = made.arguments(sample)
            // Numbers that Float holds, so that conversions are exact.
            let dx = made.floatNumbers.map { _ in Double(Float(random.number())) }
            let ct = Double(Float(random.number()))
            let dy = try derived.differential(x, made.tangents(dx))[0]
            let cotangents = try derived.cotangents(x, [.scalar(Scalar(ct, as: made.resultElement))])
            let forward = ct * dy
            let backward = zip(cotangents, dx).reduce(0) { $0 + $1.0 * $1.1 }
            let size = zip(cotangents, dx).reduce(1) { $0 + abs($1.0 * $1.1) }
            #expect(abs(forward - backward) <= 1e-14 * size, "\(op) at \(sample): \(forward), \(backward)")
        }
    }

    @Test(arguments: Op.smooth) func secondDerivativesAreDifferenceQuotients(_ op: Op) throws {
        let made = try #require(OpFunction(op))
        let gradient = Derived(made.function, wrt: made.floats).gradient
        let second = Derived(gradient, wrt: made.floats)
        #expect(second.problems == [])
        for sample in op.definition.samples {
            let units = made.floatNumbers.indices.map { unit in made.floatNumbers.indices.map { $0 == unit ? 1.0 : 0 } }
            for (unit, index) in zip(units, made.floatNumbers) {
                let direction = made.tangents(unit)
                let column = try second.differential(made.arguments(sample), direction).dropFirst()
                let values = Remembered { try numbers(run(gradient, made.arguments($0))) }
                for (row, entry) in column.enumerated() {
                    try expectDerivative(entry, at: sample, index) { try values($0)[row + 1] }
                }
            }
            // The Hessian is symmetric: its rows by reverse mode are its columns by forward mode.
            for unit in units {
                let reverse = try second.cotangents(made.arguments(sample), [.scalar(.f64(0))] + made.tangents(unit))
                let direction = made.tangents(unit)
                expectClose(reverse, Array(try second.differential(made.arguments(sample), direction).dropFirst()), within: 1e-12)
            }
        }
    }

    @Test(arguments: Op.differentiable) func floatPartialsAreAsGood(_ op: Op) throws {
        guard let narrow = OpFunction(op, .f32), let wide = OpFunction(op, .f64), op != .convert(.f64) else { return }
        for sample in op.definition.samples {
            let rounded = sample.map { Double(Float($0)) }
            let inFloat = try partials(of: narrow.function, wrt: narrow.floats, at: narrow.arguments(rounded))
            let inDouble = try partials(of: wide.function, wrt: wide.floats, at: wide.arguments(rounded))
            for (partial, exact) in zip(inFloat, inDouble) {
                #expect(ulps(Float(partial), Float(exact)) <= 4, "\(op) at \(sample): \(partial), \(exact)")
            }
        }
    }

    @Test(arguments: [ValueType.Element.f32, .f64]) func conversionsPassTangentsOn(_ element: ValueType.Element) throws {
        for target in [ValueType.Element.f32, .f64] {
            let made = try #require(OpFunction(.convert(target), element))
            let derived = Derived(made.function, wrt: [0])
            #expect(try derived.differential(made.arguments([2]), [.scalar(Scalar(3, as: element))]) == [3])
            #expect(try derived.cotangents(made.arguments([2]), [.scalar(Scalar(3, as: target))]) == [3])
            #expect(derived.pullback.type(of: derived.pullback.results[0]).element == element)
        }
    }

    /// Expects `derivative` to be what central differences of `function` in its argument `index` say, as far as they go.
    private func expectDerivative(_ derivative: Double, at x: [Double], _ index: Int, of function: ([Double]) throws -> Double) throws {
        let estimate = CentralDifference(at: x[index]) { moved in
            var point = x
            point[index] = moved
            return try? function(point)
        }
        let difference = try #require(estimate)
        let size = max(1, abs(derivative))
        #expect(difference.error < 1e-7 * size)
        #expect(
            abs(derivative - difference.derivative) <= 1e-10 * size + 10 * difference.error,
            "at \(x), \(index): \(derivative), \(difference)")
    }
}

/// A function that computes each point once: differences of all its results ask for the same points.
private final class Remembered {
    private let function: ([Double]) throws -> [Double]
    private var known: [[Double]: [Double]] = [:]

    init(_ function: @escaping ([Double]) throws -> [Double]) { self.function = function }

    func callAsFunction(_ x: [Double]) throws -> [Double] {
        if let result = known[x] { return result }
        let result = try function(x)
        known[x] = result
        return result
    }
}
