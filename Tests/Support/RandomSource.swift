import AdgenDriver

/// Numbers from a seed, the same on every machine and run.
package typealias SeededGenerator = AdgenDriver.SeededGenerator

/// Well-typed straight-line programs over the whole language, from a seed: the same text everywhere. Values stay within
/// about ±20, so that derivatives can be compared with differences.
package struct RandomSource {
    /// The program's text. Its functions to differentiate have directives.
    package let text: String
    /// The name of the function to differentiate.
    package let name: String

    /// - Parameters:
    ///   - name: also the prefix of everything else that the program declares, so that several programs fit one file.
    ///   - hasAggregates: false for numbers only.
    ///   - hasArrays: whether functions take `[Double]` and `[Float]`, of `arrayCount` elements.
    ///   - hasRules: whether it may call functions whose derivatives it gives itself; of some only the pullback.
    package init(seed: UInt64, name: String, hasAggregates: Bool = true, hasArrays: Bool = false, hasRules: Bool = false) {
        self.name = name
        var writer = RandomWriter(seed: seed, prefix: name, hasAggregates: hasAggregates, hasArrays: hasArrays, hasRules: hasRules)
        text = writer.program()
    }

    /// How many elements arrays have.
    package static let arrayCount = 4

    /// One file of several programs.
    package static func file(_ programs: [RandomSource]) -> String {
        "import Foundation\n\n" + programs.map(\.text).joined(separator: "\n")
    }
}

/// A type of a random program.
indirect enum RandomType: Hashable {
    case double, float, int, bool
    case tuple([Element])
    /// Index in the writer's structures.
    case structure(Int)
    case inlineArray(Int, RandomType)
    case simd(Int, RandomType)
    case array(RandomType)

    struct Element: Hashable {
        var label: String?
        var type: RandomType
    }

    var isFloat: Bool { self == .double || self == .float }
    var isScalar: Bool { isFloat || self == .int || self == .bool }
}

struct RandomStructure {
    var name: String
    var fields: [(name: String, type: RandomType)]
    /// An initializer of one Double, `init(_ seed:)`, written in an extension.
    var hasInitializer = false
}

/// A function that a random program may call: of the file, or a member.
struct RandomCallee {
    struct Parameter {
        var label: String?
        var type: RandomType
        var isInout = false
        var hasDefault = false
    }

    enum Owner {
        case none
        case instance(Int)
        case mutating(Int)
        case type(Int)
        /// A computed property: no parentheses.
        case property(Int)
        /// A member of Double.
        case numberMethod, numberProperty
    }

    var name: String
    var owner: Owner = .none
    var parameters: [Parameter]
    /// nil for Void.
    var result: RandomType?
}

/// Something that can be read, and perhaps assigned.
struct RandomPath {
    var text: String
    var type: RandomType
    var isMutable: Bool
}

/// Writes one program.
struct RandomWriter {
    var random: SeededGenerator
    let prefix: String
    let hasAggregates: Bool
    let hasArrays: Bool
    let hasRules: Bool
    /// Whether rules are pullbacks alone: nothing is differentiated forwards.
    private(set) var isReverseOnly = false
    /// Whether the body at hand is one of a member of Double, where some names alone mean Double's own.
    private(set) var isInNumber = false
    var structures: [RandomStructure] = []
    var callees: [RandomCallee] = []
    /// What the body at hand can read.
    var paths: [RandomPath] = []
    var lines: [String] = []
    private var names = 0

    init(seed: UInt64, prefix: String, hasAggregates: Bool, hasArrays: Bool, hasRules: Bool) {
        random = SeededGenerator(seed: seed)
        self.hasAggregates = hasAggregates
        self.hasArrays = hasArrays
        self.hasRules = hasRules
        self.prefix = prefix
        if hasRules { isReverseOnly = chance(15) }
    }

    // MARK: Choices

    mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    mutating func fresh(_ stem: String = "v") -> String {
        names += 1
        return "\(stem)\(names)"
    }

    /// A type for a parameter or variable.
    mutating func type(depth: Int = 2) -> RandomType {
        switch below(depth > 0 && hasAggregates ? 20 : 12) {
        case 0...7: return .double
        case 8, 9: return .float
        case 10: return .int
        case 11: return .bool
        case 12...14:
            let isLabelled = chance(50)
            return .tuple(
                (0..<2 + below(2)).map { RandomType.Element(label: isLabelled ? "e\($0)" : nil, type: type(depth: depth - 1)) })
        case 15, 16: return structures.isEmpty ? .double : .structure(below(structures.count))
        case 17, 18: return .inlineArray(2 + below(2), chance(70) ? .double : type(depth: depth - 1))
        default: return .simd(pick([2, 4]), chance(70) ? .double : .float)
        }
    }

