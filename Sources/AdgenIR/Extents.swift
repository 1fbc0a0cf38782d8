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
        case .conditional, .loop, .call: return .result
        default:
            // Element by element.
            return (0..<3).first(where: isTensor).map { .dimension(dimension, ofOperand: $0) } ?? .result
        }
    }

    /// Which dimension it asks for.
    package var askedDimension: Int? {
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

/// What an extent of an array is found by.
package enum Extent: Hashable, Sendable, BitwiseCopyable {
    case number(Value)
    case constant(Int)
    /// Of a parameter, or of what a call or a choice yields.
    case dimension(Int32, of: Value)

    /// The same of another function, where other values stand for those of this one.
    package func mapped(_ map: (Value) -> Value) -> Extent {
        switch self {
        case .number(let number): .number(map(number))
        case .constant: self
        case .dimension(let dimension, let origin): .dimension(dimension, of: map(origin))
        }
    }
}

/// Where the extents of the arrays of one function come from. It remembers what it has been asked, so that all questions together take no
/// longer than the function is long.
package struct ExtentTable {
    /// By value and dimension.
    private var known = Table<Extent?>()

    package init() {}

    /// Follows `value` to where its extent along `dimension` comes from.
    package mutating func extent(_ dimension: Int, of value: Value, in function: borrowing Function) -> Extent {
        if known.count < 2 * function.valueCount { known.append(repeating: nil, count: 2 * function.valueCount - known.count) }
        var (value, dimension) = (value, dimension)
        var passed: [Int] = []
        var extent: Extent?
        while extent == nil {
            let slot = 2 * Int(value.index) + dimension
            if let earlier = known[slot] {
                extent = earlier
                break
            }
            passed.append(slot)
            switch function.step(dimension, of: value) {
            case .found(let found): extent = found
            case .next(let next, let operand): (dimension, value) = (next, operand)
            }
        }
        for slot in passed { known[unique: slot] = extent }
        return extent ?? .dimension(Int32(dimension), of: value)
    }

    /// What the Int `value` is, if it is an extent of a parameter or a parameter itself.
    package mutating func entryExtent(_ value: Value, in function: borrowing Function) -> Extent? {
        var value = value
        while let definition = function.definition(of: value) {
            guard let dimension = definition.op.askedDimension, case let array = function.operand(0, of: definition),
                function.type(of: array).form != .matrix || definition.op != .count
            else { return nil }
            switch extent(dimension, of: array, in: function) {
            case .number(let number): value = number
            case .constant: return nil
            case .dimension(let dimension, let origin):
                return function.definition(of: origin) == nil ? .dimension(dimension, of: origin) : nil
            }
        }
        return function.type(of: value) == .int ? .number(value) : nil
    }

    /// The extents that `instruction`, a check that they are equal, compares, if parameters have them.
    package mutating func equalEntryExtents(_ instruction: Instruction, in function: borrowing Function) -> (Extent, Extent)? {
        guard let (one, other) = function.checkedEqual(instruction), let left = entryExtent(one, in: function),
            let right = entryExtent(other, in: function)
        else { return nil }
        return (left, right)
    }
}

extension Function {
    /// What `instruction`, a check that two values are equal, compares.
    func checkedEqual(_ instruction: Instruction) -> (Value, Value)? {
        guard case .check(.precondition, _) = instruction.op, let condition = definition(of: operand(0, of: instruction)),
            condition.op == .compare(.equal)
        else { return nil }
        return (operand(0, of: condition), operand(1, of: condition))
    }

    /// The vector that stands for `value` where `instruction` takes it after a matrix: one that is every row.
    package func repeatedRow(_ value: Value, _ instruction: Instruction) -> Value? {
        guard instruction.operandCount == 2, operand(1, of: instruction) == value, type(of: value).form == .matrix,
            type(of: operand(0, of: instruction)).form == .matrix, let definition = definition(of: value),
            case .spread(.columns) = definition.op
        else { return nil }
        switch instruction.op {
        case .add, .subtract, .multiply, .divide: return operand(0, of: definition)
        default: return nil
        }
    }

    fileprivate enum ExtentStep {
        case found(Extent)
        case next(Int, of: Value)
    }

    /// One instruction back on the way to where an extent comes from.
    fileprivate func step(_ dimension: Int, of value: Value) -> ExtentStep {
        let origin = Extent.dimension(Int32(dimension), of: value)
        guard let definition = definition(of: value) else { return .found(origin) }
        if definition.isConditional, type(of: value).isAccumulated, let first = regions(of: definition).first {
            // Both arms change what has been there before.
            return .next(dimension, of: first.results[Int(value.index - definition.firstResult)])
        }
        if case .loop(let form) = definition.op {
            // All that it reads and writes whole has the shape of the first operand; sums of rows and of columns come last.
            let fromEnd = Int(definition.firstResult + definition.resultCount - value.index)
            let isRowSum = fromEnd > form.columnSums && fromEnd <= form.columnSums + form.rowSums
            return .next(fromEnd <= form.columnSums ? 1 : isRowSum ? 0 : dimension, of: operand(0, of: definition))
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
            else { return .found(.number(extent)) }
            return .next(askedDimension, of: array)
        case .constant(let extent): return .found(.constant(extent))
        case .result: return .found(origin)
        case .dimension(let next, let number): return .next(next, of: operand(number, of: definition))
        }
    }
}

/// Extents known to be equal.
package struct EqualExtents {
    private var parents: [Extent: Extent] = [:]

    package init() {}

    /// The one that stands for all that equal it.
    package mutating func find(_ extent: Extent) -> Extent {
        var root = extent
        while let parent = parents[root] { root = parent }
        // The way is shorter next time.
        var passed = extent
        while let parent = parents[passed], parent != root {
            parents[passed] = root
            passed = parent
        }
        return root
    }

    package mutating func unite(_ left: Extent, _ right: Extent) {
        let (left, right) = (find(left), find(right))
        if left != right { parents[right] = left }
    }
}

extension Builder {
    /// The extents of what is in this function, as Ints of it.
    package mutating func extents(of value: Value) -> Operands {
        let rank = type(of: value).rank
        var extents = Operands(count: rank)
        for dimension in 0..<rank {
            extents[dimension] = emitExtent(extent(dimension, of: value))
        }
        return extents
    }

    /// Where an extent comes from.
    package mutating func extent(_ dimension: Int, of value: Value) -> Extent {
        extentTable.extent(dimension, of: value, in: function)
    }

    /// An extent as an Int of this function.
    package mutating func emitExtent(_ extent: Extent) -> Value {
        switch extent {
        case .number(let number): number
        case .constant(let extent): emit(.constant(.int(extent)))
        case .dimension(let dimension, let origin): emit(.extent(Int(dimension), of: type(of: origin)), origin)
        }
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
