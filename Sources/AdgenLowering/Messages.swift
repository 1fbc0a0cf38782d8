import AdgenIR
import AdgenSyntax

// Which functions.
extension Message {
    static let nothingSelected = Message(
        .nothingSelected, "there is no function to differentiate",
        advice: "write a top-level function of Doubles or Floats with a Double or Float result")

    static func unknownFunction(_ name: String, nearest: String?) -> Message {
        Message(.unknownFunction, "there is no function '\(name)' in the inputs", advice: didYouMean(nearest))
    }

    static func unknownDirective(_ word: String, nearest: String?) -> Message {
        Message(
            .unknownDirective, "'\(word)' is no directive",
            advice: didYouMean(nearest) ?? "write for instance 'gradient', 'pullback', 'jacobian' or 'hessian'")
    }

    static func duplicateParameter(_ name: String) -> Message {
        Message(.duplicateProduct, "'\(name)' is named twice", advice: "name each parameter once")
    }

    static func duplicateProduct(_ word: String) -> Message {
        Message(.duplicateProduct, "'\(word)' is asked for twice", advice: "ask once; the names of what is emitted would collide")
    }

    static func directiveArgument(_ label: String) -> Message {
        Message(.directiveArgument, "'\(label):' is not understood here", advice: "write '(wrt: a, b)' with names of parameters")
    }

    static func derivativeForm(_ word: String) -> Message {
        Message(.directiveArgument, "'as: \(word)' is not understood here", advice: "write 'as: struct'")
    }

    static let structOfOne = Message(
        .structOfOne, "a derivative by one parameter has the type of that parameter's tangent", advice: "remove 'as: struct'")

    static func directiveOption(_ word: String, _ product: Product, isParameter: Bool) -> Message {
        if isParameter { return Message(.directiveOption, "expected 'wrt:' before '\(word)'", advice: "write '(wrt: \(word))'") }
        let layouts = MatrixLayout.allCases.filter { $0 != .dense && $0.fits(product) }.map(\.rawValue)
        let forms = ProductForm.allCases.filter { $0.fits(product) }.map(\.rawValue)
        let derivatives = product == .batch ? BatchForm.Derivative.allCases.map(\.rawValue) : []
        let words = layouts + forms + derivatives
        let examples = words.map { "'\(product.rawValue)(\($0))'" }
        let list = (examples.count > 1 ? [examples.dropLast().joined(separator: ", ")] : []) + examples.suffix(1)
        return Message(
            .directiveOption, "'\(word)' is not understood here",
            advice: didYouMean(nearest(to: word, among: words))
                ?? (examples.isEmpty
                    ? "write '(wrt: a, b)' with names of parameters"
                    : "write \(list.joined(separator: " or "))"))
    }

    static let checkpointNotBegun = Message(
        .checkpointNotBegun, "no checkpoint has begun before this end",
        advice: "write '// adgen: checkpoint(begin)' above its first statement")

    static let checkpointNotEnded = Message(
        .checkpointNotEnded, "this checkpoint has no end", advice: "write '// adgen: checkpoint(end)' below its last statement")

    static func markOfNothing(_ word: String) -> Message {
        Message(.markOfNothing, "there is no statement for this '\(word)'", advice: "write it directly above a statement, or behind one")
    }

    static func markWithinStatement(_ word: String) -> Message {
        Message(
            .markWithinStatement, "this '\(word)' stands within a statement",
            advice: "write it on a line of its own above the statement, or behind the statement's end")
    }

    static let contradictingMarks = Message(
        .contradictingMarks, "the same statement is asked to store and to recompute", advice: "keep one")

    static func storagePolicy(_ word: String) -> Message {
        Message(
            .storagePolicy, "'\(word)' says nothing about storage here",
            advice: "write 'store: all', 'store: minimal' or 'store: none', once")
    }

    static func strayArgument(_ label: String, _ value: String) -> Message {
        Message(
            .directiveArgument, "'\(label): \(value)' belongs to a product",
            advice: "write it in parentheses, as in '\(label == "order" ? "derivatives" : "gradient")(\(label): \(value))'")
    }

    static func derivativeOrder(_ word: String) -> Message {
        Message(
            .derivativeOrder, "'\(word)' needs the order up to which they go, a number from 1 to \(OrderName.allCases.count)",
            advice: "write '\(word)(order: 3)'")
    }

