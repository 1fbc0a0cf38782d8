import AdgenDriver

/// Functions of vectors and matrices whose shapes fit, from a seed: the same text everywhere. Values stay small, so that derivatives can
/// be compared with differences.
package struct RandomTensorSource {
    package let text: String
    package let name: String
    /// By parameter: no extents for a number, one for a vector, two for a matrix.
    package let shapes: [[Int]]

    /// One in three calls functions with rules.
    package init(seed: UInt64, name: String) {
        var writer = TensorWriter(seed: seed, rules: seed.isMultiple(of: 3) ? "\(name)Rule" : nil)
        shapes = writer.values.map(\.shape)
        let parameters = "_ x: Vector<Double>, _ a: Matrix<Double>, _ s: Double"
        let function = "// adgen: gradient\nfunc \(name)(\(parameters)) -> Double {\n\(writer.body())}\n"
        text = "import AdgenRuntime\nimport Foundation\n\n" + writer.rules + function
        self.name = name
    }
}

private struct TensorWriter {
    private var random: SeededGenerator
    private(set) var values: [(name: String, shape: [Int])] = []
    /// What the names of functions with rules begin with.
    private let prefix: String?

    init(seed: UInt64, rules prefix: String?) {
        random = SeededGenerator(seed: seed)
        self.prefix = prefix
        values = [("x", [2 + below(4)]), ("a", [1 + below(3), 2 + below(3)]), ("s", [])]
    }

    /// Functions and how they are differentiated.
    var rules: String {
        guard let prefix else { return "" }
        return """
            func \(prefix)Bent(_ v: Vector<Double>, by t: Double) -> Vector<Double> {
                sin(v) * t + v
            }

            // adgen: differential(of: \(prefix)Bent)
            func \(prefix)BentDifferential(
                _ v: Vector<Double>, by t: Double, along direction: (v: Vector<Double>, t: Double)
            ) -> (value: Vector<Double>, differential: Vector<Double>) {
                let y = \(prefix)Bent(v, by: t)
                return (value: y, differential: direction.v * (cos(v) * t) + direction.v + sin(v) * direction.t)
            }

            func \(prefix)Mapped(_ m: Matrix<Double>, _ v: Vector<Double>) -> (Vector<Double>, mean: Double) {
                (matmul(m, v) + m.mean(along: .rows), m.mean() * v.sum())
            }

            // adgen: differential(of: \(prefix)Mapped)
            func \(prefix)MappedDifferential(
                _ m: Matrix<Double>, _ v: Vector<Double>, along direction: (m: Matrix<Double>, v: Vector<Double>)
            ) -> (value: (Vector<Double>, mean: Double), differential: (Vector<Double>, mean: Double)) {
                let vector = matmul(direction.m, v) + direction.m.mean(along: .rows) + matmul(m, direction.v)
                let mean = direction.m.mean() * v.sum() + m.mean() * direction.v.sum()
                return (value: (matmul(m, v) + m.mean(along: .rows), m.mean() * v.sum()), differential: (vector, mean: mean))
            }


            """
    }

    mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

    mutating func pick(_ elements: [String]) -> String { elements[below(elements.count)] }

    mutating func body() -> String {
        var lines = ""
        for number in 0..<3 + below(3) {
            let shape: [Int]
            switch below(4) {
            case 0: shape = []
            case 1: shape = [1 + below(5)]
            default: shape = [1 + below(3), 1 + below(4)]
            }
            lines += "    let v\(number) = \(expression(shape, depth: 2))\n"
            values.append(("v\(number)", shape))
        }
        let last = values.suffix(2).map { value -> String in value.shape.isEmpty ? value.name : "\(value.name).sum()" }
        return lines + "    return \(last.joined(separator: " * 0.5 + ")) + \(expression([], depth: 2))\n"
    }

    private mutating func expression(_ shape: [Int], depth: Int) -> String {
        guard depth > 0, below(6) > 0 else { return leaf(shape) }
        switch shape.count {
        case 0: return number(depth - 1)
        case 1: return below(3) == 0 ? elementwise(shape, depth - 1) : vector(shape[0], depth - 1)
        default: return below(3) == 0 ? elementwise(shape, depth - 1) : matrix(shape[0], shape[1], depth - 1)
        }
    }

    /// Something of this shape that is there, or is made of the first vector.
    private mutating func leaf(_ shape: [Int]) -> String {
        let fitting = values.filter { $0.shape == shape }.map(\.name)
        if !fitting.isEmpty { return pick(fitting) }
        if shape.isEmpty { return "\(1 + below(8)) * 0.25" }
        if shape.count == 2 { return "\(leaf([shape[0] * shape[1]])).reshaped(rows: \(shape[0]), columns: \(shape[1]))" }
        let own = values[0].shape[0]
        if shape[0] <= own { return "x.slice(from: \(below(own - shape[0] + 1)), count: \(shape[0]))" }
        return "concatenate(x, \(leaf([shape[0] - own])))"
    }

    private mutating func elementwise(_ shape: [Int], _ depth: Int) -> String {
        let x = expression(shape, depth: depth)
        switch below(15) {
        case 0...3: return "\(pick(["sin", "cos", "tanh", "sigmoid", "softplus", "erf", "abs", "relu"]))(\(x))"
        case 4: return "sqrt(\(x) * \(x) + 0.25)"
        case 5: return "exp(tanh(\(x)))"
        case 6: return "log1p(\(x) * \(x))"
        case 7: return "clamp(\(x), -0.4, 0.6)"
        case 8: return "\(pick(["max", "min"]))(\(x), \(expression(shape, depth: depth)))"
        case 9: return "(\(x) - \(number(depth)))"
        case 10: return "(\(x) / (1 + \(leaf(shape)) * \(leaf(shape))))"
        case 11: return "(s > 0 ? \(x) : \(expression(shape, depth: depth)))"
        case 12:
            let condition = "\(x) \(pick([".>", ".<="])) \(expression(shape, depth: depth))"
            return "choose(\(condition), \(expression(shape, depth: depth)), \(expression(shape, depth: depth)))"
        default: return "(\(x) \(pick(["+", "-", "*"])) \(expression(shape, depth: depth)))"
        }
    }

