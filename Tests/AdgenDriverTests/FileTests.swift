import Foundation
import Support
import Testing

/// The command on files as the world has them: strange, missing, enormous.
@Suite struct FileTests {
    static let square = "func square(_ x: Double) -> Double { x * x }\n"

    /// Runs adgen on one file of these bytes, asking for output in the same folder; nothing may stand there on failure.
    private func run(_ bytes: [UInt8], _ arguments: [String] = []) throws -> (result: CommandResult, output: String?) {
        try withTemporaryFolder { folder in
            let (input, output) = (folder.appending(path: "in.swift"), folder.appending(path: "out.swift"))
            try Data(bytes).write(to: input)
            let result = try runAdgen([input.path, "-o", output.path] + arguments)
            let text = try? String(contentsOf: output, encoding: .utf8)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(Set(left).subtracting(["in.swift", "out.swift"]).isEmpty, "left behind: \(left)")
            #expect((result.status == 0) == (text != nil), "\(result)")
            return (result, text)
        }
    }

    private func run(_ text: String, _ arguments: [String] = []) throws -> (result: CommandResult, output: String?) {
        try run(Array(text.utf8), arguments)
    }

    @Test(arguments: ["\r\n", "\n", "\r"]) func lineEndsMakeNoDifference(_ end: String) throws {
        let text = "// adgen: gradient\nfunc square(_ x: Double) -> Double {\n\tlet y = x\n\treturn y * x\n}\n"
        let expected = try run(text).output
        #expect(expected?.contains("func squareGradient") == true)
        #expect(try run(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)).output == expected)
        #expect(try run("\u{FEFF}" + text).output == expected)
    }

    @Test(arguments: ["", "\n", "// only a comment", "let x = 1\n", "\u{FEFF}"]) func aFileWithoutFunctionsSaysSo(_ text: String) throws {
        let (result, _) = try run(text)
        #expect(result.status == 1)
        #expect(result.errors.contains("in.swift:1:1: error: "), "\(result.errors)")
        #expect(try run(text, ["--directives-only"]).output?.hasPrefix("//") == true)
    }

    /// No two runs emit the same struct: it comes with the file that declares the struct it belongs to.
    @Test func tangentsComeWithTheFileOfTheirStruct() throws {
        try withTemporaryFolder { folder in
            let (types, a, b) = (
                folder.appending(path: "types.swift"), folder.appending(path: "a.swift"), folder.appending(path: "b.swift")
            )
            try Data("struct Body { var mass: Double; var id: Int }\n".utf8).write(to: types)
            try Data("// adgen: gradient\nfunc f(_ b: Body) -> Double { b.mass * b.mass }\n".utf8).write(to: a)
            try Data("// adgen: pullback\nfunc g(_ b: Body) -> Double { 2 * b.mass }\n".utf8).write(to: b)
            let alone = try runAdgen([a.path, "--context", types.path])
            #expect(alone.status == 1 && alone.output.isEmpty)
            #expect(alone.errors.contains("types.swift:1:8: error: "), "\(alone.errors)")
            #expect(alone.errors.contains("name \(types.path) as an input of the same run"), "\(alone.errors)")

            let outputs = ["a", "b", "types"].map { folder.appending(path: "\($0)+Derivatives.swift") }
            let together = zip([a, b, types], outputs).flatMap { [$0.path, "-o", $1.path] }
            #expect(try runAdgen(together + ["--directives-only"]).status == 0)
            let texts = try outputs.map { try String(contentsOf: $0, encoding: .utf8) }
            #expect(texts.map { $0.contains("struct BodyTangent") } == [false, false, true])
            let flags = ["-swift-version", "6", "-warnings-as-errors", "-typecheck"]
            #expect(try runCommand("swiftc", flags + [types.path, a.path, b.path] + outputs.map(\.path)).errors.isEmpty)
        }
    }

    @Test func bytesThatAreNoTextAreLocated() throws {
        let (result, _) = try run(Array("func f() {}\nlet a = \"".utf8) + [0xFF, 0x22, 0x0A])
        #expect(result.status == 1)
        #expect(result.errors.contains("in.swift:2:10: error: the byte 0xFF is not UTF-8 text"), "\(result.errors)")
    }

    @Test func twoErrorsOfOneFunctionAreBothReported() throws {
        let (result, _) = try run("// adgen: gradient\nfunc f(_ x: Double) -> Double {\n  while true {}\n  if x > 0 {}\n  return x\n}\n")
        #expect(result.status == 1)
        #expect(result.errors.contains("in.swift:3:3: error: ") && result.errors.contains("in.swift:4:3: error: "), "\(result.errors)")
    }

    @Test func nestedParenthesesAreAnErrorOrFine() throws {
        let text =
            "func f(_ x: Double) -> Double { " + String(repeating: "(", count: 5000) + "x" + String(repeating: ")", count: 5000) + " }\n"
        let status = try run(text).result.status
        #expect(status == 0 || status == 1)
    }

