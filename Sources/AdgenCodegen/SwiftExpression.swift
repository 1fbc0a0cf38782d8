import AdgenIR

/// An expression: an index into `Body.expressions`, or a value by itself, which needs no place there.
struct Expression: Hashable {
    /// Below -1 for values.
    private let index: Int32

    static let none = Expression(index: -1)
    var isNone: Bool { index == -1 }

    init(index: Int) { self.index = Int32(truncatingIfNeeded: index) }
    init(_ value: Value) { index = -2 - value.index }

    /// Where it is not in the arena.
    var value: Value? { index < -1 ? Value(-2 - Int(index)) : nil }
    var place: Int { Int(index) }
}

/// Consecutive expressions in `Body.children`.
struct ExpressionList {
    var start: Int32
    var count: Int32
}

/// Swift expressions, as far as they are emitted: plain data in one arena.
enum SwiftExpression {
    /// A name that stands for itself: a type, a parameter, `.down`.
    case name(Identifier)
    /// A value of the function, called what its `Place` says: no element of the arena.
    case value(Value)
    case literal(Scalar)
    /// A string literal: a symbol of the function.
    case text(symbol: Int32)
    case prefix(SwiftOperator, Expression)
    case infix(SwiftOperator, Expression, Expression)
    case ternary(Expression, Expression, Expression)
    case member(Expression, Identifier)
    /// `&x`.
    case reference(Expression)
    /// `a[3]`, `a[2, 3]`.
    case element(Expression, Int32)
    case entry(Expression, row: Int32, column: Int32)
    /// `name(…)`.
    case call(Identifier, ExpressionList)
    /// `first.name(rest…)`.
    case method(Identifier, ExpressionList)
    /// `(…)`.
    case tuple(ExpressionList)
    /// `[…]`.
    case array(ExpressionList)
    /// `name: …`, inside lists.
    case labelled(Identifier, Expression)
}

/// Statements in a flat list; `open`, `otherwise` and `close` bracket blocks.
enum SwiftStatement {
    /// The primal line that the statements below reverse, as a comment.
    case heading(Position)
    /// `let name: Type = …`, or `var` where something accumulates onto it.
    case define(Value, Expression)
    /// `name += …`: the first value lives on as the second.
    case accumulate(Value, onto: Value, Expression)
    /// `let (a, b) = …`; `_` for what is not used, and nothing for what is part of a tape.
    case destructure(Values, Expression)
    /// A call that takes or returns aggregates, and `let a: Double = result.x` for each of the values that is used.
    case unpack(Values, UserCall)
    case declare(Value)
    case assign(Value, Expression)
    /// `var name: [Double] = …`, `let` where nothing changes it.
    case variable(Value, Expression)
    /// `var y: Vector<Double> = x.unwritten()` and the call of the function that writes it.
    case loop(LoopStatement)
    /// `name[3] += …`.
    case addAt(Value, Int32, Expression)
    /// `for index in name.indices { name[index] += …[index] }`.
    case addAll(Value, Expression)
    case discard(Expression)
    case perform(Expression)
    case open(Expression)
    case otherwise
    case close
}

/// A call of a function of the user's, by the index in `Body.userCalls` of what it takes besides.
struct UserCall: Hashable {
    var index: Int32
}

/// What surrounds a call of a function of the user's.
struct Surroundings {
    /// Locals that hold aggregates.
    struct Variable {
        var name: Identifier
        var type: Identifier
        var value: Expression
        /// Whether the call changes it.
        var isChanged = false
    }

    /// The `inout` arguments and the instance.
    var arguments: [Variable] = []
    /// What the call returns; its name is `none` where nobody reads that.
    var result: Variable
    /// By value: how it is reached. Where the result is a number, it is its own value.
    var paths: [Identifier]
}

/// Swift's precedence groups, loosest first.
enum Precedence: UInt8, Comparable {
    case any, ternary, disjunction, conjunction, comparison, addition, multiplication, prefix, postfix

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

    var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .postfix }
}

enum SwiftOperator: UInt8, CaseIterable {
    case plus, minus, times, divide, remainder
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case and, or, not
    /// Of vectors, matrices and lanes, element by element.
    case eachEqual, eachNotEqual, eachLess, eachLessOrEqual, eachGreater, eachGreaterOrEqual

    var text: StaticString {
        switch self {
        case .plus: "+"
        case .minus: "-"
        case .times: "*"
        case .divide: "/"
        case .remainder: "%"
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .and: "&&"
        case .or: "||"
        case .not: "!"
        case .eachEqual: ".=="
        case .eachNotEqual: ".!="
        case .eachLess: ".<"
        case .eachLessOrEqual: ".<="
        case .eachGreater: ".>"
        case .eachGreaterOrEqual: ".>="
        }
    }

    init(_ text: String) {
        guard let match = SwiftOperator.allCases.first(where: { "\($0.text)" == text }) else {
            preconditionFailure("no operator is spelled \(text)")
        }
        self = match
    }

