import AdgenIR
import Templates

/// Emits one file: the declarations first, since they decide which imports the head needs.
struct FileEmitter: ~Copyable {
    let plan: FilePlan
    var builder = BodyBuilder()
    /// Builds the bodies of loops while another body is at hand.
    var loopBuilder = BodyBuilder()
    var declarations = TextBuffer()
    /// What is emitted for the function at hand: members of its type, and the stages behind them.
    var members = TextBuffer()
    var stages = TextBuffer()
    /// Bytes for the members and the head of the file, which come to stand before the stages.
    static let roomBeforeStages = 1 << 16
    /// Those of all files.
    let tangents: TangentStructs
    /// The index of this one.
    let file: Int
    /// The text of private functions that others call.
    var callees = TextBuffer()
    /// By number of the function that records it.
    var tapes: [Int: Tape] = [:]
    /// The function at hand: its index in the plan.
    var index = 0
    private var shadowedFunctions: [ShadowedFunction] = []
    var costs = TextBuffer()
    var remarks: [Remark] = []
    var emittedTapes: [EmittedTape] = []
    var emittedProducts: [EmittedProduct] = []
    var emittedArrayJacobians: [EmittedProduct] = []
    /// The functions of the loops that are emitted for the function at hand.
    var loopNames: [LoopKey: String] = [:]
    /// The product at hand: its index among those of the function.
    var productIndex = 0
    var globalNames: GlobalNames

    /// - Parameter types: names that the module's emitted types have.
    init(plan: FilePlan, file: Int, _ tangents: TangentStructs, types: Set<String>) {
        self.plan = plan
        self.file = file
        self.tangents = tangents
        globalNames = GlobalNames(plan.reservedNames, types: types)
    }

    mutating func emit() -> EmittedFile {
        emitTangents()
        let called = emitCallees()
        noteShadowedFunctions()
        for index in plan.functions.indices where !called.contains(index) {
            self.index = index
            builder.calledNames.removeAll()
            builder.calledGlobals.removeAll()
            emit(plan.functions[index])
            noteShadowedFunctions()
        }
        noteShadowedTypes()
        declarations.append(taking: &callees)
        let isEmpty = declarations.count == 0
        // Without the blank line in front.
        if !isEmpty { declarations.removeFirst() }
        var text = TextBuffer()
        plan.templates.file.fill(into: &text) { hole, _, output in
            switch hole {
            case .version: output.append(text: plan.version)
            case .source: output.append(text: plan.sourceName)
            case .options: output.append(text: plan.options.isEmpty ? "none" : plan.options)
            case .costs: output.append(contentsOf: costs)
            case .imports: writeImports(to: &output)
            case .declarations: output.append(taking: &declarations)
            }
        }
        while text.count > 1, text[text.count - 2] == 0x0A { text.removeLast() }
        var file = EmittedFile(text: Text(text), remarks: remarks, shadowedFunctions: shadowedFunctions)
        file.tapes = emittedTapes
        file.products = emittedProducts.sorted { ($0.function, $0.product) < ($1.function, $1.product) }
        file.arrayJacobians = emittedArrayJacobians
        file.isEmpty = isEmpty
        return file
    }

    /// A declaration of the user's with the name of a library function that is called here would be called in its place.
    private mutating func noteShadowedFunctions() {
        if !builder.calledNames.isEmpty { note(builder.calledNames.map { builder.names.text(Identifier(index: $0)) }) }
        guard !builder.calledGlobals.isEmpty, let type = plan.functions[index].signature.enclosingType else { return }
        let globals = builder.calledGlobals.map { builder.names.text(Identifier(index: $0)) }.sorted()
        shadowedFunctions += globals.filter { plan.hidesFromMembers($0, type) }.map { ShadowedFunction(function: index, name: $0) }
    }

    /// So would a type.
    private mutating func noteShadowedTypes() {
        for (index, function) in plan.functions.enumerated() {
            self.index = index
            note(function.libraryTypes)
        }
    }

    /// Notes which of these names are hidden from the function at hand.
    private mutating func note(_ names: some Sequence<String>) {
        let type = plan.functions[index].signature.enclosingType
        shadowedFunctions += names.filter { plan.hides($0, type) }.sorted().map { ShadowedFunction(function: index, name: $0) }
            .filter { !shadowedFunctions.contains($0) }
    }

    private func writeImports(to output: inout TextBuffer) {
        for line in plan.imports {
            output.append(text: line)
            output.append(UInt8(ascii: "\n"))
        }
        let modules = Set(plan.imports.compactMap { $0.split(separator: " ").last.map(String.init) })
        if builder.usesRuntime, !modules.contains("AdgenRuntime") { output.append("import AdgenRuntime\n") }
        guard builder.usesElementary, modules.isDisjoint(with: mathModules) else { return }
        if !plan.imports.isEmpty || builder.usesRuntime { output.append(UInt8(ascii: "\n")) }
        for (index, module) in platformModules.enumerated() {
            output.append(index == 0 ? "#if" : "#elseif")
            output.append(text: " canImport(\(module))\n    import \(module)\n")
        }
        output.append("#endif\n")
    }
}

/// The names of the module and of what has been emitted; functions with their labels, members with their type.
struct GlobalNames {
    private let module: Set<String>
    private var functions: Set<String> = []
    /// Those of earlier files too. Functions of other files are overloads.
    private(set) var types: Set<String>
    /// The last numbers given out.
    private var numbers: [String: Int] = [:]

    init(_ names: Set<String>, types: Set<String>) {
        module = names
        self.types = types
    }

    /// Whether a name of the scope (`Body.` or empty) is taken.
    func contains(_ name: String, in scope: String) -> Bool { module.contains(name) || types.contains(scope + name) }

    /// `name`, with a number where the module has it already.
    mutating func unique(_ name: String, in scope: String = "") -> String {
        var candidate = name
        while contains(candidate, in: scope) { candidate = numbered(name, scope + name) }
        types.insert(scope + candidate)
        return candidate
    }

    /// The next of `name2`, `name3` … among those that are `key`.
    private mutating func numbered(_ name: String, _ key: String) -> String {
        numbers[key, default: 1] += 1
        return "\(name)\(numbers[key, default: 1])"
    }

    /// The same for a function: overloads by argument labels are no collision.
    mutating func unique(function name: String, labels: [String], in scope: String) -> String {
        let list = labels.map { "\($0):" }.joined()
        var candidate = name
        while contains(candidate, in: scope) || functions.contains("\(scope)\(candidate)(\(list))") {
            candidate = numbered(name, "\(scope)\(name)(\(list))")
        }
        functions.insert("\(scope)\(candidate)(\(list))")
        return candidate
    }
}

/// Modules that bring the elementary functions along.
private let mathModules: Set<String> = [
    "Foundation", "Darwin", "Glibc", "Musl", "Android", "Bionic", "WASILibc", "ucrt", "CoreGraphics", "UIKit", "AppKit", "SwiftUI",
]

/// Where the elementary functions are on each platform.
private let platformModules = ["Darwin", "Glibc", "Musl", "Android", "WASILibc", "ucrt"]
