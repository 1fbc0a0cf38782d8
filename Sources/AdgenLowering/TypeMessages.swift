import AdgenIR
import AdgenSyntax

// Types.
extension Message {
    static func typeMismatch(_ typing: Typing, expected: ValueType.Element, source: String) -> Message {
        Message(
            .typeMismatch, "\(typing.description) cannot be \(article(expected.swiftName))",
            advice: convert(typing, to: expected, source)
                ?? (expected == .bool ? "compare, as in 'x != 0', or write 'true' or 'false'" : "make it \(article(expected.swiftName))"))
    }

    static func operandMismatch(
        _ operation: String, _ left: Typing, _ right: Typing, leftSource: String?, rightSource: String?
    ) -> Message {
        let text = "'\(operation)' takes values of one type, not \(left.description) and \(right.description)"
        return Message(.operandMismatch, text, advice: conversion(left, right, leftSource, rightSource) ?? "convert one, as in 'Double(i)'")
    }

    /// The conversion towards the wider type that mends a mismatch.
    private static func conversion(_ left: Typing, _ right: Typing, _ leftSource: String?, _ rightSource: String?) -> String? {
        if case .value(let element) = left, element.isFloat, let rightSource, right != .value(.f64) {
            return convert(right, to: element, rightSource)
        }
        if case .value(let element) = right, element.isFloat, let leftSource { return convert(left, to: element, leftSource) }
        if case .value(.f64) = right, let rightSource, case .value(let element) = left { return convert(right, to: element, rightSource) }
        if case .literal = right, case .value(.int) = left, let leftSource { return convert(left, to: .f64, leftSource) }
        if case .literal = left, case .value(.int) = right, let rightSource { return convert(right, to: .f64, rightSource) }
        return nil
    }

    private static func convert(_ typing: Typing, to element: ValueType.Element, _ source: String) -> String? {
        guard element != .bool, typing != .value(.bool), source.utf8.count <= 40, !source.contains("\n") else { return nil }
        return "write '\(element.swiftName)(\(source))'"
    }

    static func boolOperand(_ operation: String) -> Message {
        Message(.boolOperand, "'\(operation)' does not take Bools", advice: "choose numbers with '?:', as in 'b ? 1 : 0'")
    }

    static let notBool = Message(.notBool, "a condition must be a Bool", advice: "compare, as in 'x != 0'")

    static let floatRemainder = Message(
        .floatRemainder, "'%' takes Ints only", advice: "write 'x.truncatingRemainder(dividingBy: y)' or 'fmod(x, y)'")

    static let needsContext = Message(
        .needsContext, "nothing fixes the type of this expression",
        advice: "name it: write 'let value: Double = …', or 'Double.pi' for '.pi'")

    static func literalOutOfRange(_ text: String, _ element: ValueType.Element) -> Message {
        Message(.literalOutOfRange, "'\(text)' does not fit into \(article(element.swiftName))", advice: "write a smaller number")
    }

    static func literalMember(_ text: String) -> Message {
        Message(
            .literalMember, "the type of '\(text)' is not certain before a period", advice: "name it first: 'let value: Double = \(text)'")
    }

    static let comparisonWithNaN = Message(
        .comparisonWithNaN, "no number is equal to NaN, nor less or greater", advice: "write 'x.isNaN'")

    static func aggregateMismatch(_ type: String, expected: String) -> Message {
        Message(.aggregateMismatch, "\(type) cannot be \(expected)", advice: "give it the same number of parts, types and labels")
    }

    static func vectorType(_ text: String) -> Message {
        Message(
            .vectorType, "the type of '\(text)' does not follow from its arguments",
            advice: "write it out, as in 'SIMD4<Double>(…)' or '[3 of Double](…)'")
    }

    static let tensorInitializer = Message(
        .tensorInitializer, "no Vector or Matrix is made of numbers here",
        advice: "take it as a parameter, or make it of others: 'concatenate(a, b)', 'v.reshaped(rows: 2, columns: 3)'")

    static func aggregateOperand(_ operation: String, _ type: String) -> Message {
        Message(
            .aggregateOperand, "'\(operation)' of \(type) is not supported",
            advice: "write it for each element, or a function with a name instead of an operator")
    }

    static let integerOverflow = Message(
        .integerOverflow, "this arithmetic of Int literals overflows or divides by zero", advice: "write '1.0' for a Double")

    static func needsFloat(_ function: String, _ typing: Typing, source: String) -> Message {
        Message(
            .needsFloat, "'\(function)' takes Double or Float, not \(typing.description)",
            advice: convert(typing, to: .f64, source) ?? "choose numbers with '?:', as in 'b ? 1 : 0'")
    }

    static func doubleOnly(_ function: String) -> Message {
        Message(.doubleOnly, "'\(function)' of Float is not supported", advice: "write 'Float(\(function)(Double(x)))'")
    }