    /// The same for each element.
    var elementwise: SwiftOperator {
        switch self {
        case .equal: .eachEqual
        case .notEqual: .eachNotEqual
        case .less: .eachLess
        case .lessOrEqual: .eachLessOrEqual
        case .greater: .eachGreater
        case .greaterOrEqual: .eachGreaterOrEqual
        default: self
        }
    }

    /// The same comparison with its operands exchanged.
    var exchanged: SwiftOperator {
        switch self {
        case .eachLess: .eachGreater
        case .eachLessOrEqual: .eachGreaterOrEqual
        case .eachGreater: .eachLess
        case .eachGreaterOrEqual: .eachLessOrEqual
        default: self
        }
    }

    /// As an infix operator.
    var precedence: Precedence {
        switch self {
        case .plus, .minus: .addition
        case .times, .divide, .remainder: .multiplication
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .eachEqual, .eachNotEqual, .eachLess, .eachLessOrEqual,
            .eachGreater, .eachGreaterOrEqual:
            .comparison
        case .and: .conjunction
        case .or: .disjunction
        case .not: .prefix
        }
    }
}

/// What a value is called, and where it lives.
struct Place {
    var name = Identifier.none
    /// The aggregate that holds it: `direction`, `tape`, `tape.stage1`; none for a local or a parameter.
    var container = Identifier.none
    /// The stage that defines it; `Place.entry` for what enters the function.
    var stage: Int32 = Place.entry
    /// True where the container or the name is a parameter of every stage function.
    var isReachable = false
    /// True where something accumulates onto it: it is a `var`.
    var isMutated = false
    /// True where it is held by a tape that another value stands for.
    var isRecorded = false
    /// True where a tape keeps it, in what it holds of the stage.
    var isKept = false

    static let entry: Int32 = -1
}

/// The Swift code of one IR function: statements and what its results are called.
struct Body {
    var expressions = Table<SwiftExpression>()
    var children = Table<Expression>()
    var statements = Table<SwiftStatement>()
    /// By value.
    var places = Table<Place>()
    var userCalls: [Surroundings] = []
    var loops: [LoopCall] = []
    /// The values that stand for whole tapes.
    var tapes: [Value: TapeType] = [:]
    /// By value: the local that holds it among others, which is no value of the function; empty where there is none.
    var holders = Table<Value>()
    /// By such a local: the first value that it holds.
    var firstHeld: [Value: Value] = [:]
    /// Parts of such locals, and of a tape, that hold many values. See Note [Large parts].
    var parts: [LargePart] = []
    /// By container: the part that it leads through; empty where there are none.
    var ways = Table<LargePart.Way>()
    /// By array that is the value of a variable: the value with which the variable begins.
    var variables: [Value: Value] = [:]

    struct TapeType {
        var name: String
        var layout: Layout
        var isPrivate: Bool
    }
    /// What the function returns.
    var result = Expression.none

    mutating func clear(valueCount: Int) {
        expressions.removeAll()
        // About as many as values, as far as they are no values themselves.
        expressions.reserve(valueCount)
        children.removeAll()
        statements.removeAll()
        // Headings among them.
        statements.reserve(valueCount + valueCount / 2)
        places.removeAll()
        places.append(repeating: Place(), count: valueCount)
        userCalls.removeAll()
        loops.removeAll()
        tapes.removeAll()
        holders.removeAll()
        firstHeld.removeAll()
        parts.removeAll()
        ways.removeAll()
        variables.removeAll()
        result = .none
    }

    /// What has to be at hand where `value` is read: itself, or what holds it.
    func holder(of value: Value) -> Value {
        guard Int(value.index) < holders.count else { return value }
        let holder = holders[Int(value.index)]
        return holder == .none ? value : holder
    }

    mutating func add(_ expression: SwiftExpression) -> Expression {
        expressions.append(expression)
        return Expression(index: expressions.count - 1)
    }

    mutating func list(_ first: Expression) -> ExpressionList {
        children.append(first)
        return ExpressionList(start: Int32(truncatingIfNeeded: children.count - 1), count: 1)
    }

    mutating func list(_ first: Expression, _ second: Expression) -> ExpressionList {
        children.append(first)
        children.append(second)
        return ExpressionList(start: Int32(truncatingIfNeeded: children.count - 2), count: 2)
    }

    mutating func list(_ elements: [Expression]) -> ExpressionList {
        let start = Int32(truncatingIfNeeded: children.count)
        children.append(contentsOf: elements)
        return ExpressionList(start: start, count: Int32(elements.count))
    }

    subscript(expression: Expression) -> SwiftExpression {
        if let value = expression.value { return .value(value) }
        return expressions[expression.place]
    }

    /// The type of `value`, a value of `function`, as Swift writes it.
    func typeText(_ value: Value, of function: Function) -> String {
        if !tapes.isEmpty, let tape = tapes[value] { return tape.name }
        return function.type(of: value).swiftName
    }

    /// Whether two values have one type in Swift. Inlined: else the body and the function are copied for it.
    @inline(__always)
    func haveOneType(_ value: Value, _ other: Value, in function: Function) -> Bool {
        tapes.isEmpty
            ? function.type(of: value) == function.type(of: other) : typeText(value, of: function) == typeText(other, of: function)
    }
}
