import AdgenDriver
import AdgenIR

/// The command line, understood.
struct Arguments {
    enum Action {
        case transpile, check, help, version
    }

    /// Where the text made from an input goes.
    enum Destination: Equatable {
        case standardOutput
        case file(String)
        /// Compared with what stands in the file; nothing is written.
        case comparison(String)
    }

    struct Input {
        /// `-` is standard input.
        var path: String
        var destination: Destination?
    }

    enum DiagnosticStyle: String, CaseIterable {
        case text, json
    }

    var action = Action.transpile
    var inputs: [Input] = []
    var context: [String] = []
    var options = Options()
    var points: [CheckPoint] = []
    var templates: String?
    /// What tests import.
    var module: String?
    var diagnostics = DiagnosticStyle.text
    private var storesByPolicy = false
}

/// Why a command line cannot be understood, and what to write instead.
struct UsageError: Error {
    var message: String
    var advice: String?

    static func twoOutputs(_ input: String) -> UsageError {
        UsageError(message: "two outputs are given for \(input)", advice: "write '-o FILE' or '--check-output FILE', and one of them only")
    }
}

extension Arguments {
    init(parsing words: [String]) throws(UsageError) {
        var destinationBeforeInput: Destination?
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                inputs += rest.map { Input(path: $0) }
                break
            }
            guard word.hasPrefix("-"), word != "-" else {
                inputs.append(Input(path: word))
                continue
            }
            let (option, value) = try Self.option(word, &rest)
            switch option {
            case .output, .checkOutput:
                let destination: Destination = option == .checkOutput ? .comparison(value) : value == "-" ? .standardOutput : .file(value)
                if inputs.isEmpty {
                    guard destinationBeforeInput == nil else { throw .twoOutputs("one input") }
                    destinationBeforeInput = destination
                } else {
                    guard inputs[inputs.count - 1].destination == nil else { throw .twoOutputs(inputs[inputs.count - 1].path) }
                    inputs[inputs.count - 1].destination = destination
                }
            default:
                try apply(option, value)
            }
        }
        guard action != .help, action != .version else { return }
        try assign(destinationBeforeInput)
        try matchOrder()
        try validate()
        if options.emission == .tests { options.modules = try modules() }
    }

    private mutating func apply(_ option: Option, _ value: String) throws(UsageError) {
        switch option {
        case .function: options.functions.append(value)
        case .wrt: options.wrt = (options.wrt ?? []) + value.split(separator: ",").map(Self.trimmed)
        case .product:
            for name in value.split(separator: ",").map(Self.trimmed) {
                options.products = (options.products ?? []) + [try Self.choice(option, name)]
            }
        case .order:
            guard let order = Int(value), OrderName.allCases.indices.contains(order - 1) else {
                throw UsageError(message: "--order needs a number from 1 to \(OrderName.allCases.count), not '\(value)'")
            }
            options.order = order
        case .emit:
            let choices: [String: Emission] = [
                "swift": .swift, "ir": .ir, "storage": .storage, "storage-json": .storageJSON, "tests": .tests,
            ]
            guard let emission = choices[value] else { throw Self.unknown(value, of: option, choices: choices.keys.sorted()) }
            options.emission = emission
        case .module: module = value
        case .dumpAfter: options.emission = .dump(after: try Self.choice(option, value))
        case .check: action = .check
        case .at: points.append(try Self.point(value))
        case .context: context.append(value)
        case .directivesOnly: options.directivesOnly = true
        case .templates: templates = value
        case .diagnostics: diagnostics = try Self.choice(option, value)
        case .store:
            options.storage = try Self.choice(option, value)
            storesByPolicy = true
        case .budget:
            guard let budget = Int(value), budget >= 0 else {
                throw UsageError(message: "--budget cannot read '\(value)'", advice: "write a number of bytes: --budget 4096")
            }
            options.budget = budget
        case .checkpoint: try readCheckpoint(value)
        case .noSimplify: options.simplifies = false
        case .verify: options.verifies = true
        case .version: action = .version
        case .help: action = .help
        case .output, .checkOutput: break
        }
    }

    /// `segments=8`, `segments=auto` or `binomial=10`.
    private mutating func readCheckpoint(_ value: String) throws(UsageError) {
        let parts = value.split(separator: "=", maxSplits: 1).map(Self.trimmed)
        let count = parts.count == 2 ? Int(parts[1]).flatMap { $0 > 0 ? $0 : nil } : nil
        switch (parts.first, count) {
        case ("segments", nil) where parts.last == "auto": options.checkpoints = .segments(nil)
        case ("segments", let count?): options.checkpoints = .segments(count)
        case ("segments", nil):
            throw UsageError(
                message: "--checkpoint cannot read '\(value)'", advice: "write the number of parts: segments=8 or segments=auto")
        case ("binomial", let count?): options.snapshots = count
        case ("binomial", nil):
            throw UsageError(
                message: "--checkpoint cannot read '\(value)'", advice: "write the number of states to keep: --checkpoint binomial=10")
        default:
            throw UsageError(message: "--checkpoint does not know '\(value)'", advice: "write segments=8, segments=auto or binomial=10")
        }
    }

    /// The option that `word` names, and its value: behind `=` or the next word.
    private static func option(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) -> (Option, String) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let option = Option(spelling: parts[0]) else {
            let nearest = nearestMatch(to: parts[0], in: Option.allCases.map(\.rawValue))
            throw UsageError(message: "unknown option \(parts[0])", advice: nearest.map { "did you mean \($0)?" })
        }
        guard let placeholder = option.placeholder else {
            guard parts.count == 1 else { throw UsageError(message: "\(option.rawValue) takes no value") }
            return (option, "")
        }
        if parts.count == 2, !parts[1].isEmpty { return (option, parts[1]) }
        guard parts.count == 1, let value = rest.popFirst(), !value.isEmpty else {
            throw UsageError(message: "\(parts[0]) needs a value", advice: "write \(option.rawValue) \(placeholder)")
        }
        return (option, value)
    }

    private static func choice<Choice>(_ option: Option, _ value: String) throws(UsageError) -> Choice
    where Choice: RawRepresentable<String> & CaseIterable {
        guard let choice = Choice(rawValue: value) else {
            throw unknown(value, of: option, choices: Choice.allCases.map(\.rawValue))
        }
        return choice
    }

    private static func unknown(_ value: String, of option: Option, choices: [String]) -> UsageError {
        let nearest = nearestMatch(to: value, in: choices).map { "did you mean \($0)? " } ?? ""
        return UsageError(
            message: "\(option.rawValue) does not know '\(value)'", advice: nearest + "the choices are " + choices.joined(separator: ", "))
    }

    /// `f:a=1,b=2`, or `a=1,b=2` for the only function.
    private static func point(_ text: String) throws(UsageError) -> CheckPoint {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        var values: [(name: String, value: CheckPoint.Argument)] = []
        var depth = 0
        let pairs = (parts.last ?? "").split { character in
            depth += character == "[" ? 1 : character == "]" ? -1 : 0
            return character == "," && depth == 0
        }
        for pair in pairs {
            let sides = pair.split(separator: "=", maxSplits: 1).map(trimmed)
            guard sides.count == 2, let value = argument(sides[1]) else {
                throw UsageError(
                    message: "--at cannot read '\(pair)'",
                    advice: "write --at f:a=1,b=2.5, or f:w=[1,2.5] for an array and f:m=[[1,2],[3,4]] for a matrix")
            }
            values.append((sides[0], value))
        }
        return CheckPoint(function: parts.count == 2 ? trimmed(parts[0][...]) : nil, values: values)
    }

    /// A number, `[1,2,3]`, or `[[1,2],[3,4]]`.
    private static func argument(_ text: String) -> CheckPoint.Argument? {
        guard text.hasPrefix("["), text.hasSuffix("]") else { return number(text).map { .number($0) } }
        if text.hasPrefix("[[") { return matrix(text).map { .matrix($0) } }
        let elements = text.dropFirst().dropLast().split(separator: ",").map { number(trimmed($0)) }
        return elements.contains(nil) ? nil : .array(elements.compactMap(\.self))
    }

    /// `[[1,2],[3,4]]`, its rows equally long.
    private static func matrix(_ text: String) -> [[Double]]? {
        var rows: [[Double]] = []
        for row in text.dropFirst().dropLast().split(separator: "]") {
            guard let start = row.firstIndex(of: "["), case .array(let numbers)? = argument(row[start...] + "]") else { return nil }
            rows.append(numbers)
        }
        return rows.allSatisfy { $0.count == rows[0].count } ? rows : nil
    }

    private static func number(_ text: String) -> Double? {
        switch text {
        case "true": 1
        case "false": 0
        default: Double(text)
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    /// Gives every input its destination: standard output for the only one that has none.
    private mutating func assign(_ early: Destination?) throws(UsageError) {
        guard !inputs.isEmpty else {
            throw UsageError(message: "no input file", advice: "write adgen model.swift, or adgen - to read standard input")
        }
        if inputs.count == 1 {
            guard early == nil || inputs[0].destination == nil else { throw .twoOutputs(inputs[0].path) }
            inputs[0].destination = inputs[0].destination ?? early ?? .standardOutput
        } else if action == .transpile {
            for index in inputs.indices where early != nil || inputs[index].destination == nil {
                throw UsageError(
                    message: "several inputs need an output each, and \(inputs[index].path) has none behind it",
                    advice: "write adgen a.swift -o a+Derivatives.swift b.swift -o b+Derivatives.swift")
            }
        }
    }

    /// An order is that of the product `derivatives`, and the other way round.
    private mutating func matchOrder() throws(UsageError) {
        if options.order != nil, options.products == nil { options.products = [ProductChoice(.derivatives)] }
        if let products = options.products, products.contains(ProductChoice(.derivatives)) != (options.order != nil) {
            throw UsageError(message: "--product derivatives and --order belong together", advice: "write --product derivatives --order 3")
        }
    }

    /// By input: the module given, or the folder below Sources.
    private func modules() throws(UsageError) -> [String] {
        var modules: [String] = []
        for input in inputs {
            let folders = input.path.split(separator: "/").dropLast().map(String.init)
            guard let name = module ?? folders.lastIndex(of: "Sources").flatMap({ folders.dropFirst($0 + 1).first }) else {
                throw UsageError(message: "--emit tests does not know the module of \(input.path)", advice: "write --module NAME")
            }
            modules.append(name)
        }
        return modules
    }

    private func validate() throws(UsageError) {
        if module != nil, options.emission != .tests {
            throw UsageError(message: "--module says what tests import", advice: "add --emit tests")
        }
        guard inputs.count(where: { $0.path == "-" }) + context.count(where: { $0 == "-" }) <= 1 else {
            throw UsageError(message: "standard input can be read only once")
        }
        guard action == .check || points.isEmpty else {
            throw UsageError(message: "--at says where --check evaluates", advice: "add --check")
        }
        if options.budget != nil, storesByPolicy {
            throw UsageError(message: "--budget and --store exclude each other", advice: "a budget decides what is stored")
        }
        if options.directivesOnly, !options.functions.isEmpty {
            throw UsageError(message: "--directives-only and --function exclude each other")
        }
        var written: Set<String> = []
        for input in inputs {
            guard case .file(let path) = input.destination else { continue }
            guard written.insert(path).inserted else { throw UsageError(message: "\(path) is the output of two inputs") }
            guard !inputs.contains(where: { $0.path == path }), !context.contains(path) else {
                throw UsageError(message: "\(path) is an input and would be overwritten")
            }
        }
    }
}
