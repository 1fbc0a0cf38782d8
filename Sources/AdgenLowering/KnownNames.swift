import AdgenIR
import AdgenSyntax

/// What the symbols of a run mean in Swift's libraries.
struct KnownNames: Sendable {
    let libraryNames: [Symbol: LibraryName]
    let constants: [Symbol: NamedConstant]
    let roundingRules: [Symbol: Op.RoundingRule]
    let spellings: [Spelling]
    /// By spelling.
    let meanings: [Spelling.Meaning]
    /// By symbol: the indices of its spellings.
    private let ranges: [Range<Int16>]
    /// The names that the files declare outside the language: they hide those of libraries.
    let otherNames: Set<Symbol>
    private let swift: Symbol?

    init(_ trees: [SyntaxTree], _ symbols: SymbolTable) {
        func table<Meaning>(_ pairs: [(name: String, meaning: Meaning)]) -> [Symbol: Meaning] {
            var table: [Symbol: Meaning] = [:]
            for pair in pairs {
                if let symbol = symbols.lookup(pair.name) { table[symbol] = pair.meaning }
            }
            return table
        }
        libraryNames = table(LibraryName.all)
        constants = table(NamedConstant.members.map { ($0.name, $0.constant) })
        roundingRules = table(Op.RoundingRule.allCases.map { ("\($0)", $0) })
        spellings = Spelling.all.sorted { $0.name < $1.name }
        meanings = spellings.map(\.meaning)
        var ranges: [Range<Int16>] = Array(repeating: 0..<0, count: symbols.count)
        for (index, spelling) in spellings.enumerated() {
            guard let symbol = symbols.lookup(spelling.name) else { continue }
            let range = ranges[Int(symbol.index)]
            ranges[Int(symbol.index)] = (range.isEmpty ? Int16(index) : range.lowerBound)..<Int16(index + 1)
        }
        self.ranges = ranges
        otherNames = Set(trees.flatMap(\.otherNames))
        swift = symbols.lookup("Swift")
    }

    /// The indices of all that `symbol` spells.
    func spellings(of symbol: Symbol) -> Range<Int> {
        let range = ranges[Int(symbol.index)]
        return Int(range.lowerBound)..<Int(range.upperBound)
    }

    /// The scalar that a name or a path such as `Swift.Double` names.
    func scalar(_ path: [Symbol]) -> ValueType.Element? {
        guard let last = path.last, case .scalar(let element)? = libraryNames[last], !otherNames.contains(last) else { return nil }
        return path.count == 1 || path.count == 2 && path[0] == swift ? element : nil
    }
}
