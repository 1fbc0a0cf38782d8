extension Function: CustomStringConvertible {
    /// The function as text that `Function(parsing:)` reads.
    ///
    ///     func @speed(%0 x: f64, %1 y: f64) -> (f64) {
    ///       %2: f64 = hypot %0, %1  // 4:11
    ///       return %2
    ///     }
    @usableFromInline package var description: String {
        var printer = Printer(function: self)
        printer.printFunction()
        return printer.text
    }

    /// One instruction without its regions, for messages.
    func line(of instruction: Instruction) -> String {
        var printer = Printer(function: self)
        printer.printHead(instruction)
        return printer.text
    }
}

extension Program: CustomStringConvertible {
    /// Every function under its number, by which calls name it.
    @usableFromInline package var description: String {
        functions.enumerated().map { "// #\($0.offset)\n\($0.element.description)" }.joined(separator: "\n")
    }
}

/// Prints also what the verifier would refuse: its messages quote it.
private struct Printer {
    let function: Function
    var text = ""
    private var indent = 0

    init(function: Function) {
        self.function = function
    }

    mutating func printFunction() {
        switch function.kind {
        case .plain:
            text += "func @\(identifier(function.name, extra: UInt8(ascii: ".")))("
            printBinders(function.parameters)
        case .linear(let count, _):
            text += "linear @\(identifier(function.name, extra: UInt8(ascii: ".")))(residuals"
            if count > 0 { text += " " }
            printBinders(function.parameters.prefix(count))
            text += ";"
            if count < function.parameters.count { text += " " }
            printBinders(function.parameters.dropFirst(count), prefix: "lin ", extents: function.extents)
        }
        text += ") -> ("
        for (index, result) in function.results.enumerated() {
            if index > 0 { text += ", " }
            text += type(of: result)
        }
        text += ") {\n"
        indent = 1
        printRegion(function.body, end: "return")
        text += "}\n"
    }

    private mutating func printRegion(_ region: Region, end: String) {
        for index in region.instructions {
            let instruction = function.instructions[Int(index)]
            startLine()
            printHead(instruction)
            printPosition(instruction)
            text += "\n"
            guard instruction.regionCount > 0 else { continue }
            for (index, inner) in function.regions(of: instruction).enumerated() {
                if index > 0 {
                    startLine()
                    text += "} else {\n"
                }
                indent += 1
                printRegion(inner, end: "yield")
                indent -= 1
            }
            startLine()
            text += "}\n"
        }
        startLine()
        text += end
        printOperands(region.results)
        text += "\n"
    }

    private mutating func startLine() {
        for _ in 0..<indent { text += "  " }
    }

    mutating func printHead(_ instruction: Instruction) {
        if instruction.resultCount > 0 {
            printBinders(instruction.results)
            text += " = "
        }
        text += instruction.op.mnemonic
        switch instruction.op {
        case .constant(let scalar): text += " \(scalar.text)"
        case .call(let callee, _): text += " #\(callee)"
        default: break
        }
        printOperands(function.operands(of: instruction))
        if case .check(_, let message) = instruction.op, message >= 0 { text += " \(quoted(symbol(message)))" }
        if instruction.regionCount > 0 { text += " {" }
        if instruction.isLoop, let region = function.regions(of: instruction).first {
            text += " ("
            printBinders(region.parameters)
            text += ")"
        }
    }

    private mutating func printPosition(_ instruction: Instruction) {
        let position = instruction.position
        guard position.line > 0 else { return }
        text +=
            position.file == 0 ? "  // \(position.line):\(position.column)" : "  // \(position.file):\(position.line):\(position.column)"
    }

    private mutating func printOperands(_ values: some Collection<Value>) {
        var separator = " "
        for value in values {
            text += "\(separator)%\(value.index)"
            separator = ", "
        }
    }

    private mutating func printBinders(_ values: some Collection<Value>, prefix: String = "", extents: [[Value]] = []) {
        var separator = ""
        for (number, value) in values.enumerated() {
            text += "\(separator)%\(value.index)"
            let name = name(of: value)
            if !name.isNone { text += " \(identifier(symbol(name.symbol)))\(name.decoration.suffix)" }
            text += ": \(prefix)\(type(of: value, extents: number < extents.count ? extents[number] : []))"
            separator = ", "
        }
    }

    private func type(of value: Value, extents: [Value] = []) -> String {
        function.values.indices.contains(Int(value.index)) ? function.type(of: value).description(extents: extents) : "?"
    }

    private func name(of value: Value) -> Name {
        function.values.indices.contains(Int(value.index)) ? function.name(of: value) : .none
    }

    private func symbol(_ index: Int32) -> String {
        function.symbols.indices.contains(Int(index)) ? function.symbols[Int(index)] : "?"
    }

    /// In backticks where the text is no plain word.
    private func identifier(_ text: String, extra: UInt8? = nil) -> String {
        let isWord = !text.isEmpty && text.utf8.allSatisfy { Reader.isWordByte($0) || $0 == extra }
        return isWord ? text : "`\(text)`"
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for character in text.unicodeScalars {
            switch character {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(character)
            }
        }
        return result + "\""
    }
}

extension Name.Decoration {
    /// What follows the name in printed IR.
    var suffix: String {
        switch self {
        case .none: ""
        case .tangent: ".dot"
        case .cotangent: ".bar"
        case .partial: ".partial"
        case .count: ".count"
        case .rows: ".rows"
        case .columns: ".columns"
        }
    }
}

extension Scalar {
    /// Exact: the shortest decimal that reads back to the same bits, a NaN other than the usual one by its bits.
    var text: String {
        switch self {
        case .f32(let value):
            value.isNaN && value.bitPattern != Float.nan.bitPattern ? "nan(0x\(String(value.bitPattern, radix: 16)))" : "\(value)"
        case .f64(let value):
            value.isNaN && value.bitPattern != Double.nan.bitPattern ? "nan(0x\(String(value.bitPattern, radix: 16)))" : "\(value)"
        case .int(let value): "\(value)"
        case .bool(let value): "\(value)"
        }
    }

    /// Reads `text` as a number of `element`.
    init?(_ text: String, as element: ValueType.Element) {
        let bits = text.hasPrefix("nan(0x") && text.hasSuffix(")") ? String(text.dropFirst(6).dropLast()) : nil
        switch element {
        case .f32:
            let parsed = bits.map { UInt32($0, radix: 16).map { Float(bitPattern: $0) } } ?? Float(text)
            guard let parsed else { return nil }
            self = .f32(parsed)
        case .f64:
            let parsed = bits.map { UInt64($0, radix: 16).map { Double(bitPattern: $0) } } ?? Double(text)
            guard let parsed else { return nil }
            self = .f64(parsed)
        case .int:
            guard let parsed = Int(text) else { return nil }
            self = .int(parsed)
        case .bool:
            guard let parsed = Bool(text) else { return nil }
            self = .bool(parsed)
        }
    }
}
