/// An interned identifier: equal symbols of one `SymbolTable` are equal texts.
package struct Symbol: Hashable, Sendable {
    package let index: Int32
    package init(_ index: Int32) { self.index = index }
}

/// What the file-level pass found: the declarations that matter to adgen. Function bodies stay tokens until they are asked
/// for, so what is wrong inside a function nobody differentiates is nobody's concern.
package struct SyntaxTree: Sendable {
    package var file: SourceFile
    /// Index of `file` in the run's list of source files; diagnostics carry it.
    package var fileIndex: Int
    package var tokens: [Token]
    package var imports: [ImportDeclaration]
    package var functions: [FunctionDeclaration]
    /// Global variables and constants, and the properties of types.
    package var variables: [VariableDeclaration]
    package var types: [TypeDeclaration]
    package var typealiases: [TypealiasDeclaration]
    /// Names of types and members, and of everything else declared at file level: emitted names must avoid them.
    package var otherNames: [Symbol]
    /// Operators that the file declares or defines functions for: their meaning is no longer the standard library's.
    package var declaredOperators: [OperatorDeclaration]
    /// True where the file holds any `// adgen:` directive but those between statements.
    package var hasDirectives: Bool
    package var diagnostics: [Diagnostic]
}

package struct ImportDeclaration: Hashable, Sendable {
    /// The whole declaration as written: `import Foundation`, `@preconcurrency import Glibc`.
    package var text: String
    /// The module: `Foundation`.
    package var module: String
    package var range: SourceRange
    /// The outermost `#if … #endif` around it.
    package var conditionalBlock: SourceRange?
}

package struct FunctionDeclaration: Sendable {
    package enum Kind: Hashable, Sendable {
        case function
        /// `init`, whose name is `init`; `isFailable` for `init?` and `init!`. No body: a requirement, or not understood.
        case initializer(isFailable: Bool)
        /// `subscript`, whose body is its getter. No body: a requirement, or not understood.
        case `subscript`
    }

    package var kind: Kind
    package var name: Symbol
    package var nameRange: SourceRange
    /// From the first attribute or modifier to the end of the body.
    package var range: SourceRange
    package var attributes: [SourcePiece]
    package var modifiers: [SourcePiece]
    /// Of functions only; above anything else they are errors.
    package var directives: [Directive]
    /// What comments between its statements ask for.
    package var marks: [MarkDirective] = []
    package var parameters: [ParameterDeclaration]
    package var genericParameters: SourceRange?
    package var whereClause: SourceRange?
    /// `async`, `throws`, `rethrows`, as written.
    package var effects: [SourcePiece]
    /// nil for a function that returns Void by saying nothing.
    package var returnType: TypeSyntax?
    /// Tokens between the braces, for `Parser.body(of:)`; nil where there is no body.
    package var body: Range<Int>?
    /// Names of the types or extensions around it, outermost first; empty for a top-level function. An extension of `A.B`
    /// counts as both, one of what has no name (`[Double]`) as `Symbol.wildcard`.
    package var enclosingTypes: [Symbol]
    /// The outermost `#if … #endif` around it.
    package var conditionalBlock: SourceRange?
}

/// `func +`, or `operator +`.
package struct OperatorDeclaration: Sendable {
    package var name: SourcePiece
    /// nil for `operator`, and where they cannot be read.
    package var parameters: [ParameterDeclaration]?
    package var isGeneric: Bool
    package var enclosingTypes: [Symbol]
}

/// A piece of source with its text: an attribute (`@inlinable`, `@available(macOS 15, *)`), a modifier (`public`, `static`).
package struct SourcePiece: Hashable, Sendable {
    package var text: String
    package var range: SourceRange
}

package struct ParameterDeclaration: Sendable {
    /// nil for `_`.
    package var label: Symbol?
    package var name: Symbol
    package var nameRange: SourceRange
    package var type: TypeSyntax
    /// `inout`, `borrowing`, `consuming`, `sending`, `@escaping` … before the type.
    package var specifiers: [SourcePiece]
    package var isVariadic: Bool
    /// Tokens of the default argument, for `Parser.expression(tokens:)`.
    package var defaultValue: Range<Int>?
    package var range: SourceRange
}

package struct TypeSyntax: Sendable {
    package enum Kind: Sendable {
        /// `Double`, `Swift.Double`, `Vector<Double>`.
        case name([Symbol], arguments: [TypeSyntax])
        case tuple([TupleElement])
        indirect case array(TypeSyntax)
        /// `[3 of Double]`; the count as written.
        indirect case inlineArray(count: SourceRange, TypeSyntax)
        indirect case optional(TypeSyntax)
        case function
        /// Anything else, as written.
        case other
    }

    package struct TupleElement: Sendable {
        package var label: Symbol?
        package var type: TypeSyntax
    }

    package var kind: Kind
    package var range: SourceRange
}

