import AdgenIR
import Templates

// Note [Stages]: swiftc's type checker is quadratic in the statements of one body, so a long body is cut into stage functions.
// A stage returns a struct of the values it defines that others need and takes the structs that it reads. Above 64 stages,
// 64 at a time form a group with a function and a struct of its own, which holds the structs of its stages: so no list grows
// with the square of the program. See also Note [Large parts].

/// How values of other stages are reached.
struct StagePaths {
    /// The struct of the function's parameters.
    var input = Identifier.none
    /// By stage: the local that holds its struct; empty where there are none.
    var stages: [Identifier] = []
    /// By group: the local that holds its struct; empty where there is one level.
    var groups: [Identifier] = []
    /// The part of these structs that a tape keeps.
    var kept = Identifier.none
    /// By group: what stages of others call that part of its struct; empty where none keeps anything.
    var keptGroups: [Identifier] = []

    static let groupSize: Int32 = 64

    var isEmpty: Bool { stages.isEmpty }

    func group(of stage: Int32) -> Int32 { groups.isEmpty ? 0 : stage / Self.groupSize }

    func writePath(to place: Place, from stage: Int32, _ names: NameTexts, to output: inout TextBuffer) {
        if place.stage == stage || isEmpty { return }
        if place.stage == Place.entry {
            if place.isReachable { return }
            append(input, names, to: &output)
        } else if !groups.isEmpty, stage == Place.entry || group(of: stage) != group(of: place.stage) {
            let group = Int(group(of: place.stage))
            if place.isKept, stage != Place.entry {
                append(keptGroups[group], names, to: &output)
            } else {
                append(groups[group], names, to: &output)
                if place.isKept { append(kept, names, to: &output) }
            }
            append(stages[Int(place.stage)], names, to: &output)
        } else {
            append(stages[Int(place.stage)], names, to: &output)
            if place.isKept { append(kept, names, to: &output) }
        }
    }

    private func append(_ name: Identifier, _ names: NameTexts, to output: inout TextBuffer) {
        names.write(name, to: &output)
        output.append(UInt8(ascii: "."))
    }
}

/// A body cut into stages.
struct StagePlan {
    /// By stage: its statements.
    var statements: [Range<Int>] = []
    /// By stage: the values that others need, in order of definition, without those that a tape keeps.
    var exports: [[Value]] = []
    /// By stage: the values that a tape keeps.
    var keeps: [[Value]] = []
    /// By stage: the stages that it reads, ascending.
    var reads: [[Int32]] = []
    /// By stage: the parts that it reads of a tape and of locals of other stages, by their places in `Body.parts`.
    var parts: [[Int32]] = []
    /// By stage: the other groups of which it reads what a tape keeps.
    var keptGroups: [[Int32]] = []
    /// By stage: whether another group or the function's result reads of it what no tape keeps.
    var leavesGroup = Table<Bool>()
    /// By stage: whether anything reads it.
    var isRead = Table<Bool>()
    /// By value: see `Body.lastUses`.
    private(set) var lastUses = Table<Int32>()

    /// Bodies of more statements than this are cut.
    static let threshold = 300
    private static let minimumSize = 150
    private static let maximumSize = 200

    /// The plan for `body`, nil where it is short. Sets the stages of its values.
    ///
    /// - Parameter kept: The values that a tape keeps.
    init?(_ body: inout Body, keeping kept: some Sequence<Value>) {
        guard body.statements.count > Self.threshold else { return nil }
        cut(body)
        guard statements.count > 1 else { return nil }
        assignStages(&body)
        keep(kept, &body)
        collect(body)
    }

    private mutating func keep(_ values: some Sequence<Value>, _ body: inout Body) {
        keeps = Array(repeating: [], count: statements.count)
        for value in values {
            let place = body.places[Int(value.index)]
            if place.stage == Place.entry || place.isRecorded || place.isKept { continue }
            body.places[unique: Int(value.index)].isKept = true
            keeps[Int(place.stage)].append(value)
        }
    }

