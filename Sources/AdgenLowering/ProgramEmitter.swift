import AdgenIR
import AdgenSyntax

/// Emits the checked functions into one program.
struct ProgramEmitter {
    private let module: Module
    private let functions: CheckedFunctions
    private let globals: [GlobalState]
    private(set) var program = Program()
    /// Numbers of the functions that have no value here.
    private(set) var unknown: Set<Int> = []
    private(set) var emittedCalls: [EmittedCall] = []
    /// By function of the module: what is wrong with it or with what it calls directly.
    private var diagnostics: [[Diagnostic]]
    /// By function of the module: index in `program`.
    private var indices: [Int?]
    private var names: NameTable

    init(module: Module, functions: CheckedFunctions, globals: [GlobalState]) {
        self.module = module
        self.functions = functions
        self.globals = globals
        diagnostics = functions.diagnostics
        indices = Array(repeating: nil, count: module.functions.count)
        names = NameTable(module: module, functions)
    }

    func programIndex(of function: Int) -> Int? { indices[function] }

    /// Functions that are well formed, and whose callees are.
    ///
    /// - Parameter opaque: functions that are called whatever they hold.
    mutating func emitAll(opaque: Set<Int>) {
        var nameCounts: [String: Int] = [:]
        for function in functions.order {
            guard let type = module.functions[function].signature, diagnostics[function].isEmpty else { continue }
            guard let body = functions.bodies[function], body.calls.allSatisfy({ indices[$0.callee] != nil }) else {
                if opaque.contains(function) {
                    indices[function] = program.functions.count
                    unknown.insert(program.functions.count)
                    program.functions.append(unknownFunction(name(function, &nameCounts), type))
                }
                continue
            }
            if let emitted = module.functions[function].emitted, let source = indices[emitted.source] {
                indices[function] = program.functions.count
                emittedCalls.append(
                    EmittedCall(
                        function: program.functions.count, source: source, signature: module.signature(emitted.source),
                        request: emitted.request, leavesOutValue: emitted.form == .gradient))
                program.functions.append(unknownFunction(name(function, &nameCounts), type))
                continue
            }
            let emitter = BodyEmitter(
                name: name(function, &nameCounts), body: body, module: module, globals: globals, indices: indices, names: names,
                positions: Positions(module, body.file), firstMark: program.marks.count + 1)
            let (emitted, problems, names) = emitter.emit(type)
            self.names = names
            if problems.isEmpty {
                append(body.marks, Positions(module, body.file))
                indices[function] = program.functions.count
                program.functions.append(emitted)
            } else {
                diagnostics[function] = problems
            }
        }
        for index in program.functions.indices { program.functions[index].symbols = names.texts }
    }

    /// The marks of the function that the program gets next.
    private mutating func append(_ marks: StatementMarks, _ positions: Positions) {
        guard !marks.marks.isEmpty else { return }
        let before = Int32(program.marks.count)
        var positions = positions
        for mark in marks.marks {
            program.marks.append(
                Mark(
                    mark.kind, parent: mark.parent == 0 ? 0 : before + mark.parent, position: positions.position(mark.range.start),
                    function: program.functions.count))
        }
    }

    /// Overloads are numbered.
    private func name(_ function: Int, _ counts: inout [String: Int]) -> String {
        let name = module.name(function)
        counts[name, default: 0] += 1
        return counts[name] == 1 ? name : "\(name).\(counts[name, default: 0])"
    }

    private func unknownFunction(_ name: String, _ type: FunctionType) -> Function {
        var builder = Builder(name: name, symbols: names.texts)
        for parameter in type.parameters {
            let leaves = module.types.leaves(parameter.type)
            for (leaf, name) in zip(leaves, names.leafNames(parameter, module.types)) { _ = builder.parameter(leaf, name: name) }
        }
        return builder.finishUnknown(results: type.results)
    }

    /// All that keeps `function` out of the program, its own and its callees' problems.
    func problems(reachableFrom function: Int) -> [Diagnostic] {
        if indices[function] != nil { return [] }
        var result: [Diagnostic] = []
        var seen: Set<Int> = [function]
        var stack = [function]
        while let next = stack.popLast() {
            result += diagnostics[next]
            for call in functions.bodies[next]?.calls ?? [] where seen.insert(call.callee).inserted { stack.append(call.callee) }
        }
        return result
    }
}