    func spelled(_ type: RandomType) -> String {
        switch type {
        case .double: "Double"
        case .float: "Float"
        case .int: "Int"
        case .bool: "Bool"
        case .tuple(let elements):
            "(" + elements.map { ($0.label.map { "\($0): " } ?? "") + spelled($0.type) }.joined(separator: ", ") + ")"
        case .structure(let index): structures[index].name
        case .inlineArray(let count, let element): "InlineArray<\(count), \(spelled(element))>"
        case .simd(let lanes, let element): "SIMD\(lanes)<\(spelled(element))>"
        case .array(let element): "[\(spelled(element))]"
        }
    }

    func holdsFloat(_ type: RandomType) -> Bool {
        switch type {
        case .double, .float, .simd, .array: true
        case .int, .bool: false
        case .tuple(let elements): elements.contains { holdsFloat($0.type) }
        case .structure(let index): structures[index].fields.contains { holdsFloat($0.type) }
        case .inlineArray(_, let element): holdsFloat(element)
        }
    }

    func isArray(_ type: RandomType) -> Bool {
        if case .array = type { true } else { false }
    }

    /// Whether there are arrays here for its parameters: none can be made.
    func canPass(_ callee: RandomCallee) -> Bool {
        callee.parameters.allSatisfy { parameter in !isArray(parameter.type) || paths.contains { $0.type == parameter.type } }
    }

    // MARK: Scope

    /// Adds a name and everything that can be reached through it.
    mutating func declare(_ text: String, _ type: RandomType, isMutable: Bool) {
        paths.append(RandomPath(text: text, type: type, isMutable: isMutable))
        switch type {
        case .double, .float, .int, .bool: break
        case .tuple(let elements):
            for (index, element) in elements.enumerated() {
                declare("\(text).\(element.label ?? "\(index)")", element.type, isMutable: isMutable)
            }
        case .structure(let index):
            for field in structures[index].fields { declare("\(text).\(field.name)", field.type, isMutable: isMutable) }
        case .inlineArray(let count, let element):
            for index in 0..<count { declare("\(text)[\(index)]", element, isMutable: isMutable) }
        case .simd(let lanes, let element):
            for lane in 0..<lanes { declare("\(text)[\(lane)]", element, isMutable: isMutable) }
            if lanes == 2 { declare("\(text).y", element, isMutable: isMutable) }
        case .array(let element):
            let count = RandomSource.arrayCount
            for index in 0..<count { declare("\(text)[\(index)]", element, isMutable: false) }
            declare("\(text).count", .int, isMutable: false)
            // There is no such element, and it is not read.
            declare("(\(text).count > \(count) ? \(text)[\(count)] : \(text)[0])", element, isMutable: false)
        }
    }

    mutating func path(_ type: RandomType, isMutable: Bool = false) -> RandomPath? {
        let fitting = paths.filter { $0.type == type && ($0.isMutable || !isMutable) }
        return fitting.isEmpty ? nil : pick(fitting)
    }

    // MARK: The program

    mutating func program() -> String {
        var text = ""
        if hasRules { for _ in 0..<below(3) { text += ruledFunction() } }
        if hasRules, chance(40) { text += numberExtension() }
        if hasAggregates { for _ in 0..<below(3) { text += structure() } }
        for _ in 0..<below(4) { text += helper() }
        return text + target()
    }

    /// A body of some statements in the scope of `paths`, indented.
    mutating func body(_ result: RandomType?, statements: Int, indentation: String = "    ") -> String {
        lines = []
        for _ in 0..<statements { statement() }
        if let result { lines.append("return \(expression(result, depth: 2))") }
        let text = lines.map { "\(indentation)\($0)\n" }.joined()
        lines = []
        return text
    }

    private mutating func structure() -> String {
        let index = structures.count
        var structure = RandomStructure(name: "\(prefix.prefix(1).uppercased())\(prefix.dropFirst())S\(index)", fields: [])
        for number in 0..<1 + below(3) { structure.fields.append((name: "f\(number)", type: type(depth: 1))) }
        structure.hasInitializer = chance(30)
        structures.append(structure)
        var text = "struct \(structure.name) {\n"
        for field in structure.fields { text += "    var \(field.name): \(spelled(field.type))\n" }
        if chance(50) {
            paths = []
            declareFields(of: index, isMutable: false)
            let name = fresh("size")
            text += "\n    var \(name): Double {\n" + body(.double, statements: below(2), indentation: "        ") + "    }\n"
            callees.append(RandomCallee(name: name, owner: .property(index), parameters: [], result: .double))
        }
        if chance(60) { text += method(.instance(index), "func", index, result: chance(60) ? .double : type(depth: 1)) }
        if chance(50) { text += method(.mutating(index), "mutating func", index, result: chance(50) ? nil : .double) }
        text += "}\n"
        if structure.hasInitializer {
            paths = []
            declare("seed", .double, isMutable: false)
            text += "\nextension \(structure.name) {\n    init(_ seed: Double) {\n"
            for field in structure.fields { text += "        self.\(field.name) = \(expression(field.type, depth: 1))\n" }
            text += "    }\n}\n"
        }
        if chance(40) {
            paths = []
            text += "\nextension \(structure.name) {\n" + method(.type(index), "static func", index, result: .structure(index)) + "}\n"
        }
        return text + "\n"
    }

