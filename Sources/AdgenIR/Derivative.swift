/// How an op linearizes. Only ops that are linear in an operand say how they transpose: reverse mode of everything else
/// is the transpose of its linearization.
///
/// In rules `x` are the operands, `y` is the result, `dx` tangents and `ct` a cotangent.
package enum Derivative: Sendable {
    /// The result never carries a tangent: comparisons, roundings, integers.
    case zero
    /// dy = Σ partialᵢ(x, y) · dxᵢ; nil where the operand carries no tangent.
    case elementwise([Partial?])
    /// y is linear in the operands for which `apply` takes tangents; the others are primal.
    case linear(apply: Tangent, transpose: Dual)
    /// y = op(x₀, x₁) is linear in each operand alone: dy = op(dx₀, x₁) + op(x₀, dx₁), and the cotangent of x₀ is
    /// op(ct, x₁), that of x₁ is op(x₀, ct).
    case bilinear
    /// dy in terms of other ops, transposed like any program.
    case composite(Tangent)
    /// Conditionals and calls: linearize and transpose know them.
    case structural
    /// Runs in order, carries nothing.
    case ordered
}

/// Emits ∂y/∂xᵢ.
package typealias Partial = @Sendable (inout Builder, _ op: Op, _ x: Operands, _ y: Value) -> Value

/// Emits dy from the tangents that are there; the op says what a missing one means. Never called with all missing.
package typealias Tangent = @Sendable (inout Builder, _ op: Op, _ x: Operands, _ y: Value, _ dx: Tangents) -> Value?

/// Emits the cotangent of operand `index` from the result's, nil where it is structurally zero.
package typealias Dual = @Sendable (inout Builder, _ op: Op, _ x: Operands, _ index: Int, _ ct: Value) -> Value?

/// The operands of an op with at most three, inline.
package struct Operands: Sendable {
    private let first: Value
    private let second: Value
    private let third: Value
    package let count: Int

    package init(_ values: some Collection<Value>) {
        precondition(values.count <= 3, "ops with more than three operands are structural")
        count = values.count
        var rest = values.makeIterator()
        let none = Value(-1)
        first = rest.next() ?? none
        second = rest.next() ?? none
        third = rest.next() ?? none
    }

    package subscript(index: Int) -> Value {
        precondition(index < count, "operand \(index) of \(count)")
        return index == 0 ? first : index == 1 ? second : third
    }
}

/// The tangents of an op's operands, nil for a symbolic zero.
package struct Tangents: Sendable {
    private var first: Value?
    private var second: Value?
    private var third: Value?

    package init(_ first: Value?, _ second: Value? = nil, _ third: Value? = nil) {
        self.first = first
        self.second = second
        self.third = third
    }

    package subscript(index: Int) -> Value? { index == 0 ? first : index == 1 ? second : third }
}
