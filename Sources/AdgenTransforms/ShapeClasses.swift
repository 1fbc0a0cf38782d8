import AdgenIR

/// Which tensors of a function are equally large whatever they hold, as far as its ops say.
struct ShapeClasses {
    struct Shape: Hashable {
        var type: ValueType
        /// What stands for the extents.
        var extents: [Extent]
    }

    /// By tensor: where its extents come from.
    private var extents: [[Extent]]
    private var equal = EqualExtents()
    private let function: Function

    init(_ function: Function) {
        self.function = function
        var table = ExtentTable()
        extents = function.values.indices.map { index in
            let value = Value(index)
            guard function.type(of: value).isTensor else { return [] }
            return (0..<function.type(of: value).rank).map { table.extent($0, of: value, in: function) }
        }
        // What is made whole in the body holds everywhere: the program stops where it does not.
        for index in function.body.instructions {
            let instruction = function.instructions[Int(index)]
            guard function.isElementwise(instruction) else { continue }
            for operand in function.operands(of: instruction) where function.type(of: operand).isTensor {
                for (left, right) in zip(extents[Int(operand.index)], extents[Int(instruction.firstResult)]) { equal.unite(left, right) }
            }
        }
    }

    mutating func shape(of value: Value) -> Shape {
        Shape(type: function.type(of: value), extents: extents[Int(value.index)].map { equal.find($0) })
    }

    /// What stands for the extent that `instruction` asks a tensor for: a number, or what asks another tensor that is there before any op
    /// has gone through its elements. Nil for any other instruction.
    func origin(of instruction: Instruction) -> Extent? {
        guard let dimension = instruction.op.askedDimension else { return nil }
        let known = extents[Int(function.operand(0, of: instruction).index)]
        // A matrix's count is no extent.
        return known.isEmpty || instruction.op == .count && known.count > 1 ? nil : known[dimension]
    }
}