/// One name that a `let` or `var` declares, at file level or in a type.
package struct VariableDeclaration: Sendable {
    package enum Accessors: Sendable {
        case none
        /// `willSet` or `didSet`.
        case observers
        /// Tokens between the braces of `get`, or between the property's own; `set` where there is one.
        case computed(getter: Range<Int>, setter: Setter?)
        /// `get async`, `mutating get`, a protocol's `get`, an `init` accessor; or the property is one name of a tuple,
        /// `var (x, y) = (1.0, 2.0)`, and stored.
        case other
    }

    package struct Setter: Sendable {
        /// nil for `newValue`.
        package var parameter: Symbol?
        package var body: Range<Int>
    }

    package var name: Symbol
    package var nameRange: SourceRange
    package var range: SourceRange
    package var isConstant: Bool
    package var attributes: [SourcePiece]
    package var modifiers: [SourcePiece]
    /// Also where a later name of the same declaration gives it: `var x, y: Double`.
    package var type: TypeSyntax?
    /// Tokens of the initializer, for `Parser.expression(tokens:)`.
    package var initializer: Range<Int>?
    package var accessors: Accessors
    /// Names of the types or extensions around it, outermost first; empty at file level.
    package var enclosingTypes: [Symbol]
    /// The outermost `#if … #endif` around it.
    package var conditionalBlock: SourceRange?
}

/// A type or an extension. Its members stand in the tree's flat lists and name it among their `enclosingTypes`.
package struct TypeDeclaration: Sendable {
    package enum Kind: String, Sendable {
        case `struct`, `class`, `enum`, `protocol`, `actor`, `extension`
    }

    package var kind: Kind
    /// One name; of an extension the path that it extends, `Symbol.wildcard` where that is none.
    package var path: [Symbol]
    package var nameRange: SourceRange
    /// From the first attribute or modifier to the closing brace.
    package var range: SourceRange
    package var attributes: [SourcePiece]
    package var modifiers: [SourcePiece]
    /// Of an extension `extension A<Double>`, the type.
    package var genericParameters: SourceRange?
    package var whereClause: SourceRange?
    /// What an extension extends, as written.
    package var extendedType: TypeSyntax?
    /// `where Scalar == Double`, if that is all that the clause says.
    package var sameType: SameType?
    /// Superclass and protocols.
    package var inheritedTypes: [TypeSyntax]
    /// Of an enum.
    package var hasCases = false
    /// Names of the types or extensions around it, outermost first.
    package var enclosingTypes: [Symbol]
    /// The outermost `#if … #endif` around it.
    package var conditionalBlock: SourceRange?
}

/// `Scalar == Double`.
package struct SameType: Sendable {
    package var name: Symbol
    package var type: TypeSyntax
}

package struct TypealiasDeclaration: Sendable {
    package var name: Symbol
    package var nameRange: SourceRange
    package var modifiers: [SourcePiece]
    package var genericParameters: SourceRange?
    /// nil where what follows is no type.
    package var type: TypeSyntax?
    package var enclosingTypes: [Symbol]
    package var conditionalBlock: SourceRange?
}

/// One word of an `// adgen:` comment: `gradient(wrt: w, b)`.
package struct Directive: Hashable, Sendable {
    package struct Argument: Hashable, Sendable {
        package var label: String
        package var labelRange: SourceRange
        package var values: [SourcePiece]
    }

    package var word: SourcePiece
    /// What stands behind a colon: `none` in `store: none`.
    package var value: SourcePiece?
    /// Words before the labels: `reverse` in `jacobian(reverse, wrt: x)`.
    package var options: [SourcePiece] = []
    package var arguments: [Argument]
    package var range: SourceRange
}

/// A directive between the statements of a function: `store`, `recompute` or `checkpoint`.
package struct MarkDirective: Hashable, Sendable {
    package enum Word: String, CaseIterable, Sendable {
        case store, recompute, checkpoint
    }

    /// What a `checkpoint` is of.
    package enum Extent: String, CaseIterable, Sendable {
        /// What follows up to the `end`.
        case begin, end
    }

    package var word: Word
    /// nil for one statement.
    package var extent: Extent?
    package var range: SourceRange
    /// False behind a statement on the same line.
    package var standsAlone: Bool
}

// Declarations that no source holds: of what adgen emits for a function named at `range`.
extension ParameterDeclaration {
    package init(label: Symbol, name: Symbol, at range: SourceRange) {
        self.init(
            label: label, name: name, nameRange: range, type: TypeSyntax(kind: .other, range: range), specifiers: [], isVariadic: false,
            range: range)
    }
}

extension TypeDeclaration {
    package init(structIn enclosingTypes: [Symbol], path: [Symbol], at range: SourceRange) {
        self.init(
            kind: .struct, path: path, nameRange: range, range: range, attributes: [], modifiers: [], inheritedTypes: [],
            enclosingTypes: enclosingTypes)
    }
}
