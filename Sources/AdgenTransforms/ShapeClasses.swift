import AdgenIR

/// Which tensors of a function are equally large whatever they hold, as far as its ops say.
struct ShapeClasses {
    struct Shape: Hashable {
        var type: ValueType
        /// What stands for the extents, -1 where there is no such dimension.
        var extents: [Int32]
    }

    /// By value: its extents. By extent: one that it is equal to, itself at last, and what it is first found by.
    private var extents: [[Int32]]
    private var parents: [Int32] = []
    private var origins: [Extent] = []
    private let function: Function

    init(_ function: Function) {
        self.function = function
        extents = Array(repeating: [], count: function.valueCount)
        for parameter in function.parameters { setNew(parameter) }
        for parameter in function.parameters where function.type(of: parameter) == .int {
            extents[Int(parameter.index)] = [makeExtent(.number(parameter))]
        }
        for instruction in function.instructions { note(instruction) }
        // What is made whole in the body holds everywhere: the program stops where it does not.
        for index in function.body.instructions {
            let instruction = function.instructions[Int(index)]
            guard function.isElementwise(instruction) else { continue }
            for operand in function.operands(of: instruction) where function.type(of: operand).isTensor {
                for (left, right) in zip(extents[Int(operand.index)], extents[Int(instruction.firstResult)]) { unite(left, right) }
            }
        }
    }

    subscript(value: Value) -> Shape { Shape(type: function.type(of: value), extents: extents[Int(value.index)].map(find)) }

    /// What stands for the extent that `instruction` asks a tensor for: a number, or what asks another tensor that is there before any op
    /// has gone through its elements. Nil for any other instruction.
    func origin(of instruction: Instruction) -> Extent? {
        switch instruction.op {
        case .count, .rows, .columns: break
        default: return nil
        }
        let tensor = function.operand(0, of: instruction)
        let known = extents[Int(tensor.index)]
        let dimension = instruction.op == .columns ? 1 : 0
        guard function.type(of: tensor).isTensor, dimension < known.count, instruction.op != .count || known.count == 1 else { return nil }
        return origins[Int(known[dimension])]
    }

    private mutating func makeExtent(_ origin: Extent) -> Int32 {
        parents.append(Int32(parents.count))
        origins.append(origin)
        return parents[parents.count - 1]
    }

    private mutating func setNew(_ value: Value) {
        extents[Int(value.index)] = (0..<function.type(of: value).rank).map { makeExtent(.dimension(Int32($0), of: value)) }
    }

    private mutating func note(_ instruction: Instruction) {
        for result in instruction.results {
            let type = function.type(of: result)
            let count = Int(instruction.operandCount)
            guard type.isTensor else {
                // An Int stands for itself, or for the extent that it is.
                if type == .int { extents[Int(result.index)] = [askedExtent(instruction) ?? makeExtent(.number(result))] }
                continue
            }
            extents[Int(result.index)] = (0..<type.rank).map { dimension in
                let source = instruction.op.extent(dimension) { number in
                    number < count && function.type(of: function.operand(number, of: instruction)).isTensor
                }
                let known: [Int32]
                switch source {
                case .dimension(let other, let number):
                    known = extents[Int(function.operand(number, of: instruction).index)]
                    if other < known.count { return known[other] }
                case .operand(let number):
                    known = extents[Int(function.operand(number, of: instruction).index)]
                    if let extent = known.first { return extent }
                case .constant(let extent): return makeExtent(.constant(extent))
                case .result: break
                }
                return makeExtent(.dimension(Int32(dimension), of: result))
            }
        }
    }

    /// The extent that an instruction asks for.
    private func askedExtent(_ instruction: Instruction) -> Int32? {
        guard instruction.operandCount == 1 else { return nil }
        let known = extents[Int(function.operand(0, of: instruction).index)]
        return switch instruction.op {
        case .count where known.count == 1, .rows where known.count == 2: known[0]
        case .columns where known.count == 2: known[1]
        default: nil
        }
    }

    private func find(_ extent: Int32) -> Int32 {
        var extent = extent
        while parents[Int(extent)] != extent { extent = parents[Int(extent)] }
        return extent
    }

    private mutating func unite(_ left: Int32, _ right: Int32) {
        var (left, right) = (left, right)
        // Paths are halved on the way, so that long chains of equal extents stay cheap.
        while parents[Int(left)] != left {
            parents[Int(left)] = parents[Int(parents[Int(left)])]
            left = parents[Int(left)]
        }
        while parents[Int(right)] != right {
            parents[Int(right)] = parents[Int(parents[Int(right)])]
            right = parents[Int(right)]
        }
        if left != right { parents[Int(max(left, right))] = min(left, right) }
    }
}
