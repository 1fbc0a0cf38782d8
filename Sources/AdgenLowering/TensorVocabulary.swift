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
            one("exp", .exp), one("expm1", .expm1), one("log", .log), one("log1p", .log1p), one("exp2", .exp2),
            one("log2", .log2), one("log10", .log10), one("sin", .sin), one("cos", .cos),
            one("tan", .tan), one("tanh", .tanh), one("sigmoid", .sigmoid), one("softplus", .softplus), one("erf", .erf),
            one("cbrt", .cbrt), one("sqrt", .sqrt), one("abs", .abs), two("pow", .pow), two("max", .max), two("min", .min),
            two("dot", .dot), two("outer", .outer), one("logSumExp", .logSumExp), one("softmax", .softmax),
            TensorSpelling("withoutDerivative", .free, ["at"], .op(.withoutDerivative)),
            TensorSpelling("relu", .free, [nil], .relu),
            TensorSpelling("clamp", .free, [nil, nil, nil], .op(.clamp)),
            TensorSpelling("choose", .free, [nil, nil, nil], .op(.select)),
            TensorSpelling("norm", .free, [nil], .norm(.two)),
            TensorSpelling("max", .method, [], .op(.largest)), TensorSpelling("min", .method, [], .smallest),
            TensorSpelling("row", .method, [nil], .line(.rows)), TensorSpelling("column", .method, [nil], .line(.columns)),
            TensorSpelling("slice", .method, ["from", "count"], .op(.slice(.rows))),
            TensorSpelling("slice", .method, ["rowsFrom", "count"], .op(.slice(.rows))),
            TensorSpelling("slice", .method, ["columnsFrom", "count"], .op(.slice(.columns))),
            TensorSpelling("gatheringRows", .method, [nil], .op(.gatherRows)),
            TensorSpelling("reshaped", .method, ["rows", "columns"], .reshaped),
            TensorSpelling("flattened", .property, [], .flattened),
            TensorSpelling("Matrix", .free, ["repeatingColumn", "count"], .op(.spread(.rows))),
            TensorSpelling("Matrix", .free, ["repeatingRow", "count"], .op(.spread(.columns))),
            TensorSpelling("conv2d", .free, [nil, nil, "height", "width", "window"], .window(.conv2d)),
            TensorSpelling("maxPool", .free, [nil, "height", "width", "window"], .window(.maxPool)),
            TensorSpelling("averagePool", .free, [nil, "height", "width", "window"], .window(.averagePool)),
            TensorSpelling("sum", .method, [], .op(.sum)), TensorSpelling("mean", .method, [], .mean),
            TensorSpelling("transposed", .method, [], .op(.transposed)),
            TensorSpelling("count", .property, [], .op(.count)), TensorSpelling("rows", .property, [], .op(.rows)),
            TensorSpelling("columns", .property, [], .op(.columns)),
        ] + products + reductions + norms + concatenations

    private static let products: [TensorSpelling] = Op.Transposition.allCases.map { transposition in
        let labels = (transposition.isLeft ? ["transposingA"] : []) + (transposition.isRight ? ["transposingB"] : [])
        return TensorSpelling("matmul", .free, [nil, nil] + labels, .product(transposition))
    }

    private static let reductions: [TensorSpelling] = Op.Axis.allCases.flatMap { axis in
        [
            TensorSpelling("sum", .method, ["along"], .along(.sumAlong(axis), axis)),
            TensorSpelling("mean", .method, ["along"], .meanAlong(axis)),
            TensorSpelling("logSumExp", .method, ["along"], .along(.logSumExpAlong(axis), axis)),
            TensorSpelling("max", .method, ["along"], .along(.largestAlong(axis), axis)),
            TensorSpelling("min", .method, ["along"], .smallestAlong(axis)),
        ]
    }

    private static let norms: [TensorSpelling] = TensorOperation.Norm.allCases.map { TensorSpelling("norm", .free, [nil, nil], .norm($0)) }

    private static let concatenations: [TensorSpelling] =
        [TensorSpelling("concatenate", .free, [nil, nil], .concatenate(nil))]
        + Op.Axis.allCases.map { TensorSpelling("concatenate", .free, [nil, nil, "along"], .concatenate($0)) }

    /// Whether a call with these labels can be meant: one part more is one label more.
    func takes(_ labels: [String?]) -> Bool {
        guard case .concatenate(let axis) = operation else { return labels == self.labels }
        let parts = axis == nil ? labels[...] : labels.dropLast()
        return (axis == nil || labels.last == "along") && parts.count >= 2 && parts.allSatisfy { $0 == nil }
    }
}

