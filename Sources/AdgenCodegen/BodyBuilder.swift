import AdgenIR

/// Turns an IR function into the statements of a Swift function. One builder serves a whole file and keeps its buffers.
///
/// The order of calls: `begin` (analysis), then names for the parameters, then `build`, then `body.result`.
struct BodyBuilder: ~Copyable {
    /// What is known about a value before its statement is made. It is asked for where the value is used, which may be far away: small is
    /// fast.
    struct ValueFacts {
        /// Where something is used.
        struct User: Equatable {
            private var code: Int32

            /// The function returns it.
            static let result = User(code: -1)

            private init(code: Int32) { self.code = code }
            init(instruction: Int32) { code = instruction }
            /// A region yields it.
            init(region: Int32) { code = -2 - region }

            var instruction: Int32? { code >= 0 ? code : nil }
            /// The region that yields it, the body for the function.
            var yieldingRegion: Int32? { code >= 0 ? nil : code == -1 ? 0 : -2 - code }
        }

        /// What `flow` is.
        private enum Naming: Int32 {
            case none
            /// The named value that it flows into, in a derivative or in the source.
            case hint, primalHint
            /// What it is called in the source.
            case name
        }

        /// The first.
        private(set) var user = User.result
        /// From the lowest bit: two of `uses`, one of `isTerm`, two of `naming`, and above them `flow`.
        private var bits: Int32 = -1 << 5

        /// Live uses, results included, of which two are as good as many.
        var uses: Int32 { bits & 3 }
        /// Whether the first user is a sum in a derivative.
        var isTerm: Bool { bits & 4 != 0 }
        private var naming: Naming { Naming(rawValue: bits >> 3 & 3) ?? .none }
        /// What it is called in the source, or `none`.
        var name: Identifier {
            get { naming == .name ? flow : .none }
            set { call(newValue, newValue.isNone ? .none : .name) }
        }
        /// Its name, or the named value that it flows into, or `none`.
        var flow: Identifier { Identifier(index: bits >> 5) }

        private mutating func call(_ flow: Identifier, _ naming: Naming) {
            bits = flow.index << 5 | naming.rawValue << 3 | bits & 7
        }

        /// Notes a use in something that is called `flow`. The name that a value flows into is that of the first user, of a primal one if
        /// there is one: what the source computes is not called after what the derivative makes of it.
        mutating func note(_ user: User, _ flow: Identifier, isPrimal: Bool, isTerm: Bool = false) {
            addUse()
            self.user = user
            bits = isTerm ? bits | 4 : bits & ~4
            if flow.isNone || naming == .name || naming == .primalHint && !isPrimal { return }
            call(flow, isPrimal ? .primalHint : .hint)
        }

        mutating func addUse() { bits += uses < 2 ? 1 : 0 }
    }

    /// An expression that waits for its one use, and its weight.
    struct Pending {
        var expression = Expression.none
        var operators: UInt8 = 0
        var literals: UInt8 = 0
    }

    /// What is written where a value is used.
    enum ValueForm: UInt8 {
        case name
        /// An expression that waits for its one use.
        case expression
        /// A constant.
        case literal
        /// One number of a vector, read where it is used.
        case lane
    }

    /// What is known about an instruction.
    struct InstructionFacts {
        var spelled = Spelled(form: .literal)
        /// Traps or is ordered, itself or inside a region.
        var hasEffect = false
        var isLive = false
        var region: Int32 = -1
        /// The value that this addition accumulates onto.
        var accumulatesOnto: Int32 = -1
    }

    /// Bounds on one expression: swiftc's type checker is exponential in both.
    static let maximumOperators = 6
    static let maximumLiterals = 2
    /// The same where vectors are, whose operators have more overloads.
    static let maximumWideOperators = 3
    static let maximumWideLiterals = 1

    var names = NameTable()
    /// By element: `Float`, `Double`, `Int`, `Bool`.
    private var typeNames: [Identifier] = []
    /// What values are called that flow into nothing with a name: checks, the tape, anything else.
    private(set) var conditionName = Identifier.none
    private(set) var partialName = Identifier.none
    private var termName = Identifier.none
    var spellings: SpellingTable
    var body = Body()
    var values = Table<ValueFacts>()
    /// By value, apart from the facts: it is asked for at every use, and many values have been defined far away.
    var forms = Table<ValueForm>()
    /// By value whose form is an expression, and of no meaning for others.
    var pending = Table<Pending>()
    var instructions = Table<InstructionFacts>()
    /// Names of the symbols, by symbol and decoration; valid for `symbols`.
    var symbolNames = Table<Identifier>()
    var symbols: TextTable = []
    /// Whether the function at hand has vectors or matrices.
    var hasTensors = false
    /// By value, where there is a workspace: whether it lies there.
    var isPlaced = Table<Bool>()
    /// By value in a workspace: the operand that it is written over, -1 for none.
    var writtenOver = Table<Int32>()
    /// By value that is added to what the caller has where it is computed: what that is called.
    var sums: [Value: Identifier] = [:]
    /// What the workspace is called in the body.
    var workspace = Identifier.none
    /// What the functions built so far need imported.
    var usesElementary = false
    var usesRuntime = false
    /// The library functions that the user's function at hand has called so far, by identifier.
    var calledNames: Set<Int32> = []
    /// The user's global functions that it has called.
    var calledGlobals: Set<Int32> = []
    /// By number: the functions of this file that bodies call, as far as they are emitted.
    var callees: [Int: EmittedCallee] = [:]

