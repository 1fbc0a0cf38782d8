/// The parsed body of one function. Expressions lie in one flat array and refer to each other by index, so deep trees
/// neither cost an allocation a node nor recurse when they are freed.
package struct Body: Sendable {
    package var nodes: [Node] = []
    package var arguments: [Argument] = []
    package var statements: [Statement] = []
    /// Types of bindings, and those in the place of values.
    package var types: [TypeSyntax] = []
    package var diagnostics: [Diagnostic] = []

    package init() {}

    package subscript(id: ExpressionID) -> Expression { nodes[Int(id.index)].expression }
    package func range(_ id: ExpressionID) -> SourceRange { nodes[Int(id.index)].range }
}

/// An expression and where it stands.
package struct Node: Sendable {
    package let expression: Expression
    package let range: SourceRange
}

package struct ExpressionID: Hashable, Sendable {
    package let index: Int32
    package init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }
}

/// A range of `Body.arguments`.
package struct ArgumentList: Hashable, Sendable {
    package var start: Int32
    package var count: Int32
    package var indices: Range<Int> { Int(start)..<Int(start + count) }

    package init(start: Int, count: Int) {
        self.start = Int32(truncatingIfNeeded: start)
        self.count = Int32(truncatingIfNeeded: count)
    }
}

package struct Argument: Hashable, Sendable {
    package var label: Symbol?
    package var value: ExpressionID
}

package enum Expression: Sendable {
    /// The literal as written is the expression's range; a minus sign is never part of it.
    case integerLiteral
    case floatLiteral
    case boolLiteral(Bool)
    /// A single-line string without interpolation: allowed as the message of a check.
    case stringLiteral
    /// `self` is `Symbol.selfValue`; `_` is `Symbol.wildcard`, the element of a tuple that an assignment discards.
    case name(Symbol)
    /// What no name alone spells, `InlineArray<3, Double>` or `[3 of Double]`: an index in `Body.types`.
    case type(Int32)
    /// `base.name`, or `.name` with an implicit base.
    case member(base: ExpressionID?, name: Symbol)
    /// `t.0`.
    case tupleElement(base: ExpressionID, index: Int32)
    case call(callee: ExpressionID, ArgumentList)
    case `subscript`(base: ExpressionID, ArgumentList)
    /// `-`, `+`, `!`, or the `&` of an inout argument.
    case prefix(PrefixOperator, ExpressionID)
    case binary(BinaryOperator, ExpressionID, ExpressionID)
    /// `a..<b`.
    case range(ExpressionID, ExpressionID)
    case ternary(condition: ExpressionID, then: ExpressionID, otherwise: ExpressionID)
    /// `(a)`: one unlabelled element is parentheses, anything else a tuple.
    case parenthesized(ExpressionID)
    case tuple(ArgumentList)
    case arrayLiteral(ArgumentList)
    /// Parsed or skipped, and outside the language. `.invalid` is not Swift; `Body.diagnostics` says why.
    case unsupported(Construct)
}

package enum PrefixOperator: UInt8, Sendable { case minus, plus, not, ampersand }

package enum BinaryOperator: UInt8, CaseIterable, Sendable {
    case add, subtract, multiply, divide, remainder
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case and, or
    /// Of vectors and matrices, element by element.
    case eachEqual, eachNotEqual, eachLess, eachLessOrEqual, eachGreater, eachGreaterOrEqual
}

package enum Pattern: Sendable {
    case name(Symbol, SourceRange)
    case wildcard(SourceRange)
    case tuple([Pattern], SourceRange)
}

package struct Statement: Sendable {
    package enum Kind: Sendable {
        /// One binding of a `let` or `var`; `let a = 1, b = 2` is two statements, and `_ = x` is `let _ = x`. Its type is an index in
        /// `Body.types`.
        case binding(isVariable: Bool, Pattern, type: Int32?, initializer: ExpressionID?)
        /// `target = value`, or `target += value` with the operator.
        case assignment(target: ExpressionID, BinaryOperator?, value: ExpressionID)
        case `return`(ExpressionID?)
        case expression(ExpressionID)
        /// `if c {`, `} else {` or `}`, with the statements of the arms between them.
        case choice(ChoicePart)
        /// A statement outside the language, skipped to its end.
        case unsupported(Construct)
    }

    package var kind: Kind
    package var range: SourceRange
}

package enum ChoicePart: Sendable {
    case `if`(ExpressionID)
    case `else`, end
}

/// What the parser recognises and adgen does not accept; the fence has a message for each.
package enum Construct: String, CaseIterable, Sendable {
    case ifStatement, guardStatement, switchStatement, forLoop, whileLoop, repeatLoop, deferStatement, doStatement, throwStatement
    case breakStatement, continueStatement, fallthroughStatement, labeledStatement, yieldStatement, discardStatement
    case tryExpression, awaitExpression, closure, optionalChaining, forceUnwrap, nilCoalescing, nilLiteral
    case stringInterpolation, multilineString, string, regexLiteral, keyPath, cast, typeTest, macroExpansion, conditionalCompilation
    case dictionaryLiteral, rangeOperator, bitwiseOperator, overflowOperator, userOperator, unicodeOperator, postfixOperator
    case pointwiseOperator
    case identityOperator, assignmentInExpression, superKeyword, selectorExpression, genericArguments, inoutArgument
    case localFunction, localType, localDeclaration, propertyObserver, attribute, ifExpression, switchExpression, consumeExpression
    case copyExpression, unsafeExpression, packExpansion, availabilityCondition, patternBinding, implicitClosureParameter, projectedValue
    case invalid
}
