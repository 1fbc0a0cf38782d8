import AdgenIR
import Templates

/// What is tested of the products of a function with respect to some of its parameters.
package struct TestSubject: Sendable {
    /// Index in `FilePlan.functions`.
    package var function: Int
    package var wrt: [Int]
    package var coverage: Coverage

    package enum Coverage: Sendable {
        case points(TestPoints)
        /// Nothing, and why.
        case none(String)
    }

    package init(function: Int, wrt: [Int], coverage: Coverage) {
        self.function = function
        self.wrt = wrt
        self.coverage = coverage
    }
}

/// Where products are compared with differences.
package struct TestPoints: Sendable {
    /// The numbers of all arguments.
    package var points: [[Double]]
    /// How many elements all arrays have.
    package var arrayCount: Int
    /// How far differences go, as a part of a number.
    package var reach: Double
    /// Whether Float stands anywhere in the function.
    package var isSingle: Bool

    package init(_ points: [[Double]], arrayCount: Int, reach: Double, isSingle: Bool) {
        self.points = points
        self.arrayCount = arrayCount
        self.reach = reach
        self.isSingle = isSingle
    }
}

extension Codegen {
    /// Tests of what has been emitted for `plan`, for a target that imports `module`.
    package static func tests(_ plan: FilePlan, _ emitted: EmittedFile, module: String, _ subjects: [TestSubject]) -> String {
        var notes: [String] = []
        var tests: [String] = []
        var functions: [String] = []
        var usesRuntime = false
        for (index, subject) in subjects.enumerated() {
            let signature = plan.functions[subject.function].signature
            let title = "\(signature.qualifiedName) by " + subject.wrt.map(signature.resultLabel).joined(separator: ", ")
            switch subject.coverage {
            case .none(let reason): notes.append("//   \(title): \(reason)")
            case .points(let points):
                var text = TestText(number: index + 1, title: title, plan.functions[subject.function], subject.wrt, points)
                for product in emitted.products where product.function == subject.function {
                    let kind = plan.functions[subject.function].products[product.product]
                    guard kind.wrt == subject.wrt else { continue }
                    text.add(kind, product)
                }
                for jacobian in emitted.arrayJacobians where jacobian.function == subject.function {
                    let wrt = plan.functions[subject.function].products[jacobian.product].wrt
                    if wrt == subject.wrt { text.add(arrayJacobian: jacobian) }
                }
                guard text.hasChecks else { continue }
                tests += text.test
                functions += text.functions
                usesRuntime = usesRuntime || signature.parameters.contains { $0.type.leaves.contains(where: \.isTensor) }
            }
        }
        if !notes.isEmpty { notes.insert(contentsOf: ["//", "// Not covered:"], at: 0) }
        if tests.first == "" { tests.removeFirst() }
        if functions.first == "" { functions.removeFirst() }
        var text = TextBuffer(capacity: 1 << 14)
        plan.templates.tests.fill(into: &text) { hole, indentation, output in
            switch hole {
            case .version: output.append(text: plan.version)
            case .source: output.append(text: plan.sourceName)
            case .options: output.append(text: plan.options.isEmpty ? "none" : plan.options)
            case .notes: output.append(lines: notes, indentation)
            case .imports:
                output.append(lines: (usesRuntime ? ["import AdgenRuntime"] : []) + ["@testable import \(module)"], indentation)
            case .suite: output.append(text: suiteName(plan.sourceName))
            case .tests: output.append(lines: tests, indentation)
            case .functions: output.append(lines: functions, indentation)
            }
        }
        return text.string
    }

    /// `LossDerivativeTests` for `loss.swift`.
    private static func suiteName(_ file: String) -> String {
        let words = file.split(separator: ".").first.map { $0.split { !$0.isLetter && !$0.isNumber } } ?? []
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + "DerivativeTests"
        return name.first?.isNumber == true ? "File\(name)" : name
    }
}

/// The tests of one function, and the functions that they call: from numbers to numbers.
private struct TestText {
    private let number: Int
    private let title: String
    private let plan: FunctionPlan
    private let wrt: [Int]
    private let points: TestPoints
    private let call: CallText
    private var names: Set<String> = []
    private var checks: [String] = []
    private(set) var functions: [String]