/// The one table of symbols of a program: names of variables and messages of checks.
struct NameTable {
    private struct Variables: Hashable {
        let name: Symbol
        let type: TypeID
    }

    private(set) var texts: TextTable = []
    /// By symbol: index in `texts`.
    private var indices: [Int32]
    /// The first of the names of the leaves of variables that are called so.
    private var aggregates: [Variables: Int32] = [:]
    private var messages: [String: Int32] = [:]

    init(module: Module, _ functions: CheckedFunctions) {
        let symbols = module.symbols
        indices = Array(repeating: -1, count: symbols.count)
        for function in functions.order {
            guard let body = functions.bodies[function], module.functions[function].emitted == nil else {
                for parameter in module.functions[function].signature?.parameters ?? [] {
                    add(parameter.name, Typing(parameter.type), module, symbols)
                }
                continue
            }
            for variable in body.variables { add(variable.name, variable.typing, module, symbols) }
            for message in body.messages { _ = add(message: message) }
        }
    }

    private mutating func add(_ name: Symbol, _ typing: Typing, _ module: Module, _ symbols: SymbolTable) {
        if case .aggregate(let type) = typing {
            let key = Variables(name: name, type: type)
            guard aggregates[key] == nil else { return }
            aggregates[key] = Int32(texts.count)
            for leaf in module.leafNames(module.text(name), type) { texts.append(leaf) }
        } else if indices[Int(name.index)] < 0 {
            indices[Int(name.index)] = Int32(texts.count)
            // A number that is `self`: nothing but the instance can be called so.
            if name == .selfValue { texts.append("instance") } else { symbols.withBytes(of: name) { texts.append($0) } }
        }
    }

    /// The names of the leaves of a parameter of a function without a body, in order.
    func leafNames(_ parameter: FunctionType.Parameter, _ types: TypeTable) -> [Name] {
        let start = aggregates[Variables(name: parameter.name, type: parameter.type)] ?? indices[Int(parameter.name.index)]
        return (0..<Int32(types.leafCount(parameter.type))).map { Name(symbol: start + $0) }
    }

    /// The names of all variables' leaves, in order.
    func leafNames(_ body: CheckedBody, _ types: TypeTable) -> [Name] {
        var names: [Name] = []
        names.reserveCapacity(body.leafCount)
        for variable in body.variables {
            switch variable.typing {
            case .value: names.append(Name(symbol: indices[Int(variable.name.index)]))
            case .aggregate(let type):
                let start = aggregates[Variables(name: variable.name, type: type)] ?? -1
                for leaf in 0..<Int32(types.leafCount(type)) { names.append(Name(symbol: start + leaf)) }
            default: break
            }
        }
        return names
    }

    func message(_ text: String) -> Int32 { messages[text] ?? -1 }

    /// A message that may be new.
    mutating func add(message: String) -> Int32 {
        if let known = messages[message] { return known }
        messages[message] = Int32(texts.count)
        texts.append(message)
        return Int32(texts.count - 1)
    }
}

/// Lines and columns of offsets that mostly ascend.
struct Positions {
    private let lineStarts: [UInt32]
    private let file: UInt16
    private var line = 0
    /// What the statement at hand is under.
    var mark: Int32 = 0

    init(_ module: Module, _ file: Int) {
        lineStarts = module.trees[file].file.lineStarts
        self.file = UInt16(truncatingIfNeeded: module.trees[file].fileIndex)
    }

    /// Starts where a body does.
    mutating func seek(_ offset: UInt32) {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        line = low
    }

    mutating func position(_ offset: UInt32) -> Position {
        while line > 0, lineStarts[line] > offset { line -= 1 }
        while line + 1 < lineStarts.count, lineStarts[line + 1] <= offset { line += 1 }
        var position = Position(line: UInt32(line + 1), column: UInt16(clamping: offset - lineStarts[line] + 1), file: file)
        position.mark = mark
        return position
    }
}
