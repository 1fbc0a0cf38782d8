import AdgenIR

/// Extents with which a function's arrays fit together, as far as its checks and ops tell.
package struct ParameterExtents {
    /// By parameter: the extents of an array, none for a number.
    package private(set) var extents: [[Int]] = []
    /// By parameter: what an Int that is an extent has to be.
    package private(set) var numbers: [Int?] = []

    private var table = ExtentTable()
    private var equal = EqualExtents()
    /// By the extent that stands for all that equal it.
    private var fixed: [Extent: Int] = [:]
    private var least: [Extent: Int] = [:]
    private var most: [Extent: Int] = [:]

    /// - Parameter count: what nothing else is known of.
    package init(of function: Function, count: Int) {
        for index in function.body.instructions { unite(function.instructions[Int(index)], function) }
        for index in function.body.instructions { fix(function.instructions[Int(index)], function) }
        for index in function.body.instructions { bound(function.instructions[Int(index)], function) }
        for instruction in function.instructions { read(instruction, function, count) }
        for index in function.body.instructions { derive(function.instructions[Int(index)], function, count) }
        for parameter in function.parameters {
            let type = function.type(of: parameter)
            extents.append((0..<type.rank).map { max(0, known(.dimension(Int32($0), of: parameter), count)) })
            let isExtent = type == .int && (fixed[equal.find(.number(parameter))] != nil || isShared(.number(parameter), function))
            numbers.append(isExtent ? known(.number(parameter), count) : nil)
        }
    }

    private mutating func known(_ extent: Extent, _ count: Int) -> Int {
        let root = equal.find(extent)
        return fixed[root] ?? max(min(count, most[root] ?? count), least[root] ?? 0)
    }

    /// Whether an array has it, too.
    private mutating func isShared(_ number: Extent, _ function: Function) -> Bool {
        let root = equal.find(number)
        for parameter in function.parameters {
            for dimension in 0..<function.type(of: parameter).rank
            where equal.find(.dimension(Int32(dimension), of: parameter)) == root {
                return true
            }
        }
        return false
    }

    private mutating func unite(_ instruction: Instruction, _ function: Function) {
        for (left, right) in Self.equalities(instruction, function) {
            guard let one = table.entryExtent(left, in: function), let other = table.entryExtent(right, in: function) else { continue }
            equal.unite(one, other)
        }
    }

    /// What a check wants to be equal.
    private static func equalities(_ check: Instruction, _ function: Function) -> [(Value, Value)] {
        comparisons(check, function).compactMap { $0.comparison == .equal ? ($0.left, $0.right) : nil }
    }

    /// What a check wants of two numbers, alone or among other things: `a == b && c > d`.
    private static func comparisons(
        _ check: Instruction, _ function: Function
    ) -> [(comparison: Op.Comparison, left: Value, right: Value)] {
        guard case .check(.precondition, _) = check.op else { return [] }
        var comparisons: [(Op.Comparison, Value, Value)] = []
        var conditions = [function.operand(0, of: check)]
        while let condition = conditions.popLast() {
            guard let definition = function.definition(of: condition) else { continue }
            if case .compare(let comparison) = definition.op {
                comparisons.append((comparison, function.operand(0, of: definition), function.operand(1, of: definition)))
            } else if definition.isConditional, let first = function.regions(of: definition).first,
                let last = function.regions(of: definition).last, case let place = Int(condition.index - definition.firstResult),
                case .bool(false)? = function.constant(last.results[place])
            {
                conditions += [function.operand(0, of: definition), first.results[place]]
            }
        }
        return comparisons
    }

    /// Notes an extent that is checked to be a constant.
    private mutating func fix(_ instruction: Instruction, _ function: Function) {
        for (left, right) in Self.equalities(instruction, function) {
            for (one, other) in [(left, right), (right, left)] {
                guard case .int(let count)? = constant(other, function), let extent = table.entryExtent(one, in: function) else { continue }
                fixed[equal.find(extent)] = count
            }
        }
    }

    /// Notes an extent that is checked to lie on one side of a constant: `x.count >= 7`, `0 < x.count`.
    private mutating func bound(_ instruction: Instruction, _ function: Function) {
        for (comparison, left, right) in Self.comparisons(instruction, function) {
            if case .int(let bound)? = constant(right, function), let extent = table.entryExtent(left, in: function) {
                self.bound(equal.find(extent), comparison, bound)
            } else if case .int(let bound)? = constant(left, function), let extent = table.entryExtent(right, in: function) {
                self.bound(equal.find(extent), comparison.mirrored, bound)
            }
        }
    }

    private mutating func bound(_ extent: Extent, _ comparison: Op.Comparison, _ number: Int) {
        switch comparison {
        case .greater: least[extent] = max(number &+ 1, least[extent] ?? 0)
        case .greaterOrEqual: least[extent] = max(number, least[extent] ?? 0)
        case .less: most[extent] = min(number &- 1, most[extent] ?? .max)
        case .lessOrEqual: most[extent] = min(number, most[extent] ?? .max)
        case .equal, .notEqual: break
        }
    }

    /// Notes an extent that is checked to be what others make.
    private mutating func derive(_ instruction: Instruction, _ function: Function, _ count: Int) {
        for (left, right) in Self.equalities(instruction, function) {
            for (one, other) in [(left, right), (right, left)] {
                guard let extent = table.entryExtent(one, in: function), table.entryExtent(other, in: function) == nil,
                    fixed[equal.find(extent)] == nil, let value = evaluated(other, function, count, depth: 0)
                else { continue }
                fixed[equal.find(extent)] = value
            }
        }
    }

    /// What an Int is where parameters are as large as is known by now; nil where it follows from something else, or from too much.
    private mutating func evaluated(_ number: Value, _ function: Function, _ count: Int, depth: Int) -> Int? {
        if case .int(let constant)? = function.constant(number) { return constant }
        if let extent = table.entryExtent(number, in: function) { return known(extent, count) }
        guard depth < 16, let definition = function.definition(of: number) else { return nil }
        switch definition.op {
        case .integer(let operation) where [.add, .subtract, .multiply].contains(operation):
            guard let left = evaluated(function.operand(0, of: definition), function, count, depth: depth + 1),
                let right = evaluated(function.operand(1, of: definition), function, count, depth: depth + 1)
            else { return nil }
            return operation == .add ? left &+ right : operation == .subtract ? left &- right : left &* right
        case .count where function.type(of: function.operand(0, of: definition)).form == .matrix:
            let matrix = function.operand(0, of: definition)
            guard let rows = evaluated(0, of: matrix, function, count, depth: depth),
                let columns = evaluated(1, of: matrix, function, count, depth: depth)
            else { return nil }
            return rows &* columns
        default:
            return definition.op.askedDimension.flatMap {
                evaluated($0, of: function.operand(0, of: definition), function, count, depth: depth)
            }
        }
    }

    private mutating func evaluated(_ dimension: Int, of array: Value, _ function: Function, _ count: Int, depth: Int) -> Int? {
        switch table.extent(dimension, of: array, in: function) {
        case .constant(let constant): constant
        case .number(let number): evaluated(number, function, count, depth: depth + 1)
        case .dimension(let dimension, let origin):
            function.definition(of: origin) == nil ? known(.dimension(dimension, of: origin), count) : nil
        }
    }

    /// A constant, or the extent of something of which the code says how large it is.
    private mutating func constant(_ number: Value, _ function: Function) -> Scalar? {
        if let known = function.constant(number) { return known }
        guard let definition = function.definition(of: number), let dimension = definition.op.askedDimension,
            case let array = function.operand(0, of: definition), function.type(of: array).form != .matrix || definition.op != .count
        else { return nil }
        switch table.extent(dimension, of: array, in: function) {
        case .constant(let count): return .int(count)
        case .number(let number): return function.constant(number)
        case .dimension: return nil
        }
    }

    /// Notes what is read of arrays by constant places and by windows.
    private mutating func read(_ instruction: Instruction, _ function: Function, _ count: Int) {
        switch instruction.op {
        case .element(let index): atLeast(Int(index) + 1, 0, of: function.operand(0, of: instruction), function)
        case .entry(let row, let column):
            atLeast(Int(row) + 1, 0, of: function.operand(0, of: instruction), function)
            atLeast(Int(column) + 1, 1, of: function.operand(0, of: instruction), function)
        case .line(_, let index): atLeast(Int(index) + 1, instruction.op.dimension, of: function.operand(0, of: instruction), function)
        case .slice:
            guard case .int(let first)? = constant(function.operand(1, of: instruction), function),
                case .int(let length)? = constant(function.operand(2, of: instruction), function)
            else { return }
            atLeast(first + length, instruction.op.dimension, of: function.operand(0, of: instruction), function)
        case .conv2d(let sampling):
            let (image, kernels) = (function.operand(0, of: instruction), function.operand(1, of: instruction))
            fix(sampling.pixelCount, 1, of: image, function)
            let channels = origin(0, of: image, function).map { known($0, count) }
            if let channels { fix(channels * sampling.area, 1, of: kernels, function) }
        case .maxPool(let sampling), .averagePool(let sampling):
            fix(sampling.pixelCount, 1, of: function.operand(0, of: instruction), function)
        default: break
        }
    }

    /// The extent of a parameter that an array has.
    private mutating func origin(_ dimension: Int, of array: Value, _ function: Function) -> Extent? {
        switch table.extent(dimension, of: array, in: function) {
        case .constant: nil
        case .number(let number): table.entryExtent(number, in: function)
        case .dimension(let dimension, let origin):
            function.definition(of: origin) == nil ? .dimension(dimension, of: origin) : nil
        }
    }

    private mutating func fix(_ count: Int, _ dimension: Int, of array: Value, _ function: Function) {
        guard let extent = origin(dimension, of: array, function) else { return }
        fixed[equal.find(extent)] = count
    }

    private mutating func atLeast(_ count: Int, _ dimension: Int, of array: Value, _ function: Function) {
        guard let extent = origin(dimension, of: array, function) else { return }
        let root = equal.find(extent)
        least[root] = max(count, least[root] ?? 0)
    }
}

extension Op.Comparison {
    /// The same of the operands in the other order.
    fileprivate var mirrored: Op.Comparison {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        case .equal, .notEqual: self
        }
    }
}