    init(number: Int, title: String, _ plan: FunctionPlan, _ wrt: [Int], _ points: TestPoints) {
        self.number = number
        self.title = title
        self.plan = plan
        self.wrt = wrt
        self.points = points
        call = CallText(plan.signature, arrayCount: points.arrayCount)
        let numbers = points.points.flatMap { Self.wrapped("    " + Self.list($0.map { "\($0)" }) + ",") }
        let places = plan.signature.floatLeaves(of: wrt).flatMap(call.positions)
        functions = ["", "// MARK: \(title)", "", "private let points\(number): [[Double]] = ["] + numbers + ["]"]
        functions += function(
            "function\(number)", "_ x: [Double]", "ComparedFunction",
            [
                "ComparedFunction(value: value\(number), x: x, wrt: \(places), reach: \(points.reach), isSingle: \(points.isSingle))"
            ])
        functions += function("value\(number)", "_ x: [Double]", "[Double]", call.valueLines(floatsOnly: true))
    }

    mutating func add(_ product: ProductPlan, _ emitted: EmittedProduct) {
        let start = "let y = \(call.receiver)\(emitted.name)("
        let first = "(value: [Double], derivative: [Double])"
        let second = "(gradient: [Double], second: [Double])"
        let plain = "_ x: [Double]"
        let result = emitted.results[0]
        switch product {
        case .gradient:
            add("gradient", "checkJacobian", plain, first, [start + call.arguments + ")", pair(emitted, "value", "gradient")])
        case .jacobian where emitted.results[1].holdsArray: add(arrayJacobian: emitted)
        case .jacobian(_, nil, _, _):
            add("jacobian", "checkJacobian", plain, first, [start + call.arguments + ")", pair(emitted, "value", "jacobian")])
        case .jacobian(_, let pattern?, _, _):
            let columns = plan.signature.floatLeaves(of: wrt).count
            var lines = [
                start + call.arguments + ")", "var entries = [Double](repeating: 0, count: \(columns * (pattern.rowStarts.count - 1)))",
            ]
            lines += dense(pattern, emitted, "y.jacobian", columns: columns, isSymmetric: false)
            lines.append("return (\(floats(emitted.results[0], "y.value")), entries)")
            add("sparseJacobian", "checkJacobian", plain, first, lines)
        case .pullback:
            add(
                "pullback", "checkPullback", "_ x: [Double], _ s: [Double]", first,
                [
                    start + call.arguments + ")",
                    "let seed: \(emitted.argument.spelling) = \(call.built(emitted.argument, call.leaves("s", emitted.argument)))",
                    "let c = \(call.scope)\(emitted.companion)(y.tape, seed: seed)",
                    "return (\(floats(emitted.results[0], "y.value")), \(floats(emitted.results[1], "c")))",
                ])
        case .differential:
            add(
                "differential", "checkDifferential", "_ x: [Double], _ d: [Double]", first,
                [direction(emitted), start + along + ")", pair(emitted, "value", "differential")])
        case .hessian(_, nil, _):
            add("hessian", "checkHessian", plain, "[Double]", [start + call.arguments + ")", "return \(floats(result, "y"))"])
        case .hessian(_, let pattern?, _):
            let count = pattern.columnCount
            var lines = [start + call.arguments + ")", "var entries = [Double](repeating: 0, count: \(count * count))"]
            lines += dense(pattern, emitted, "y", columns: count, isSymmetric: true)
            add("sparseHessian", "checkHessian", plain, "[Double]", lines + ["return entries"])
        case .hessianDiagonal:
            add("diagonal", "checkDiagonal", plain, second, [start + call.arguments + ")", pair(emitted, "gradient", "diagonal")])
        case .hvp:
            add(
                "product", "checkProduct", "_ x: [Double], _ d: [Double]", second,
                [direction(emitted), start + along + ")", pair(emitted, "gradient", "product")])
        case .derivatives:
            guard case .tuple(let parts) = result else { preconditionFailure("derivatives of several orders are a tuple") }
            let lists = parts.map { "    \(read($0.type, "y.\($0.label ?? "")"))," }
            add(
                "derivatives", "checkDerivatives", plain, "[[Double]]",
                [start + call.arguments + ")", "return ["] + lists + ["]"])
        case .batch(let batch, _): add(batch, emitted)
        case .workspaceGradient:
            let gradient = emitted.results[1]
            let zero = call.built(gradient, call.leaves("s", gradient).map { _ in "0" })
            let instance = plan.signature.parameters.first.flatMap { $0.isInstance ? call.built($0.type, call.argumentLeaves(0)) : nil }
            let arguments = [instance, call.arguments].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
            let places = (call.arguments.isEmpty ? [] : [call.arguments]) + ["workspace: &workspace", "into: &gradient"]
            add(
                "workspaceGradient", "checkJacobian", plain, first,
                [
                    "var workspace = \(call.scope)\(emitted.companion)(\(arguments))",
                    "var gradient: \(gradient.spelling) = \(zero)",
                    "let y = \(call.receiver)\(emitted.name)(\(places.joined(separator: ", ")))",
                    "return (\(floats(result, "y")), \(floats(gradient, "gradient")))",
                ])
        }
    }

