// Constants, Ints and conversions. Where Swift would stop the program, evaluation throws a Trap.

let constantOp = OpDefinition(
    "constant", .constant, derivative: .zero,
    evaluate: { op, x throws(Trap) -> Scalar in
        guard case .constant(let scalar) = op else { illTyped(op, x) }
        return scalar
    },
    spelling: .literal, cost: .free, samples: [[]])

/// In order of the operation's raw value.
let integerOps: [OpDefinition] = Op.IntegerOperation.allCases.map(integerOp)

private func integerOp(_ operation: Op.IntegerOperation) -> OpDefinition {
    let evaluate: Evaluate = { op, x throws(Trap) -> Scalar in
        guard case .int(let a) = x[0] else { illTyped(op, x) }
        guard x.count == 2 else { return .int(try operation.apply(a)) }
        guard case .int(let b) = x[1] else { illTyped(op, x) }
        return .int(try operation.apply(a, b))
    }
    return switch operation {
    case .add: binaryInteger(evaluate, .traps, .infix("+"), .add)
    case .subtract: binaryInteger(evaluate, .traps, .infix("-"), .add)
    case .multiply: binaryInteger(evaluate, .traps, .infix("*"), .multiply)
    case .divide: binaryInteger(evaluate, .traps, .infix("/"), .divide)
    case .remainder: binaryInteger(evaluate, .traps, .infix("%"), .divide)
    case .min: binaryInteger(evaluate, .none, .function("min"), .add)
    case .max: binaryInteger(evaluate, .none, .function("max"), .add)
    case .negate: unaryInteger(evaluate, .prefix("-"))
    case .magnitude: unaryInteger(evaluate, .function("abs"))
    }
}

private func binaryInteger(_ evaluate: @escaping Evaluate, _ effect: Effect, _ spelling: Spelling, _ cost: Cost) -> OpDefinition {
    OpDefinition(
        "integer", .integer, derivative: .zero, evaluate: evaluate, effect: effect, spelling: spelling, cost: cost,
        samples: [[7, 2], [-7, 2], [3, -5]])
}

private func unaryInteger(_ evaluate: @escaping Evaluate, _ spelling: Spelling) -> OpDefinition {
    OpDefinition(
        "integer", .integer, derivative: .zero, evaluate: evaluate, effect: .traps, spelling: spelling, cost: .add, samples: [[7], [-7]])
}

extension Op.IntegerOperation {
    func apply(_ a: Int, _ b: Int) throws(Trap) -> Int {
        let (result, overflow): (Int, Bool)
        switch self {
        case .add: (result, overflow) = a.addingReportingOverflow(b)
        case .subtract: (result, overflow) = a.subtractingReportingOverflow(b)
        case .multiply: (result, overflow) = a.multipliedReportingOverflow(by: b)
        case .divide, .remainder:
            if b == 0 { throw Trap("division by zero") }
            (result, overflow) = self == .divide ? a.dividedReportingOverflow(by: b) : a.remainderReportingOverflow(dividingBy: b)
        case .min: return Swift.min(a, b)
        case .max: return Swift.max(a, b)
        case .negate, .magnitude: preconditionFailure("\(self) of two Ints")
        }
        if overflow { throw Trap("arithmetic overflow") }
        return result
    }

    func apply(_ a: Int) throws(Trap) -> Int {
        precondition(self == .negate || self == .magnitude, "\(self) of one Int")
        if self == .magnitude && a >= 0 { return a }
        if a == Int.min { throw Trap("arithmetic overflow") }
        return -a
    }
}

/// In order of the element's raw value. Float to float is linear; from and to Int nothing is carried.
let convertOps: [OpDefinition] = ValueType.Element.allCases.map(convertOp)

private func convertOp(_ element: ValueType.Element) -> OpDefinition {
    let toFloat: Derivative = .linear(
        apply: { b, op, _, _, dx in dx[0].map { b.emit(op, $0) } },
        transpose: { b, _, _, _, type, ct in b.emit(.convert(type.element), ct) })
    return OpDefinition(
        "convert", .convert, derivative: element.isFloat ? toFloat : .zero,
        evaluate: { op, x throws(Trap) -> Scalar in
            switch (element, x[0]) {
            case (.f32, .f32(let a)): return .f32(a)
            case (.f32, .f64(let a)): return .f32(Float(a))
            case (.f32, .int(let a)): return .f32(Float(a))
            case (.f64, .f32(let a)): return .f64(Double(a))
            case (.f64, .f64(let a)): return .f64(a)
            case (.f64, .int(let a)): return .f64(Double(a))
            case (.int, .f32(let a)): return .int(try truncated(Double(a)))
            case (.int, .f64(let a)): return .int(try truncated(a))
            case (.int, .int(let a)): return .int(a)
            default: illTyped(op, x)
            }
        },
        effect: element == .int ? .traps : .none, spelling: .conversion, cost: .add, samples: [[1.5], [-2.25]])
}

private func truncated(_ x: Double) throws(Trap) -> Int {
    guard let result = Int(exactly: x.rounded(.towardZero)) else { throw Trap("\(x) has no value as Int") }
    return result
}
