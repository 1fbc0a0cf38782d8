/// Why printed IR could not be read.
package struct ReadError: Error, Equatable, Sendable, CustomStringConvertible {
    package let line: Int
    package let column: Int
    package let message: String

    package var description: String { "\(line):\(column): \(message)" }
}

extension Function {
    /// Reads one function as `description` prints it. Positions are read where they are printed; the roles are those that
    /// the kind suggests: derivative in a linear function, primal in a plain one.
    package init(parsing text: String) throws(ReadError) {
        let functions = try Reader.functions(in: text)
        guard functions.count == 1 else { throw ReadError(line: 1, column: 1, message: "expected one function, got \(functions.count)") }
        self = functions[0]
    }
}

extension Program {
    /// Reads functions as `description` prints them.
    package init(parsing text: String) throws(ReadError) {
        self.init(functions: try Reader.functions(in: text))
    }
}

/// Reads printed IR through `Builder`, so that what is read has been typed; scopes and linearity are the verifier's.
struct Reader: ~Copyable {
    private var cursor: Cursor
    private var symbols: TextTable = []
    private var symbolIndices: [String: Int32] = [:]
    /// Values of the function being read, by printed number.
    private var values: [Int: Value] = [:]
    /// Of the linear parameters read so far that are arrays: which residuals are the extents.
    private var extents: [Int] = []
    private var builder = Builder(name: "")

    static func functions(in text: String) throws(ReadError) -> [Function] {
        var reader = Reader(cursor: Cursor(text))
        var functions: [Function] = []
        reader.cursor.skipBlank()
        while !reader.cursor.isAtEnd {
            functions.append(try reader.readFunction())
            reader.cursor.skipBlank()
        }
        for index in functions.indices { functions[index].symbols = reader.symbols }
        return functions
    }

    private init(cursor: Cursor) {
        self.cursor = cursor
    }

