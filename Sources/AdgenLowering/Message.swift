import AdgenSyntax

/// The text of a diagnostic: what is wrong and what to write instead. All texts of Lowering stand in `Messages*.swift`.
struct Message {
    let identifier: String
    let text: String
    let advice: String?

    init(_ kind: DiagnosticKind, _ text: String, advice: String? = nil) {
        identifier = kebab(kind.rawValue)
        self.text = text
        self.advice = advice
    }

    init(_ construct: Construct, _ text: String, advice: String? = nil) {
        identifier = DiagnosticKind.identifier(of: construct)
        self.text = text
        self.advice = advice
    }
}

/// What Lowering can say, apart from the constructs that the parser recognises. The tests hold a fixture for each.
package enum DiagnosticKind: String, CaseIterable, Sendable {
    // Which functions.
    case nothingSelected, unknownFunction, unknownDirective, duplicateProduct, directiveArgument, directiveOption
    case structOfOne
    case ruleArgument, ruleForNothing, ruleTwice, rulePrivate, ruleTypes, ruleWithoutFloats, ruleUnbuildable, ruleOfArrays, noTangentStruct
    case matrixOfArray, batchParameter, batchWithoutPoints, batchResult, ruleCallsEmitted, emittedTape, emittedPattern, emittedArray,
        derivativeOrder
    case checkpointNotBegun, checkpointNotEnded, markOfNothing, markWithinStatement, contradictingMarks, storagePolicy
    case unknownParameter, parameterNotDifferentiable, noDifferentiableParameter, resultNotDifferentiable, gradientOfSeveral

    // Declarations.
    case privateFunction, memberFunction, conditionalFunction, unsupportedAttribute, unsupportedModifier
    case effects, generics, noBody, noResult, variadicParameter, parameterSpecifier, unsupportedType, typeNotYet, typeTooLarge
    case arrayCount, arrayResult, recursion, notAStruct, recursiveStruct, propertyAccessors, propertyAttribute, privateProperty,
        propertyModifier
    case propertyType, failableInitializer, delegatingInitializer, missingProperties, constantSelf, missingSelf, instanceMember,
        hiddenByProtocol, hiddenByMember, genericMember

    // Names, variables and statements.
    case unknownName, nameNotYet, useBeforeDeclaration, useBeforeInitialization, reservedName, redeclaration
    case assignmentToConstant, assignmentToParameter, assignmentToGlobal, assignmentTarget, missingInitializer, patternShape
    case globalVariable, circularGlobal, statementAfterReturn, missingReturn, voidReturn

    // Types.
    case typeMismatch, operandMismatch, boolOperand, notBool, floatRemainder, needsContext, literalOutOfRange, literalMember
    case integerOverflow, needsFloat, doubleOnly, conversion, comparisonWithNaN, aggregateMismatch, aggregateOperand
    case vectorType, tensorInitializer

    // Calls and values.
    case unseenFunction, wrongArguments, variadicArguments, overlappingArguments, conditionalEffect, ambiguousCall, callOfValue
    case functionValue, typeValue, voidValue, moduleValue
    case tupleValue, subscripting, subscriptNotConstant, subscriptOutOfRange, arrayMember, tensorMember, tensorOperands, windowNotConstant,
        windowDoesNotFit, productFlag,
        arrayChange, arrayChoice, arrayLiteral
    case unknownMember, checkMessage, implicitMember, redefinedOperator, redefinedMember, redefinedInDerivatives

    package var identifier: String { kebab(rawValue) }

    package static func identifier(of construct: Construct) -> String {
        "unsupported-" + kebab(construct.rawValue)
    }
}

/// `missingReturn` as `missing-return`.
private func kebab(_ name: String) -> String {
    var result = ""
    for character in name {
        if character.isUppercase { result.append("-") }
        result.append(contentsOf: character.lowercased())
    }
    return result
}
