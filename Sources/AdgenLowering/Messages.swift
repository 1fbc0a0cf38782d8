import AdgenIR
import AdgenSyntax

// Which functions.
extension Message {
    static let nothingSelected = Message(
        .nothingSelected, "there is no function to differentiate",
        advice: "write a top-level function of Doubles or Floats with a Double or Float result")

    static func unknownFunction(_ name: String, nearest: String?) -> Message {
        Message(.unknownFunction, "there is no top-level function '\(name)'", advice: didYouMean(nearest))
    }

    static func unknownDirective(_ word: String, nearest: String?) -> Message {
        Message(
            .unknownDirective, "'\(word)' is no directive", advice: didYouMean(nearest) ?? "write 'gradient', 'pullback' or 'differential'")
    }

    static func directiveNotYet(_ word: String) -> Message {
        Message(.directiveNotYet, "'\(word)' is not supported yet", advice: "write 'gradient', 'pullback' or 'differential'")
    }

    static func duplicateProduct(_ word: String) -> Message {
        Message(.duplicateProduct, "'\(word)' is asked for twice", advice: "ask once; the names of what is emitted would collide")
    }

    static func directiveArgument(_ label: String) -> Message {
        Message(.directiveArgument, "'\(label):' is not understood here", advice: "write '(wrt: a, b)' with names of parameters")
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
        Message(.ruleTypes, "this is no \(word) of '\(name)' by its types", advice: "write '\(expected)'")
    }

    static func ruleOfAggregates(_ name: String) -> Message {
        Message(
            .ruleOfAggregates, "'\(name)' has no rule of this kind: it is a member, or takes or returns more than numbers",
            advice: "wrap it into a function of numbers")
    }

    static func unknownParameter(_ name: String, of function: String, nearest: String?) -> Message {
        Message(.unknownParameter, "'\(function)' has no parameter '\(name)'", advice: didYouMean(nearest))
    }

    static func parameterNotDifferentiable(_ name: String, type: String, nearest: String?) -> Message {
        Message(
            .parameterNotDifferentiable, "the parameter '\(name)' of type \(type) is not differentiable",
            advice: nearest.map { "differentiable is '\($0)'" } ?? "make it a Double or a Float")
    }

    static func noDifferentiableParameter(_ function: String) -> Message {
        Message(
            .noDifferentiableParameter, "'\(function)' has no parameter to differentiate with respect to",
            advice: "make one a Double or a Float")
    }

    static func resultNotDifferentiable(_ type: String) -> Message {
        Message(.resultNotDifferentiable, "a result of type \(type) is not differentiable", advice: "return a Double or a Float")
    }

    fileprivate static func didYouMean(_ name: String?) -> String? {
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

    static func memberFunction(_ what: String) -> Message {
        Message(.memberFunction, "\(what) are not supported", advice: "write a method of a struct, or a function at the top level")
    }

    static let failableInitializer = Message(
        .failableInitializer, "initializers that may fail are not supported", advice: "write 'init' without '?', or a static function")

    static func privateProperty(_ property: String) -> Message {
        Message(
            .privateProperty, "the emitted file cannot reach the private property '\(property)'",
            advice: "make it internal: remove 'private'")
    }

    static func structOutside(_ name: String, _ reason: String) -> Message {
        Message(.structOutside, "the struct '\(name)' is not supported: \(reason)", advice: "use plain stored properties")
    }

    static func propertyType(_ name: String) -> Message {
        Message(.propertyType, "the type of the property '\(name)' is not written", advice: "write it: 'var \(name): Double = …'")
    }

    static func referenceType(_ name: String, _ kind: String) -> Message {
        Message(
            .referenceType,
            "'\(name)' is \(kind == "class" || kind == "actor" ? "a \(kind), whose values are shared" : "of a kind that is not supported: \(kind)")",
            advice: "make it a struct, or pass its numbers")
    }

    static func arrayCount(_ text: String) -> Message {
        Message(.arrayCount, "'\(text)' is no count that is known here", advice: "write the number, as in '[3 of Double]'")
    }

    static func tooManyElements(_ type: String, limit: Int) -> Message {
        Message(.tooManyElements, "'\(type)' holds more than \(limit) numbers", advice: "use smaller values")
    }

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

    static let generics = Message(.generics, "generic functions are not supported", advice: "write the function for Double or for Float")

    static let noBody = Message(.noBody, "a function without a body cannot be differentiated", advice: "write its body")

    static let noResult = Message(
        .noResult, "a function without a result is not supported", advice: "return a value, or change an 'inout' parameter")

    static func gradientOfSeveral(_ name: String, _ count: Int) -> Message {
        Message(
            .gradientOfSeveral, "'\(name)' has \(count) floating-point results, and a gradient is of one",
            advice: "ask for 'pullback' or 'differential'")
    }

    static let variadicParameter = Message(
        .variadicParameter, "variadic parameters are not supported", advice: "give the function one parameter for each number")

    static func parameterSpecifier(_ specifier: String) -> Message {
        Message(.parameterSpecifier, "'\(specifier)' parameters are not supported", advice: "remove '\(specifier)'; values are copied")
    }

    static func unsupportedType(_ type: String) -> Message {
        Message(.unsupportedType, "the type '\(type)' is not supported", advice: scalars)
    }

    static func typeNotYet(_ type: String) -> Message {
        Message(.typeNotYet, "the type '\(type)' is not supported yet", advice: scalars)
    }

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
        Message(.unknownName, "'\(name)' is not declared here", advice: didYouMean(nearest))
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

    static let assignmentToSelf = Message(
        .assignmentToSelf, "'self' does not change here", advice: "make the method 'mutating', and its value a 'var'")

    static func assignmentToComputed(_ text: String) -> Message {
        Message(.assignmentToComputed, "'\(text)' is computed: setters are not supported", advice: "assign to the stored properties")
    }

    static let changeInArm = Message(
        .changeInArm, "a call that changes its argument cannot stand where it may not be run", advice: "call it in a statement of its own")

    static let overlappingArguments = Message(
        .overlappingArguments, "two arguments of this call change the same value", advice: "copy one of them to a 'var' first")

    static let missingProperty = Message(
        .missingProperty, "a part of the result has no value", advice: "give every property and element a value")

    static let selfOutside = Message(.selfOutside, "there is no 'self' here", advice: "use it in methods of structs")

    static let assignmentTarget = Message(
        .assignmentTarget, "this cannot be assigned to", advice: "assign to a variable or a tuple of variables")

    static let missingInitializer = Message(
        .missingInitializer, "this declaration has no value and no type", advice: "write '= value', or ': Double' and assign it later")

    static let patternShape = Message(
        .patternShape, "a tuple of names takes a tuple of as many values", advice: "write for instance 'let (a, b) = (x, y)'")

    static func globalVariable(_ name: String) -> Message {
        Message(.globalVariable, "'\(name)' is a global variable", advice: "declare it with 'let' and a value, or pass it as a parameter")
    }

    static func globalInitializer(_ name: String) -> Message {
        Message(
            .globalInitializer, "calls in the value of the global '\(name)' are not supported yet",
            advice: "make it a parameter or a function")
    }

    static func circularGlobal(_ name: String) -> Message {
        Message(
            .circularGlobal, "the global '\(name)' is defined through itself, or through too many others",
            advice: "give it a value of its own")
    }

    static let statementAfterReturn = Message(
        .statementAfterReturn, "a statement after 'return' is never run", advice: "let the one 'return' be the last statement")

    static let missingReturn = Message(.missingReturn, "the function does not return a value", advice: "end the body with 'return value'")
}