    static func conversion(_ source: String) -> Message {
        Message(
            .conversion, "'\(source)' is no conversion that is supported",
            advice: "convert numbers with 'Double(x)', 'Float(x)' or 'Int(x)'")
    }

    private static func article(_ type: String) -> String { type == "Int" ? "an Int" : "a \(type)" }
}

// Calls and values.
extension Message {
    static func unseenFunction(_ name: String, nearest: String?) -> Message {
        Message(
            .unseenFunction, "'\(name)' is neither a function of these files nor one that adgen knows",
            advice: didYouMean(nearest)
                ?? (outputs.contains(name)
                    ? "print in its caller; what is differentiated computes"
                    : "write the function at the top level of the file, or name the file that has it: --context FILE"))
    }

    private static let outputs: Set = ["print", "debugPrint", "dump", "NSLog"]

    static func wrongArguments(_ name: String, expected: [String]) -> Message {
        Message(
            .wrongArguments, "these arguments do not fit '\(name)'",
            advice: expected.isEmpty ? "see how Swift spells it" : "it takes " + expected.map { "'\($0)'" }.joined(separator: " or "))
    }

    static func variadicArguments(_ function: String) -> Message {
        Message(
            .variadicArguments, "'\(function)' takes any number of arguments, which is not supported",
            advice: "give it one parameter for each number")
    }

    static func overlappingArguments(_ text: String) -> Message {
        Message(
            .overlappingArguments, "'\(text)' overlaps another 'inout' argument of this call", advice: "change a copy: 'var other = …'")
    }

    static let exchange = Message(
        .wrongArguments, "these arguments do not fit 'swap'", advice: "it takes two variables of one type, as in 'swap(&a, &b)'")

    static let conditionalEffect = Message(
        .conditionalEffect, "a call with 'inout' arguments runs here only on a condition",
        advice: "make the call first, on a line of its own, and choose the value with '?:'")

    static func ambiguousCall(_ name: String) -> Message {
        Message(
            .ambiguousCall, "it is not certain which '\(name)' is called",
            advice: "give the arguments types: write 'let value: Double = …' first")
    }

    static func libraryCall(_ name: String) -> Message {
        Message(
            .ambiguousCall, "Swift may call a library's '\(name)' here, which takes no more than these arguments",
            advice: "give all arguments, or give the function another name")
    }

    static func overloadedResult(_ name: String) -> Message {
        Message(
            .ambiguousCall, "functions called '\(name)' differ in their results alone",
            advice: "give those that are called here names of their own")
    }

    static func contestedCall(_ name: String) -> Message {
        Message(
            .ambiguousCall, "Swift may call another '\(name)' here, one that is outside the language",
            advice: "give one of the two another name, or give all arguments, each with a type of its own")
    }

    static func callOfValue(_ text: String) -> Message {
        Message(.callOfValue, "'\(text)' cannot be called", advice: "call a function by its name")
    }

    static func functionValue(_ text: String) -> Message {
        Message(.functionValue, "a function is not a value here", advice: "call it: '\(text)(…)'")
    }

    static func typeValue(_ text: String) -> Message {
        Message(.typeValue, "a type is not a value", advice: "write '\(text)(x)' to convert")
    }

    static func moduleValue(_ text: String) -> Message {
        Message(.moduleValue, "a module is not a value", advice: "name one of its functions, as in '\(text).exp(x)'")
    }

    static let voidValue = Message(.voidValue, "this has no value", advice: "write it as a statement of its own")

    static func tupleValue(_ type: String) -> Message {
        Message(
            .tupleValue, "one number is expected here, not a value of type \(type)",
            advice: type.hasPrefix("[") || type.hasPrefix("Vector<")
                ? "name one of its elements, as in 'a[0]'"
                : type.hasPrefix("(")
                    ? "name one of its elements, as in 't.0'"
                    : "name one of its parts, as in '\(type.hasPrefix("Matrix<") ? "m[0, 0]" : "v.x")'")
    }

    static let subscripting = Message(
        .subscripting, "this has no subscripts that are supported", advice: "use InlineArray, SIMD or a tuple for a fixed number of values")

    static let subscriptNotConstant = Message(
        .subscriptNotConstant, "a subscript must be a constant", advice: "write the index as a number, as in 'a[2]'")

    static let tensorIndexNotConstant = Message(
        .subscriptNotConstant, "an index must be a constant",
        advice: "write a number, as in 'v[2]', or take a part, which may begin anywhere: 'v[i..<i + 1].sum()'")

    static func subscriptOutOfRange(_ index: Int, _ type: String) -> Message {
        Message(.subscriptOutOfRange, "\(type) has no element \(index)", advice: "elements are counted from 0")
    }

    static func arrayMember(_ name: String, of type: String) -> Message {
        Message(
            .arrayMember, "'\(name)' of \(type) is not supported", advice: "an array gives its 'count' and its elements, as in 'a[2]'")
    }

