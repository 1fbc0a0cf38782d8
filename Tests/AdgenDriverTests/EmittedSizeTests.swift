import AdgenDriver
import AdgenIR
import AdgenSyntax
import Foundation
import Support
import Testing

/// What is emitted stays in proportion to the program.
@Suite struct EmittedSizeTests {
    static let programs = repositoryFiles(in: "Fixtures/programs", suffix: ".swift").filter {
        !$0.hasSuffix("+Derivatives.swift") && !$0.hasSuffix("Index.swift")
    }

    /// No product has more than eight times the lines of the gradient, or of the pullback where there is none, both as they are asked for.
    @Test(arguments: programs) func productsAreFewTimesTheGradient(_ path: String) throws {
        let file = SourceFile(path: path, text: try repositoryText(path))
        let targets = Driver.lower([file]).targets
        for target in targets {
            let name = target.signature.qualifiedName
            let first: Product = target.signature.value.isOneNumber ? .gradient : .pullback
            var least: [[Int]: Int] = [:]
            // Overloads are chosen together, and their parameters have other names.
            let isOverloaded = targets.count { $0.signature.qualifiedName == name } > 1
            for request in target.requests {
                let known = try least[request.wrt] ?? lines(target.signature, Request(product: first, wrt: request.wrt), isOverloaded, file)
                least[request.wrt] = known
                let count = try lines(target.signature, request, isOverloaded, file)
                #expect(count <= 8 * known, "\(request.product) \(request.layout) of \(name): \(count) lines, \(first): \(known)")
            }
        }
    }

    private func lines(_ signature: Signature, _ request: Request, _ isOverloaded: Bool, _ file: SourceFile) throws -> Int {
        let layout = request.layout == .dense ? nil : request.layout
        let choice = ProductChoice(request.product, layout: layout, form: request.form)
        let wrt = request.wrt.map { signature.parameters[$0].isInstance ? "self" : signature.parameters[$0].name }
        return try lines(
            of: signature.qualifiedName, choice, wrt: isOverloaded ? nil : wrt,
            order: request.product == .derivatives ? request.order : nil, file)
    }

    /// Its 155 derivatives, of which 55 differ, in eight times the lines of five.
    @Test func threeOrdersOfFiveVariables() throws {
        let path = "Fixtures/programs/black_scholes.swift"
        let file = SourceFile(path: path, text: try repositoryText(path))
        #expect(
            try lines(of: "callPrice", ProductChoice(.derivatives), order: 3, file)
                <= 8 * lines(of: "callPrice", ProductChoice(.gradient), file))
    }

    /// What runs a checkpoint again returns a struct where it gives many numbers: swiftc is slow at long tuples.
    @Test(arguments: [2, nil]) func segmentsReturnNoLongTuples(_ count: Int?) throws {
        let statements = (1...500).map { "let x\($0) = sin(x\($0 - 1)) * x\(max(0, $0 - 7)) + 0.5" }
        let text = """
            import Foundation

            func f(_ x0: Double) -> Double {
                \(statements.joined(separator: "\n    "))
                return x500
            }
            """
        var options = Options()
        options.products = [ProductChoice(.gradient), ProductChoice(.pullback)]
        options.checkpoints = .segments(count)
        let emitted = try #require(try Driver.transpile([SourceFile(path: "f.swift", text: text)], options: options).texts.first)
        let tuples = emitted.split(separator: "\n").compactMap { line -> Substring? in
            if let start = line.range(of: "let (") ?? line.range(of: "-> (") { line[start.upperBound...] } else { nil }
        }
        #expect(tuples.allSatisfy { $0.prefix { $0 != ")" }.count { $0 == "," } < 16 })
        #expect(emitted.contains("Values {") || count == nil)
        // Each stage takes what another got of it once.
        #expect(count == nil || emitted.contains("    let checkpoint1: "))
        #expect(emitted.split(separator: "\n").allSatisfy { !$0.contains(".checkpoint1.") || $0.contains("return ") })
    }

    private func lines(
        of function: String, _ choice: ProductChoice, wrt: [String]? = nil, order: Int? = nil, _ file: SourceFile
    ) throws -> Int {
        var options = Options()
        options.functions = [function]
        options.products = [choice]
        options.wrt = wrt
        options.order = order
        let text = try Driver.transpile([file], options: options).texts.first
        return try #require(text, "\(choice.rawValue) of \(function) is not emitted").count { $0 == "\n" }
    }
}
