import AdgenCodegen
import AdgenIR
import AdgenSyntax
import AdgenTransforms

/// What has been decided for one pullback.
struct StorageRecord: Sendable {
    /// Index in the file's plan.
    var function: Int
    /// The function for which the plans were made.
    var primal: Function
    var wrt: [Int]
    var plan: StoragePlan
    /// From all stored to all recomputed.
    var curve: [StoragePlan]
}

/// What the pullbacks of a file store and compute again, to read or as JSON.
struct StorageReport {
    private let sections: [Section]

    init(_ records: [StorageRecord], _ functions: [FunctionPlan], _ tapes: [EmittedTape], _ trees: [SyntaxTree]) {
        let records = Dictionary(grouping: records, by: \.function)
        sections = functions.enumerated().flatMap { index, function in
            function.products.map { product in
                switch product {
                case .pullback(_, _, let wrt):
                    let tape = tapes.first { $0.function == index && $0.wrt == wrt }
                    let record = records[index]?.first { $0.wrt == wrt }
                    return Section(function.signature, product, wrt, record, tape, trees)
                case .gradient, .differential, .jacobian, .hessian, .hessianDiagonal, .hvp, .derivatives, .batch:
                    return Section(function.signature, product, product.wrt, nil, nil, trees)
                }
            }
        }
    }

    var text: String { sections.map(\.text).joined(separator: "\n") }

    var json: String { "[\n" + sections.map(\.json).joined(separator: ",\n") + "\n]\n" }
}

private struct Section {
    struct Row {
        var value: String
        var place: String
        var entry: StoragePlan.Entry
    }

    let title: String
    let name: String
    let product: String
    let rows: [Row]
    let plan: StoragePlan
    let curve: [StoragePlan]
    let tape: EmittedTape?

    init(
        _ signature: Signature, _ product: ProductPlan, _ wrt: [Int], _ record: StorageRecord?, _ tape: EmittedTape?, _ trees: [SyntaxTree]
    ) {
        name = signature.qualifiedName
        self.product = product.name
        title = "\(name), \(product.name) with respect to \(wrt.map { signature.parameters[$0].name }.joined(separator: ", "))\n"
        self.tape = tape
        plan = record?.plan ?? StoragePlan()
        curve = record?.curve ?? []
        let leaves = signature.leaves.map(\.path)
        rows = plan.entries.compactMap { entry in
            guard let primal = record?.primal, primal.constant(entry.value) == nil else { return nil }
            if let parameter = primal.parameters.firstIndex(of: entry.value), parameter < leaves.count {
                return Row(value: leaves[parameter], place: "", entry: entry)
            }
            let symbol = primal.name(of: entry.value).symbol
            let isPartial = primal.name(of: entry.value).decoration == .partial
            let position = primal.definition(of: entry.value)?.position ?? .none
            let place = position.line == 0 ? "" : "\(trees[Int(position.file)].file.baseName):\(position.line)"
            let value = symbol < 0 ? (isPartial ? "a partial" : "a value") : primal.symbols[Int(symbol)]
            return Row(value: value, place: place, entry: entry)
        }
    }

    private var storedCount: Int { plan.entries.count { $0.isStored } }

    // MARK: Text

    var text: String {
        guard let tape else { return title + "  local: everything stays within the function, and nothing is chosen\n" }
        var lines = [["value", "line", "", "bytes", "operations", "why"]]
        for row in rows {
            lines.append([
                row.value, row.place, row.entry.isStored ? "stored" : "recomputed", "\(row.entry.isStored ? row.entry.bytes : 0)",
                "\(row.entry.isStored ? 0 : row.entry.cost.total)", row.entry.reason.text(isStored: row.entry.isStored),
            ])
        }
        // No choice is made for what others call.
        if curve.isEmpty {
            return title + "  callers call this pullback, and everything is stored; \(tape.name) takes \(tape.bytes) bytes\n"
        }
        let again = plan.operations == 1 ? "1 operation" : "\(plan.operations) operations"
        return title + table(lines, right: [3, 4])
            + "  \(storedCount) stored, \(rows.count - storedCount) recomputed with \(again); \(tape.name) takes \(tape.bytes) bytes\n"
            + (plan.recomputation.map { "  within the budget of live stored bytes: recomputation \($0.description)\n" } ?? "")
            + live + plot
    }

    /// What the bytes are.
    private var live: String {
        "  All of it is live from the end of the forward function to the beginning of the pullback: that is the peak. What is recomputed\n"
            + "  lives within the pullback. An array counts as its reference.\n"
    }

    /// The trade-off: a bar of bytes for each number of operations.
    private var plot: String {
        let most = max(1, curve.map(\.bytes).max() ?? 1)
        var lines = [["bytes", "operations", ""]]
        for point in curve {
            let bar = String(repeating: "#", count: (point.bytes * 50 + most - 1) / most)
            let isChosen = point.bytes == plan.bytes && point.operations == plan.operations
            lines.append(["\(point.bytes)", "\(point.operations)", bar + (isChosen ? " <- chosen" : "")])
        }
        return "  What other choices cost:\n" + table(lines, right: [0, 1])
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
        guard let tape else { return head + ", \"local\": true}" }
        let values = rows.map { row in
            "{\"value\": \(jsonString(row.value)), \"line\": \(jsonString(row.place)), \"stored\": \(row.entry.isStored), "
                + "\"bytes\": \(row.entry.bytes), \"operations\": \(row.entry.cost.total), "
                + "\"why\": \(jsonString(row.entry.reason.text(isStored: row.entry.isStored)))}"
        }
        let points = curve.map { "{\"bytes\": \($0.bytes), \"operations\": \($0.operations)}" }
        return head + ", \"tape\": \(jsonString(tape.name)), \"bytes\": \(tape.bytes), \"recomputed\": \(plan.operations),\n"
            + (plan.recomputation.map { "   \"recomputation\": \($0.cost), \"bound\": \($0.bound),\n" } ?? "")
            + "   \"values\": [\(values.joined(separator: ",\n    "))],\n   \"curve\": [\(points.joined(separator: ", "))]}"
    }
}

extension ProductPlan {
    fileprivate var name: String {
        switch self {
        case .gradient: Product.gradient.rawValue
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
