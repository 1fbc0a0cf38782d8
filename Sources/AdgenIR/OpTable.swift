extension Op {
    /// What is known about this op. The one place that switches over all ops.
    @inline(__always)
    package var definition: OpDefinition {
        switch self {
        case .constant: constantOp
        case .add: addOp
        case .subtract: subtractOp
        case .multiply: multiplyOp
        case .divide: divideOp
        case .negate: negateOp
        case .fma: fmaOp
        case .sqrt: sqrtOp
        case .cbrt: cbrtOp
        case .hypot: hypotOp
        case .abs: absOp
        case .sign: signOp
        case .copysign: copysignOp
        case .round: roundOp
        case .fmod: fmodOp
        case .remainder: remainderOp
        case .exp: expOp
        case .exp2: exp2Op
        case .expm1: expm1Op
        case .log: logOp
        case .log2: log2Op
        case .log10: log10Op
        case .log1p: log1pOp
        case .pow: powOp
        case .sin: sinOp
        case .cos: cosOp
        case .tan: tanOp
        case .asin: asinOp
        case .acos: acosOp
        case .atan: atanOp
        case .atan2: atan2Op
        case .sinh: sinhOp
        case .cosh: coshOp
        case .tanh: tanhOp
        case .asinh: asinhOp
        case .acosh: acoshOp
        case .atanh: atanhOp
        case .erf: erfOp
        case .erfc: erfcOp
        case .lgamma: lgammaOp
        case .tgamma: tgammaOp
        case .polygamma: polygammaOp
        case .max: maxOp
        case .min: minOp
        case .maximum: maximumOp
        case .minimum: minimumOp
        case .fmax: fmaxOp
        case .fmin: fminOp
        case .fdim: fdimOp
        case .integer(let operation): integerOps[Int(operation.rawValue)]
        case .convert(let element): convertOps[Int(element.rawValue)]
        case .compare(let comparison): compareOps[Int(comparison.rawValue)]
        case .test(let test): testOps[Int(test.rawValue)]
        case .not: notOp
        case .select: selectOp
        case .splat: splatOp
        case .pair: pairOp
        case .lane: laneOp
        case .guardedMultiply: guardedMultiplyOp
        case .withoutDerivative: withoutDerivativeOp
        case .count: countOp
        case .element: elementOp
        case .zeros: zerosOp
        case .addAt: addAtOp
        case .addAll: addAllOp
        case .copy: copyOp
        case .sigmoid: sigmoidOp
        case .softplus: softplusOp
        case .rows: rowsOp
        case .columns: columnsOp
        case .broadcast: broadcastOp
        case .spread: spreadOp
        case .sum: sumOp
        case .sumAlong: sumAlongOp
        case .logSumExp: logSumExpOp
        case .logSumExpAlong: logSumExpAlongOp
        case .softmax: softmaxOp
        case .dot: dotOp
        case .outer: outerOp
        case .transposed: transposedOp
        case .matmul: matmulOp
        case .largest: largestOp
        case .largestAlong: largestAlongOp
        case .largestMask: largestMaskOp
        case .largestMaskAlong: largestMaskAlongOp
        case .norm: normOp
        case .clamp: clampOp
        case .entry: entryOp
        case .addEntry: addEntryOp
        case .line: lineOp
        case .addLine: addLineOp
        case .slice(let axis): sliceOps[Int(axis.rawValue)]
        case .addSlice(let axis): addSliceOps[Int(axis.rawValue)]
        case .concatenate(let axis): concatenateOps[Int(axis.rawValue)]
        case .gatherRows: gatherRowsOp
        case .addRows: addRowsOp
        case .reshaped: reshapedOp
        case .flattened: flattenedOp
        case .conv2d: conv2dOp
        case .conv2dImage: conv2dImageOp
        case .conv2dKernels: conv2dKernelsOp
        case .maxPool: maxPoolOp
        case .maxPoolOffsets: maxPoolOffsetsOp
        case .pooled: pooledOp
        case .unpooled: unpooledOp
        case .averagePool: averagePoolOp
        case .averageUnpool: averageUnpoolOp
        case .conditional: conditionalOp
        case .loop: loopOp
        case .call: callOp
        case .check: checkOp
        }
    }

    // The definition's, without counting a reference: what is asked for at every instruction.
    var typeRule: TypeRule { definition.typeRule }
    @inline(never) package var derivative: Derivative { definition.derivative }

    /// How many floats of one type an op of kind `kind` takes that has a result of that type, 0 for other ops.
    @inline(__always)
    func floatCount(_ kind: Kind) -> Int {
        switch kind {
        case .constant: 0
        case .add, .subtract, .multiply, .divide: 2
        case .negate: 1
        case .other: definedFloatCount
        }
    }

    // Out of line: who asks often has a short answer for the kinds that are frequent.
    @inline(never) private var definedFloatCount: Int { definition.floatCount }

    /// Distinct for ops of different kinds, within one run: for hashing.
    @inline(never) var identity: UInt64 { UInt64(UInt(bitPattern: ObjectIdentifier(definition))) }

    @inlinable @inline(__always) package var kind: Kind {
        switch self {
        case .constant: .constant
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .negate: .negate
        default: .other
        }
    }

    /// Whether its result is a new array, distinct from any other that was made in the same way.
    @inline(__always)
    var makesNewArray: Bool {
        switch self {
        case .zeros, .copy: true
        default: false
        }
    }

    /// Whether it changes its first operand, an array that nothing uses afterwards: the result takes its place.
    package var consumesFirst: Bool {
        switch self {
        case .addAt, .addAll, .addEntry, .addLine, .addSlice, .addRows: true
        default: false
        }
    }

    /// The operand that chooses and carries no tangent, a tensor of zeros and ones or of offsets.
    var choosingOperand: Int? {
        switch self {
        case .select: 0
        case .pooled, .unpooled: 1
        default: nil
        }
    }

    package var isConstant: Bool {
        if case .constant = self { true } else { false }
    }

    @inlinable package var isCall: Bool {
        if case .call = self { true } else { false }
    }

    /// What it may do besides computing its results.
    package var effect: Effect {
        if case .call(_, let effect) = self { effect } else { kind == .other ? definition.effect : .none }
    }

    /// The op's word in printed IR, finite attributes included: `compare.less`, `convert.f32`, `polygamma.1`.
    package var mnemonic: String {
        let word = definition.mnemonic
        return switch self {
        case .round(let rule): "\(word).\(rule)"
        case .integer(let operation): "\(word).\(operation)"
        case .convert(let element): "\(word).\(element)"
        case .compare(let comparison): "\(word).\(comparison)"
        case .test(let test): "\(word).\(test)"
        case .check(let check, _): "\(word).\(check)"
        case .polygamma(let order): "\(word).\(order)"
        case .element(let index), .addAt(let index), .lane(let index): "\(word).\(index)"
        case .zeros(let element): "\(word).\(element)"
        case .spread(let axis), .sumAlong(let axis), .logSumExpAlong(let axis), .largestAlong(let axis), .largestMaskAlong(let axis),
            .slice(let axis), .addSlice(let axis), .concatenate(let axis):
            "\(word).\(axis)"
        case .entry(let row, let column), .addEntry(let row, let column): "\(word).\(row).\(column)"
        case .line(let axis, let index), .addLine(let axis, let index): "\(word).\(axis).\(index)"
        case .conv2d, .conv2dImage, .conv2dKernels, .maxPool, .maxPoolOffsets, .pooled, .unpooled, .averagePool, .averageUnpool:
            "\(word).\(sampling)"
        case .matmul(let transposition): "\(word).\(transposition)"
        case .splat(let lanes): "\(word).\(lanes)"
        case .loop(let form): word + form.text
        case .call(_, let effect): effect == .ordered ? word : "\(word).\(effect)"
        default: word
        }
    }

    /// Every op with every value of its finite attributes, and examples of the others.
    package static let catalogue: [Op] =
        [.constant(.f64(1.5))]
        + [.add, .subtract, .multiply, .divide, .negate, .fma, .sqrt, .cbrt, .hypot, .abs, .sign, .copysign]
        + RoundingRule.allCases.map(Op.round)
        + [.fmod, .remainder, .exp, .exp2, .expm1, .log, .log2, .log10, .log1p, .pow, .sin, .cos, .tan, .asin, .acos, .atan, .atan2]
        + [.sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .erf, .erfc, .lgamma, .tgamma]
        + [.sigmoid, .softplus]
        + (0...2).map { Op.polygamma(order: $0) }
        + [.max, .min, .maximum, .minimum, .fmax, .fmin, .fdim]
        + IntegerOperation.allCases.map(Op.integer)
        + [.convert(.f32), .convert(.f64), .convert(.int)]
        + Comparison.allCases.map(Op.compare)
        + FloatTest.allCases.map(Op.test)
        + [.not, .select, .splat(lanes: 8), .splat(lanes: 16), .pair, .lane(0), .lane(1), .guardedMultiply, .withoutDerivative]
        + [
            .count, .element(0), .element(2), .zeros(.f32), .zeros(.f64), .addAt(0), .addAt(2), .addAll, .copy, .conditional,
            .loop(LoopForm()), .loop(LoopForm(sums: 1)),
        ]
        + [.rows, .columns, .broadcast, .sum, .logSumExp, .softmax, .dot, .outer, .transposed]
        + Axis.allCases.flatMap { [Op.spread($0), .sumAlong($0), .logSumExpAlong($0), .largestAlong($0), .largestMaskAlong($0)] }
        + [.largest, .largestMask, .norm, .clamp, .entry(row: 1, column: 2), .addEntry(row: 1, column: 2), .reshaped, .flattened]
        + [.gatherRows, .addRows]
        + Axis.allCases.flatMap { [Op.line($0, 1), .addLine($0, 1), .slice($0), .addSlice($0), .concatenate($0)] }
        + [.conv2d(.pixels), .conv2dImage(.pixels), .conv2dKernels(.pixels), .maxPool(.pixels), .maxPoolOffsets(.pixels)]
        + [.pooled(.pixels), .unpooled(.pixels), .averagePool(.pixels), .averageUnpool(.pixels)]
        + Transposition.allCases.map(Op.matmul)
        + Effect.allCases.map { Op.call(function: 0, effect: $0) }
        + Check.allCases.map { Op.check($0, message: -1) }
}
