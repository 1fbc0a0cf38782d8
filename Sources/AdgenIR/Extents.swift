/// Where an extent of an op's result comes from.
package enum ExtentSource: Equatable, Sendable {
    /// A dimension of an operand.
    case dimension(Int, ofOperand: Int)
    /// An operand, an Int, is the extent.
    case operand(Int)
    case constant(Int)
    /// The result has it by itself.
    case result
}

extension Op {
    /// Where the extent of the result along `dimension` comes from; `isTensor` says which operands are no numbers.
    package func extent(_ dimension: Int, isTensor: (Int) -> Bool) -> ExtentSource {
        switch self {
        case .zeros: return .operand(0)
        case .addAt, .addAll, .copy, .addEntry, .addLine, .addSlice, .addRows: return .dimension(dimension, ofOperand: 0)
        case .broadcast: return .operand(1 + dimension)
        case .spread(let axis):
            return dimension == (axis == .rows ? 0 : 1) ? .dimension(0, ofOperand: 0) : .operand(1)
        case .sumAlong(let axis), .logSumExpAlong(let axis), .largestAlong(let axis): return .dimension(axis == .rows ? 0 : 1, ofOperand: 0)
        case .outer: return .dimension(0, ofOperand: dimension)
        case .transposed: return .dimension(1 - dimension, ofOperand: 0)
        case .matmul(let transposition):
            return dimension == 0
                ? .dimension(transposition.isLeft ? 1 : 0, ofOperand: 0) : .dimension(transposition.isRight ? 0 : 1, ofOperand: 1)
        case .line: return .dimension(1 - self.dimension, ofOperand: 0)
        case .slice, .concatenate: return dimension == self.dimension ? .operand(2) : .dimension(dimension, ofOperand: 0)
        case .gatherRows: return .dimension(dimension, ofOperand: 1 - dimension)
        case .reshaped, .flattened: return .operand(1 + dimension)
        case .conv2d(let sampling):
            return dimension == 0 ? .dimension(0, ofOperand: 1) : .constant(sampling.placeCount)
        case .conv2dImage(let sampling): return dimension == 0 ? .operand(2) : .constant(sampling.pixelCount)
        case .conv2dKernels: return dimension == 0 ? .dimension(0, ofOperand: 0) : .operand(2)
        case .maxPool(let sampling), .maxPoolOffsets(let sampling), .averagePool(let sampling), .pooled(let sampling):
            return dimension == 0 ? .dimension(0, ofOperand: 0) : .constant(sampling.placeCount)
        case .unpooled(let sampling), .averageUnpool(let sampling):
            return dimension == 0 ? .dimension(0, ofOperand: 0) : .constant(sampling.pixelCount)
        case .conditional, .call: return .result
        default:
            // Element by element.
            return (0..<3).first(where: isTensor).map { .dimension(dimension, ofOperand: $0) } ?? .result
        }
    }

    /// Which dimension it asks for.
    fileprivate var askedDimension: Int? {
        switch self {
        case .count, .rows: 0
        case .columns: 1
        default: nil
        }
    }

    /// The op that asks for an extent.
    package static func extent(_ dimension: Int, of type: ValueType) -> Op {
        switch type.form {
        case .scalar, .array, .vector: .count
        case .matrix: dimension == 0 ? .rows : .columns
        }
    }
}

extension Function {
    /// What an extent of an array is found by.
    package enum Extent: Hashable, Sendable {
        case number(Value)
        case constant(Int)
        /// Of a parameter, or of what a call or a choice yields.
        case dimension(Int, of: Value)
    }

    /// Follows `value` to where its extent along `dimension` comes from.
    package func extent(_ dimension: Int, of value: Value) -> Extent {
        var (value, dimension) = (value, dimension)
        while let definition = definition(of: value) {
            if definition.isConditional, type(of: value).isAccumulated, let first = regions(of: definition).first {
                // Both arms change what has been there before.
                value = first.results[Int(value.index - definition.firstResult)]
                continue
            }
            let count = Int(definition.operandCount)
            let source = definition.op.extent(dimension) { number in
                number < count && type(of: operand(number, of: definition)).isTensor
            }
            switch source {
            case .operand(let number):
                let extent = operand(number, of: definition)
                // One that has been asked for is that of what it has been asked of.
                guard let asked = self.definition(of: extent), let askedDimension = asked.op.askedDimension,
                    case let array = operand(0, of: asked), type(of: array).form != .matrix || asked.op != .count
                else { return .number(extent) }
                dimension = askedDimension
                value = array
            case .constant(let extent): return .constant(extent)
            case .result: return .dimension(dimension, of: value)
            case .dimension(let next, let number):
                dimension = next
                value = operand(number, of: definition)
            }
        }
        return .dimension(dimension, of: value)
    }
}

extension Builder {
    /// The extents of what is in this function, as Ints of it.
    package mutating func extents(of value: Value) -> Operands {
        let rank = type(of: value).rank
        var extents = Operands(count: rank)
        for dimension in 0..<rank {
            switch function.extent(dimension, of: value) {
            case .number(let number): extents[dimension] = number
            case .constant(let extent): extents[dimension] = emit(.constant(.int(extent)))
            case .dimension(let dimension2, let origin): extents[dimension] = emit(.extent(dimension2, of: type(of: origin)), origin)
            }
        }
        return extents
    }

    /// `number` as every element of a tensor with these extents.
    package mutating func broadcast(_ number: Value, to extents: Operands) -> Value {
        var operands = Operands(count: 1 + extents.count)
        operands[0] = number
        for dimension in 0..<extents.count { operands[1 + dimension] = extents[dimension] }
        return emit(.broadcast, operands)
    }

    /// The zero of `model`'s type, to be changed in place.
    package mutating func accumulator(like model: Value) -> Value {
        let zero = zero(like: model)
        return type(of: model).isTensor ? emit(.copy, zero) : zero
    }

    /// The zero of `type`; an array has these extents.
    package mutating func zero(_ type: ValueType, extents: Operands) -> Value {
        if type.isAccumulated { return emit(.zeros(type.element), extents[0]) }
        let zero = emit(.constant(Scalar(0, as: type.element)))
        return type.isTensor ? broadcast(zero, to: extents) : zero
    }
}
