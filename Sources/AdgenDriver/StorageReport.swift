import AdgenCodegen
import AdgenIR
import AdgenSyntax
import AdgenTransforms

/// What has been decided for one reverse sweep.
struct StorageRecord: Sendable {
    /// A function that runs a checkpoint again.
    struct Rerun: Sendable {
        var number: Int
        var function: Function
        var lines: ClosedRange<UInt32>?
        var file: UInt16
        var cost: Cost
    }

    /// What a choice costs.
    struct Point: Sendable {
        /// How its user asks for it, empty where nothing asks for just this.
        var option: String
        /// On the tape.
        var bytes: Int
        /// At once, at most: what becomes part of a longer expression when it is emitted takes less.
        var peak: Int
        var elements: ElementBytes
        /// What is recomputed.
        var operations: Int
    }

    /// The name of the function in the program.
    var name: String
    var product: Product
    /// nil where it is derived for callers, by all parameters.
    var wrt: [Int]?
    /// The function for which the plans were made.
    var primal: Function
    var plan = StoragePlan()
    /// From all stored to all recomputed, then what segments would do.
    var curve: [Point] = []
    var reruns: [Rerun]
}

/// What the pullbacks of a file store and compute again, to read or as JSON.
struct StorageReport {
    private let sections: [Section]

    /// - Parameter names: the names of `functions` in the program.
    init(
        _ records: [StorageRecord], _ functions: [FunctionPlan], _ names: [String], _ tapes: [EmittedTape], _ trees: [SyntaxTree]
    ) {
        var sections: [Section] = []
        for (index, function) in functions.enumerated() {
            for product in function.products {
                let wrt = product.wrt
                let kind: EmittedTape.Kind? =
                    switch product {
                    case .pullback: .pullback
                    case .gradient: .gradient
                    case .workspaceGradient, .differential, .jacobian, .hessian, .hessianDiagonal, .hvp, .derivatives, .batch: nil
                    }
                let own = records.filter { $0.name == names[index] && $0.product.rawValue == product.name }
                let record = own.first { $0.wrt == wrt } ?? own.first { $0.wrt == nil }
                let tape = tapes.first { $0.kind == kind && $0.function == index && $0.wrt == wrt }
                let parameters = wrt.map { function.signature.parameters[$0].name }.joined(separator: ", ")
                let leaves = function.signature.leaves.map(\.path)
                var section = Section(
                    name: function.signature.qualifiedName, product: product.name, title: "with respect to \(parameters)",
                    leaves: leaves, record, tape, trees)
                if case .workspaceGradient(let gradient, let layout, _) = product {
                    section.workspace = WorkspaceReport(gradient, layout, leaves: leaves, trees)
                }
                sections.append(section)
            }
        }
        for tape in tapes where tape.kind == .callee {
            guard let record = records.first(where: { $0.name == tape.source && $0.wrt == nil }) else { continue }
            let leaves = record.primal.parameters.map { parameter in
                let symbol = Int(record.primal.name(of: parameter).symbol)
                return symbol < 0 ? "an argument" : record.primal.symbols[symbol]
            }
            sections.append(
                Section(name: tape.source, product: "pullback", title: "for those that call it", leaves: leaves, record, tape, trees))
        }
        self.sections = sections
    }

    var text: String { sections.map(\.text).joined(separator: "\n") }

    var json: String { "[\n" + sections.map(\.json).joined(separator: ",\n") + "\n]\n" }
}

private struct Section {
    struct Row {
        var value: String
        var place: String
        /// The line in whose part of the reverse sweep it is read last.
        var until: String
        var entry: StoragePlan.Entry
        /// Of what a stored array made here keeps alive.
        var elements = ElementBytes()
    }

    let title: String
    let name: String
    let product: String
    let rows: [Row]
    let plan: StoragePlan
    let curve: [StorageRecord.Point]
    let reruns: [StorageRecord.Rerun]
    let tape: EmittedTape?
    private let elements: ElementBytes
    var workspace: WorkspaceReport?
    private let trees: [SyntaxTree]

