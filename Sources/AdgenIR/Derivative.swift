/// How an op linearizes. Only ops that are linear in an operand say how they transpose: reverse mode of everything else
/// is the transpose of its linearization.
///
/// In rules `x` are the operands, `y` is the result, `dx` tangents and `ct` a cotangent.
package enum Derivative: Sendable {
    /// The result never carries a tangent: comparisons, roundings, integers.
    case zero
    /// dy = Σ partialᵢ(x, y) · dxᵢ; nil where the operand carries no tangent.
    case elementwise([Partial?])
    /// y = Σ xᵢ, but the operand number `negating` with the other sign.
    case sum(negating: Int? = nil)
    /// y is linear in the operands for which `apply` takes tangents; the others are primal.
    case linear(apply: Tangent, transpose: Dual)
    /// The same, where the cotangent of an operand needs its extents: sums give theirs to every term.
    case reduction(apply: Tangent, expand: Expand)
    /// y is read from x₀: `apply` as above, and `accumulate` adds the cotangent of y to that of x₀ in place.
    case part(apply: Tangent, accumulate: Accumulate)
    /// y = op(x₀, x₁) is linear in each operand alone: dy = op(dx₀, x₁) + op(x₀, dx₁), and the cotangent of x₀ is
    /// op(ct, x₁), that of x₁ is op(x₀, ct).
    case bilinear
    /// The same, where `left` and `right` say what the cotangents of x₀ and of x₁ are.
    case contraction(left: Half, right: Half)
    /// The same, where the cotangent of an operand needs its extents. Further operands are Ints.
    case convolution(expand: Expand)
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

/// Emits the cotangent of operand `index`, which is of `type`, from the result's; nil where it is structurally zero. Of the operands
/// only those that are not linear are there.
package typealias Dual =
    @Sendable (inout Builder, _ op: Op, _ x: Operands, _ index: Int, _ type: ValueType, _ ct: Value) -> Value?

/// Emits the cotangent of one operand from the result's and the other operand.
package typealias Half = @Sendable (inout Builder, _ op: Op, _ ct: Value, _ other: Value) -> Value

/// Emits the cotangent of operand `index`, a tensor with these extents, from the result's. Of the operands only those that are not linear
/// are there.
package typealias Expand =
    @Sendable (inout Builder, _ op: Op, _ x: Operands, _ index: Int, _ ct: Value, _ extents: Operands) -> Value

/// Emits the cotangent of an array or tensor, consumed and changed by the cotangent of what has been read from it. Of the operands only those
/// that are not linear are there.
package typealias Accumulate = @Sendable (inout Builder, _ op: Op, _ x: Operands, _ cotangent: Value, _ ct: Value) -> Value

/// The operands of an op with at most three, inline.
@usableFromInline package struct Operands: Hashable, Sendable {
    @usableFromInline package var first: Value
    @usableFromInline package var second: Value
    @usableFromInline package var third: Value
    @usableFromInline let length: Int32

    @inlinable package var count: Int { Int(length) }

    @inlinable static var none: Value { Value(-1) }

    @inlinable package init() { self.init(Self.none, Self.none, Self.none, count: 0) }
    @inlinable package init(_ first: Value) { self.init(first, Self.none, Self.none, count: 1) }
    @inlinable package init(_ first: Value, _ second: Value) { self.init(first, second, Self.none, count: 2) }
    @inlinable package init(_ first: Value, _ second: Value, _ third: Value) { self.init(first, second, third, count: 3) }

    @inlinable init(_ first: Value, _ second: Value, _ third: Value, count: Int32) {
        self.first = first
        self.second = second
        self.third = third
        length = count
    }

    /// At most three values of `store`, beginning with number `start`.
    @inlinable @inline(__always) init(_ store: Table<Value>, from start: Int, count: Int) {
        self.init(count: count)
        if count > 0 { first = store[start] }
        if count > 1 { second = store[start + 1] }
        if count > 2 { third = store[start + 2] }
    }

    /// Appends them to `store`.
    @inline(__always) func append(to store: inout Table<Value>) {
        store.reserve(3)
        let place = store.base + store.count
        (place[0], place[1], place[2]) = (first, second, third)
        store.count &+= count
    }

    /// Room for `count` operands, to be filled by subscript.
    @inlinable @inline(__always) package init(count: Int) {
        precondition(count <= 3, "ops with more than three operands are structural")
        self.init(Self.none, Self.none, Self.none, count: Int32(truncatingIfNeeded: count))
    }

    /// The same number of operands, each replaced.
    @inlinable @inline(__always) package func map(_ transform: (Value) -> Value) -> Operands {
        var operands = self
        if count > 0 { operands.first = transform(first) }
        if count > 1 { operands.second = transform(second) }
        if count > 2 { operands.third = transform(third) }
        return operands
    }

    @inlinable package subscript(index: Int) -> Value {
        get {
            precondition(index < count, "there is no such operand")
            return index == 0 ? first : index == 1 ? second : third
        }
        set {
            switch index {
            case 0: first = newValue
            case 1: second = newValue
            default: third = newValue
            }
        }
    }
}

/// The tangents of an op's operands, nil for a symbolic zero.
@usableFromInline package struct Tangents: Sendable {
    @usableFromInline package var first: Value?
    @usableFromInline package var second: Value?
    @usableFromInline package var third: Value?

    @inlinable package init(_ first: Value? = nil, _ second: Value? = nil, _ third: Value? = nil) {
        self.first = first
        self.second = second
        self.third = third
    }

    /// Those of `operands`, as far as there are any.
    @inlinable @inline(__always) package init(of operands: Operands, _ tangent: (Value) -> Value?) {
        self.init(
            operands.count > 0 ? tangent(operands.first) : nil, operands.count > 1 ? tangent(operands.second) : nil,
            operands.count > 2 ? tangent(operands.third) : nil)
    }

    /// Whether there are none.
    @inlinable package var areZero: Bool { first == nil && second == nil && third == nil }

    @inlinable package subscript(index: Int) -> Value? {
        get { index == 0 ? first : index == 1 ? second : third }
        set {
            switch index {
            case 0: first = newValue
            case 1: second = newValue
            default: third = newValue
            }
        }
    }
}