    private mutating func declareFields(of index: Int, isMutable: Bool) {
        for field in structures[index].fields {
            declare(chance(50) ? "self.\(field.name)" : field.name, field.type, isMutable: isMutable)
        }
    }

    private mutating func method(_ owner: RandomCallee.Owner, _ keyword: String, _ index: Int, result: RandomType?) -> String {
        paths = []
        switch owner {
        case .mutating: declareFields(of: index, isMutable: true)
        case .instance: declareFields(of: index, isMutable: false)
        case .none, .type, .property, .numberMethod, .numberProperty: break
        }
        var (callee, header) = function(fresh("method"), keyword, count: 1 + below(2), result, allowsInout: false)
        callee.owner = owner
        let text = "\n    \(header) {\n" + body(result, statements: 1 + below(3), indentation: "        ") + "    }\n"
        callees.append(callee)
        return text
    }

    /// Members that the program gives to Double.
    private mutating func numberExtension() -> String {
        isInNumber = true
        defer { isInNumber = false }
        paths = []
        declare("self", .double, isMutable: false)
        let name = "\(prefix)\(fresh("Part"))"
        var text =
            "extension Double {\n    var \(name): Double {\n" + body(.double, statements: below(2), indentation: "        ") + "    }\n"
        callees.append(RandomCallee(name: name, owner: .numberProperty, parameters: [], result: .double))
        paths = []
        declare("self", .double, isMutable: false)
        var (callee, header) = function("\(prefix)\(fresh("Method"))", "func", count: 1 + below(2), .double, allowsInout: false)
        callee.owner = .numberMethod
        text += "\n    \(header) {\n" + body(.double, statements: 1 + below(2), indentation: "        ") + "    }\n}\n\n"
        callees.append(callee)
        return text
    }

    private mutating func helper() -> String {
        paths = []
        let hasResult = !hasAggregates || chance(80)
        let (callee, header) = function(
            "\(prefix)\(fresh("Helper"))", "func", count: 1 + below(3), hasResult ? (chance(70) ? .double : type()) : nil,
            allowsInout: hasAggregates)
        guard callee.result != nil || callee.parameters.contains(where: \.isInout) else { return "" }
        let text = "\(header) {\n" + body(callee.result, statements: below(5)) + "}\n\n"
        callees.append(callee)
        return text
    }

    private mutating func target() -> String {
        paths = []
        let result: RandomType =
            chance(70) || !hasAggregates
            ? .double
            : chance(50)
                ? .float
                : .tuple([
                    RandomType.Element(label: nil, type: .double), RandomType.Element(label: nil, type: type(depth: 1)),
                ])
        let (callee, header) = function(
            prefix, "func", count: 1 + below(4), result, allowsInout: hasAggregates && chance(20), startsWithDouble: true)
        let isGradient = result.isFloat && !callee.parameters.contains { $0.isInout && holdsFloat($0.type) }
        let products = (isGradient ? "gradient, " : "") + "pullback" + (isReverseOnly ? "" : ", differential")
        return "// adgen: \(products)\n\(header) {\n" + body(result, statements: 3 + below(10)) + "}\n"
    }

    /// The head of a function, whose parameters it declares.
    private mutating func function(
        _ name: String, _ keyword: String, count: Int, _ result: RandomType?, allowsInout: Bool, startsWithDouble: Bool = false
    ) -> (RandomCallee, String) {
        var callee = RandomCallee(name: name, parameters: [], result: result)
        var parameters: [String] = []
        for index in 0..<count {
            var type = index == 0 && startsWithDouble ? .double : type()
            if hasArrays, index > 0 || !startsWithDouble, chance(15) { type = .array(chance(80) ? .double : .float) }
            let name = fresh("p")
            let label: String? = chance(50) ? nil : chance(50) ? name : "l\(index)"
            let isInout = allowsInout && chance(25) && !isArray(type)
            let hasDefault = hasAggregates && !isInout && type == .double && index == count - 1 && chance(20)
            callee.parameters.append(RandomCallee.Parameter(label: label, type: type, isInout: isInout, hasDefault: hasDefault))
            let labels = label == nil ? "_ \(name)" : label == name ? name : "\(label!) \(name)"
            parameters.append("\(labels): \(isInout ? "inout " : "")\(spelled(type))\(hasDefault ? " = 0.625" : "")")
            declare(name, type, isMutable: isInout)
        }
        let arrow = result.map { " -> \(spelled($0))" } ?? ""
        return (callee, "\(keyword) \(name)(\(parameters.joined(separator: ", ")))\(arrow)")
    }
}