    static func tensorMember(_ name: String, of type: String) -> Message {
        let isFunction = TensorSpelling.all.contains { $0.name == name && $0.form == .free }
        return Message(
            .tensorMember, "'\(name)' of \(type) is not supported",
            advice: isFunction
                ? "call the function: '\(name)(v)'"
                : "vectors and matrices have elements by constant subscripts, 'sum()', 'mean()', 'max()', 'min()', 'count' and"
                    + " 'reshaped(rows:columns:)', matrices 'rows', 'columns', 'row(_:)', 'column(_:)', 'transposed()', 'flattened' and"
                    + " 'sum(along:)' too")
    }

    static let windowNotConstant = Message(
        .windowNotConstant, "the extents of an image and of a window must be constants",
        advice: "write 'height: 8, width: 8, window: Window(height: 3, width: 3)' with numbers in the call")

    static func windowDoesNotFit(_ window: String) -> Message {
        Message(
            .windowDoesNotFit, "'\(window)' does not fit the image",
            advice: "an image with its padding, of which pooling takes none, is at least as large as the window, and that at most 255 wide")
    }

    static func tensorOperands(_ name: String, _ operands: [(source: String, type: String)]) -> Message {
        Message(
            .tensorOperands,
            "'\(name)' does not take " + operands.map { "'\($0.source)' of type \($0.type)" }.joined(separator: " and "),
            advice: "see which shapes AdgenRuntime takes there")
    }

    static func withoutTensor(_ name: String, expected: [String]) -> Message {
        Message(
            .tensorOperands, "'\(name)' takes a Vector or a Matrix, and there is none here",
            advice: "write " + expected.map { "'\($0)'" }.joined(separator: " or ") + " of vectors or matrices")
    }

    static func productFlag(_ source: String) -> Message {
        Message(
            .productFlag, "whether an operand is transposed must be known here",
            advice: "write 'true' instead of '\(source)', or leave it out")
    }

    static let arrayChange = Message(
        .arrayChange, "an array cannot be changed", advice: "name the new element: write 'let first = …'")

    static let arrayChoice = Message(
        .arrayChoice, "a choice between arrays is not supported",
        advice: "choose between numbers made of them, as in 'b ? x[0] : y[0]' or 'b ? v.sum() : w.sum()'")

    static let arrayLiteral = Message(
        .arrayLiteral, "an array literal is not supported here", advice: "write '[3 of Double]' for a fixed number of values")

    static func untypedArrayLiteral(_ count: Int32) -> Message {
        Message(
            .arrayLiteral, "an array literal is not supported without a type that says how many values it has",
            advice: "write 'let values: [\(count) of Double] = …'")
    }

    /// - Parameter parts: what a value of the type consists of.
    static func unknownMember(_ name: String, of type: String, nearest: String? = nil, parts: [String] = []) -> Message {
        let known = parts.prefix(6).map { "'\($0)'" }.joined(separator: ", ") + (parts.count > 6 ? " and others" : "")
        return Message(
            .unknownMember,
            parts.isEmpty ? "'\(name)' of \(type) is not supported" : "'\(name)' is no part of \(type) that adgen knows",
            advice: didYouMean(nearest) ?? (parts.isEmpty ? "write it with arithmetic and the elementary functions" : "it has \(known)"))
    }

    static let checkMessage = Message(
        .checkMessage, "the message must be a plain string literal", advice: "write the text, without interpolation")

    static func implicitMember(_ text: String) -> Message {
        Message(.implicitMember, "'\(text)' is not known without its type", advice: "write the type before the period, as in 'Double.pi'")
    }

    static func implicitCall(_ text: String, type: String) -> Message {
        Message(
            .implicitMember, "'\(text)' is no call that gives \(type)", advice: "write the type before the period, as in '\(type)(…)'")
    }

    static func redefinedOperator(_ spelling: String) -> Message {
        Message(
            .redefinedOperator, "the files declare their own '\(spelling)' for numbers", advice: "give that operator another name")
    }

    static func redefinedInDerivatives(_ name: String) -> Message {
        Message(
            .redefinedInDerivatives, "the derivatives would use the files' own '\(name)' of numbers",
            advice: "give that declaration another name")
    }

    /// `type` is nil where no extension helps.
    static func genericMember(_ name: String, type: String?) -> Message {
        Message(
            .genericMember, "'\(name)' may be a member that a generic extension declares",
            advice: type.map { "declare it in 'extension \($0)', under a name that no generic extension or protocol has" }
                ?? "write a function that takes the value")
    }

    static func redefinedMember(_ name: String) -> Message {
        Message(.redefinedMember, "the files extend the type with their own '\(name)'", advice: "give that member another name")
    }
}

extension Typing {
    var description: String {
        switch self {
        case .value(let element): element.swiftName
        case .literal(let traits): traits.contains(.float) ? "a floating-point literal" : "an integer literal"
        default: "this"
        }
    }
}
