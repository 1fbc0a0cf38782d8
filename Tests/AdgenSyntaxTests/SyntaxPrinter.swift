@testable import AdgenSyntax

/// A syntax tree as indented text, for goldens: what was understood, and the source text of the rest.
struct SyntaxPrinter {
    let tree: SyntaxTree
    let symbols: SymbolTable
    private(set) var text = ""
    private var indentation = ""

    init(_ tree: SyntaxTree, _ symbols: SymbolTable) {
        self.tree = tree
        self.symbols = symbols
    }

    static func print(_ tree: SyntaxTree, _ symbols: SymbolTable) -> String {
        var printer = SyntaxPrinter(tree, symbols)
        printer.printTree()
        return printer.text
    }

    private mutating func line(_ words: String...) {
        text += indentation + words.filter { !$0.isEmpty }.joined(separator: " ") + "\n"
    }

    private mutating func indented(_ print: (inout SyntaxPrinter) -> Void) {
        indentation += "  "
        print(&self)
        indentation.removeLast(2)
    }

    private func source(_ range: SourceRange) -> String {
        tree.file.text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func list(_ title: String, _ pieces: [SourcePiece]) -> String {
        pieces.isEmpty ? "" : "\(title)[" + pieces.map(\.text).joined(separator: " ") + "]"
    }

    // MARK: - Declarations

    private mutating func printTree() {
        for declaration in tree.imports {
            line("import", declaration.module, "'\(declaration.text)'", condition(declaration.conditionalBlock))
        }
        for declaration in tree.types {
            printType(declaration)
        }
        for declaration in tree.typealiases {
            line(
                "typealias", path(declaration.enclosingTypes, declaration.name), list("modifiers", declaration.modifiers),
                generic(declaration.genericParameters), declaration.type.map { "= " + type($0) } ?? "",
                condition(declaration.conditionalBlock))
        }
        for variable in tree.variables {
            printVariable(variable)
        }
        for function in tree.functions {
            printFunction(function)
        }
        if !tree.otherNames.isEmpty { line("names", tree.otherNames.map { symbols[$0] }.joined(separator: " ")) }
        if !tree.declaredOperators.isEmpty { line("operators", tree.declaredOperators.map(\.name.text).joined(separator: " ")) }
    }

    private func condition(_ range: SourceRange?) -> String {
        range.map { "if '" + tree.file.line(tree.file.location($0.start).line) + "'" } ?? ""
    }

    private func path(_ enclosing: [Symbol], _ name: Symbol) -> String {
        (enclosing + [name]).map { symbols[$0] }.joined(separator: ".")
    }

    private func generic(_ range: SourceRange?) -> String { range.map { "generic '\(source($0))'" } ?? "" }

    private mutating func printType(_ declaration: TypeDeclaration) {
        line(
            declaration.kind.rawValue, (declaration.enclosingTypes + declaration.path).map { symbols[$0] }.joined(separator: "."),
            list("attributes", declaration.attributes), list("modifiers", declaration.modifiers), generic(declaration.genericParameters),
            declaration.inheritedTypes.isEmpty ? "" : ": " + declaration.inheritedTypes.map { type($0) }.joined(separator: ", "),
            declaration.whereClause.map { "'\(source($0))'" } ?? "", condition(declaration.conditionalBlock),
            "to '\(tree.file.text(SourceRange(start: Int(declaration.range.end) - 1, end: Int(declaration.range.end))))'")
    }

    private mutating func printVariable(_ variable: VariableDeclaration) {
        line(
            variable.isConstant ? "let" : "var", path(variable.enclosingTypes, variable.name), list("attributes", variable.attributes),
            list("modifiers", variable.modifiers), variable.type.map { ": " + type($0) } ?? "", condition(variable.conditionalBlock))
        indented { printer in
            if let tokens = variable.initializer { printer.printBody(Parser.expression(tokens, in: printer.tree)) }
            switch variable.accessors {
            case .none: break
            case .observers: printer.line("observers")
            case .other: printer.line("other accessors")
            case .computed(let getter, let setter):
                printer.printAccessor("get", getter)
                guard let setter else { break }
                printer.printAccessor("set " + (setter.parameter.map { printer.symbols[$0] } ?? ""), setter.body)
            }
        }
    }

    private mutating func printAccessor(_ title: String, _ tokens: Range<Int>) {
        line(title)
        let body = Parser.body(tokens: tokens, in: tree)
        indented { $0.printBody(body) }
    }

    private func source(tokens: Range<Int>) -> String {
        guard let first = tokens.first, let last = tokens.last else { return "" }
        return source(SourceRange(start: Int(tree.tokens[first].start), end: Int(tree.tokens[last].end)))
    }

    private mutating func printFunction(_ function: FunctionDeclaration) {
        let keyword =
            switch function.kind {
            case .function: "func"
            case .initializer(let isFailable): isFailable ? "failable" : "initializer"
            case .subscript: "subscript"
            }
        line(
            keyword, path(function.enclosingTypes, function.name), list("attributes", function.attributes),
            list("modifiers", function.modifiers),
            generic(function.genericParameters), list("effects", function.effects),
            function.whereClause.map { "'\(source($0))'" } ?? "", condition(function.conditionalBlock))
        indented { printer in
            for directive in function.directives {
                printer.printDirective(directive)
            }
            for parameter in function.parameters {
                printer.line(
                    "parameter", parameter.label.map { printer.symbols[$0] } ?? "_", printer.symbols[parameter.name], ":",
                    printer.list("specifiers", parameter.specifiers), printer.type(parameter.type), parameter.isVariadic ? "..." : "",
                    parameter.defaultValue.map { "= '\(printer.source(tokens: $0))'" } ?? "")
            }
            if let result = function.returnType { printer.line("returns", printer.type(result)) }
            guard function.body != nil else { return printer.line("no body") }
            printer.printBody(Parser.body(of: function, in: printer.tree))
        }
    }

    private mutating func printDirective(_ directive: Directive) {
        let arguments =
            directive.options.map(\.text) + directive.arguments.map { "\($0.label): " + $0.values.map(\.text).joined(separator: " ") }
        line("directive", directive.word.text, arguments.joined(separator: "; "), "'\(source(directive.range))'")
    }

    private func type(_ type: TypeSyntax) -> String {
        switch type.kind {
        case .name(let names, let arguments):
            let list = arguments.isEmpty ? "" : "<" + arguments.map { self.type($0) }.joined(separator: ", ") + ">"
            return names.map { symbols[$0] }.joined(separator: ".") + list
        case .tuple(let elements):
            let list = elements.map { element in (element.label.map { symbols[$0] + ": " } ?? "") + self.type(element.type) }
            return "tuple(" + list.joined(separator: ", ") + ")"
        case .array(let element): return "array(\(self.type(element)))"
        case .inlineArray(let count, let element): return "inline(\(source(count)) of \(self.type(element)))"
        case .optional(let wrapped): return "optional(\(self.type(wrapped)))"
        case .function: return "function '\(source(type.range))'"
        case .other: return "other '\(source(type.range))'"
        }
    }

    // MARK: - Bodies

    mutating func printBody(_ body: Body) {
        for statement in body.statements {
            printStatement(statement, body)
        }
        for diagnostic in body.diagnostics {
            line("diagnostic", diagnostic.identifier, "'\(source(diagnostic.range))'")
        }
    }

    private mutating func printStatement(_ statement: Statement, _ body: Body) {
        switch statement.kind {
        case .binding(let isVariable, let pattern, let type, let initializer):
            let annotation = type.map { ": " + self.type(body.types[Int($0)]) } ?? ""
            line(isVariable ? "var" : "let", self.pattern(pattern), annotation, value(initializer, body))
        case .assignment(let target, let binary, let value):
            line("assign", self.value(target, body), binary.map { "\($0)" } ?? "", self.value(value, body))
        case .return(let value): line("return", self.value(value, body))
        case .expression(let value): line("do", self.value(value, body))
        case .choice(.if(let condition)): line("if", self.value(condition, body))
        case .choice(.else): line("else")
        case .choice(.end): line("end")
        case .unsupported(let construct): line("unsupported", construct.rawValue, "'\(source(statement.range))'")
        }
    }

    private func pattern(_ pattern: Pattern) -> String {
        switch pattern {
        case .name(let name, _): symbols[name]
        case .wildcard: "_"
        case .tuple(let elements, _): "(" + elements.map { self.pattern($0) }.joined(separator: " ") + ")"
        }
    }

    /// An expression in prefix form.
    private func value(_ id: ExpressionID?, _ body: Body) -> String {
        guard let id else { return "" }
        func sub(_ id: ExpressionID) -> String { value(id, body) }
        switch body[id] {
        case .integerLiteral: return "int " + source(body.range(id))
        case .floatLiteral: return "float " + source(body.range(id))
        case .boolLiteral(let value): return "\(value)"
        case .stringLiteral: return "string " + source(body.range(id))
        case .name(let name): return symbols[name]
        case .type(let index): return "(type \(type(body.types[Int(index)])))"
        case .member(let base, let name): return "(member \(base.map(sub) ?? "-") \(symbols[name]))"
        case .tupleElement(let base, let index): return "(element \(sub(base)) \(index))"
        case .call(let callee, let list): return "(call \(sub(callee))\(arguments(list, body)))"
        case .subscript(let base, let list): return "(subscript \(sub(base))\(arguments(list, body)))"
        case .prefix(let prefix, let operand): return "(\(prefix) \(sub(operand)))"
        case .binary(let binary, let left, let right): return "(\(binary) \(sub(left)) \(sub(right)))"
        case .range(let first, let end): return "(range \(sub(first)) \(sub(end)))"
        case .ternary(let condition, let then, let otherwise): return "(if \(sub(condition)) \(sub(then)) \(sub(otherwise)))"
        case .parenthesized(let inner): return "(paren \(sub(inner)))"
        case .tuple(let list): return "(tuple\(arguments(list, body)))"
        case .arrayLiteral(let list): return "(array\(arguments(list, body)))"
        case .unsupported(let construct): return "(unsupported \(construct.rawValue) '\(source(body.range(id)))')"
        }
    }

    private func arguments(_ list: ArgumentList, _ body: Body) -> String {
        list.indices.map { index in
            let argument = body.arguments[index]
            return " " + (argument.label.map { symbols[$0] + ": " } ?? "") + value(argument.value, body)
        }.joined()
    }
}
