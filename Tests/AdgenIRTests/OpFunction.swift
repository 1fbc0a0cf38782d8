import AdgenIR
import AdgenTransforms
import Testing

/// One op on parameters of its own: what the tables of ops are tested through. Points, directions and derivatives are lists of numbers,
/// three for an array.
struct OpFunction {
    let op: Op
    let function: Function
    /// Indices of the parameters that are floats.
    let floats: [Int]

    static let arrayCount = 3

    /// How many numbers a value of `type` is in these tests.
    static func count(_ type: ValueType) -> Int { type.rank == 2 ? arrayCount * arrayCount : type.rank == 1 ? arrayCount : 1 }

    /// `op` on operands of the given float element. Nil where the op has no such form, or no single result.
    init?(_ op: Op, _ element: ValueType.Element = .f64) {
        guard let types = op.operandTypes(element) else { return nil }
        self.init(op, on: types)
    }

    /// `op` on operands of these types.
    init(_ op: Op, on types: [ValueType]) {
        var builder = Builder(name: "test")
        let parameters = types.map { builder.parameter($0) }
        var result: Value
        switch parameters.count {
        case 0: result = builder.emit(op)
        case 1: result = builder.emit(op, parameters[0])
        case 2: result = builder.emit(op, parameters[0], parameters[1])
        default: result = builder.emit(op, parameters[0], parameters[1], parameters[2])
        }
        // Derivatives are those of numbers: of a sum over the elements in which each counts differently.
        if builder.type(of: result).isArray, types.contains(where: \.isFloat) { result = builder.weightedSquares(of: result) }
        self.op = op
        function = builder.finish(results: [result])
        floats = types.indices.filter { types[$0].isFloat }
    }

    /// The op with its second operand fixed.
    init(_ op: Op, second: Double) {
        var builder = Builder(name: "test")
        let x = builder.parameter(.f64)
        let constant = builder.constant(second, like: x)
        self.op = op
        let result = builder.emit(op, x, constant)
        function = builder.finish(results: [result])
        floats = [0]
    }

    /// Whether tangents can pass.
    var isDifferentiable: Bool { !floats.isEmpty && function.type(of: function.results[0]).isFloat }

    var resultElement: ValueType.Element { function.type(of: function.results[0]).element }

    func arguments(_ numbers: [Double]) -> [Datum] {
        data(numbers, like: function.parameters.map(function.type))
    }

    /// Which of the numbers of a point are floats.
    var floatNumbers: [Int] {
        let isFloat = function.parameters.flatMap { parameter in
            let type = function.type(of: parameter)
            return Array(repeating: type.isFloat, count: Self.count(type))
        }
        return isFloat.indices.filter { isFloat[$0] }
    }

    /// A tangent for each float parameter.
    func tangents(_ numbers: [Double]) -> [Datum] {
        data(numbers, like: floats.map { function.type(of: function.parameters[$0]) })
    }
}

/// Values of `types` from their numbers.
func data(_ numbers: [Double], like types: [ValueType]) -> [Datum] {
    var rest = numbers[...]
    return types.map { type in
        guard type.isArray else { return .scalar(Scalar(rest.removeFirst(), as: type.element)) }
        let elements = rest.prefix(OpFunction.count(type)).map { Scalar($0, as: type.element) }
        rest.removeFirst(elements.count)
        return type.rank == 2 ? .matrix(columns: OpFunction.arrayCount, elements) : .array(elements)
    }
}

func numbers(_ data: [Datum]) -> [Double] { data.flatMap(\.elements).map(\.double) }

extension Builder {
    fileprivate mutating func weightedSquares(of array: Value) -> Value {
        if type(of: array).isTensor { return emit(.sum, emit(.multiply, array, array)) }
        var sum: Value?
        for index in 0..<OpFunction.arrayCount {
            let element = emit(.element(Int32(index)), array)
            let weight = constant(Double(index) + 2, like: element)
            let term = emit(.multiply, emit(.multiply, element, element), weight)
            sum = sum.map { emit(.add, $0, term) } ?? term
        }
        return sum!
    }
}

extension Op {
    /// Operand types of an instance on `element`.
    func operandTypes(_ element: ValueType.Element) -> [ValueType]? {
        let type = ValueType(element)
        return switch definition.typeRule {
        case .float(let arity): Array(repeating: type, count: arity)
        case .double: element == .f64 ? [type] : nil
        case .floatTest, .convert: [type]
        case .comparison: [type, type]
        case .select: [.bool, type, type]
        case .integer:
            if case .integer(.negate) = self { [.int] } else if case .integer(.magnitude) = self { [.int] } else { [.int, .int] }
        case .not: [.bool]
        case .constant: []
        case .count, .element: [ValueType(element, .array)]
        case .zeros: self == .zeros(element) ? [.int] : nil
        case .addAt: [ValueType(element, .array), type]
        case .arrays(let arity): Array(repeating: ValueType(element, .array), count: arity)
        case .tensor(let rule): rule.operandTypes(type)
        case .splat, .pair, .lane, .check, .conditional, .loop, .call: nil
        }
    }