    init(
        name: String, product: String, title: String, leaves: [String], _ record: StorageRecord?, _ tape: EmittedTape?,
        _ trees: [SyntaxTree]
    ) {
        self.name = name
        self.product = product
        self.title = "\(name), \(product) \(title)\n"
        self.tape = tape
        self.trees = trees
        let plan = record?.plan ?? StoragePlan()
        self.plan = plan
        curve = record?.curve ?? []
        elements = record?.primal.elementBytes(of: plan.stored) ?? ElementBytes()
        reruns = record?.reruns ?? []
        func line(_ position: Position) -> String {
            position.line == 0 ? "" : "\(trees[Int(position.file)].file.baseName):\(position.line)"
        }
        var extents = ExtentTable()
        rows = plan.entries.compactMap { entry in
            guard let primal = record?.primal, primal.constant(entry.value) == nil else { return nil }
            if let parameter = primal.parameters.firstIndex(of: entry.value), parameter < leaves.count {
                return Row(value: leaves[parameter], place: "", until: line(entry.lastUse), entry: entry)
            }
            let symbol = primal.name(of: entry.value).symbol
            let isPartial = primal.name(of: entry.value).decoration == .partial
            let place = line(primal.definition(of: entry.value)?.position ?? .none)
            let value = symbol < 0 ? (isPartial ? "a partial" : "a value") : primal.symbols[Int(symbol)]
            let elements = entry.isStored ? primal.elementBytes(of: entry.value, &extents) : ElementBytes()
            return Row(value: value, place: place, until: line(entry.lastUse), entry: entry, elements: elements)
        }
    }

    /// All that is computed a second time.
    private var operations: Int { reruns.reduce(plan.operations) { $0 + $1.cost.total } }

    private var storedCount: Int { plan.entries.count { $0.isStored } }

    // MARK: Text

    var text: String {
        if let workspace { return title + table(workspace.lines, right: [2]) + workspace.summary }
        guard let tape else { return title + "  local: everything stays within the function, and nothing is chosen\n" }
        if tape.kind == .gradient { return title + checkpoints + peak(tape) }
        var lines = [["value", "line", "", "bytes", "operations", "read until", "why"]]
        for row in rows {
            lines.append([
                row.value, row.place, row.entry.isStored ? "stored" : "recomputed",
                "\(row.entry.isStored ? row.entry.bytes : 0)" + (row.elements.terms.isEmpty ? "" : " + \(row.elements.text)"),
                "\(row.entry.isStored ? 0 : row.entry.cost.total)", row.until.isEmpty ? "the sweep" : row.until,
                row.entry.reason.text(isStored: row.entry.isStored),
            ])
        }
        let again = plan.operations == 1 ? "1 operation" : "\(plan.operations) operations"
        return title + table(lines, right: [3, 4])
            + "  \(storedCount) stored, \(rows.count - storedCount) recomputed with \(again); \(tape.name) takes \(tape.bytes) bytes\n"
            + (elements.terms.isEmpty ? "" : "  what it keeps alive of arrays that are no arguments takes \(elements.text) bytes\n")
            + (plan.recomputation.map { "  within the budget of live stored bytes: recomputation \($0.description)\n" } ?? "")
            + checkpoints + peak(tape) + plot
    }

    /// What runs again, a line each.
    private var checkpoints: String {
        if reruns.isEmpty { return "" }
        var lines = [["checkpoint", "takes", "gives", "bytes", "operations"]]
        for rerun in reruns {
            lines.append([
                place(of: rerun), "\(rerun.function.parameters.count)", "\(rerun.function.results.count)", "\(bytes(of: rerun))",
                "\(rerun.cost.total)",
            ])
        }
        let operations = reruns.reduce(0) { $0 + $1.cost.total }
        return "  What runs again when the reverse sweep reaches it:\n" + table(lines, right: [1, 2, 3, 4])
            + "  \(reruns.count == 1 ? "1 checkpoint runs" : "\(reruns.count) checkpoints run") again with \(operations) operations\n"
    }

    private func peak(_ tape: EmittedTape) -> String {
        let parts = tape.kind == .gradient ? "what is kept and what runs again" : "the tape and what is computed again"
        return "  at most \(tape.peak) bytes at once, of \(parts); an array counts as its reference\n"
    }

