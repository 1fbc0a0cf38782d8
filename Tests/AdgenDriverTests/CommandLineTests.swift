import Foundation
import Support
import Testing

@Suite struct CommandLineTests {
    struct Misuse: Sendable, CustomTestStringConvertible {
        var words: [String]
        var says: String
        var testDescription: String { words.joined(separator: " ") }
    }

    @Test(arguments: [
        Misuse(words: [], says: "no input file"),
        Misuse(words: ["a.swift", "--functon", "f"], says: "unknown option --functon; did you mean --function?"),
        Misuse(words: ["a.swift", "--zzzzzzzz"], says: "unknown option --zzzzzzzz\n"),
        Misuse(words: ["a.swift", "-o"], says: "-o needs a value"),
        Misuse(words: ["a.swift", "--wrt="], says: "--wrt needs a value"),
        Misuse(words: ["a.swift", "--check=yes"], says: "--check takes no value"),
        Misuse(words: ["a.swift", "--product", "gradent"], says: "did you mean gradient?"),
        Misuse(words: ["a.swift", "--emit", "c"], says: "the choices are ir, storage, storage-json, swift, tests"),
        Misuse(words: ["a.swift", "--emit", "tests"], says: "does not know the module of a.swift; write --module NAME"),
        Misuse(words: ["a.swift", "--module", "Model"], says: "add --emit tests"),
        Misuse(words: ["a.swift", "--order", "9"], says: "--order needs a number from 1 to 8, not '9'"),
        Misuse(words: ["a.swift", "--order", "3", "--product", "gradient"], says: "write --product derivatives --order 3"),
        Misuse(words: ["a.swift", "--product", "derivatives"], says: "write --product derivatives --order 3"),
        Misuse(words: ["a.swift", "--checkpoint", "segments=0"], says: "segments=8 or segments=auto"),
        Misuse(words: ["a.swift", "--checkpoint", "all"], says: "write segments=8, segments=auto or binomial=10"),
        Misuse(words: ["a.swift", "--store", "some"], says: "the choices are all, minimal, none"),
        Misuse(words: ["a.swift", "--diagnostics", "xml"], says: "the choices are text, json"),
        Misuse(words: ["a.swift", "--directives-only", "--function", "f"], says: "exclude each other"),
        Misuse(words: ["a.swift", "--dump-after", "nothing"], says: "the choices are lower"),
        Misuse(words: ["a.swift", "--budget", "much"], says: "write a number of bytes: --budget 4096"),
        Misuse(words: ["a.swift", "--budget", "64", "--store", "all"], says: "--budget and --store exclude each other"),
        Misuse(words: ["a.swift", "--checkpoint", "binomial=0"], says: "write the number of states to keep"),
        Misuse(words: ["a.swift", "--at", "f:a=1"], says: "add --check"),
        Misuse(words: ["a.swift", "--check", "--at", "f:a"], says: "--at cannot read 'a'"),
        Misuse(words: ["a.swift", "b.swift"], says: "a.swift has none behind it"),
        Misuse(words: ["a.swift", "-o", "x", "-o", "y"], says: "two outputs are given for a.swift"),
        Misuse(words: ["-o", "x", "--check-output", "y", "a.swift"], says: "two outputs are given for one input"),
        Misuse(words: ["-o", "x", "a.swift", "--check-output", "y"], says: "write '-o FILE' or '--check-output FILE'"),
        Misuse(words: ["a.swift", "-o", "a.swift"], says: "would be overwritten"),
        Misuse(words: ["-", "--context", "-"], says: "read only once"),
    ])
    func wrongUsageIsExplained(_ misuse: Misuse) throws {
        let result = try runAdgen(misuse.words)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(misuse.says), "\(result.errors)")
    }

    @Test func helpTeaches() throws {
        for word in ["--help", "-h"] {
            let result = try runAdgen([word])
            #expect(result.status == 0)
            for part in ["Usage:", "// adgen: gradient", "--dump-after PASS", "Exit codes: 0"] { #expect(result.output.contains(part)) }
            #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 140 })
        }
    }

    @Test func versionIsPrinted() throws {
        #expect(try runAdgen(["--version"]).output.hasPrefix("adgen "))
    }
}
