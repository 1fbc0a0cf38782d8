import AdgenIR
import AdgenTransforms

/// One op on parameters of its own: what the tables of ops are tested through.
struct OpFunction {
    let op: Op
    let function: Function
    /// Indices of the parameters that are floats.
    let floats: [Int]

    /// `op` on operands of the given float element. Nil where the op has no such form, or no single result.
    init?(_ op: Op, _ element: ValueType.Element = .f64) {
        guard let types = op.operandTypes(element) else { return nil }
        var builder = Builder(name: "test")
        let parameters = types.map { builder.parameter($0) }
        let result: Value
        switch parameters.count {
        case 0: result = builder.emit(op)
        case 1: result = builder.emit(op, parameters[0])
        case 2: result = builder.emit(op, parameters[0], parameters[1])
        default: result = builder.emit(op, parameters[0], parameters[1], parameters[2])
        }
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

    func arguments(_ numbers: [Double]) -> [Scalar] {
        zip(function.parameters, numbers).map { Scalar($1, as: function.type(of: $0).element) }
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
        case .check, .conditional, .call: nil
        }
    }

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

    private func residuals(_ x: [Scalar]) throws -> [Scalar] {
        Array(try run(primal, x).dropFirst(valueCount))
    }

    func differential(_ x: [Scalar], _ dx: [Scalar]) throws -> [Double] {
        try run(linear, residuals(x) + dx).map(\.double)
    }

    func cotangents(_ x: [Scalar], _ ct: [Scalar]) throws -> [Double] {
        try run(pullback, residuals(x) + ct).map(\.double)
    }

    var problems: [String] {
        [primal, linear, pullback].flatMap { $0.verify(in: Program()) }
    }
}

/// ∂y/∂xᵢ for every parameter of `wrt`, by forward mode, each alone: none is a sum with zero times infinity.
func partials(of function: Function, wrt: [Int], at x: [Scalar]) throws -> [Double] {
    try wrt.map { index in
        try Derived(function, wrt: [index]).differential(x, [Scalar(1, as: function.type(of: function.parameters[index]).element)])[0]
    }
}

func run(_ function: Function, _ x: [Scalar]) throws -> [Scalar] {
    try Interpreter.evaluate(function, x, in: Program())
}