    /// The operations of the live instructions of this function, and of those that it calls.
    var operations = 0
    var hasCalls = false
    var hasLoops = false
    /// Whether the function at hand is what a loop does with one element.
    var areElements = false
    /// Those that compute what the source does, and what calls compute anew for a derivative.
    var primalOperations = 0
    var recomputedOperations = 0

    /// The line of the last heading, and whether statements get headings by now.
    var headingLine: UInt32 = 0
    var isReverse = false
    /// Where the reverse part begins, behind everything primal: an index into the body region's instructions.
    var reverseStart = Int.max
    /// The same of the body's statements.
    private(set) var reverseStatement = Int.max

    init() {
        spellings = SpellingTable(&names)
        conditionName = names.intern("condition")
        partialName = names.intern("partial")
        termName = names.intern("term")
        typeNames = ValueType.Element.allCases.map { names.intern("\(typeName(ValueType($0)))") }
    }

    mutating func typeIdentifier(_ element: ValueType.Element) -> Identifier { typeNames[Int(element.rawValue)] }

    // MARK: Beginning

    /// Analyses `function`. `resultNames` are what nameless results are called; the statements of a reverse sweep get headings.
    mutating func begin(_ function: Function, resultNames: [Identifier], hasReverseSweep: Bool, workspace: WorkspaceLayout? = nil) {
        names.beginScope(valueCount: function.valueCount)
        body.clear(valueCount: function.valueCount)
        values.removeAll()
        values.append(repeating: ValueFacts(), count: function.valueCount)
        forms.removeAll()
        forms.append(repeating: .name, count: function.valueCount)
        pending.removeAll()
        pending.append(repeating: Pending(), count: function.valueCount)
        instructions.removeAll()
        instructions.append(repeating: InstructionFacts(), count: function.instructions.count)
        prepareSymbols(of: function)
        hasTensors = function.hasTensors
        if hasTensors { usesRuntime = true }
        isPlaced.removeAll()
        if let workspace { beginPlaces(workspace, function) }
        operations = 0
        hasCalls = false
        hasLoops = false
        primalOperations = 0
        recomputedOperations = 0
        headingLine = 0
        isReverse = false
        reverseStart = 0
        reverseStatement = .max
        analyse(function, resultNames: resultNames)
        if !hasReverseSweep { reverseStart = .max }
    }

    private mutating func prepareSymbols(of function: Function) {
        if symbols.isSame(as: function.symbols) { return }
        symbols = function.symbols
        symbolNames.removeAll()
        symbolNames.append(repeating: .none, count: symbols.count * Name.Decoration.caseCount)
    }

    /// The identifier of a source name: `speed`, `speedDot`, `speedBar`, `speedPartial`.
    mutating func identifier(_ name: Name) -> Identifier {
        let slot = Int(name.symbol) * Name.Decoration.caseCount + Int(name.decoration.rawValue)
        let known = symbolNames[slot]
        if !known.isNone { return known }
        let suffix: StaticString
        switch name.decoration {
        case .none:
            // The leaf of an aggregate is called by its path.
            let text = symbols.bytes(of: Int(name.symbol))
            let isPath = text.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") }
            let identifier = isPath ? names.intern(unquoted: localName(symbols[Int(name.symbol)])) : names.intern(unquoted: text)
            symbolNames[unique: slot] = identifier
            return identifier
        case .tangent: suffix = "Dot"
        case .cotangent: suffix = "Bar"
        case .partial: suffix = "Partial"
        case .count: suffix = "Count"
        case .rows: suffix = "Rows"
        case .columns: suffix = "Columns"
        }
        let identifier = names.intern(identifier(Name(symbol: name.symbol)), suffix: suffix)
        symbolNames[unique: slot] = identifier
        return identifier
    }

    // MARK: Building

    mutating func build(_ function: Function) {
        build(function.body, 0, of: function)
    }

