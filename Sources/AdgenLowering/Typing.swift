import AdgenIR
import AdgenSyntax

/// What an expression is, before its surroundings are known.
enum Typing: Equatable, Sendable {
    /// A number or a Bool of this type.
    case value(ValueType.Element)
    /// Made of literals only: takes the type that its surroundings ask for.
    case literal(LiteralTraits)
    /// A value made of several.
    case aggregate(TypeID)
    case type(ValueType.Element)
    case aggregateType(TypeID)
    case module, roundingRules, roundingRule
    /// Names a function; only a call may do that.
    case function
    /// Names nothing known; the one who uses it says so.
    case unresolved
    case void, string
    /// Elements in parentheses or brackets that may hold literals: takes the type that its surroundings ask for.
    case tuple, array
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

    /// A number or Bool, of a certain type or not.
    @inline(__always)
    var isNumber: Bool {
        switch self {
        case .value, .literal: true
        default: false
        }
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
    case variable(Int32)
    case global(Int32)
    case constant(NamedConstant)
    /// An entry of `NamedConstant.globals`.
    case number(Int16)
    /// An entry of `Module.spellings`.
    case library(Int16)
    /// A function of the files.
    case function(Int32)
    case conversion
    case roundingRule(Op.RoundingRule)
    /// Some of the leaves of what stands before the period or bracket: the first one's offset.
    case part(Int32)
    /// The same of `self`, which is not written.
    case ownPart(Int32)
    /// A computed property of what stands before the period, or of `self`.
    case getter(Int32)
    /// The memberwise initializer of a struct.
    case memberwise
    /// An InlineArray or SIMD value from its elements, or from one.
    case elements, repeating
    /// Every lane of a SIMD value is this number.
    case filled(Int8)
    /// All lanes of a SIMD value, combined from the first to the last.
    case reduction(Op.Reduction)
    case count(Int32)
}

extension Op {
    /// How `sum()`, `min()` and `max()` of SIMD values combine lanes.
    enum Reduction: Sendable { case sum, min, max }
}

/// A parameter or a local variable.
struct Variable: Sendable {
    let name: Symbol
    /// A value or `failed`.
    let typing: Typing
    let isConstant: Bool
    let isParameter: Bool
    var isInitialized: Bool
    /// The first of its values among those of all variables, and how many it has.
    let leaf: Int32
    let leafCount: Int32
}

/// A body with what its expressions mean; the emitter takes it as it is.
struct CheckedBody: Sendable {
    var body: Body
    let file: Int
    /// By expression.
    var typings: [Typing]
    var resolutions: [Resolution]
    /// Parameters, then local variables in the order in which they are declared.
    var variables: [Variable] = []
    /// Of all variables.
    var leafCount: Int32 = 0
    /// `self`, -1 where there is none.
    var ownVariable: Int32 = -1
    /// Calls of functions of the files.
    var calls: [Call] = []
    /// Messages of checks.
    var messages: [String] = []

    struct Call: Sendable {
        let callee: Int
        let range: SourceRange
    }

    init(_ body: Body, file: Int) {
        self.body = body
        self.file = file
        typings = Array(repeating: .failed, count: body.expressions.count)
        resolutions = Array(repeating: .none, count: body.expressions.count)
    }

    @inline(__always)
    subscript(id: ExpressionID) -> Expression { body.expressions[Int(id.index)] }

    @inline(__always)
    func range(_ id: ExpressionID) -> SourceRange { body.ranges[Int(id.index)] }

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

    func isNumberLiteral(_ id: ExpressionID) -> Bool {
        switch self[id] {
        case .integerLiteral, .floatLiteral: true
        default: false
        }
    }

    /// The variable, and the offset in it, that a name or path such as `t.q.x` stands for.
    func place(_ id: ExpressionID) -> (variable: Int, offset: Int)? {
        var id = bare(id)
        var offset = 0
        while true {
            switch (self[id], resolution(id)) {
            case (.name, .variable(let variable)): return (Int(variable), offset)
            case (.name, .ownPart(let own)): return (Int(ownVariable), offset + Int(own))
            case (.member(let base?, _), .part(let part)), (.tupleElement(let base, _), .part(let part)),
                (.subscript(let base, _), .part(let part)):
                offset += Int(part)
                id = bare(base)
            default: return nil
            }
        }
    }
}
