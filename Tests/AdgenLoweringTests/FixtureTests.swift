import AdgenIR
import AdgenLowering
import AdgenSyntax
import Support
import Testing

@Suite struct FixtureTests {
    @Test(arguments: repositoryFiles(in: "Fixtures/lowering/ok", suffix: ".swift"))
    func lowersWhatLiesInTheLanguage(_ path: String) throws {
        let lowered = try Lowered(fixture: path)
        #expect(lowered.diagnostics == "")
        #expect(lowered.result.program.verify() == [])
        #expect(!lowered.result.targets.isEmpty)
        expectGolden(lowered.description, String(path.dropLast("swift".count)) + "ir")
    }

    @Test(arguments: repositoryFiles(in: "Fixtures/lowering/err", suffix: ".swift"))
    func refusesTheRest(_ path: String) throws {
        let lowered = try Lowered(fixture: path)
        #expect(!lowered.diagnostics.isEmpty)
        #expect(lowered.result.program.verify() == [])
        expectGolden(lowered.diagnostics, String(path.dropLast("swift".count)) + "diagnostics")
    }

    @Test(
        arguments: repositoryFiles(in: "Fixtures/programs", suffix: ".swift").filter { !$0.contains("+") && !$0.hasSuffix("/Index.swift") })
    func lowersThePrograms(_ path: String) throws {
        let lowered = try Lowered(fixture: path, selection: Selection(directivesOnly: true))
        #expect(lowered.diagnostics == "")
        #expect(lowered.result.program.verify() == [])
    }

    /// Every message has a fixture that provokes it, and so has every construct that the parser recognises.
    @Test func everyMessageHasAFixture() throws {
        var seen: Set<String> = []
        for path in repositoryFiles(in: "Fixtures/lowering/err", suffix: ".swift") {
            for diagnostic in try Lowered(fixture: path).result.diagnostics { seen.insert(diagnostic.identifier) }
        }
        let missing = DiagnosticKind.allCases.map(\.identifier).filter { !seen.contains($0) }
        // Names from the command line are not in files.
        #expect(missing.filter { $0 != DiagnosticKind.unknownFunction.identifier } == [])
        // The parser itself says what is invalid.
        let constructs = Construct.allCases.filter { $0 != .invalid && !seen.contains(DiagnosticKind.identifier(of: $0)) }
        #expect(constructs == [])
    }
}