    /// Makes the statements of a region.
    mutating func build(_ region: Region, _ regionIndex: Int, of function: Function) {
        var position = 0
        for index in region.instructions {
            if regionIndex == 0, position == reverseStart {
                isReverse = true
                reverseStatement = body.statements.count
            }
            position += 1
            guard instructions[Int(index)].isLive else { continue }
            let instruction = function.instructions[Int(index)]
            switch instructions[Int(index)].spelled.form {
            case .literal, .lane: break
            case .splat where forms[Int(instruction.firstResult)] == .literal: break
            case .conditional: buildConditional(instruction, Int(index), of: function)
            case .check: buildCheck(instruction, Int(index), of: function)
            case .loop: buildLoop(instruction, Int(index), of: function)
            case .userCall: buildCall(instruction, Int(index), of: function)
            case .zeros, .addAt, .addAll, .copy, .addPart: buildArray(instruction, Int(index), of: function)
            default: buildSimple(instruction, Int(index), of: function)
            }
        }
    }

    private mutating func buildCheck(_ instruction: Instruction, _ index: Int, of function: Function) {
        guard case .check(let check, let message) = instruction.op else { preconditionFailure("a check was expected") }
        var arguments = [operand(0, of: instruction, function)]
        if function.type(of: function.operand(0, of: instruction)).isWide {
            usesRuntime = true
            arguments[0] = body.add(.call(names.intern("BatchLanes.all"), body.list(arguments[0])))
        }
        if message >= 0 { arguments.append(body.add(.text(symbol: message))) }
        let call = body.add(.call(names.intern("\(check)"), body.list(arguments)))
        append(.perform(call), instruction, index)
    }

    private mutating func buildSimple(_ instruction: Instruction, _ index: Int, of function: Function) {
        let result = instruction.result
        let weight = boundOperands(of: instruction, function)
        let base = instructions[index].accumulatesOnto
        if base >= 0 {
            accumulate(onto: Value(Int(base)), instruction, index, of: function)
            return
        }
        let expression = self.expression(instruction, index, of: function)
        if values[Int(result.index)].uses == 0 {
            append(.discard(expression), instruction, index)
        } else if isPlaced(result) {
            write(result, expression, instruction, index, of: function)
        } else {
            place(result, expression, weight, instruction, index, of: function)
        }
    }

    /// Keeps a pure expression for its one use, or gives it a name.
    mutating func place(
        _ value: Value, _ expression: Expression, _ weight: Weight, _ instruction: Instruction, _ index: Int, of function: Function
    ) {
        if nests(value, instruction, index, of: function) {
            forms[unique: Int(value.index)] = .expression
            pending[unique: Int(value.index)] = Pending(
                expression: expression, operators: UInt8(weight.operators), literals: UInt8(weight.literals))
        } else {
            define(value, expression, instruction, index, of: function)
        }
    }

    mutating func define(_ value: Value, _ expression: Expression, _ instruction: Instruction, _ index: Int, of function: Function) {
        beginAccumulation(value, instruction, index, of: function)
        if instructions[index].spelled.form == .element { nameElement(value, instruction, of: function) }
        takeName(value)
        append(.define(value, expression), instruction, index)
    }

    /// Gives a pending expression a name after all.
    mutating func materialize(_ value: Value, of function: Function) {
        guard forms[Int(value.index)] == .expression else { return }
        let pending = takePending(value)
        let index = Int(function.values[Int(value.index)].definition)
        // A named value that waits is a step of a sum: the name belongs to the sum.
        let step = values[Int(value.index)].name
        if instructions[index].spelled.form == .element { nameElement(value, function.instructions[index], of: function) }
        if step.isNone { takeName(value) } else { body.places[unique: Int(value.index)].name = names.takeNumbered(step) }
        append(.define(value, pending), function.instructions[index], index)
    }

    /// The expression that waits for its use, which is now.
    mutating func takePending(_ value: Value) -> Expression {
        forms[unique: Int(value.index)] = .name
        return pending[Int(value.index)].expression
    }

    /// Names a value: by its own name, else by the value that it flows into.
    mutating func takeName(_ value: Value) {
        guard body.places[Int(value.index)].name.isNone else { return }
        let facts = values[Int(value.index)]
        body.places[unique: Int(value.index)].name =
            facts.name.isNone ? names.takeNumbered(facts.flow.isNone ? termName : facts.flow) : names.take(facts.name)
    }

    /// Adds a statement, under the heading of its primal line in the reverse part.
    mutating func append(_ statement: SwiftStatement, _ instruction: Instruction, _ index: Int) {
        if isReverse, instructions[index].region == 0, instruction.position.line != headingLine, instruction.position.line > 0 {
            headingLine = instruction.position.line
            body.statements.append(.heading(instruction.position))
        }
        body.statements.append(statement)
    }
}
