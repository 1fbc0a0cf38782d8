import AdgenDriver
import AdgenIR
import AdgenSyntax
import Foundation
import Testing

/// What is said of workspaces besides the code.
@Suite struct WorkspaceTests {
    private func run(_ source: String, emission: Emission = .swift) throws -> Output {
        var options = Options()
        options.emission = emission
        return try Driver.transpile([SourceFile(path: "model.swift", text: "import AdgenRuntime\n" + source)], options: options)
    }

    private static let layer = """
        // adgen: gradient(workspace, wrt: w)
        func layer(_ w: Matrix<Double>, x: Vector<Double>) -> Double {
            let y = tanh(matmul(w, x) + 1)
            return dot(y, y)
        }
        """

    @Test func aWorkspaceAloneIsEmitted() throws {
        let text = try run(Self.layer).texts[0]
        #expect(text.contains("struct LayerWorkspace: ~Copyable, Sendable {"))
        #expect(text.contains("workspace: inout LayerWorkspace"))
        #expect(text.contains("into gradient: inout Matrix<Double>"))
        #expect(text.contains("outer(workspace.wBar1, x, addingTo: &gradient)"))
        #expect(!text.contains("func layerGradient("))
    }

    /// The sum lies over the product; the tangent of the hyperbolic tangent has to wait.
    @Test func reportsTellWhatLiesWhere() throws {
        let lines = try run(Self.layer, emission: .storage).texts[0].split(separator: "\n").map(String.init)
        #expect(lines[0] == "layer, gradient(workspace) with respect to w")
        #expect(lines.contains("  y        model.swift:4     0  w.rows"))
        #expect(lines.contains("    slot 1: 8 × w.rows"))
        let json = try run(Self.layer, emission: .storageJSON).texts[0]
        let sections = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect((sections[0]["slots"] as? [String])?.count == 2)
        #expect((sections[0]["buffers"] as? [[String: Any]])?.contains { $0["value"] as? String == "y" && $0["slot"] as? Int == 0 } == true)
    }

    /// Arrays are made anew, and the documentation says so.
    @Test func whatHasNoPlaceIsNamed() throws {
        let text = try run(
            """
            // adgen: gradient(workspace)
            func parts(_ x: [Double], _ y: Vector<Double>) -> Double { x[0] * tanh(y).sum() }
            """
        ).texts[0]
        #expect(text.contains("/// After the first call nothing is allocated but `xBar`."))
        #expect(text.contains("for index in gradient.x.indices { gradient.x[index] += xBar[index] }"))
        #expect(text.contains("the gradient of 'x' must have as many elements"))
    }

    @Test(arguments: [
        (
            """
            struct Layer {
                let weights: Vector<Double>
                init(weights: Vector<Double>) { self.weights = weights }
            }
            // adgen: gradient(workspace)
            func apply(_ layer: Layer) -> Double { layer.weights.sum() }
            """, "nothing can be added to 'Layer.weights' of a gradient, which cannot be changed"
        ),
        (
            """
            // adgen: gradient(workspace), gradient(workspace)
            func f(_ x: Vector<Double>) -> Double { x.sum() }
            """, "'gradient' is asked for twice"
        ),
        (
            """
            // adgen: pullback(workspace)
            func f(_ x: Vector<Double>) -> Double { x.sum() }
            """, "'workspace' is not understood here"
        ),
    ])
    func whatCannotBeHadIsRefused(source: String, message: String) throws {
        let output = try run(source)
        #expect(output.diagnostics.map(\.message).contains(message), "\(output.diagnostics.map(\.message))")
        #expect(output.texts.isEmpty)
    }
}