    /// Cuts at top level, where a new primal line begins if one is near.
    private mutating func cut(_ body: Body) {
        var start = 0
        var depth = 0
        for (index, statement) in body.statements.enumerated() {
            if depth == 0, index > start {
                var isBorder = index - start >= Self.maximumSize
                if case .heading = statement, index - start >= Self.minimumSize { isBorder = true }
                if isBorder {
                    statements.append(start..<index)
                    start = index
                }
            }
            if case .open = statement { depth += 1 }
            if case .close = statement { depth -= 1 }
        }
        statements.append(start..<body.statements.count)
        // `let y: Double` belongs to the `if` behind it.
        for index in statements.indices.dropLast() {
            var end = statements[index].upperBound
            while end > statements[index].lowerBound, case .declare = body.statements[end - 1] { end -= 1 }
            statements[index] = statements[index].lowerBound..<end
            statements[index + 1] = end..<statements[index + 1].upperBound
        }
        statements.removeAll { $0.isEmpty }
    }

    private func assignStages(_ body: inout Body) {
        for (stage, range) in statements.enumerated() {
            for index in range {
                switch body.statements[index] {
                case .define(let value, _), .declare(let value), .accumulate(let value, _, _):
                    body.places[unique: Int(value.index)].stage = Int32(truncatingIfNeeded: stage)
                case .destructure(let values, _), .unpack(let values, _):
                    for value in values { body.places[unique: Int(value.index)].stage = Int32(truncatingIfNeeded: stage) }
                case .loop(let loop):
                    for value in body.loops[Int(loop.index)].instruction.results {
                        body.places[unique: Int(value.index)].stage = Int32(truncatingIfNeeded: stage)
                    }
                default: break
                }
            }
        }
        for (value, holder) in body.holders.enumerated() where holder != .none {
            body.places[unique: value].stage = body.places[Int(holder.index)].stage
        }
    }

    private mutating func collect(_ body: Body) {
        var lastUses = Table<Int32>(repeating: -1, count: body.places.count)
        var isExported = Table(repeating: false, count: body.places.count)
        isRead.append(contentsOf: keeps.map { !$0.isEmpty })
        leavesGroup = Table(repeating: false, count: statements.count)
        reads = Array(repeating: [], count: statements.count)
        exports = reads.map { _ in [] }
        parts = exports.map { _ in [] }
        keptGroups = parts
        let isGrouped = statements.count > Int(StagePaths.groupSize)
        let hasParts = !body.parts.isEmpty
        // By stage: the last stage found to read it.
        var lastReader = Table<Int32>(repeating: Place.entry, count: statements.count)
        // The same by part, and by group for what a tape keeps of it.
        var lastPartReader = Table<Int32>(repeating: Place.entry, count: body.parts.count)
        var lastKeptReader = Table<Int32>(repeating: Place.entry, count: statements.count / Int(StagePaths.groupSize) + 1)
        var values = Table<Value>()
        for (stage, range) in statements.enumerated() {
            let stage = Int32(truncatingIfNeeded: stage)
            for index in range {
                body.appendReads(of: body.statements[index], to: &values)
                for position in values.indices {
                    let read = values[position]
                    let value = body.holder(of: read)
                    lastUses[unique: Int(value.index)] = Int32(truncatingIfNeeded: index)
                    let place = body.places[Int(value.index)]
                    let home = place.stage
                    if home == stage { continue }
                    if hasParts, let part = body.way(body.places[Int(read.index)].container)?.part, lastPartReader[Int(part)] != stage {
                        lastPartReader[unique: Int(part)] = stage
                        parts[Int(stage)].append(part)
                    }
                    if home == Place.entry { continue }
                    isRead[unique: Int(home)] = true
                    let isOfOtherGroup = isGrouped && home / StagePaths.groupSize != stage / StagePaths.groupSize
                    if !place.isKept {
                        isExported[unique: Int(value.index)] = true
                        if isOfOtherGroup { leavesGroup[unique: Int(home)] = true }
                    } else if isOfOtherGroup, lastKeptReader[Int(home / StagePaths.groupSize)] != stage {
                        lastKeptReader[unique: Int(home / StagePaths.groupSize)] = stage
                        keptGroups[Int(stage)].append(home / StagePaths.groupSize)
                    }
                    if lastReader[Int(home)] == stage { continue }
                    lastReader[unique: Int(home)] = stage
                    reads[Int(stage)].append(home)
                }
                values.removeAll()
            }
            reads[Int(stage)].sort()
        }
        body.appendReads(of: body.result, to: &values)
        for read in values {
            let value = body.holder(of: read)
            lastUses[unique: Int(value.index)] = Int32(truncatingIfNeeded: body.statements.count)
            let home = body.places[Int(value.index)].stage
            if home == Place.entry || body.places[Int(value.index)].isKept { continue }
            isExported[unique: Int(value.index)] = true
            isRead[unique: Int(home)] = true
            leavesGroup[unique: Int(home)] = true
        }
        self.lastUses = lastUses
        for (stage, range) in statements.enumerated() {
            for index in range {
                switch body.statements[index] {
                case .define(let value, _), .declare(let value), .accumulate(let value, _, _):
                    if isExported[Int(value.index)] { exports[stage].append(value) }
                case .destructure(let values, _), .unpack(let values, _):
                    for value in values where isExported[Int(value.index)] { exports[stage].append(value) }
                case .loop(let loop):
                    for value in body.loops[Int(loop.index)].instruction.results where isExported[Int(value.index)] {
                        exports[stage].append(value)
                    }
                default: break
                }
            }
        }
    }
}

