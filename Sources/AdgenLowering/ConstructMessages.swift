import AdgenSyntax

extension Message {
    /// The fence: one message for each construct that the parser recognises and adgen does not accept.
    static func unsupported(_ construct: Construct) -> Message {
        let (text, advice) = text(construct)
        return Message(construct, text, advice: advice)
    }

    private static let straightLine = "write straight-line code, choosing values with '?:'"
    private static let loopFree = "unroll the loop; only straight-line code is differentiated"
    private static let total = "let the differentiated function take plain numbers and handle failure in its caller"
    private static let outside = "compute this outside the differentiated function and pass in the number"
    private static let text = "text can only be the message of a 'precondition' or 'assert'"

    private static func text(_ construct: Construct) -> (String, String) {
        switch construct {
        case .ifStatement:
            (
                "an 'if' like this is not supported",
                "choose the value with '?:', as in 'let y = x > 0 ? a : b', or give constants their first values in both arms"
            )
        case .guardStatement: ("'guard' is not supported", "use 'precondition(…)' for what must hold, or '?:' for a choice")
        case .switchStatement: ("'switch' is not supported", "choose the value with nested '?:'")
        case .ifExpression: ("'if' as an expression is not supported", "write 'condition ? a : b'")
        case .switchExpression: ("'switch' as an expression is not supported", "choose the value with nested '?:'")
        case .forLoop: ("'for' is not supported", loopFree)
        case .whileLoop: ("'while' is not supported", loopFree)
        case .repeatLoop: ("'repeat' is not supported", loopFree)
        case .breakStatement: ("'break' is not supported", straightLine)
        case .continueStatement: ("'continue' is not supported", straightLine)
        case .fallthroughStatement: ("'fallthrough' is not supported", straightLine)
        case .labeledStatement: ("labeled statements are not supported", straightLine)
        case .deferStatement: ("'defer' is not supported", "write the statements where they run")
        case .doStatement: ("'do' is not supported", "write the statements without the block, with names of their own")
        case .throwStatement: ("'throw' is not supported", total)
        case .tryExpression: ("'try' is not supported", total)
        case .awaitExpression: ("'await' is not supported", outside)
        case .yieldStatement: ("'yield' is not supported", "return the value")
        case .discardStatement: ("'discard' is not supported", straightLine)
        case .closure: ("closures are not supported", "write a function at the top level of the file and call it")
        case .implicitClosureParameter:
            ("closure parameters are not supported", "write a function at the top level of the file and call it")
        case .optionalChaining: ("optional chaining is not supported", total)
        case .forceUnwrap: ("force unwrapping is not supported", total)
        case .nilCoalescing: ("'??' is not supported", total)
        case .nilLiteral: ("'nil' is not supported", total)
        case .string: ("strings are not supported here", text)
        case .stringInterpolation: ("string interpolation is not supported", text + ", without interpolation")
        case .multilineString: ("multi-line strings are not supported", text + ", on one line")
        case .regexLiteral: ("regex literals are not supported", outside)
        case .keyPath: ("key paths are not supported", "name the value itself")
        case .cast: ("casts are not supported", "convert with 'Double(…)', or give a binding its type")
        case .typeTest: ("'is' is not supported", "types are fixed here; drop the test")
        case .macroExpansion: ("macros are not supported", "write out what the macro expands to")
        case .conditionalCompilation: ("'#if' is not supported inside a differentiated function", "put '#if' around whole functions")
        case .dictionaryLiteral: ("dictionaries are not supported", outside)
        case .rangeOperator:
            (
                "ranges are not supported",
                "write the comparisons out, as in 'a <= x && x < b'; only a part of a vector or matrix takes one, as in 'v[2..<5]'"
            )
        case .bitwiseOperator:
            ("bitwise operators are not supported", "for a power write 'x * x' or 'pow(x, y)'; compute bits outside and pass in the number")
        case .overflowOperator: ("overflow operators are not supported", "use the plain operator")
        case .userOperator: ("operators declared by the user are not supported", "call a function with a name, as in 'pow(x, 2)'")
        case .pointwiseOperator:
            (
                "comparing vectors lane by lane is not supported",
                "choose each lane, as in 'v.x < w.x ? v.x : w.x', or use 'pointwiseMin', 'pointwiseMax' or 'clamped'"
            )
        case .unicodeOperator: ("unicode operators are not supported", "use '+', '-', '*', '/', or call a function with a name")
        case .postfixOperator: ("postfix operators are not supported", "call a function with a name")
        case .identityOperator: ("'===' and '!==' are not supported", "compare numbers with '==' and '!='")
        case .assignmentInExpression: ("an assignment is not a value", "write the assignment as a statement of its own")
        case .superKeyword: ("'super' is not supported", "call a top-level function")
        case .selectorExpression: ("'#selector' is not supported", outside)
        case .genericArguments: ("explicit generic arguments are not supported", "name the concrete type")
        case .inoutArgument: ("'&' stands only before an argument that a function changes", "remove '&'")
        case .localFunction: ("functions inside functions are not supported", "move the function to the top level of the file")
        case .localType: ("types inside functions are not supported", "move the type to the top level of the file")
        case .localDeclaration: ("this declaration is not supported inside a function", "move it to the top level of the file")
        case .propertyObserver: ("accessors and observers are not supported", "use a plain 'let' or 'var'")
        case .attribute: ("attributes are not supported inside a function", "remove the attribute")
        case .consumeExpression: ("'consume' is not supported", "name the value alone; numbers are copied")
        case .copyExpression: ("'copy' is not supported", "name the value alone; numbers are copied")
        case .unsafeExpression: ("'unsafe' is not supported", outside)
        case .packExpansion: ("parameter packs are not supported", "write the parameters out")
        case .availabilityCondition: ("availability conditions are not supported", "put '@available' on the function")
        case .patternBinding: ("labels in a pattern are not supported", "bind the elements by position, as in 'let (a, b) = t'")
        case .projectedValue: ("projected values of property wrappers are not supported", outside)
        case .invalid: ("this is not understood", "see whether swiftc accepts it")
        }
    }
}
