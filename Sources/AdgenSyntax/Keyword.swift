/// The words the parser knows. Every `SymbolTable` interns them first and in this order, so their symbols are constants.
package enum Keyword: Int32, CaseIterable, Sendable {
    // Reserved: a token of kind `.keyword` unless in backticks.
    case `as`, `associatedtype`, `break`, `case`, `catch`, `class`, `continue`, `default`, `defer`, `deinit`, `do`, `else`, `enum`
    case `extension`, `fallthrough`, `false`, `fileprivate`, `for`, `func`, `guard`, `if`, `import`, `in`, initializer, `inout`, `internal`
    case `is`, `let`, `nil`, `operator`, `precedencegroup`, `private`, `protocol`, `public`, `repeat`, `rethrows`, `return`, selfValue
    case `static`, `struct`, `subscript`, `super`, `switch`, `throw`, `throws`, `true`, `try`, `typealias`, `var`, `where`, `while`
    case wildcard

    // Modifiers that are ordinary names elsewhere.
    case open, package, final, mutating, nonmutating, override, lazy, weak, unowned, optional, required, convenience, dynamic
    case indirect, nonisolated, isolated, consuming, borrowing, distributed, prefix, postfix, infix

    // Other words with a meaning in some place.
    case actor, async, await, reasync, macro, sending, opaque, any, each, of, unsafe, consume, copy, yield, discard
    case get, set, willSet, didSet
    case oldConsuming, oldOwned, oldShared
    case elseif, endif, available, unavailable, selector, keyPath

    var symbol: Symbol { Symbol(rawValue) }

    var text: String {
        switch self {
        case .initializer: "init"
        case .selfValue: "self"
        case .opaque: "some"
        case .wildcard: "_"
        case .oldConsuming: "__consuming"
        case .oldOwned: "__owned"
        case .oldShared: "__shared"
        default: "\(self)"
        }
    }

    static let lastReserved = Keyword.wildcard

    /// Whether a declaration may carry this word before its introducer; `class` is a modifier only before `func` and the like.
    var isModifier: Bool {
        switch self {
        case .public, .private, .internal, .fileprivate, .static, .oldConsuming: true
        default: rawValue >= Keyword.open.rawValue && rawValue <= Keyword.infix.rawValue
        }
    }
}

extension Symbol {
    /// `_`, as the name in a tuple that discards an element: `(a, _) = f()`.
    package static let wildcard = Keyword.wildcard.symbol
    /// `self`, which an expression names as any other variable.
    package static let selfValue = Keyword.selfValue.symbol
    /// `init`, the name of every initializer.
    package static let initializer = Keyword.initializer.symbol
}
