import AdgenIR
import AdgenLowering
import AdgenSyntax
import Testing

@Suite struct SelectionTests {
    private let plain = """
        func area(_ r: Double, scale: Double, _ n: Int) -> Double { r * r * scale }
        func length(_ r: Double) -> Double { 2 * r }
        func count(_ n: Int) -> Int { n }
        """

    private let directed = """
        // adgen: gradient(wrt: x), pullback(wrt: y)
        func chosen(_ x: Double, y: Double) -> Double { x * y }
        func other(_ x: Double) -> Double { x }
        """

    /// Names, products and parameters of the targets, in a line each.
    private func chosen(_ text: String, _ selection: Selection) -> [String] {
        let lowered = Lowered(text, selection: selection)
        return lowered.result.targets.map { target in
            let requests = target.requests.map { "\($0.product.rawValue)\($0.wrt)" }
            return "\(target.signature.name) \(requests.joined(separator: " "))"
        } + lowered.result.diagnostics.map { "\($0.severity.rawValue) \($0.identifier)" }
    }

    @Test func withoutDirectivesEveryFunctionIsChosen() {
        #expect(chosen(plain, Selection()) == ["area gradient[0, 1]", "length gradient[0]"])
    }

    @Test func directivesChoose() {
        #expect(chosen(directed, Selection()) == ["chosen gradient[0] pullback[1]"])
        #expect(chosen(directed, Selection(directivesOnly: true)) == ["chosen gradient[0] pullback[1]"])
    }

    @Test func aBuildLeavesFilesWithoutDirectivesAlone() {
        #expect(chosen(plain, Selection(directivesOnly: true)) == [])
    }

    @Test func namesChoose() {
        #expect(chosen(plain, Selection(functions: ["length"])) == ["length gradient[0]"])
        #expect(chosen(directed, Selection(functions: ["other"])) == ["other gradient[0]"])
        #expect(chosen(plain, Selection(functions: ["lenght"])) == ["error unknown-function"])
        #expect(Lowered(plain, selection: Selection(functions: ["lenght"])).diagnostics.contains("did you mean 'length'?"))
    }

    @Test func whatIsNamedMustLieInTheLanguage() {
        #expect(chosen(plain, Selection(functions: ["count"])) == ["error no-differentiable-parameter", "error result-not-differentiable"])
    }

    @Test func parametersNarrow() {
        #expect(chosen(plain, Selection(functions: ["area"], wrt: ["scale"])) == ["area gradient[1]"])
        #expect(chosen(directed, Selection(wrt: ["y", "x"])) == ["chosen gradient[0, 1] pullback[0, 1]"])
        #expect(chosen(plain, Selection(wrt: ["scale"])) == ["area gradient[1]", "warning unknown-parameter"])
        #expect(chosen(plain, Selection(functions: ["area"], wrt: ["n"])) == ["error parameter-not-differentiable"])
        #expect(
            chosen(plain, Selection(wrt: ["q"])) == ["error nothing-selected", "warning unknown-parameter", "warning unknown-parameter"])
    }

    @Test func productsOverride() {
        #expect(
            chosen(plain, Selection(functions: ["area"], products: [ProductChoice(.differential), ProductChoice(.pullback)])) == [
                "area differential[0, 1] pullback[0, 1]"
            ])
        #expect(chosen(directed, Selection(products: [ProductChoice(.pullback)])) == ["chosen pullback[1]"])
        #expect(chosen(directed, Selection(products: [ProductChoice(.differential)])) == ["chosen differential[0]"])
    }

    @Test func otherFilesAreContext() {
        let input = "func f(_ x: Double) -> Double { helper(x) * scale }\n"
        let context = "let scale = 3.0\nfunc helper(_ x: Double) -> Double { x * x }\n"
        let lowered = Lowered([("a.swift", input), ("b.swift", context)])
        #expect(lowered.diagnostics == "")
        #expect(lowered.result.targets.map(\.signature.name) == ["f"])
        #expect(lowered.result.program.functions.map(\.name) == ["helper", "f"])
        #expect(lowered.result.visibleNames == ["f", "helper", "scale"])
    }

    @Test func privateNamesOfOtherFilesAreUnseen() {
        let input = "// adgen: gradient\nfunc f(_ x: Double) -> Double { helper(x) * scale }\n"
        let context = "private let scale = 3.0\nfileprivate func helper(_ x: Double) -> Double { x * x }\n"
        let lowered = Lowered([("a.swift", input), ("b.swift", context)])
        #expect(lowered.result.diagnostics.map(\.identifier) == ["unseen-function", "unknown-name"])
    }

    @Test func errorsOfSeveralFilesStandInOrder() {
        let first =
            "// adgen: gradient\nfunc f(_ x: Double) -> Double { y }\n// adgen: gradient\nfunc g(_ x: Double) -> Double { h(x) + z }\n"
        let second = "func h(_ x: Double) -> Double { w }\n"
        let lowered = Lowered([("a.swift", first), ("b.swift", second)])
        #expect(lowered.result.diagnostics.map { "\($0.file) \($0.message.split(separator: " ")[0])" } == ["0 'y'", "0 'z'", "1 'w'"])
    }

    @Test func overloadsKeepTheirNamesApart() {
        let lowered = Lowered("func f(_ x: Double) -> Double { x }\nfunc f(_ x: Float) -> Float { x }\n")
        #expect(lowered.result.program.functions.map(\.name) == ["f", "f.2"])
        #expect(lowered.result.program.verify() == [])
    }
}
