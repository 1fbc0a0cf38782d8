import AdgenCodegen
import AdgenIR
import AdgenLowering

/// Writes Fixtures/programs/Index.swift, through which the end-to-end tests call every program and what is emitted for it.
struct ProgramIndex {
    private var entries: [IndexEntry] = []
    private let arrayCount: Int?

    /// - Parameter arrayCount: how many elements all arrays have. Without that they are no fixed list of numbers: functions of such are
    ///   left out, and tested by themselves.
    init(arrayCount: Int? = nil) { self.arrayCount = arrayCount }

    /// Adds the functions of one program: an entry for each function and choice of wrt parameters.
    mutating func add(_ program: String, _ targets: [Target]) {
        for target in targets where arrayCount != nil || !target.signature.parameters.contains(where: \.type.holdsArray) {
            var choices: [[Int]] = []
            for request in target.requests where !choices.contains(request.wrt) { choices.append(request.wrt) }
            for wrt in choices {
                let requests = target.requests.filter { $0.wrt == wrt }
                let products = Set(requests.map { AskedProduct($0.product, $0.layout) })
                // Numbered within the program, so that one more function changes nothing else.
                let number = entries.count { $0.program == program } + 1
                entries.append(
                    IndexEntry(
                        number: number, program: program, signature: target.signature, wrt: wrt, products: products,
                        arrayCount: arrayCount ?? 0, order: requests.map(\.order).max() ?? 1))
            }
        }
    }

    var text: String {
        """
        // Written by swift run adgen-bless. Do not edit.
        // swift-format-ignore-file

        /// One function of the programs and what adgen has emitted for it, all called with the leaves of values as lists of numbers.
        package struct ProgramFunction: Sendable {
            package let program: String
            package let name: String
            /// The types of the parameters' leaves, and those of the value's.
            package let parameters: [String]
            package let results: [String]
            /// The leaves of parameters that are differentiated.
            package let wrt: [Int]
            package let value: @Sendable ([Double]) -> [Double]
            package var gradient: (@Sendable ([Double]) -> (value: [Double], gradient: [Double]))?
            package var pullback: (@Sendable ([Double], _ seed: [Double]) -> (value: [Double], cotangents: [Double]))?
            package var differential: (@Sendable ([Double], _ direction: [Double]) -> (value: [Double], differential: [Double]))?
            /// Row by row.
            package var jacobian: (@Sendable ([Double]) -> (value: [Double], jacobian: [Double]))?
            package var hessian: (@Sendable ([Double]) -> [Double])?
            package var hvp: (@Sendable ([Double], _ direction: [Double]) -> (gradient: [Double], product: [Double]))?
            /// By order: the value, the gradient, and the derivatives of each order from the second, row by row.
            package var derivatives: (@Sendable ([Double]) -> [[Double]])?
            package var sparseJacobian: (@Sendable ([Double]) -> (value: [Double], jacobian: SparseMatrix))?
            /// The lower triangle.
            package var sparseHessian: (@Sendable ([Double]) -> SparseMatrix)?
            package var hessianDiagonal: (@Sendable ([Double]) -> (gradient: [Double], diagonal: [Double]))?
        }

        /// The entries of a matrix, row by row.
        package struct SparseMatrix: Sendable {
            package let rowStarts: [Int]
            package let columns: [Int]
            package let values: [Double]

            private init(rowStarts: [Int], columns: [Int], values: [Double]) {
                self.rowStarts = rowStarts
                self.columns = columns
                self.values = values
            }

            fileprivate init<let r: Int, let n: Int>(_ rowStarts: [r of Int], _ columns: [n of Int], _ values: [n of Double]) {
                self.init(
                    rowStarts: rowStarts.indices.map { rowStarts[$0] }, columns: columns.indices.map { columns[$0] },
                    values: values.indices.map { values[$0] })
            }

            fileprivate init<let r: Int, let n: Int>(_ rowStarts: [r of Int], _ columns: [n of Int], _ values: [n of Float]) {
                self.init(
                    rowStarts: rowStarts.indices.map { rowStarts[$0] }, columns: columns.indices.map { columns[$0] },
                    values: values.indices.map { Double(values[$0]) })
            }

            /// All entries, row by row.
            package func dense(columnCount: Int) -> [Double] {
                var entries = [Double](repeating: 0, count: (rowStarts.count - 1) * columnCount)
                for row in 0..<rowStarts.count - 1 {
                    for index in rowStarts[row]..<rowStarts[row + 1] { entries[row * columnCount + columns[index]] = values[index] }
                }
                return entries
            }
        }

        package let programFunctions: [ProgramFunction] = [
        \(entries.map { "    function\($0.tag)," }.joined(separator: "\n"))
        ]

        """ + entries.map { "\n\($0.text)\n" }.joined()
    }
}

