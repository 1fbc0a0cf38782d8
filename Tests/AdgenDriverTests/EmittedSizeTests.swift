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

    /// No product has more than eight times the lines of the gradient, or of the pullback where there is none.
    @Test(arguments: programs) func productsAreFewTimesTheGradient(_ path: String) throws {
        let file = SourceFile(path: path, text: try repositoryText(path))
        for target in Driver.lower([file]).targets {
            let first: Product = target.signature.value.isOneNumber ? .gradient : .pullback
            let least = try lines(of: target.signature.qualifiedName, first, file)
            for product in Set(target.requests.map(\.product)) {
                let count = try lines(of: target.signature.qualifiedName, product, file)
                #expect(count <= 8 * least, "\(product) of \(target.signature.qualifiedName): \(count) lines, \(first): \(least)")
            }
        }
    }

    /// Its 155 derivatives, of which 55 differ, in eight times the lines of five.
    @Test func threeOrdersOfFiveVariables() throws {
        let path = "Fixtures/programs/black_scholes.swift"
        let file = SourceFile(path: path, text: try repositoryText(path))
        #expect(try lines(of: "callPrice", .derivatives, order: 3, file) <= 8 * lines(of: "callPrice", .gradient, file))
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
        // Each stage takes the parts that it reads out of it once.
        let paths = emitted.split(separator: "\n").filter { $0.contains(".checkpoint1.") }
        #expect(count == nil || !paths.isEmpty)
        #expect(paths.allSatisfy { $0.hasPrefix("    let checkpoint1") || $0.contains("return ") })
    }

    private func lines(of function: String, _ product: Product, order: Int? = nil, _ file: SourceFile) throws -> Int {
        var options = Options()
        options.functions = [function]
        options.products = [ProductChoice(product)]
        options.order = order
        let text = try Driver.transpile([file], options: options).texts.first
        return try #require(text, "\(product) of \(function) is not emitted").count { $0 == "\n" }
    }
}