    /// Letters, digits and what else Swift lets into identifiers.
    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default: false
        }
    }

    // MARK: Functions

    private mutating func readFunction() throws(ReadError) -> Function {
        let isLinear = cursor.take(word: "linear")
        if !isLinear && !cursor.take(word: "func") { throw cursor.error("expected 'func' or 'linear'") }
        try cursor.expect("@")
        let name = try cursor.readName(extra: UInt8(ascii: "."))
        values = [:]
        extents = []
        builder = Builder(name: name)
        builder.role = isLinear ? .derivative : .primal
        try cursor.expect("(")
        var residuals: Int?
        if isLinear {
            guard cursor.take(word: "residuals") else { throw cursor.error("expected 'residuals'") }
            try readParameters(until: ";", linear: false)
            residuals = values.count
        }
        try readParameters(until: ")", linear: isLinear)
        try cursor.expect("->")
        try cursor.expect("(")
        var resultTypes: [ValueType] = []
        while !cursor.take(")") {
            if !resultTypes.isEmpty { try cursor.expect(",") }
            resultTypes.append(try readType())
        }
        try cursor.expect("{")
        let results = try readInstructions(end: "return")
        try cursor.expect("}")
        if results.map({ builder.type(of: $0) }) != resultTypes { throw cursor.error("the results have other types than declared") }
        var function = builder.takeFunction(results: results)
        if let residuals { function.kind = .linear(residuals: residuals, extents: extents) }
        return function
    }

    private mutating func readParameters(until end: String, linear: Bool) throws(ReadError) {
        var isFirst = true
        while !cursor.take(end) {
            if !isFirst { try cursor.expect(",") }
            isFirst = false
            let binder = try readBinder(linear: linear)
            define(binder, builder.parameter(binder.type))
        }
    }

    // MARK: Instructions

    /// What stands before a colon, and the type after it.
    private struct Binder {
        var number: Int
        var name: Name
        var type: ValueType
    }

    private mutating func readBinder(linear: Bool = false) throws(ReadError) -> Binder {
        let number = try readNumber()
        if values[number] != nil { throw cursor.error("%\(number) is defined twice") }
        var name = Name.none
        if !cursor.isAt(":") {
            name = Name(symbol: symbol(try cursor.readName()))
            for decoration in Name.Decoration.allCases.dropFirst() where cursor.take(decoration.suffix) {
                name = name.decorated(decoration)
            }
        }
        try cursor.expect(":")
        if linear && !cursor.take(word: "lin") { throw cursor.error("expected 'lin'") }
        return Binder(number: number, name: name, type: try readType(linear: linear))
    }

    private mutating func define(_ binder: Binder, _ value: Value) {
        values[binder.number] = value
        builder.setName(binder.name, of: value)
    }

    /// Reads up to and with the line that begins with `end`; the operands there.
    private mutating func readInstructions(end: String) throws(ReadError) -> [Value] {
        while true {
            if cursor.take(word: end) { return try readOperands() }
            try readInstruction()
        }
    }

    private mutating func readInstruction() throws(ReadError) {
        var binders: [Binder] = []
        while cursor.isAt("%") {
            binders.append(try readBinder())
            if !cursor.take(",") {
                try cursor.expect("=")
                break
            }
        }
        let start = cursor.mark()
        let word = try cursor.readName(extra: UInt8(ascii: "."))
        let op = try readOp(word, binders, at: start)
        let operands = try readOperands()
        switch op {
        case .conditional: try readConditional(operands, binders, at: start)
        case .loop(let form): try readLoop(operands, binders, form, at: start)
        case .call(let callee, let effect):
            builder.position = cursor.readPosition()
            let results = builder.emitCall(Int(callee), operands, results: binders.map(\.type), effect: effect)
            for (binder, result) in zip(binders, results) { define(binder, result) }
        case .check(let check, _):
            let message = cursor.isAtOnLine("\"") ? symbol(try cursor.readString()) : -1
            guard binders.isEmpty, operands.count == 1, builder.type(of: operands[0]).element == .bool else {
                throw start.error("a check takes a bool and has no result")
            }
            builder.position = cursor.readPosition()
            builder.emitCheck(check, operands[0], message: message)
        default:
            guard binders.count == 1 else { throw start.error("\(word) has one result") }
            try checkType(of: op, operands, declared: binders[0].type, at: start)
            builder.position = cursor.readPosition()
            var inline = Operands(count: operands.count)
            for (index, operand) in operands.enumerated() { inline[index] = operand }
            define(binders[0], builder.emit(op, inline))
        }
    }

    /// The op that `word`, and where it has attributes what follows, stands for.
    private mutating func readOp(_ word: String, _ binders: [Binder], at start: Cursor) throws(ReadError) -> Op {
        switch word {
        case "constant":
            guard binders.count == 1 else { throw start.error("constant has one result") }
            let text = cursor.readLiteral()
            guard let scalar = Scalar(text, as: binders[0].type.element) else { throw start.error("'\(text)' is no \(binders[0].type)") }
            return .constant(scalar)
        default:
            if let op = Self.numberedOp(word) ?? Self.partOp(word) { return op }
            if word.hasPrefix("loop"), let form = LoopForm(word.dropFirst("loop".count)) { return .loop(form) }
            guard let op = Self.ops[word] else { throw start.error("there is no op '\(word)'") }
            guard case .call(_, let effect) = op else { return op }
            try cursor.expect("#")
            guard let callee = Int32(try cursor.readName()) else { throw start.error("expected the number of a function") }
            return .call(function: callee, effect: effect)
        }
    }

    /// The op of a word that ends in a number.
    private static func numberedOp(_ word: String) -> Op? {
        guard let dot = word.firstIndex(of: "."), let number = Int32(word[word.index(after: dot)...]) else { return nil }
        return switch word[..<dot] {
        case "polygamma": .polygamma(order: number)
        case "element": .element(number)
        case "addAt": .addAt(number)
        case "lane": .lane(number)
        default: nil
        }
    }

    /// The op of a word that ends in several numbers: `entry.1.2`, `line.rows.2`, `conv2d.8.8.3.3.1.0`.
    private static func partOp(_ word: String) -> Op? {
        let parts = word.split(separator: ".", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        if let sampling = Op.Sampling(parsing: parts[1]) {
            return switch parts[0] {
            case "conv2d": .conv2d(sampling)
            case "conv2dImage": .conv2dImage(sampling)
            case "conv2dKernels": .conv2dKernels(sampling)
            case "maxPool": .maxPool(sampling)
            case "maxPoolOffsets": .maxPoolOffsets(sampling)
            case "pooled": .pooled(sampling)
            case "unpooled": .unpooled(sampling)
            case "averagePool": .averagePool(sampling)
            case "averageUnpool": .averageUnpool(sampling)
            default: nil
            }
        }
        let attributes = parts[1].split(separator: ".")
        guard attributes.count == 2, let last = Int32(attributes[1]) else { return nil }
        let axis = Op.Axis.allCases.first { "\($0)" == attributes[0] }
        return switch parts[0] {
        case "entry": Int32(attributes[0]).map { .entry(row: $0, column: last) }
        case "addEntry": Int32(attributes[0]).map { .addEntry(row: $0, column: last) }
        case "line": axis.map { .line($0, last) }
        case "addLine": axis.map { .addLine($0, last) }
        default: nil
        }
    }

    private static let ops: [String: Op] = Dictionary(uniqueKeysWithValues: Op.catalogue.map { ($0.mnemonic, $0) })

    private func checkType(of op: Op, _ operands: [Value], declared: ValueType, at start: Cursor) throws(ReadError) {
        do throws(TypeError) {
            let type = try op.resultType(operandCount: operands.count) { builder.type(of: operands[$0]) }
            if type != declared { throw TypeError("has another type than declared") }
        } catch {
            throw start.error("\(op.mnemonic) \(error.reason)")
        }
    }

    private mutating func readConditional(_ operands: [Value], _ binders: [Binder], at start: Cursor) throws(ReadError) {
        guard operands.count == 1, builder.type(of: operands[0]) == .bool else { throw start.error("a conditional takes a bool") }
        try cursor.expect("{")
        let position = cursor.readPosition()
        let then = try readRegion()
        guard cursor.take(word: "else") else { throw cursor.error("expected 'else'") }
        try cursor.expect("{")
        let otherwise = try readRegion()
        let types = binders.map(\.type)
        guard then.results.map({ builder.type(of: $0) }) == types, otherwise.results.map({ builder.type(of: $0) }) == types else {
            throw start.error("the arms yield other types than declared")
        }
        builder.position = position
        let results = builder.emitConditional(operands[0], then, otherwise)
        for (binder, result) in zip(binders, results) { define(binder, result) }
    }

    private mutating func readLoop(_ operands: [Value], _ binders: [Binder], _ form: LoopForm, at start: Cursor) throws(ReadError) {
        try cursor.expect("{")
        try cursor.expect("(")
        let parameters = builder.beginLoop(operands)
        for (index, parameter) in parameters.enumerated() {
            if index > 0 { try cursor.expect(",") }
            let binder = try readBinder()
            if binder.type != builder.type(of: parameter) { throw cursor.error("a loop's region takes elements of the operands") }
            define(binder, parameter)
        }
        try cursor.expect(")")
        let position = cursor.readPosition()
        let results = try readInstructions(end: "yield")
        try cursor.expect("}")
        let region = builder.endRegion(results: results)
        do throws(TypeError) {
            let types = try form.resultTypes(
                operands.map { builder.type(of: $0) }, yields: region.results.map { builder.type(of: $0) })
            if types != binders.map(\.type) { throw TypeError("has results of other types than declared") }
        } catch {
            throw start.error("loop \(error.reason)")
        }
        builder.position = position
        for (binder, result) in zip(binders, builder.emitLoop(operands, region, form)) { define(binder, result) }
    }

    private mutating func readRegion() throws(ReadError) -> Region {
        builder.beginRegion()
        let results = try readInstructions(end: "yield")
        try cursor.expect("}")
        return builder.endRegion(results: results)
    }

    // MARK: Parts

    private mutating func readOperands() throws(ReadError) -> [Value] {
        var operands: [Value] = []
        while cursor.isAtOnLine("%") {
            operands.append(try readValue())
            if !cursor.isAtOnLine(",") { break }
            try cursor.expect(",")
        }
        return operands
    }

    private mutating func readValue() throws(ReadError) -> Value {
        let start = cursor.mark()
        let number = try readNumber()
        guard let value = values[number] else { throw start.error("%\(number) is not defined") }
        return value
    }

    private mutating func readNumber() throws(ReadError) -> Int {
        try cursor.expect("%")
        guard let number = Int(try cursor.readName()) else { throw cursor.error("expected the number of a value") }
        return number
    }

    /// Reads a type; that of a linear parameter may name its extent.
    private mutating func readType(linear: Bool = false) throws(ReadError) -> ValueType {
        let start = cursor.mark()
        let word = try cursor.readName()
        let parts = word.split(separator: "x", maxSplits: 1)
        guard let element = ValueType.Element.allCases.first(where: { "\($0)" == parts[0] }) else {
            throw start.error("there is no type '\(word)'")
        }
        if parts.count > 1 {
            guard let lanes = UInt8(parts[1]), lanes > 1 else { throw start.error("there is no type '\(word)'") }
            return ValueType(element, lanes: lanes)
        }
        guard cursor.take("[") else { return ValueType(element) }
        let isTensor = cursor.take(":")
        try readExtent(linear: linear)
        let isMatrix = isTensor && cursor.take(",")
        if isMatrix {
            try cursor.expect(":")
            try readExtent(linear: linear)
        }
        try cursor.expect("]")
        return ValueType(element, isMatrix ? .matrix : isTensor ? .vector : .array)
    }

    private mutating func readExtent(linear: Bool) throws(ReadError) {
        if linear, cursor.isAt("%") { extents.append(Int(try readValue().index)) }
    }

    private mutating func symbol(_ text: String) -> Int32 {
        if let index = symbolIndices[text] { return index }
        let index = Int32(truncatingIfNeeded: symbols.count)
        symbols.append(text)
        symbolIndices[text] = index
        return index
    }
}