    @Test func nonsenseIsSurvived() throws {
        var numbers = SeededGenerator(seed: 7)
        let alphabet = Array("(){}[]<>\"\"\"#/**/\\\\ \n\n\tfunc let 0x1e+-.;:,@`é".utf8)
        let bytes = (0..<10_000_000).map { _ in alphabet[Int(truncatingIfNeeded: numbers.next() >> 33) % alphabet.count] }
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        #expect(try run(text).result.status == 1)
    }

    @Test func whatCannotBeReadIsAnError() throws {
        try withTemporaryFolder { folder in
            let missing = try runAdgen([folder.appending(path: "none.swift").path])
            #expect(missing.status == 1)
            #expect(missing.errors.contains("none.swift: error: cannot be read: no such file or directory"))
            let directory = try runAdgen([folder.path])
            #expect(directory.status == 1)
            #expect(directory.errors.contains("error: cannot be read: is a directory"))
        }
    }

    @Test func whatCannotBeWrittenIsAnError() throws {
        try withTemporaryFolder { folder in
            let input = folder.appending(path: "in.swift")
            try Data(Self.square.utf8).write(to: input)
            let missing = try runAdgen([input.path, "-o", folder.appending(path: "none/out.swift").path])
            #expect(missing.status == 1)
            #expect(missing.errors.contains("out.swift: error: cannot be written: no such file or directory"), "\(missing.errors)")
            let directory = try runAdgen([input.path, "-o", folder.path])
            #expect(directory.status == 1)
            #expect(directory.errors.contains("error: cannot be written: is a directory"), "\(directory.errors)")
        }
    }

    @Test func aDeviceIsWrittenToAndStays() throws {
        let result = try runAdgen(["-", "-o", "/dev/null"], input: Array(Self.square.utf8))
        #expect(result.status == 0, "\(result.errors)")
        #expect(try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType == .typeCharacterSpecial)
    }

    @Test func anUnchangedOutputIsNotTouched() throws {
        try withTemporaryFolder { folder in
            let (input, output) = (folder.appending(path: "in.swift"), folder.appending(path: "out.swift"))
            func identity() throws -> UInt64? {
                try FileManager.default.attributesOfItem(atPath: output.path)[.systemFileNumber] as? UInt64
            }
            try Data(Self.square.utf8).write(to: input)
            #expect(try runAdgen([input.path, "-o", output.path]).status == 0)
            let before = try identity()
            try Data(("// A comment.\n" + Self.square).utf8).write(to: input)
            #expect(try runAdgen([input.path, "-o", output.path]).status == 0)
            #expect(try identity() == before)

            #expect(try runAdgen([input.path, "--check-output", output.path]).status == 0)
            try Data(Self.square.replacing("x * x", with: "x * x * x").utf8).write(to: input)
            let stale = try runAdgen([input.path, "--check-output", output.path])
            #expect(stale.status == 1)
            #expect(stale.errors.contains("out.swift: error: "))
            #expect(try identity() == before)
        }
    }

    @Test func severalInputsAreWrittenTogetherOrNotAtAll() throws {
        try withTemporaryFolder { folder in
            let (a, b) = (folder.appending(path: "a.swift"), folder.appending(path: "b.swift"))
            let words = [a.path, "-o", folder.appending(path: "A.swift").path, b.path, "-o", folder.appending(path: "B.swift").path]
            try Data(Self.square.utf8).write(to: a)
            try Data("// adgen: gradient\nfunc g(_ x: Double) -> Double { if x > 0 { 1 } else { 2 } }\n".utf8).write(to: b)
            #expect(try runAdgen(words).status == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.swift", "b.swift"])
            try Data("func g(_ x: Double) -> Double { square(x) + 1 }\n".utf8).write(to: b)
            let result = try runAdgen(words)
            #expect(result.status == 0, "\(result.errors)")
            #expect(try String(contentsOf: folder.appending(path: "B.swift"), encoding: .utf8).contains("func gGradient"))
        }
    }

    @Test func standardInputAndOutputAreOneRunLikeAnother() throws {
        let first = try runAdgen(["-"], input: Array(Self.square.utf8))
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.contains("func squareValueWithGradient"))
        // A second process has other hash seeds.
        #expect(try runAdgen(["-"], input: Array(Self.square.utf8)).output == first.output)
    }

    @Test func diagnosticsComeAsJSONToo() throws {
        let (result, _) = try run("// adgen: gradient\nfunc f(_ x: Double) -> Double { \"\\(x)\" }\n", ["--diagnostics", "json"])
        #expect(result.status == 1)
        let line = try #require(result.errors.split(separator: "\n").first)
        let diagnostic = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(diagnostic["severity"] as? String == "error")
        #expect(diagnostic["line"] as? Int == 2)
    }
}