    private func place(of rerun: StorageRecord.Rerun) -> String {
        guard let lines = rerun.lines, lines.upperBound > 0 else { return "" }
        let range = lines.lowerBound == lines.upperBound ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)"
        return "\(trees[Int(rerun.file)].file.baseName):\(range)"
    }

    private func bytes(of rerun: StorageRecord.Rerun) -> Int {
        rerun.function.results.reduce(0) { $0 + rerun.function.type(of: $1).size }
    }

    /// The trade-off: a bar of bytes for each number of operations.
    private var plot: String {
        let most = max(1, curve.map(\.bytes).max() ?? 1)
        let hasElements = curve.contains { !$0.elements.terms.isEmpty }
        var lines = [["bytes", "at once", "operations"] + (hasElements ? ["in arrays"] : []) + ["", ""]]
        for point in curve {
            let bar = String(repeating: "#", count: (point.bytes * 50 + most - 1) / most)
            let inArrays = hasElements ? [point.elements.terms.isEmpty ? "0" : point.elements.text] : []
            let isChosen = point.bytes == plan.bytes && point.operations == operations
            lines.append(
                ["\(point.bytes)", "\(isChosen ? tape?.peak ?? point.peak : point.peak)", "\(point.operations)"] + inArrays + [
                    point.option, bar + (isChosen ? " <- chosen" : ""),
                ])
        }
        return "  What other choices cost, with at most so many bytes at once:\n" + table(lines, right: [0, 1, 2])
    }

    private func table(_ lines: [[String]], right: Set<Int>) -> String {
        let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            var text = " "
            for (column, cell) in line.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                text += " " + (right.contains(column) ? padding + cell : cell + padding) + " "
            }
            while text.last == " " { text.removeLast() }
            return text + "\n"
        }.joined()
    }

    // MARK: JSON

    var json: String {
        let head = "  {\"function\": \(jsonString(name)), \"product\": \(jsonString(product))"
        if let workspace { return head + workspace.json + "}" }
        guard let tape else { return head + ", \"local\": true}" }
        let values = rows.map { row in
            "{\"value\": \(jsonString(row.value)), \"line\": \(jsonString(row.place)), \"until\": \(jsonString(row.until)), \"stored\": \(row.entry.isStored), "
                + "\"bytes\": \(row.entry.bytes), \"elements\": \(jsonString(row.elements.text)), \"operations\": \(row.entry.cost.total), "
                + "\"why\": \(jsonString(row.entry.reason.text(isStored: row.entry.isStored)))}"
        }
        let again = reruns.map { rerun in
            "{\"lines\": \(jsonString(place(of: rerun))), \"takes\": \(rerun.function.parameters.count), "
                + "\"gives\": \(rerun.function.results.count), \"bytes\": \(bytes(of: rerun)), \"operations\": \(rerun.cost.total)}"
        }
        let points = curve.map { point in
            "{\"option\": \(jsonString(point.option)), \"bytes\": \(point.bytes), \"elements\": \(jsonString(point.elements.text)), "
                + "\"peak\": \(point.peak), \"operations\": \(point.operations)}"
        }
        return head
            + ", \"tape\": \(jsonString(tape.name)), \"bytes\": \(tape.bytes), \"elements\": \(jsonString(elements.text)), \"peak\": \(tape.peak), \"recomputed\": \(plan.operations),\n"
            + (plan.recomputation.map { "   \"recomputation\": \($0.cost), \"bound\": \($0.bound),\n" } ?? "")
            + "   \"checkpoints\": [\(again.joined(separator: ",\n    "))],\n"
            + "   \"values\": [\(values.joined(separator: ",\n    "))],\n   \"curve\": [\(points.joined(separator: ",\n    "))]}"
    }
}

extension ProductPlan {
    fileprivate var name: String {
        switch self {
        case .gradient: Product.gradient.rawValue
        case .workspaceGradient: ProductChoice(.gradient, form: .workspace).rawValue
        case .pullback: Product.pullback.rawValue
        case .differential: Product.differential.rawValue
        case .jacobian: Product.jacobian.rawValue
        case .hessian, .hessianDiagonal: Product.hessian.rawValue
        case .hvp: Product.hvp.rawValue
        case .derivatives: Product.derivatives.rawValue
        case .batch: Product.batch.rawValue
        }
    }
}

extension StoragePlan.Reason {
    fileprivate func text(isStored: Bool) -> String {
        switch self {
        case .argument: "an argument"
        case .callResult: "a call would have to run again"
        case .branch: "the branches would have to run again"
        case .mayTrap: "what may trap runs once"
        case .wish: "asked for at this line"
        case .policy: isStored ? "everything is stored" : "everything is recomputed that can be"
        case .cost: isStored ? "dearer to compute again" : "cheaper to compute again"
        case .budget: isStored ? "worth its bytes" : "its bytes are worth more elsewhere"
        case .undecided: "no choice was found with bounded work"
        }
    }
}
