import AdgenIR
import AdgenSyntax

/// Where the vectors and matrices of a gradient lie in its workspace.
struct WorkspaceReport {
    private struct Row {
        var value: String
        var place: String
        var slot: Int
        var size: String
    }

    private let rows: [Row]
    /// By slot, in bytes.
    private let sizes: [String]

    /// - Parameter leaves: what the function's parameters are called.
    init(_ function: Function, _ layout: WorkspaceLayout, leaves: [String], _ trees: [SyntaxTree]) {
        func text(_ extent: Extent) -> String {
            switch extent {
            case .constant(let count): return "\(count)"
            case .number(let number):
                if let leaf = function.parameters.firstIndex(of: number) { return leaves[leaf] }
                guard let derived = layout.derived.first(where: { $0.extent == extent }) else { return "?" }
                let sign = derived.operation == .add ? "+" : derived.operation == .subtract ? "-" : "*"
                return "(\(text(derived.left)) \(sign) \(text(derived.right)))"
            case .dimension(let dimension, let array):
                let leaf = function.parameters.firstIndex(of: array).map { leaves[$0] } ?? "?"
                return "\(leaf).\(function.type(of: array).form == .matrix ? (dimension == 0 ? "rows" : "columns") : "count")"
            }
        }
        rows = layout.buffers.map { buffer in
            let name = function.name(of: buffer.value)
            let position = function.definition(of: buffer.value)?.position ?? .none
            let symbol = name.isNone ? "a value" : function.symbols[Int(name.symbol)]
            return Row(
                value: name.decoration == .cotangent ? "\(symbol)Bar" : symbol,
                place: position.line == 0 ? "" : "\(trees[Int(position.file)].file.baseName):\(position.line)", slot: buffer.slot,
                size: buffer.extents.map(text).joined(separator: " × "))
        }
        sizes = layout.slots.map { slot in
            let products = slot.sizes.map { $0.map(text).joined(separator: " × ") }
            return "\(slot.element.size) × \(products.count == 1 ? products[0] : "max(\(products.joined(separator: ", ")))")"
        }
    }

    /// The table, its head first.
    var lines: [[String]] { [["value", "line", "slot", "extents"]] + rows.map { [$0.value, $0.place, "\($0.slot)", $0.size] } }

    var summary: String {
        if sizes.isEmpty { return "  no vector or matrix is computed\n" }
        return "  \(rows.count) in \(sizes.count) slots; bytes at once:\n" + sizes.enumerated().map { "    slot \($0): \($1)\n" }.joined()
    }

    /// Members of an object, a comma in front.
    var json: String {
        let buffers = rows.map { row in
            "{\"value\": \(jsonString(row.value)), \"line\": \(jsonString(row.place)), \"slot\": \(row.slot), "
                + "\"extents\": \(jsonString(row.size))}"
        }
        return ", \"slots\": [\(sizes.map(jsonString).joined(separator: ", "))],\n   \"buffers\": [\(buffers.joined(separator: ",\n    "))]"
    }
}
