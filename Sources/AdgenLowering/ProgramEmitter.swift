import AdgenIR
import AdgenSyntax

/// Emits the checked functions into one program.
struct ProgramEmitter {
    private let module: Module
    private let functions: CheckedFunctions
    private let constants: [ConstantState]
    private(set) var program = Program()
    /// By function of the module: what is wrong with it or with what it calls directly.
    private var diagnostics: [[Diagnostic]]
    /// By function of the module: index in `program`.
    private var indices: [Int?]
    private var names: NameTable

    init(module: Module, functions: CheckedFunctions, constants: [ConstantState]) {
        self.module = module
        self.functions = functions
        self.constants = constants
        diagnostics = functions.diagnostics
        indices = Array(repeating: nil, count: module.functions.count)
        names = NameTable(module: module, bodies: functions.order.lazy.compactMap { functions.bodies[$0] })
    }

    func programIndex(of function: Int) -> Int? { indices[function] }

    /// Functions that are well formed, and whose callees are.
    mutating func emitAll() {
        var usedNames: Set<String> = []
        for function in functions.order {
            guard let body = functions.bodies[function], let signature = module.functions[function].signature,
                diagnostics[function].isEmpty,
                body.calls.allSatisfy({ indices[$0.callee] != nil })
            else { continue }
            var name = module.name(function)
            var number = 2
            while !usedNames.insert(name).inserted {
                name = "\(module.name(function)).\(number)"
                number += 1
            }
            let emitter = BodyEmitter(
                name: name, body: body, module: module, constants: constants, indices: indices, names: names,
                positions: Positions(module, body.file))
            let (emitted, problems) = emitter.emit(signature)
            if problems.isEmpty {
                indices[function] = program.functions.count
                program.functions.append(emitted)
            } else {
                diagnostics[function] = problems
            }
        }
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
    private(set) var texts: [String] = []
    /// By symbol: index in `texts`.
    private var indices: [Int32]
    private var messages: [String: Int32] = [:]

    init(module: Module, bodies: some Sequence<CheckedBody>) {
        indices = Array(repeating: -1, count: module.symbols.count)
        for body in bodies {
            for variable in body.variables where indices[Int(variable.name.index)] < 0 {
                indices[Int(variable.name.index)] = Int32(texts.count)
                texts.append(module.text(variable.name))
            }
            addLeafNames(of: body, module)
            for message in body.messages where messages[message] == nil {
                messages[message] = Int32(texts.count)
                texts.append(message)
            }
        }
    }

    /// The parts of aggregate variables: `tQX` for `t.q.x`, `x` for `self.x`.
    private mutating func addLeafNames(of body: CheckedBody, _ module: Module) {
        for variable in body.variables {
            guard case .aggregate(let id) = variable.typing else { continue }
            for text in NameTable.leafNames(of: module.text(variable.name), module.types[id]) where messages[text] == nil {
                messages[text] = Int32(texts.count)
                texts.append(text)
            }
        }
    }

    static func leafNames(of variable: String, _ tree: TypeTree) -> [String] {
        tree.leafPaths(of: variable).map { path in
            var parts = path.split { ".[]".contains($0) }
            if parts.count > 1, parts[0] == "self" { parts.removeFirst() }
            return parts[0] + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        }
    }

    func name(ofLeaf text: String) -> Name { Name(symbol: messages[text] ?? -1) }

    func name(_ symbol: Symbol) -> Name { Name(symbol: indices[Int(symbol.index)]) }
    func message(_ text: String) -> Int32 { messages[text] ?? -1 }
}

/// Lines and columns of offsets that mostly ascend.
struct Positions {
    private let lineStarts: [UInt32]
    private let file: UInt16
    private var line = 0

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
        return Position(line: UInt32(line + 1), column: UInt16(clamping: offset - lineStarts[line] + 1), file: file)
    }
}