    private mutating func number(_ depth: Int) -> String {
        let count = 1 + below(5)
        let (rows, columns) = (1 + below(3), 1 + below(3))
        if let prefix, below(6) == 0 {
            return "\(prefix)Mapped(\(expression([rows, columns], depth: depth)), \(expression([columns], depth: depth))).mean"
        }
        switch below(13) {
        case 0: return "dot(\(expression([count], depth: depth)), \(expression([count], depth: depth)))"
        case 1: return "logSumExp(\(expression([count], depth: depth)))"
        case 2: return "\(expression([count], depth: depth))[\(below(count))]"
        case 3: return "\(expression([rows, columns], depth: depth))[\(below(rows)), \(below(columns))]"
        case 4: return "\(pick(["norm", "logSumExp"]))(\(expression([rows, columns], depth: depth)))"
        case 5: return "norm(\(expression([count], depth: depth)), \(pick([".one", ".two", ".infinity"])))"
        case 6: return "sin(\(leaf([])))"
        case 7: return "(s > 0 ? \(expression([], depth: depth)) : \(expression([], depth: depth)))"
        case 8: return "dot(\(expression([rows, columns], depth: depth)).flattened, \(leaf([rows * columns])))"
        default: return "\(expression([[count], [rows, columns]][below(2)], depth: depth)).\(pick(["sum", "mean", "max", "min"]))()"
        }
    }

    private mutating func vector(_ count: Int, _ depth: Int) -> String {
        let other = 1 + below(4)
        if let prefix, below(4) == 0 {
            if below(2) == 0 { return "\(prefix)Bent(\(expression([count], depth: depth)), by: \(expression([], depth: depth)))" }
            return "\(prefix)Mapped(\(expression([count, other], depth: depth)), \(expression([other], depth: depth))).0"
        }
        switch below(10) {
        case 0: return "matmul(\(expression([count, other], depth: depth)), \(expression([other], depth: depth)))"
        case 1: return "matmul(\(expression([other, count], depth: depth)), \(expression([other], depth: depth)), transposingA: true)"
        case 2: return "\(expression([other, count], depth: depth)).row(\(below(other)))"
        case 3: return "\(expression([count, other], depth: depth)).column(\(below(other)))"
        case 4: return "\(expression([count, other], depth: depth)).\(pick(["sum", "mean", "max", "min", "logSumExp"]))(along: .rows)"
        case 5: return "\(expression([other, count], depth: depth)).\(pick(["sum", "mean", "max", "min", "logSumExp"]))(along: .columns)"
        case 6: return "\(expression([count + other], depth: depth)).slice(from: \(below(other + 1)), count: \(count))"
        case 7 where count > 1: return "concatenate(\(expression([1], depth: depth)), \(expression([count - 1], depth: depth)))"
        case 8: return "\(expression([1, count], depth: depth)).flattened"
        default: return "softmax(\(expression([count], depth: depth)))"
        }
    }

    private mutating func matrix(_ rows: Int, _ columns: Int, _ depth: Int) -> String {
        let other = 1 + below(3)
        switch below(14) {
        case 0: return "matmul(\(expression([rows, other], depth: depth)), \(expression([other, columns], depth: depth)))"
        case 1:
            return "matmul(\(expression([other, rows], depth: depth)), \(expression([columns, other], depth: depth)), "
                + "transposingA: true, transposingB: true)"
        case 2: return "outer(\(expression([rows], depth: depth)), \(expression([columns], depth: depth)))"
        case 3:
            return "(\(expression([rows, columns], depth: depth)) \(pick(["+", "-", "*"])) \(expression([columns], depth: depth)))"
        case 4: return "\(expression([columns, rows], depth: depth)).transposed()"
        case 5: return "\(expression([rows + other, columns], depth: depth)).slice(rowsFrom: \(below(other + 1)), count: \(rows))"
        case 6: return "\(expression([rows, columns + other], depth: depth)).slice(columnsFrom: \(below(other + 1)), count: \(columns))"
        case 7 where rows > 1:
            return "concatenate(\(expression([1, columns], depth: depth)), \(expression([rows - 1, columns], depth: depth)), along: .rows)"
        case 8 where columns > 1:
            return "concatenate(\(expression([rows, 1], depth: depth)), \(expression([rows, columns - 1], depth: depth)), along: .columns)"
        case 9:
            return "conv2d(\(expression([other, columns + 1], depth: depth)), \(expression([rows, 2 * other], depth: depth)), "
                + "height: 1, width: \(columns + 1), window: Window(height: 1, width: 2))"
        case 10:
            return "\(pick(["maxPool", "averagePool"]))(\(expression([rows, columns + 1], depth: depth)), "
                + "height: 1, width: \(columns + 1), window: Window(height: 1, width: 2))"
        case 11: return "Matrix(repeatingColumn: \(expression([rows], depth: depth)), count: \(columns))"
        case 12: return "Matrix(repeatingRow: \(expression([columns], depth: depth)), count: \(rows))"
        default: return "softmax(\(expression([rows, columns], depth: depth)))"
        }
    }
}
