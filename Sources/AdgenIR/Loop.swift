/// What the operands and results of a loop are, by their number and in this order: whole tensors, and then these.
@usableFromInline package struct LoopForm: Hashable, Sendable, BitwiseCopyable {
    /// Operands, vectors: the same for every row of the matrices, and the same for every column. Numbers follow them.
    package var everyRow: UInt8 = 0
    package var everyColumn: UInt8 = 0
    /// Results: numbers, the sums of all terms; vectors, those of each row and of each column.
    package var sums: UInt8 = 0
    package var rowSums: UInt8 = 0
    package var columnSums: UInt8 = 0

    package init(everyRow: Int = 0, everyColumn: Int = 0, sums: Int = 0, rowSums: Int = 0, columnSums: Int = 0) {
        self.everyRow = UInt8(everyRow)
        self.everyColumn = UInt8(everyColumn)
        self.sums = UInt8(sums)
        self.rowSums = UInt8(rowSums)
        self.columnSums = UInt8(columnSums)
    }

    /// Whether it goes row by row.
    package var isByRows: Bool { lineCount > 0 || rowSums > 0 || columnSums > 0 }

    package var lineCount: Int { Int(everyRow) + Int(everyColumn) }
    package var reductionCount: Int { Int(sums) + Int(rowSums) + Int(columnSums) }

    private static let words = ["everyRow", "everyColumn", "sums", "rowSums", "columnSums"]

    /// `.everyRow1.sums2`: what there is any of.
    var text: String {
        zip(Self.words, [everyRow, everyColumn, sums, rowSums, columnSums]).map { $1 > 0 ? ".\($0)\($1)" : "" }.joined()
    }

    /// Reads `text`.
    init?(_ text: Substring) {
        var counts = Self.words.map { _ in 0 }
        for piece in text.split(separator: ".") {
            guard let word = Self.words.firstIndex(where: piece.hasPrefix), let count = UInt8(piece.dropFirst(Self.words[word].count))
            else { return nil }
            counts[word] = Int(count)
        }
        self.init(everyRow: counts[0], everyColumn: counts[1], sums: counts[2], rowSums: counts[3], columnSums: counts[4])
    }

    /// The types of a loop's results, by those of its operands and of what its region yields.
    package func resultTypes(_ operands: [ValueType], yields: [ValueType]) throws(TypeError) -> [ValueType] {
        guard let shape = operands.first, shape.isTensor, shape.isFloat else { throw TypeError("goes over no tensor") }
        if isByRows, shape.form != .matrix { throw TypeError("has rows and goes over \(shape)") }
        let (vector, number) = (shape.with(.vector), shape.with(.scalar))
        let firstLine = (operands.firstIndex { !$0.isTensor } ?? operands.count) - lineCount
        guard firstLine > 0 else { throw TypeError("goes over no tensor") }
        for (index, type) in operands.enumerated()
        where type != (index < firstLine ? shape : index < firstLine + lineCount ? vector : number) {
            throw TypeError("takes no \(type) as operand \(index)")
        }
        guard reductionCount <= yields.count else { throw TypeError("sums up more than \(yields.count) results") }
        for type in yields where type != number { throw TypeError("yields \(type)") }
        let whole = yields.count - reductionCount
        return yields.indices.map { $0 < whole ? shape : $0 < whole + Int(sums) ? number : vector }
    }
}

extension Function {
    /// The region of a loop as a function: of an element of each tensor, and of the numbers that serve every element.
    package func loopBody(_ loop: Instruction, name: String) -> Function {
        let region = regions[Int(loop.firstRegion)]
        var builder = Builder(name: name, symbols: symbols)
        let parameters = region.parameters.map { builder.parameter(type(of: $0), name: self.name(of: $0)) }
        var rebuild = Rebuild(self, into: builder, arguments: [])
        for (old, new) in zip(region.parameters, parameters) { rebuild.map[old] = new }
        rebuild.visit(region, Rebuild.copyAll)
        let results = region.results.map { rebuild.map[$0] }
        return rebuild.releaseBuilder().finish(results: results)
    }
}