/// An op on the operands as they are written, or what stands for several.
enum TensorOperation: Sendable {
    case op(Op)
    /// The op on the first arguments; the others are its attributes.
    case leading(Op, count: Int)
    /// What the constants among the arguments make a `leading` of.
    case window(Window)
    case line(Op.Axis)
    case norm(Norm)
    /// The negative of the largest of the negatives.
    case smallest, smallestAlong(Op.Axis)
    case reshaped, flattened
    /// `v[a..<b]`, `m[a..<b, c..<d]`.
    case part
    /// Of vectors, or of matrices along an axis.
    case concatenate(Op.Axis?)
    /// `max(x, 0)`.
    case relu
    /// The sum by the count.
    case mean
    /// The last arguments say `true` for what is taken transposed.
    case product(Op.Transposition)
    /// The last argument is the axis.
    case along(Op, Op.Axis)
    case meanAlong(Op.Axis)

    enum Window: Sendable {
        case conv2d, maxPool, averagePool

        /// How many tensors it takes.
        var count: Int { self == .conv2d ? 2 : 1 }

        func op(_ sampling: Op.Sampling) -> Op {
            switch self {
            case .conv2d: .conv2d(sampling)
            case .maxPool: .maxPool(sampling)
            case .averagePool: .averagePool(sampling)
            }
        }
    }

    enum Norm: CaseIterable, Sendable {
        case one, two, infinity
    }

    /// What the last argument names, where it names anything.
    func word(labels: [String?]) -> String? {
        switch self {
        case .along(_, let axis), .meanAlong(let axis), .smallestAlong(let axis): "\(axis)"
        case .concatenate(let axis): axis.map { "\($0)" }
        case .norm(let norm): labels.count == 2 ? "\(norm)" : nil
        default: nil
        }
    }

    /// Whether an operand is an Int.
    func isInt(_ index: Int) -> Bool {
        switch self {
        case .reshaped, .part, .op(.spread), .op(.slice): index > 0
        default: false
        }
    }

    /// How many of the operands are values.
    func valueCount(of count: Int) -> Int {
        switch self {
        case .op, .relu, .mean, .reshaped, .part, .smallest, .flattened: count
        case .product: 2
        case .along, .meanAlong, .smallestAlong, .line, .norm: 1
        case .leading(_, let count): count
        case .window(let window): window.count
        case .concatenate(let axis): axis == nil ? count : count - 1
        }
    }

    /// The type of the result, nil where the operands do not fit.
    func resultType(_ operands: [ValueType]) -> ValueType? {
        let op: Op
        switch self {
        case .op(let own), .along(let own, _), .leading(let own, _): op = own
        case .relu: op = .sqrt
        case .mean, .norm, .smallest: op = .sum
        case .product(let transposition): op = .matmul(transposition)
        case .meanAlong(let axis), .smallestAlong(let axis): op = .sumAlong(axis)
        case .line(let axis): op = .line(axis, 0)
        case .flattened: return operands[0].form == .matrix ? operands[0].with(.vector) : nil
        case .part: return operands[0]
        case .reshaped: return operands[0].isTensor ? operands[0].with(.matrix) : nil
        case .concatenate(let axis):
            let isFine = operands.allSatisfy { $0 == operands[0] } && operands[0].form == (axis == nil ? .vector : .matrix)
            return isFine ? operands[0] : nil
        case .window: return nil
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