extension Body {
    /// Appends the values that a statement reads.
    func appendReads(of statement: SwiftStatement, to reads: inout Table<Value>) {
        switch statement {
        case .accumulate(_, let base, let expression):
            reads.append(base)
            appendReads(of: expression, to: &reads)
        case .define(_, let expression), .destructure(_, let expression), .assign(_, let expression), .discard(let expression),
            .perform(let expression), .variable(_, let expression), .addAt(_, _, let expression), .addAll(_, let expression),
            .open(let expression):
            appendReads(of: expression, to: &reads)
        case .unpack(_, let call):
            let call = userCalls[Int(call.index)]
            appendReads(of: call.result.value, to: &reads)
            for argument in call.arguments.reversed() { appendReads(of: argument.value, to: &reads) }
        case .loop(let loop): appendReads(of: loops[Int(loop.index)].arguments, to: &reads)
        case .heading, .declare, .otherwise, .close: break
        }
    }

    /// The same of an expression, from the right to the left.
    func appendReads(of expression: Expression, to reads: inout Table<Value>) {
        if let value = expression.value { return reads.append(value) }
        switch expressions[expression.place] {
        case .name, .value, .literal, .text: break
        case .prefix(_, let operand), .member(let operand, _), .element(let operand, _), .entry(let operand, _, _),
            .reference(let operand), .labelled(_, let operand):
            appendReads(of: operand, to: &reads)
        case .infix(_, let left, let right):
            appendReads(of: right, to: &reads)
            appendReads(of: left, to: &reads)
        case .ternary(let condition, let then, let otherwise):
            appendReads(of: otherwise, to: &reads)
            appendReads(of: then, to: &reads)
            appendReads(of: condition, to: &reads)
        case .call(_, let list), .method(_, let list), .tuple(let list), .array(let list): appendReads(of: list, to: &reads)
        }
    }

    private func appendReads(of list: ExpressionList, to reads: inout Table<Value>) {
        for index in (list.start..<list.start + list.count).reversed() { appendReads(of: children[Int(index)], to: &reads) }
    }
}

extension Body {
    /// By value: the last statement that reads it, -1 for none, their number for what the result reads.
    func lastUses() -> Table<Int32> {
        var lastUses = Table<Int32>(repeating: -1, count: places.count)
        var reads = Table<Value>()
        for index in 0...statements.count {
            if index < statements.count { appendReads(of: statements[index], to: &reads) } else { appendReads(of: result, to: &reads) }
            for read in reads { lastUses[unique: Int(holder(of: read).index)] = Int32(truncatingIfNeeded: index) }
            reads.removeAll()
        }
        return lastUses
    }

    /// Marks the values that something accumulates onto within their stage.
    mutating func markMutated() {
        for statement in statements {
            guard case .accumulate(let value, let base, _) = statement else { continue }
            let isSameStage = places[Int(value.index)].stage == places[Int(base.index)].stage
            if isSameStage { places[unique: Int(base.index)].isMutated = true }
        }
    }
}