    static func ruleArgument(_ label: String) -> Message {
        Message(.ruleArgument, "'\(label):' is not understood in a rule", advice: "a rule is with respect to all floats: write '(of: f)'")
    }

    static func ruleForNothing(_ name: String, nearest: String?) -> Message {
        Message(.ruleForNothing, "there is no function '\(name)' that this could be the derivative of", advice: didYouMean(nearest))
    }

    static func ruleTwice(_ word: String, _ name: String) -> Message {
        Message(.ruleTwice, "'\(name)' has two rules for its \(word)", advice: "keep one")
    }

    static func rulePrivate(_ name: String) -> Message {
        Message(.rulePrivate, "the emitted file calls '\(name)', which is private", advice: "make it internal")
    }

    static func ruleTypes(_ word: String, _ name: String, expected: String) -> Message {
        Message(.ruleTypes, "this is no \(word) of '\(name)' by its types", advice: "write \(expected)")
    }

    static func ruleWithoutFloats(_ name: String) -> Message {
        Message(
            .ruleWithoutFloats, "'\(name)' has no derivative: it takes or returns no floating-point numbers", advice: "remove the rule")
    }

    static func ruleUnbuildable(_ name: String, _ structure: String) -> Message {
        Message(
            .ruleUnbuildable, "the emitted file calls '\(name)' with a '\(structure)', which no other file can make",
            advice: "give '\(structure)' an initializer that is not private and sets every stored property from its own parameter")
    }

    static func ruleOfArrays(_ name: String) -> Message {
        Message(
            .ruleOfArrays, "a rule for '\(name)', which takes an array, is not supported",
            advice: "take a 'Vector' of AdgenRuntime instead, or '[3 of Double]' for a fixed number")
    }

    static func ruleCallsEmitted(_ name: String) -> Message {
        Message(.ruleCallsEmitted, "a rule cannot call '\(name)', which adgen emits", advice: "write out what it computes")
    }

    static func emittedTape(_ name: String) -> Message {
        Message(
            .emittedTape, "'\(name)' works with a tape, which is no value of the language",
            advice: "ask for 'gradient' or 'differential' of this function and call these")
    }

    static func emittedPattern(_ name: String, _ product: String) -> Message {
        Message(
            .emittedPattern, "'\(name)' returns as many entries as derivation finds, which no function that is differentiated can name",
            advice: "call the one for '\(product)', whose entries outside the pattern are constant zeros")
    }

    static func emittedArray(_ name: String) -> Message {
        Message(
            .emittedArray, "'\(name)' returns an array, which functions that are differentiated cannot take apart",
            advice: "call one of a function without an array in its value, by parameters that are none, which 'wrt:' names")
    }

    /// - Parameter isValue: whether the value holds one.
    static func matrixOfArray(_ request: Request, _ name: String, isValue: Bool) -> Message {
        let choice = ProductChoice(request.product, layout: request.layout == .dense ? nil : request.layout, form: request.form)
        return Message(
            .matrixOfArray,
            "'\(choice.rawValue)' of '\(name)'\(isValue ? ", whose value holds an array," : " with respect to an array") is not supported",
            advice: "ask for '\(request.product.rawValue)', which has all entries"
                + (isValue ? "" : ", or name other parameters with 'wrt:'"))
    }

    static func batchParameter(_ parameter: String, _ kind: String) -> Message {
        Message(
            .batchParameter, "'\(parameter)' is or holds \(kind), and the points of a batch do not differ in those",
            advice: kind == "an Int" ? "name it as one that all points share: 'batch(shared: \(parameter))'" : "hand over single numbers")
    }

    static func batchWithoutPoints(_ name: String) -> Message {
        Message(
            .batchWithoutPoints, "the points of a batch of '\(name)' differ in nothing",
            advice: "leave at least one parameter with a number out of 'shared:'")
    }

    static func batchResult(_ name: String) -> Message {
        Message(
            .batchResult, "'\(name)' computes more than floats, and the results of a batch are arrays of them",
            advice: "write a function that returns the floats alone")
    }

    static func unknownParameter(_ name: String, of function: String, among names: [String]) -> Message {
        let known = names.isEmpty ? nil : "there is " + names.map { "'\($0)'" }.joined(separator: ", ")
        return Message(
            .unknownParameter, "'\(function)' has no parameter '\(name)'", advice: didYouMean(nearest(to: name, among: names)) ?? known)
    }

