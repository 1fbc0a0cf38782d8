import AdgenIR

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A random function of four Doubles whose values stay moderate: straight lines with nested conditionals.
struct RandomFunction: ~Copyable {
    private var generator: SeededGenerator
    private var builder: Builder
    /// Floats in scope.
    private var values: [Value] = []

    static func make(seed: UInt64, length: Int = 24) -> Function {
        var maker = RandomFunction(seed: seed)
        for _ in 0..<length { maker.statement(depth: 0) }
        // The result depends on several late values.
        let terms = maker.values.suffix(5)
        return maker.finish(terms: terms)
    }

    /// One of several results: some of them depend on little.
    static func makeSeveral(seed: UInt64, length: Int = 10) -> Function {
        var maker = RandomFunction(seed: seed)
        for _ in 0..<length { maker.statement(depth: 0) }
        return maker.finish(results: Array(maker.values.dropFirst(2)))
    }

    private consuming func finish(results: [Value]) -> Function { builder.finish(results: results) }

    private consuming func finish(terms: ArraySlice<Value>) -> Function {
        var sum = terms.first!
        for term in terms.dropFirst() { sum = builder.emit(.add, sum, term) }
        return builder.finish(results: [sum])
    }

    private init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        builder = Builder(name: "random\(seed)", symbols: ["a", "b", "c", "d", "v"])
        values = (0..<4).map { builder.parameter(.f64, name: Name(symbol: Int32($0))) }
    }

    private mutating func pick() -> Value {
        // Late values are likelier, so that chains grow deep.
        let window = Bool.random(using: &generator) ? min(4, values.count) : values.count
        return values[values.count - 1 - Int.random(in: 0..<window, using: &generator)]
    }

    private mutating func emit(_ op: Op, _ operands: Value...) -> Value {
        switch operands.count {
        case 1: builder.emit(op, operands[0])
        case 2: builder.emit(op, operands[0], operands[1])
        default: builder.emit(op, operands[0], operands[1], operands[2])
        }
    }

    private mutating func number(_ value: Double) -> Value { builder.emit(.constant(.f64(value))) }

    /// In 0.5 … 2.5.
    private mutating func positive(_ x: Value) -> Value {
        let sine = emit(.sin, x)
        return emit(.add, number(1.5), sine)
    }

    private mutating func statement(depth: Int) {
        let (x, y) = (pick(), pick())
        let made: Value
        switch Int.random(in: 0..<20, using: &generator) {
        case 0: made = emit(.add, x, y)
        case 1: made = emit(.subtract, x, y)
        case 2, 3:
            let product = emit(.multiply, x, y)
            made = emit(.sin, product)
        case 4: made = emit(.divide, x, positive(y))
        case 5: made = emit(.sqrt, positive(x))
        case 6: made = emit(.log, positive(x))
        case 7: made = emit(.tanh, x)
        case 8:
            let base = positive(x)
            made = emit(.pow, base, emit(.sin, y))
        case 9:
            let base = positive(x)
            made = emit(.pow, base, number([2, 3, -1, 0.5, 2.5].randomElement(using: &generator)!))
        case 10: made = emit(.exp, emit(.cos, x))
        case 11: made = emit(.max, x, y)
        case 12: made = emit(.abs, x)
        case 13: made = emit(.hypot, x, positive(y))
        case 14: made = emit(.atan2, x, y)
        case 15: made = emit(.negate, x)
        case 16: made = emit(.fma, emit(.cos, x), y, x)
        case 17:
            let condition = emit(.compare(.less), x, y)
            made = emit(.select, condition, y, emit(.sin, x))
        default:
            if depth < 2 {
                conditional(x, y, depth: depth)
                return
            }
            made = emit(.atan, x)
        }
        values.append(made)
        if Bool.random(using: &generator) { builder.setName(Name(symbol: 4), of: made) }
    }

    private mutating func conditional(_ x: Value, _ y: Value, depth: Int) {
        let condition = emit(.compare(.less), x, y)
        let count = Int.random(in: 1...2, using: &generator)
        let outer = values
        var arms: [Region] = []
        for _ in 0..<2 {
            builder.beginRegion()
            for _ in 0..<Int.random(in: 0...4, using: &generator) { statement(depth: depth + 1) }
            var results = (0..<count).map { _ in pick() }
            if Int.random(in: 0..<4, using: &generator) == 0 { results[0] = number(0.25) }
            arms.append(builder.endRegion(results: results))
            values = outer
        }
        values.append(contentsOf: builder.emitConditional(condition, arms[0], arms[1]))
    }
}
