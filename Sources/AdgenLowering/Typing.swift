import AdgenIR
import AdgenSyntax

/// What an expression is, before its surroundings are known.
enum Typing: Equatable, Sendable {
    /// A number or a Bool of this type.
    case value(ValueType.Element)
    /// Made of literals only: takes the type that its surroundings ask for.
    case literal(LiteralTraits)
    /// A value made of several numbers.
    case aggregate(TypeID)
    /// A tuple or array as written, an implicit member, or a choice between such: the surroundings give it its type.
    case display
    /// `&x`.
    case place(TypeID)
    case type(TypeID)
    /// `SIMD4` or `InlineArray` without what stands between angle brackets.
    case family
    case module, roundingRules, roundingRule
    /// Names a function; only a call may do that.
    case function
    /// Names nothing known; the one who uses it says so.
    case unresolved
    /// `a..<b`: only a subscript of a vector or matrix takes it.
    case range
    case void, string
    /// Already reported: whatever follows from it is not.
    case failed
}

/// What is known about an expression made of literals.
struct LiteralTraits: OptionSet, Sendable {
    let rawValue: UInt8

    /// Int will not do.
    static let float = LiteralTraits(rawValue: 1)
    /// Has no type of its own where the surroundings give none.
    static let needsContext = LiteralTraits(rawValue: 2)
    static let holdsCall = LiteralTraits(rawValue: 4)
}

extension Typing {
    @inline(__always)
    var isFailed: Bool {
        if case .failed = self { true } else { false }
    }

    @inline(__always)
    var isBool: Bool {
        if case .value(.bool) = self { true } else { false }
    }

    /// The type it has where nothing else decides: Swift's default for literals.
    var defaultElement: ValueType.Element? {
        switch self {
        case .value(let element): element
        case .literal(let traits): traits.contains(.needsContext) ? nil : traits.contains(.float) ? .f64 : .int
        default: nil
        }
    }

    func fits(_ element: ValueType.Element) -> Bool {
        switch self {
        case .value(let own): own.isSame(as: element)
        case .literal(let traits): traits.contains(.float) ? element.isFloatingPoint : !element.isSame(as: .bool)
        default: false
        }
    }

    /// The one type of two operands; nil where they have different ones. Both are values or literals.
    static func joined(_ left: Typing, _ right: Typing) -> Typing? {
        switch (left, right) {
        case (.literal(let left), .literal(let right)): .literal(left.union(right))
        case (.value(let element), _): right.fits(element) ? left : nil
        case (_, .value(let element)): left.fits(element) ? right : nil
        default: nil
        }
    }

    func with(_ traits: LiteralTraits) -> Typing {
        if case .literal(let own) = self { .literal(own.union(traits)) } else { self }
    }
}

// Comparing enums of other modules goes through a witness table; these do not.
extension ValueType.Element {
    @inline(__always)
    func isSame(as other: ValueType.Element) -> Bool {
        switch (self, other) {
        case (.f32, .f32), (.f64, .f64), (.int, .int), (.bool, .bool): true
        case (.f32, _), (.f64, _), (.int, _), (.bool, _): false
        }
    }

    @inline(__always)
    var isFloatingPoint: Bool {
        switch self {
        case .f32, .f64: true
        case .int, .bool: false
        }
    }
}

/// What a name, a member or a call stands for.
enum Resolution: Sendable {
    case none
    /// A variable or a part of one: its first leaf.
    case variable(Int32)
    /// A part of a value: the number of its first leaf.
    case part(Int32)
    case global(Int32)
    case constant(NamedConstant)
    /// An entry of `NamedConstant.globals`.
    case number(Int16)
    /// An entry of `Module.spellings`.
    case library(Int16)
    /// A function of the files.
    case function(Int32)
    case conversion
    /// The number of elements of an array or vector whose type says it.
    case count(Int32)
    /// An element of an array, and how many it has.
    case arrayElement(Int32), arrayCount
    /// Arguments that are the leaves of the value, one after the other.
    case joined
    /// Arguments and default values that are the stored properties of a struct.
    case memberwise
    /// An entry of `CheckedBody.accessors`.
    case accessors(Int32)
    /// One argument that is every element of the value.
    case repeated
    case vector(VectorOperation)
    case tensor(TensorOperation)
    case roundingRule(Op.RoundingRule)
    /// Two places that exchange their values.
    case exchange
}

/// A parameter or a local variable.
struct Variable: Sendable {
    let name: Symbol
    /// A value or `failed`.
    let typing: Typing
    /// Its first leaf among those of all variables.
    let start: Int32
    let isConstant: Bool
    let isParameter: Bool
    var isInitialized: Bool
}

/// A body with what its expressions mean; the emitter takes it as it is.
struct CheckedBody: Sendable {
    var body: Body
    let file: Int
    /// What is asked of statements.
    var marks = StatementMarks()
    /// By expression.
    var typings: [Typing]
    var resolutions: [Resolution]
    /// Parameters, then local variables in the order in which they are declared.
    var variables: [Variable] = []
    /// How many leaves the variables have.
    var leafCount = 0
    /// The first leaf of `self`.
    var selfStart = 0
    /// Calls of functions of the files.
    var calls: [Call] = []
    /// Messages of checks.
    var messages: [String] = []

    /// Computed properties that are assigned.
    var accessors: [Accessors] = []

    /// A computed property of the value that the leaves from `start` on are.
    struct Accessors: Sendable {
        let getter: Int
        let setter: Int
        let start: Int
        let count: Int
    }

    struct Call: Sendable {
        let callee: Int
        let range: SourceRange
    }

    init(_ body: Body, file: Int) {
        self.body = body
        self.file = file
        typings = Array(repeating: .failed, count: body.nodes.count)
        resolutions = Array(repeating: .none, count: body.nodes.count)
        // Most statements declare one.
        variables.reserveCapacity(body.statements.count)
    }

    @inline(__always)
    subscript(id: ExpressionID) -> Expression { body.nodes[Int(id.index)].expression }

    @inline(__always)
    func range(_ id: ExpressionID) -> SourceRange { body.nodes[Int(id.index)].range }

    @inline(__always)
    func typing(_ id: ExpressionID) -> Typing { typings[Int(id.index)] }

    @inline(__always)
    func resolution(_ id: ExpressionID) -> Resolution { resolutions[Int(id.index)] }

    /// Without parentheses around it.
    func bare(_ id: ExpressionID) -> ExpressionID {
        var id = id
        while case .parenthesized(let inner) = self[id] { id = inner }
        return id
    }

    /// `1.5` or `-1.5`, in parentheses or not: a literal to Swift, which reads it in the type that it converts to.
    func isBareLiteral(_ id: ExpressionID) -> Bool {
        switch self[bare(id)] {
        case .integerLiteral, .floatLiteral: true
        case .prefix(.minus, let operand): isNumberLiteral(operand)
        default: false
        }
    }

    /// `self.init(…)`.
    func isDelegation(_ id: ExpressionID) -> Bool {
        guard case .call(let callee, _) = self[id], case .member(let base?, .initializer) = self[callee],
            case .name(.selfValue) = self[base]
        else { return false }
        return true
    }

    func isNumberLiteral(_ id: ExpressionID) -> Bool {
        switch self[id] {
        case .integerLiteral, .floatLiteral: true
        default: false
        }
    }
}
