/// Everything that is known about one kind of op. The closures receive the op, so attributes reach them.
package final class OpDefinition: Sendable {
    /// The word in printed IR; attributes follow behind a dot (`compare.less`).
    package let mnemonic: String
    package let typeRule: TypeRule
    /// The number of operands where all are floats of one type, as the result is; 0 for other ops.
    let floatCount: Int
    package let derivative: Derivative
    /// The specification that kernels and emitted code are held to.
    package let evaluate: Evaluate
    /// The same for an op with an array among its operands or as its result, nil for all others.
    package let evaluateArrays: EvaluateArrays?
    package let effect: Effect
    package let spelling: Spelling
    package let cost: Cost
    /// Points inside the smooth domain, one number for each operand, three for an array; tests differentiate there.
    package let samples: [[Double]]

    package init(
        _ mnemonic: String, _ typeRule: TypeRule, derivative: Derivative, evaluate: @escaping Evaluate = notEvaluated,
        evaluateArrays: EvaluateArrays? = nil, effect: Effect = .none, spelling: Spelling, cost: Cost, samples: [[Double]] = []
    ) {
        self.mnemonic = mnemonic
        self.typeRule = typeRule
        floatCount = if case .float(let arity) = typeRule { arity } else { 0 }
        self.derivative = derivative
        self.evaluate = evaluate
        self.evaluateArrays = evaluateArrays
        self.effect = effect
        self.spelling = spelling
        self.cost = cost
        self.samples = samples
    }
}

/// A result, or the reason why the original program would have stopped here.
package typealias Evaluate = @Sendable (Op, [Scalar]) throws(Trap) -> Scalar

/// The same on scalars and arrays.
package typealias EvaluateArrays = @Sendable (Op, [Datum]) throws(Trap) -> Datum

/// For ops that the interpreter runs itself, and those on arrays.
package let notEvaluated: Evaluate = { op, _ throws(Trap) -> Scalar in
    preconditionFailure("\(op) is no function of scalars")
}

/// The point at which a Swift program would trap.
package struct Trap: Error, Equatable, Sendable {
    package let reason: String
    package init(_ reason: String) { self.reason = reason }
}

/// How operand types determine the result's type.
package enum TypeRule: Equatable, Sendable {
    /// `arity` operands of one float element, numbers or tensors of one form; the result has that form.
    /// A number serves all lanes that the operators of arithmetic take.
    case float(arity: Int)
    /// One f64; the result is f64: what the platform has in double precision alone.
    case double
    /// One float; a Bool.
    case floatTest
    /// Two operands of one type; a Bool. With a tensor among them: 1 where it holds, else 0, element by element.
    case comparison
    /// A Bool and two operands of one type; the result has that type. With a tensor first: by whether its element is 0.
    case select
    /// A scalar; as many lanes of it as the op says.
    case splat
    /// Two floats of one type; a vector of both.
    case pair
    /// A vector; a scalar.
    case lane
    /// Ints; the arity is the operation's.
    case integer
    case not
    /// Any number; the op's element.
    case convert
    case constant
    /// An array of floats or a tensor; an Int.
    case count
    /// An array of floats; one of them.
    case element
    /// An Int; an array of the op's element.
    case zeros
    /// An array of floats and one such float; an array like it.
    case addAt
    /// Arrays of one type, as many as `arity` says; the result has that type.
    case arrays(arity: Int)
    case tensor(TensorRule)
    /// A Bool; no result.
    case check
    /// A Bool and two regions whose results have the same types; results like theirs.
    case conditional
    /// Tensors of one type and numbers, and a region of numbers; tensors of that form and sums.
    case loop
    /// The callee's parameters; the callee's results.
    case call
}

/// The types of vectors and matrices, of one float element.
package enum TensorRule: Equatable, Sendable {
    /// A matrix; an Int.
    case extent
    /// A number and one or two Ints; a vector or a matrix.
    case broadcast
    /// A vector and an Int; a matrix.
    case spread
    /// A tensor; a number.
    case sum
    /// A matrix; a vector.
    case sumAlong
    /// A tensor; its like.
    case same
    /// Two vectors; a number.
    case dot
    /// Two vectors; a matrix.
    case outer
    /// A matrix; a matrix.
    case transposed
    /// A matrix and a matrix or, not transposed, a vector; the like of the second.
    case product
    /// As many matrices as `count` says, and an array of Ints; a matrix.
    case indexed(count: Int)
    /// A tensor and two numbers; its like.
    case bounded
    /// As many tensors of one form as `count` says, and Ints; their like.
    case likes(count: Int, ints: Int)
    /// Operands of these forms, and Ints; the result has the last form.
    case forms([ValueType.Form], ints: Int, ValueType.Form)
}