    static func parameterOfSelf(_ name: String) -> Message {
        Message(.unknownParameter, "'\(name)' is a part of 'self', and parameters are named as wholes", advice: "write 'self'")
    }

    static func parameterNotDifferentiable(_ name: String, type: String, nearest: String?) -> Message {
        Message(
            .parameterNotDifferentiable, "the parameter '\(name)' of type \(type) is not differentiable",
            advice: nearest.map { "name '\($0)', which is" } ?? "make it a Double or a Float")
    }

    static func noDifferentiableParameter(_ function: String) -> Message {
        Message(
            .noDifferentiableParameter, "'\(function)' has no parameter to differentiate with respect to",
            advice: "make one a Double or a Float")
    }

    static func resultNotDifferentiable(_ type: String) -> Message {
        Message(.resultNotDifferentiable, "a result of type \(type) is not differentiable", advice: "return a Double or a Float")
    }

    static func gradientOfSeveral(_ function: String, _ product: Product) -> Message {
        Message(
            .gradientOfSeveral,
            "'\(function)' computes more than one number, which has no \(product == .gradient ? "gradient" : "Hessian")",
            advice: "write 'pullback', 'differential' or 'jacobian'")
    }

    static func didYouMean(_ name: String?) -> String? {
        name.map { "did you mean '\($0)'?" }
    }
}

// Declarations.
extension Message {
    static func privateFunction(_ modifier: String) -> Message {
        Message(
            .privateFunction, "a \(modifier) function cannot be reached from the emitted file",
            advice: "make it internal: remove '\(modifier)'")
    }

    static let memberFunction = Message(
        .memberFunction, "members of this type lie outside the language",
        advice: "declare it in a struct of the file, in 'extension Double', 'extension SIMD3<Double>' or the like, or at the top level")

    static let conditionalFunction = Message(
        .conditionalFunction, "a declaration inside '#if' is not supported", advice: "move it out of '#if'")

    static func unsupportedAttribute(_ attribute: String) -> Message {
        Message(.unsupportedAttribute, "'\(attribute)' is not supported on a differentiated function", advice: "remove the attribute")
    }

    static func unsupportedModifier(_ modifier: String) -> Message {
        Message(.unsupportedModifier, "'\(modifier)' is not supported on a differentiated function", advice: "remove the modifier")
    }

    static func effects(_ effect: String) -> Message {
        Message(
            .effects, "'\(effect)' functions are not supported",
            advice: "let the function take plain numbers and return one; keep '\(effect)' in its caller")
    }

    static let generics = Message(.generics, "generic functions and types are not supported", advice: "write it for Double or for Float")

    static let noBody = Message(.noBody, "a function without a body cannot be differentiated", advice: "write its body")

    static let noResult = Message(
        .noResult, "a function without a result is not supported", advice: "return a number, or change an 'inout' parameter")

    static let variadicParameter = Message(
        .variadicParameter, "variadic parameters are not supported", advice: "give the function one parameter for each number")

    static func parameterSpecifier(_ specifier: String) -> Message {
        Message(.parameterSpecifier, "'\(specifier)' parameters are not supported", advice: "remove '\(specifier)'; numbers are copied")
    }

    static func declaredTwice(_ type: String) -> Message {
        Message(
            .unsupportedType, "more than one type is called '\(type)'", advice: "give each another name: their members are not told apart")
    }

    static func unsupportedType(_ type: String) -> Message {
        let isAbstract = type.hasPrefix("any ") || type.hasPrefix("some ")
        return Message(
            .unsupportedType, "the type '\(type)' is not supported",
            advice: isAbstract ? "name the concrete type" : type.hasSuffix("?") ? "let the caller unwrap it" : scalars)
    }

    static func typeNotYet(_ type: String, nearest: String? = nil) -> Message {
        let isNested = type.hasPrefix("[[")
        let isName = type.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        return Message(
            .typeNotYet, "the type '\(type)' is not supported yet",
            advice: didYouMean(nearest)
                ?? (isNested
                    ? "use '[2 of [3 of Double]]' for fixed numbers of values, or a Matrix of AdgenRuntime"
                    : isName ? "\(scalars), or name the file that declares it: --context FILE" : scalars))
    }

