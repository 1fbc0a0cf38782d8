import Templates
import Testing

@Suite struct TemplateTests {
    private enum Hole: String, TemplateHole {
        case name, body
        static let fileName = "test.template"
        var takesLines: Bool { self == .body }
    }

    private func template(_ text: String) throws(TemplateError) -> Template<Hole> { try Template(Array(text.utf8)) }

    private func fill(_ text: String, body: [String]) throws -> String {
        var output: [UInt8] = []
        try template(text).fill(into: &output) { hole, indentation, output in
            switch hole {
            case .name: output += Array("f".utf8)
            case .body: for line in body { output += Array((String(repeating: " ", count: indentation) + line + "\n").utf8) }
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    @Test func linesTakeTheIndentation() throws {
        #expect(try fill("func {{name}}() {\n    {{body}}\n}\n", body: ["a", "b"]) == "func f() {\n    a\n    b\n}\n")
    }

    @Test func anEmptyHoleLeavesNoLine() throws {
        #expect(try fill("{{name}}\n\n{{body}}\n\nend\n", body: []) == "f\n\nend\n")
    }

    @Test(arguments: [
        ("{{name}}\n", 2, "{{body}} is missing"),
        ("{{name}}\n{{body}}\n{{nme}}\n", 3, "unknown hole {{nme}}; this template has name, body"),
        ("{{name}} {{body}}\n", 1, "{{body}} must stand alone on its line"),
        ("{{name\n", 1, "{{ without }}"),
    ])
    func mistakesAreLocated(text: String, line: Int, reason: String) {
        #expect(throws: TemplateError(file: "test.template", line: line, reason: reason)) { try template(text) }
    }

    @Test func theBuiltInTemplatesAreWhole() throws {
        _ = TemplateSet()
        #expect(throws: TemplateError.self) { try TemplateSet { $0 == "stage.swift.template" ? Array("{{stage}}\n".utf8) : nil } }
    }
}
