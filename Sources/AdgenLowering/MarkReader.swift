import AdgenIR
import AdgenSyntax

/// What the directives between the statements of a body ask for.
struct StatementMarks: Sendable {
    /// Those around others first; their numbers, by which they name each other, begin with 1.
    var marks: [(kind: Mark.Kind, parent: Int32, range: SourceRange)] = []
    /// By statement: the innermost mark around it, 0 for none. Empty where there are no marks.
    var innermost: [Int32] = []
}

/// Finds the statement of each directive: the one below, or the one on the same line. Several on one line are taken together.
struct MarkReader {
    private let body: Body
    private let file: SourceFile
    private(set) var result = StatementMarks()
    private(set) var problems: [(message: Message, range: SourceRange)] = []
    /// The runs of statements that have begun, innermost last.
    private var open: [(mark: Int32, firstStatement: Int)] = []
    /// The first statement behind the directive at hand.
    private var next = 0

    init(_ directives: [MarkDirective], _ body: Body, _ file: SourceFile) {
        self.body = body
        self.file = file
        guard !directives.isEmpty else { return }
        result.innermost = Array(repeating: -1, count: body.statements.count)
        for directive in directives { read(directive) }
        advance(to: UInt32.max)
        for run in open { problems.append((.checkpointNotEnded, result.marks[Int(run.mark) - 1].range)) }
    }

    private mutating func read(_ directive: MarkDirective) {
        advance(to: directive.range.start)
        guard directive.standsAlone else { return markLine(directive) }
        if next > 0, body.statements[next - 1].range.end > directive.range.start {
            return problems.append((.markWithinStatement(directive.word.rawValue), directive.range))
        }
        switch directive.extent {
        case .begin:
            open.append((add(.checkpoint, within: outermost, directive), next))
        case .end:
            guard let run = open.popLast() else { return problems.append((.checkpointNotBegun, directive.range)) }
            if run.firstStatement == next { problems.append((.markOfNothing("checkpoint"), directive.range)) }
        case nil:
            guard next < body.statements.count else {
                return problems.append((.markOfNothing(directive.word.rawValue), directive.range))
            }
            mark(from: next, directive)
        }
    }

    /// The run that has begun last, 0 for none.
    private var outermost: Int32 { open.last?.mark ?? 0 }

    /// Passes over the statements that begin before `offset`.
    private mutating func advance(to offset: UInt32) {
        while next < body.statements.count, body.statements[next].range.start < offset {
            if result.innermost[next] < 0 { result.innermost[next] = outermost }
            next += 1
        }
    }

    /// A directive behind a statement.
    private mutating func markLine(_ directive: MarkDirective) {
        let isBehind = next > 0 && body.statements[next - 1].range.end <= directive.range.start
        guard isBehind, directive.extent == nil, line(body.statements[next - 1].range.end) == line(directive.range.start) else {
            return problems.append((.markWithinStatement(directive.word.rawValue), directive.range))
        }
        var first = next - 1
        let start = line(body.statements[first].range.start)
        while first > 0, line(body.statements[first - 1].range.start) == start { first -= 1 }
        mark(from: first, directive)
    }

    /// Marks the statements that begin on the line on which number `first` does.
    private mutating func mark(from first: Int, _ directive: MarkDirective) {
        let known = result.innermost[first]
        let kind: Mark.Kind =
            switch directive.word {
            case .store: .wish(.store)
            case .recompute: .wish(.recompute)
            case .checkpoint: .checkpoint
            }
        if case .wish(let wish) = kind, contradicts(wish, known) {
            return problems.append((.contradictingMarks, directive.range))
        }
        let mark = add(kind, within: known >= 0 ? known : outermost, directive)
        let start = line(body.statements[first].range.start)
        var statement = first
        while statement < body.statements.count, line(body.statements[statement].range.start) == start {
            result.innermost[statement] = mark
            statement += 1
        }
    }

    /// Whether another directive of the same statement wishes otherwise.
    private func contradicts(_ wish: StorageWish, _ innermost: Int32) -> Bool {
        var mark = innermost
        while mark > 0, mark != outermost {
            if case .wish(let other) = result.marks[Int(mark) - 1].kind, other != wish { return true }
            mark = result.marks[Int(mark) - 1].parent
        }
        return false
    }

    private mutating func add(_ kind: Mark.Kind, within parent: Int32, _ directive: MarkDirective) -> Int32 {
        result.marks.append((kind, parent, directive.range))
        return Int32(result.marks.count)
    }

    private func line(_ offset: UInt32) -> Int { file.location(offset).line }
}