    static func typeNotImported(_ type: String) -> Message {
        Message(.unsupportedType, "the type '\(type)' is not supported without AdgenRuntime", advice: "write 'import AdgenRuntime'")
    }

    static func typeTooLarge(_ type: String) -> Message {
        Message(
            .typeTooLarge, "'\(type)' holds more than \(TypeTable.leafLimit) numbers",
            advice: "every number becomes a variable; pass long arrays as '[Double]'")
    }

    static func arrayCount(_ text: String) -> Message {
        Message(.arrayCount, "'\(text)' is no count of elements", advice: "write the number itself, as in '[3 of Double]'")
    }

    static let arrayInitializer = Message(
        .arrayResult, "an initializer of a struct that holds an array is not supported",
        advice: "take the array as a parameter of the function, or give the property the type '[3 of Double]'")

    static let arrayResult = Message(
        .arrayResult, "an array cannot be a result or 'inout'", advice: "return its elements, or take '[3 of Double]' for a fixed number")

    private static let scalars = "use Double, Float, Int or Bool"

    static func recursion(_ cycle: [String]) -> Message {
        Message(
            .recursion, "'\(cycle[0])' calls itself: \(cycle.joined(separator: " → "))",
            advice: "write the recursion out; only straight-line code is differentiated")
    }
}

// Names, variables and statements.
extension Message {
    static func unknownName(_ name: String, nearest: String?) -> Message {
        Message(
            .unknownName, "'\(name)' is not declared here",
            advice: didYouMean(nearest) ?? "declare it with 'let', or let it be a parameter")
    }

    static func nameNotYet(_ name: String) -> Message {
        Message(
            .nameNotYet, "'\(name)' is a declaration of a kind that is not supported yet",
            advice: "use numbers and top-level functions and constants")
    }

    static func useBeforeDeclaration(_ name: String) -> Message {
        Message(.useBeforeDeclaration, "'\(name)' is used before its declaration", advice: "move the declaration up")
    }

    static func useBeforeInitialization(_ name: String) -> Message {
        Message(.useBeforeInitialization, "'\(name)' is used before it has a value", advice: "assign it first")
    }

    static func reservedName(_ name: String) -> Message {
        Message(.reservedName, "'\(name)' in backticks is no name that is supported", advice: "give it another name")
    }

    static func redeclaration(_ name: String) -> Message {
        Message(.redeclaration, "'\(name)' is declared twice", advice: "give the second one another name")
    }

    static func assignmentToConstant(_ name: String) -> Message {
        Message(.assignmentToConstant, "'\(name)' is a 'let' and already has its value", advice: "declare it with 'var'")
    }

    static func assignmentToParameter(_ name: String) -> Message {
        Message(.assignmentToParameter, "'\(name)' is a parameter, which is a constant", advice: "write 'var \(name) = \(name)' first")
    }

    static func assignmentToGlobal(_ name: String) -> Message {
        Message(
            .assignmentToGlobal, "'\(name)' is global; a differentiated function changes nothing outside itself", advice: "return the value"
        )
    }

    static let assignmentTarget = Message(
        .assignmentTarget, "this cannot be assigned to", advice: "assign to a variable or a tuple of variables")

    static let missingInitializer = Message(
        .missingInitializer, "this declaration has no value and no type", advice: "write '= value', or ': Double' and assign it later")

    static let patternShape = Message(
        .patternShape, "a tuple of names takes a tuple of as many values", advice: "write for instance 'let (a, b) = (x, y)'")

    static func globalVariable(_ name: String) -> Message {
        Message(.globalVariable, "'\(name)' is a global variable", advice: "declare it with 'let' and a value, or pass it as a parameter")
    }

    static func circularGlobal(_ name: String) -> Message {
        Message(
            .circularGlobal, "the global '\(name)' is defined through itself, or through too many others",
            advice: "give it a value of its own")
    }

    static let statementAfterReturn = Message(
        .statementAfterReturn, "a statement after 'return' is never run", advice: "let the one 'return' be the last statement")

    static let missingReturn = Message(.missingReturn, "the function does not return a value", advice: "end the body with 'return value'")

    static let voidReturn = Message(
        .voidReturn, "a function without a result returns no value", advice: "write the call on a line of its own")
}