    /// The numbers of a value as a list; those of arrays one after the other, since there may be thousands.
    private func read(_ type: TypeTree, _ path: String, depth: Int = 1) -> String {
        guard case .inlineArray(_, let element) = type else { return floats(type, path) }
        let index = "i\(depth)"
        if case .inlineArray = element {
            return "\(path).indices.flatMap { \(index) in \(read(element, "\(path)[\(index)]", depth: depth + 1)) }"
        }
        let number = "\(path)[\(index)]"
        return "\(path).indices.map { \(index) in \(element.leaves[0].element == .f64 ? number : "Double(\(number))") }"
    }

    var hasChecks: Bool { !checks.isEmpty }

    mutating func add(arrayJacobian emitted: EmittedProduct) {
        let isSingle = emitted.results[1].leaves[0].element == .f32
        let entries = isSingle ? "[Float](y.jacobian).map { Double($0) }" : "[Double](y.jacobian)"
        add(
            "jacobian", "checkJacobian", "_ x: [Double]", "(value: [Double], derivative: [Double])",
            [
                "let y = \(call.receiver)\(emitted.name)(\(call.arguments))",
                "return (\(floats(emitted.results[0], "y.value")), \(entries))",
            ])
    }

    /// All products at one point.
    var test: [String] {
        var lines = checks
        // Forward and reverse are each other's transposes.
        if names.isSuperset(of: ["differential\(number)", "pullback\(number)"]) {
            lines.append("checkDotProduct(differential\(number), pullback\(number))")
        }
        return ["", "@Test(\"\(title)\", arguments: points\(number))"] + availability
            + ["func test\(number)(x: [Double]) {", "    let function = function\(number)(x)"]
            + lines.flatMap { Self.wrapped("    function.\($0)") } + ["}"]
    }

    // MARK: Batches

    private mutating func add(_ batch: BatchPlan, _ emitted: EmittedProduct) {
        let signature = plan.signature
        var arguments: [String] = []
        var varying: [Int] = []
        for (index, parameter) in signature.parameters.enumerated() {
            let label = parameter.isInstance ? "\(signature.resultLabel(index)): " : parameter.label.map { "\($0): " } ?? ""
            guard !batch.form.shared.contains(index), let type = parameter.type.batched() else {
                arguments.append(label + call.built(parameter.type, call.argumentLeaves(index)))
                continue
            }
            let places = signature.leaves(of: index).flatMap(call.positions)
            let lists = zip(parameter.type.leaves, places).map { leaf, place in
                "points.map { \(call.narrowed("$0[\(place)]", leaf.element)) }"
            }
            varying += zip(parameter.type.leaves, places).filter { $0.0.isFloat }.map(\.1)
            arguments.append(label + call.built(type.ofNumbers, lists))
        }
        var lines = batch.form.shared.isEmpty ? [] : ["let x = points[0]"]
        lines.append("let y = \(call.scope)\(emitted.name)(\((arguments + ["threads: threads"]).joined(separator: ", ")))")
        var derivative: [(path: String, type: ValueType)] = []
        var value = emitted.results[0]
        if batch.form.derivative != .value, case .tuple(let parts) = emitted.results[0] {
            value = parts[0].type
            derivative = Array(zip(parts[1].type.leafPaths(of: "y.\(parts[1].label ?? "")"), parts[1].type.leaves))
        }
        let values = zip(value.leafPaths(of: batch.form.derivative == .value ? "y" : "y.value"), value.leaves).filter(\.1.isFloat)
        lines.append("return (\(Self.list(values.map(numbers))), \(Self.list(derivative.map(numbers))))")
        let sums = derivative.indices.filter { !derivative[$0].type.isArray }
        add(
            "batch\(batch.form.derivative.rawValue.prefix(1).uppercased())\(batch.form.derivative.rawValue.dropFirst())", "checkBatch",
            "_ points: [[Double]], _ threads: Int", "(value: [[Double]], derivative: [[Double]])", lines,
            more: ", varying: \(varying), sums: \(sums)")
    }