/// What else an op may do besides computing its result, from little to much.
@usableFromInline package enum Effect: UInt8, CaseIterable, Comparable, Sendable, BitwiseCopyable {
    case none
    /// May stop the program: must not run where the original would not have run it.
    case traps
    /// Runs in order and is never removed.
    case ordered

    @usableFromInline package static func < (left: Effect, right: Effect) -> Bool { left.rawValue < right.rawValue }
}

/// How Swift spells an op.
package enum Spelling: Equatable, Sendable {
    case literal
    /// `a + b`; the strings are Swift's operators, so Swift's precedence holds.
    case infix(String)
    case prefix(String)
    /// `exp(x)`: a function of the platform's math library, the reason for the emitted import.
    case elementary(String)
    /// `max(x, y)`: a function of the standard library.
    case function(String)
    /// `Double.maximum(x, y)`.
    case staticFunction(String)
    /// `x.isFinite`: a property.
    case property(String)
    /// `x.addingProduct(y, z)`: a method on the first operand.
    case method(String)
    /// `x.rounded(.down)`, the rule from the attribute.
    case rounded
    /// `Double(x)`.
    case conversion
    /// `c ? a : b`.
    case ternary
    /// `SIMD8(repeating: x)`.
    case splat
    /// `SIMD2(x, y)`, `v[1]`.
    case pair, lane
    /// `x > 0 ? 1 : x < 0 ? -1 : 0`.
    case sign
    /// See `Op.guardedMultiply`.
    case guardedProduct
    /// `polygamma(1, x)` of AdgenRuntime.
    case polygamma
    /// `withoutDerivative(at: x)` of AdgenRuntime.
    case withoutDerivative
    /// `a[3]`.
    case element
    /// `[Double](repeating: 0, count: n)`.
    case zeros
    /// Statements on an array that is a variable: `a[3] += x`, `for i in a.indices { a[i] += b[i] }`, `var b = a`.
    case addAt, addAll, copy
    /// `Vector(repeating: x, count: n)`, `Matrix(rows: m, columns: n, repeating: x)`; `Matrix(repeatingRow: v, count: n)`.
    case broadcast, spread
    /// `m.sum(along: .rows)`: the word before the parentheses.
    case along(String)
    /// `matmul(a, b, transposingA: true)`.
    case product
    /// A call or a method whose arguments depend on the op's attributes: the word before the parentheses.
    case part(String), window(String)
    /// `a.add(x, row: 2, column: 3)`: a statement on a variable.
    case addPart
    case conditional, loop, call, check
}

/// Operation counts of one op, as cost lines report them.
package struct Cost: Hashable, Sendable {
    package var adds = 0
    package var multiplies = 0
    package var divides = 0
    package var elementaries = 0

    package init(adds: Int = 0, multiplies: Int = 0, divides: Int = 0, elementaries: Int = 0) {
        self.adds = adds
        self.multiplies = multiplies
        self.divides = divides
        self.elementaries = elementaries
    }

    package static let free = Cost()
    package static let add = Cost(adds: 1)
    package static let multiply = Cost(multiplies: 1)
    package static let divide = Cost(divides: 1)
    package static let elementary = Cost(elementaries: 1)

    package var total: Int { adds + multiplies + divides + elementaries }

    /// Calls double counts with each level: beyond this they stay the same.
    package static let limit = 1 << 56

    /// The sum of two counts.
    package static func sum(_ left: Int, _ right: Int) -> Int { min(left + right, limit) }

    package static func product(_ left: Int, _ right: Int) -> Int {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? limit : min(product, limit)
    }

    package static func + (left: Cost, right: Cost) -> Cost {
        Cost(
            adds: sum(left.adds, right.adds), multiplies: sum(left.multiplies, right.multiplies), divides: sum(left.divides, right.divides),
            elementaries: sum(left.elementaries, right.elementaries))
    }
}
