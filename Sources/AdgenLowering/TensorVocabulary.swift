import AdgenIR

/// What AdgenRuntime can do with vectors and matrices, as it spells it.
struct TensorSpelling: Sendable {
    enum Form: Sendable {
        /// `dot(a, b)`.
        case free
        /// `x.sum()`.
        case method
        /// `x.rows`.
        case property
    }

    let name: String
    let form: Form
    /// Argument labels, without the receiver.
    let labels: [String?]
    let operation: TensorOperation

    private init(_ name: String, _ form: Form, _ labels: [String?], _ operation: TensorOperation) {
        self.name = name
        self.form = form
        self.labels = labels
        self.operation = operation
    }

    private static func one(_ name: String, _ op: Op) -> TensorSpelling { TensorSpelling(name, .free, [nil], .op(op)) }
    private static func two(_ name: String, _ op: Op) -> TensorSpelling { TensorSpelling(name, .free, [nil, nil], .op(op)) }

    static let all: [TensorSpelling] =
        [
            one("exp", .exp), one("expm1", .expm1), one("log", .log), one("log1p", .log1p), one("sin", .sin), one("cos", .cos),
            one("tan", .tan), one("tanh", .tanh), one("sigmoid", .sigmoid), one("softplus", .softplus), one("erf", .erf),
            one("cbrt", .cbrt), one("sqrt", .sqrt), one("abs", .abs), two("pow", .pow), two("max", .max), two("min", .min),
            two("dot", .dot), two("outer", .outer), one("logSumExp", .logSumExp), one("softmax", .softmax),
            TensorSpelling("withoutDerivative", .free, ["at"], .op(.withoutDerivative)),
            TensorSpelling("relu", .free, [nil], .relu),
            TensorSpelling("clamp", .free, [nil, nil, nil], .clamp),
            TensorSpelling("sum", .method, [], .op(.sum)), TensorSpelling("mean", .method, [], .mean),
            TensorSpelling("transposed", .method, [], .op(.transposed)),
            TensorSpelling("count", .property, [], .op(.count)), TensorSpelling("rows", .property, [], .op(.rows)),
            TensorSpelling("columns", .property, [], .op(.columns)),
        ] + products + reductions

    private static let products: [TensorSpelling] = Op.Transposition.allCases.map { transposition in
        let labels = (transposition.isLeft ? ["transposingA"] : []) + (transposition.isRight ? ["transposingB"] : [])
        return TensorSpelling("matmul", .free, [nil, nil] + labels, .product(transposition))
    }

    private static let reductions: [TensorSpelling] = Op.Axis.allCases.flatMap { axis in
        [
            TensorSpelling("sum", .method, ["along"], .along(.sumAlong(axis), axis)),
            TensorSpelling("mean", .method, ["along"], .meanAlong(axis)),
            TensorSpelling("logSumExp", .method, ["along"], .along(.logSumExpAlong(axis), axis)),
        ]
    }
}

/// An op on the operands as they are written, or what stands for several.
enum TensorOperation: Sendable {
    case op(Op)
    /// `max(x, 0)`.
    case relu
    /// `min(max(x, low), high)`.
    case clamp
    /// The sum by the count.
    case mean
    /// The last arguments say `true` for what is taken transposed.
    case product(Op.Transposition)
    /// The last argument is the axis.
    case along(Op, Op.Axis)
    case meanAlong(Op.Axis)

    /// The axis that the last argument names.
    var axis: Op.Axis? {
        switch self {
        case .along(_, let axis), .meanAlong(let axis): axis
        case .op, .relu, .clamp, .mean, .product: nil
        }
    }

    /// How many of the operands are values.
    func valueCount(of count: Int) -> Int {
        switch self {
        case .op, .relu, .clamp, .mean: count
        case .product: 2
        case .along, .meanAlong: 1
        }
    }

    /// The type of the result, nil where the operands do not fit.
    func resultType(_ operands: [ValueType]) -> ValueType? {
        let op: Op =
            switch self {
            case .op(let op), .along(let op, _): op
            case .relu: .sqrt
            case .clamp: .fma
            case .mean: .sum
            case .product(let transposition): .matmul(transposition)
            case .meanAlong(let axis): .sumAlong(axis)
            }
        let type = try? op.resultType(operandCount: operands.count) { operands[$0] }
        return type.flatMap(\.self)
    }
}

extension TensorSpelling: CustomStringConvertible {
    var description: String {
        form == .property ? name : name + "(" + labels.map { ($0 ?? "_") + ":" }.joined() + ")"
    }
}