/// A product and how its entries are laid out.
struct AskedProduct: Hashable {
    var product: Product
    var layout: MatrixLayout

    init(_ product: Product, _ layout: MatrixLayout = .dense) {
        self.product = product
        self.layout = layout
    }
}

/// The declarations that make one entry. Functions and no closures: those are slow to type-check.
struct IndexEntry {
    var number: Int
    var program: String
    /// What its declarations end with.
    var tag: String { "_\(program)_\(number)" }
    var signature: Signature
    var wrt: [Int]
    var products: Set<AskedProduct>
    var arrayCount: Int
    /// Up to which derivatives go.
    var order: Int

    var text: String {
        let types = signature.parameters.flatMap(\.type.leaves).flatMap { repeatElement($0, count: call.count($0)) }
        var lines = [
            "private let function\(tag) = ProgramFunction(",
            "    program: \"\(program)\", name: \"\(signature.qualifiedName)\",",
            "    parameters: [\(types.map { "\"\($0.element.swiftName)\"" }.joined(separator: ", "))],",
            "    results: [\(signature.value.leaves.map { "\"\($0.element.swiftName)\"" }.joined(separator: ", "))],",
            "    wrt: \(signature.floatLeaves(of: wrt).flatMap(call.positions)),",
        ]
        var functions = value
        var names = ["value: value\(tag)"]
        if products.contains(AskedProduct(.gradient)) {
            names.append("gradient: gradient\(tag)")
            functions += gradient
        }
        if products.contains(AskedProduct(.pullback)) {
            names.append("pullback: pullback\(tag)")
            functions += pullback
        }
        if products.contains(AskedProduct(.differential)) {
            names.append("differential: differential\(tag)")
            functions += differential
        }
        if products.contains(AskedProduct(.jacobian)) {
            names.append("jacobian: jacobian\(tag)")
            functions += jacobian
        }
        if products.contains(AskedProduct(.hessian)) {
            names.append("hessian: hessian\(tag)")
            functions += hessian
        }
        if products.contains(AskedProduct(.hvp)) {
            names.append("hvp: hvp\(tag)")
            functions += hvp
        }
        if products.contains(AskedProduct(.derivatives, .dense)) {
            names.append("derivatives: derivatives\(tag)")
            functions += derivatives
        }
        if products.contains(AskedProduct(.jacobian, .sparse)) {
            names.append("sparseJacobian: sparseJacobian\(tag)")
            functions += sparseJacobian
        }
        if products.contains(AskedProduct(.hessian, .sparse)) {
            names.append("sparseHessian: sparseHessian\(tag)")
            functions += sparseHessian
        }
        if products.contains(AskedProduct(.hessian, .diagonal)) {
            names.append("hessianDiagonal: hessianDiagonal\(tag)")
            functions += hessianDiagonal
        }
        lines.append("    \(names.joined(separator: ", ")))")
        return (lines + functions).joined(separator: "\n")
    }

    // MARK: The functions

    private var value: [String] { function("value", "_ x: [Double]", "[Double]", call.valueLines()) }

    private var gradient: [String] {
        function(
            "gradient", "_ x: [Double]", "(value: [Double], gradient: [Double])",
            [
                "let y = \(receiver)\(signature.name)ValueWithGradient(\(arguments))",
                "return (\(list(signature.value, "y.value")), \(list(tangent, "y.gradient")))",
            ])
    }

    private var pullback: [String] {
        function(
            "pullback", "_ x: [Double], _ s: [Double]", "(value: [Double], cotangents: [Double])",
            [
                "let y = \(receiver)\(signature.name)ValueWithTape(\(arguments))",
                "let seed: \(valueTangent.spelling) = \(built(valueTangent, leaves("s", valueTangent)))",
                "let c = \(scope)\(signature.name)Pullback(y.tape, seed: seed)",
                "return (\(list(signature.value, "y.value")), \(list(tangent, "c")))",
            ])
    }

    private var differential: [String] {
        function(
            "differential", "_ x: [Double], _ d: [Double]", "(value: [Double], differential: [Double])",
            [
                "let direction: \(tangent.spelling) = \(built(tangent, leaves("d", tangent)))",
                "let y = \(receiver)\(signature.name)ValueWithDifferential(\(arguments.isEmpty ? "" : arguments + ", ")along: direction)",
                "return (\(list(signature.value, "y.value")), \(list(valueTangent, "y.differential")))",
            ])
    }

    private var jacobian: [String] {
        function(
            "jacobian", "_ x: [Double]", "(value: [Double], jacobian: [Double])",
            [
                "let y = \(receiver)\(signature.name)ValueWithJacobian(\(arguments))",
                "return (\(list(signature.value, "y.value")), \(list(matrix(rows: signature.value.leaves), "y.jacobian")))",
            ])
    }

    private var hessian: [String] {
        let leaves = signature.parameters.flatMap(\.type.leaves)
        let matrix = matrix(rows: signature.floatLeaves(of: wrt).map { leaves[$0] })
        return function(
            "hessian", "_ x: [Double]", "[Double]",
            ["let y = \(receiver)\(signature.name)Hessian(\(arguments))", "return \(list(matrix, "y"))"])
    }

    private var hvp: [String] {
        let name = "\(signature.name)GradientWithHessianVectorProduct"
        return function(
            "hvp", "_ x: [Double], _ d: [Double]", "(gradient: [Double], product: [Double])",
            [
                "let direction: \(tangent.spelling) = \(built(tangent, leaves("d", tangent)))",
                "let y = \(receiver)\(name)(\(arguments.isEmpty ? "" : arguments + ", ")along: direction)",
                "return (\(list(tangent, "y.gradient")), \(list(tangent, "y.product")))",
            ])
    }

    private var sparseJacobian: [String] {
        function(
            "sparseJacobian", "_ x: [Double]", "(value: [Double], jacobian: SparseMatrix)",
            [
                "let y = \(receiver)\(signature.name)ValueWithSparseJacobian(\(arguments))",
                "return (\(list(signature.value, "y.value")), \(sparseMatrix("Jacobian", "y.jacobian")))",
            ])
    }

    private var sparseHessian: [String] {
        function(
            "sparseHessian", "_ x: [Double]", "SparseMatrix",
            ["let y = \(receiver)\(signature.name)SparseHessian(\(arguments))", "return \(sparseMatrix("Hessian", "y"))"])
    }

    private func sparseMatrix(_ matrix: String, _ values: String) -> String {
        let pattern = "\(scope)\(signature.typeName)\(matrix)Pattern"
        return "SparseMatrix(\(pattern).rowStarts, \(pattern).columns, \(values))"
    }

    private var hessianDiagonal: [String] {
        function(
            "hessianDiagonal", "_ x: [Double]", "(gradient: [Double], diagonal: [Double])",
            [
                "let y = \(receiver)\(signature.name)GradientWithHessianDiagonal(\(arguments))",
                "return (\(list(tangent, "y.gradient")), \(list(tangent, "y.diagonal")))",
            ])
    }

    private var derivatives: [String] {
        let leaves = signature.parameters.flatMap(\.type.leaves)
        let columns = signature.floatLeaves(of: wrt).map { leaves[$0] }
        let floats = columns + signature.value.leaves.filter(\.isFloat)
        let element: ValueType.Element = floats.allSatisfy { $0.element == .f32 } ? .f32 : .f64
        var lists = [list(signature.value, "y.value"), list(tangent, "y.first")]
        for (index, name) in OrderName.upTo(order).enumerated().dropFirst() {
            lists.append(list(.derivatives(columns.count, order: index + 1, element), "y.\(name.rawValue)"))
        }
        return function(
            "derivatives", "_ x: [Double]", "[[Double]]",
            ["let y = \(receiver)\(signature.name)ValueWithDerivatives(\(arguments))", "return [\(lists.joined(separator: ", "))]"])
    }

    /// A number for each of `rows` and each leaf differentiated.
    private func matrix(rows: [ValueType]) -> TypeTree {
        let leaves = signature.parameters.flatMap(\.type.leaves)
        let columns = signature.floatLeaves(of: wrt).map { leaves[$0] }
        let rows = rows.filter(\.isFloat)
        let element: ValueType.Element = (rows + columns).allSatisfy { $0.element == .f32 } ? .f32 : .f64
        return .inlineArray(count: rows.count, .inlineArray(count: columns.count, .leaf(ValueType(element))))
    }

    private func function(_ name: String, _ parameters: String, _ result: String, _ lines: [String]) -> [String] {
        ["", "private func \(name)\(tag)(\(parameters)) -> \(result) {"] + lines.map { "    \($0)" } + ["}"]
    }

    // MARK: Calls

    private var call: CallText { CallText(signature, arrayCount: arrayCount) }
    private var scope: String { call.scope }
    private var receiver: String { call.receiver }
    private var arguments: String { call.arguments }

    private func leaves(_ list: String, _ type: TypeTree) -> [String] { call.leaves(list, type) }
    private func built(_ type: TypeTree, _ numbers: [String]) -> String { call.built(type, numbers) }
    private func list(_ type: TypeTree, _ value: String) -> String { call.list(type, value) }

    // MARK: Types

    private var tangent: TypeTree { signature.tangent(of: wrt, gradientName: "\(scope)\(signature.typeName)Gradient", tangentName) }

    private var valueTangent: TypeTree { signature.value.tangent(tangentName) ?? .void }

    private func tangentName(_ structure: StructureType) -> String {
        "\(structure.name.split(separator: ".").last.map(String.init) ?? structure.name)Tangent"
    }
}