    /// An array or a number as a list of numbers.
    private func numbers(_ path: String, _ type: ValueType) -> String {
        switch (type.isArray, type.element) {
        case (true, .f64): path
        case (true, _): "\(path).map { Double($0) }"
        case (false, _): "[Double(\(path))]"
        }
    }

    // MARK: Parts

    private mutating func add(
        _ name: String, _ check: String, _ parameters: String, _ result: String, _ lines: [String], more: String = ""
    ) {
        var unique = "\(name)\(number)"
        var count = 2
        while !names.insert(unique).inserted {
            unique = "\(name)\(number)_\(count)"
            count += 1
        }
        functions += function(unique, parameters, result, lines)
        checks.append("\(check)(\(unique)\(more))")
    }

    private func function(_ name: String, _ parameters: String, _ result: String, _ lines: [String]) -> [String] {
        [""] + availability + ["private func \(name)(\(parameters)) -> \(result) {"]
            + lines.flatMap { Self.wrapped("    " + $0) } + ["}"]
    }

    private var availability: [String] { plan.signature.attributes.filter { $0.hasPrefix("@available") } }

    private var along: String { call.arguments.isEmpty ? "along: direction" : call.arguments + ", along: direction" }

    private func direction(_ emitted: EmittedProduct) -> String {
        "let direction: \(emitted.argument.spelling) = \(call.built(emitted.argument, call.leaves("d", emitted.argument)))"
    }

    /// Returns two parts of the result.
    private func pair(_ emitted: EmittedProduct, _ first: String, _ second: String) -> String {
        "return (\(floats(emitted.results[0], "y.\(first)")), \(floats(emitted.results[1], "y.\(second)")))"
    }

    private func floats(_ type: TypeTree, _ path: String) -> String { Self.list(call.flattened(type, path, floatsOnly: true)) }

    /// Puts the entries of a pattern where they belong.
    private func dense(
        _ pattern: SparsityPattern, _ emitted: EmittedProduct, _ path: String, columns: Int, isSymmetric: Bool
    ) -> [String] {
        let name = call.scope + emitted.companion
        let isSingle = emitted.results.last?.leaves.first?.element == .f32
        let entry = isSingle ? "Double(\(path)[index])" : "\(path)[index]"
        var lines = [
            "for row in 0..<\(pattern.rowStarts.count - 1) {",
            "    for index in \(name).rowStarts[row]..<\(name).rowStarts[row + 1] {",
            "        entries[row * \(columns) + \(name).columns[index]] = \(entry)",
        ]
        if isSymmetric { lines.append("        entries[\(name).columns[index] * \(columns) + row] = \(entry)") }
        return lines + ["    }", "}"]
    }

    /// Breaks what is long behind commas.
    private static func wrapped(_ line: String) -> [String] {
        let indentation = String(repeating: " ", count: line.prefix { $0 == " " }.count + 4)
        var lines = [""]
        for part in line.split(separator: ", ", omittingEmptySubsequences: false) {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[0] = String(part)
            } else if last.count + part.count < 130 {
                lines[lines.count - 1] += ", " + part
            } else {
                lines[lines.count - 1] += ","
                lines.append(indentation + part)
            }
        }
        return lines
    }

    private static func list(_ parts: [String]) -> String { "[\(parts.joined(separator: ", "))]" }
}