    /// On tensors alone, and on numbers among them: forms of ops that numbers have too.
    static let onTensors: [OpOnTensors] =
        catalogue.flatMap { op -> [OpOnTensors] in
            guard case .float(let arity) = op.definition.typeRule, !notOnTensors.contains(op) else { return [] }
            let forms: [[ValueType.Form]] =
                arity == 1 ? [[.vector], [.matrix]] : [[.vector, .vector], [.matrix, .matrix], [.vector, .scalar], [.scalar, .matrix]]
            return arity > 2 ? [] : forms.map { OpOnTensors(op: op, forms: $0) }
        } + [OpOnTensors(op: .matmul(.none), forms: [.matrix, .vector]), OpOnTensors(op: .matmul(.left), forms: [.matrix, .vector])]
        + [Op.sum, .logSumExp, .softmax, .largest, .norm].map { OpOnTensors(op: $0, forms: [.matrix]) }
        + [OpOnTensors(op: .clamp, forms: [.matrix, .scalar, .scalar])]
        + [OpOnTensors(op: .element(1), forms: [.vector]), OpOnTensors(op: .addAt(1), forms: [.vector, .scalar])]
        + [OpOnTensors(op: .copy, forms: [.matrix])]

    /// Their derivatives choose lazily, or test for what tensors cannot be tested for.
    private static let notOnTensors: [Op] = [.hypot, .asinh, .atan2, .maximum, .minimum, .fmax, .fmin, .withoutDerivative]

    /// Those that `Builder.emit` makes.
    static let simple = catalogue.filter { $0.operandTypes(.f64) != nil }
    static let differentiable = simple.filter { OpFunction($0)?.isDifferentiable == true }
    /// Those whose derivatives differences of values tell: all but rounding to Float and what hides its derivative.
    static let smooth = differentiable.filter { $0 != .convert(.f32) && $0 != .withoutDerivative }
}

/// A function with its derivatives by the passes, run by the interpreter.
struct Derived {
    let primal: Function
    let linear: Function
    let pullback: Function
    private let valueCount: Int

    init(_ function: Function, wrt: [Int]) {
        let linearized = linearize(function, wrt: wrt)
        primal = linearized.primal
        linear = linearized.linear
        pullback = transpose(linear)
        valueCount = function.results.count
    }

    /// x → (y, gradient) of a function with one result, a function like any other.
    var gradient: Function { composeGradient(primal: primal, pullback: pullback) }

    private func residuals(_ x: [Datum]) throws -> [Datum] {
        Array(try run(primal, x).dropFirst(valueCount))
    }

    func differential(_ x: [Datum], _ dx: [Datum]) throws -> [Double] {
        try numbers(run(linear, residuals(x) + dx))
    }

    func cotangents(_ x: [Datum], _ ct: [Datum]) throws -> [Double] {
        try numbers(run(pullback, residuals(x) + ct))
    }

    var problems: [String] {
        [primal, linear, pullback].flatMap { $0.verify(in: Program()) }
    }
}

/// ∂y/∂xᵢ for every number of the parameters `wrt`, by forward mode, each parameter alone: none is a sum with zero times infinity.
func partials(of function: Function, wrt: [Int], at x: [Datum]) throws -> [Double] {
    try wrt.flatMap { index in
        let type = function.type(of: function.parameters[index])
        let derived = Derived(function, wrt: [index])
        let count = x[index].elements.count
        return try (0..<count).map { unit in
            let elements = (0..<count).map { Scalar($0 == unit ? 1 : 0, as: type.element) }
            return try derived.differential(x, [type.isArray ? x[index].with(elements) : .scalar(elements[0])])[0]
        }
    }
}

/// A function of scalars.
func run(_ function: Function, _ x: [Scalar]) throws -> [Scalar] {
    try Interpreter.evaluate(function, x, in: Program())
}

func run(_ function: Function, _ x: [Datum]) throws -> [Datum] {
    try Interpreter.run(function, x, in: Program())
}

/// An op on operands of these forms.
struct OpOnTensors: CustomTestStringConvertible, Sendable {
    let op: Op
    let forms: [ValueType.Form]

    var testDescription: String { "\(op.mnemonic) on \(forms)" }

    var function: OpFunction { OpFunction(op, on: forms.map { ValueType(.f64, $0) }) }

    /// Points made of those of the op on numbers.
    var samples: [[Double]] {
        // Large numbers would drown the others in the sum.
        let small = op.definition.samples.filter { $0.allSatisfy { $0.magnitude <= 4 } }
        let own = small.isEmpty ? op.definition.samples : small
        if case .tensor = op.definition.typeRule {
            let count = forms.reduce(0) { $0 + OpFunction.count(ValueType(.f64, $1)) }
            return [(0..<count).map { number -> Double in Double(number * number % 7) * 0.75 - Double(number) * 0.1 }]
        }
        var point: [Double] = []
        for (operand, form) in forms.enumerated() {
            // A number meets elements of all samples: beside them, where max and its like have no kinks.
            let shift = form == .scalar ? 0.0371 : 0
            for number in 0..<OpFunction.count(ValueType(.f64, form)) { point.append(own[number % own.count][operand] + shift) }
        }
        return [point]
    }
}

extension TensorRule {
    func operandTypes(_ type: ValueType) -> [ValueType] {
        let (vector, matrix) = (type.with(.vector), type.with(.matrix))
        return switch self {
        case .extent, .sumAlong, .transposed: [matrix]
        case .broadcast: [type, .int]
        case .spread: [vector, .int]
        case .sum, .same: [vector]
        case .dot, .outer: [vector, vector]
        case .product: [matrix, matrix]
        case .bounded: [vector, type, type]
        case .indexed(let count): Array(repeating: matrix, count: count) + [ValueType(.int, .array)]
        case .likes(let count, let ints): Array(repeating: vector, count: count) + Array(repeating: .int, count: ints)
        case .forms(let forms, let ints, _): forms.map { type.with($0) } + Array(repeating: .int, count: ints)
        }
    }
}
