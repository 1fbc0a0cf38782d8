import Foundation
import Support
import Testing

/// Who may see whom: the graph of the modules, held here so that a convenient import cannot bend it.
@Suite struct ImportTests {
    struct Module: Sendable, CustomTestStringConvertible {
        var folder: String
        var mayImport: Set<String>
        var testDescription: String { folder }

        init(_ folder: String, _ mayImport: Set<String> = []) {
            self.folder = folder
            self.mayImport = mayImport
        }
    }

    /// The C libraries of the platforms, for elementary functions.
    static let mathematics: Set<String> = ["Darwin", "Glibc", "Musl", "Android", "WASILibc", "ucrt"]
    static let compiler: Set<String> = ["AdgenSyntax", "AdgenIR", "AdgenLowering", "AdgenTransforms", "AdgenCodegen"]

    static let modules = [
        Module("Sources/AdgenSyntax"),
        // Threads for batches.
        Module("Sources/AdgenRuntime", mathematics.union(["Dispatch"])),
        Module("Sources/AdgenIR", mathematics.union(["AdgenRuntime"])),
        Module("Sources/AdgenLowering", ["AdgenSyntax", "AdgenIR"]),
        Module("Sources/AdgenTransforms", ["AdgenIR"]),
        Module("Templates"),
        Module("Sources/AdgenCodegen", ["AdgenIR", "Templates"]),
        Module("Sources/AdgenDriver", compiler.union(["Templates", "Glibc"])),
        Module("Sources/adgen", ["AdgenDriver", "AdgenSyntax", "AdgenIR", "Templates", "Foundation"]),
        Module("Sources/AdgenPlugin", ["Foundation", "PackagePlugin", "XcodeProjectPlugin"]),
        Module("Sources/AdgenCommand", ["Foundation", "PackagePlugin"]),
        Module("Sources/AdgenBless", compiler.union(["AdgenDriver", "StraightLine", "Foundation"])),
        Module(
            "Sources/AdgenBench",
            compiler.union(["AdgenDriver", "AdgenRuntime", "FixturePrograms", "StraightLine", "Foundation", "_Differentiation"])),
    ]

    @Test(arguments: modules) func importsStayInTheGraph(_ module: Module) throws {
        let files = repositoryFiles(in: module.folder, suffix: ".swift")
        #expect(!files.isEmpty)
        for file in files {
            for name in imports(try repositoryText(file)) where !module.mayImport.contains(name) {
                Issue.record("\(file) imports \(name)")
            }
        }
    }

    @Test func everySourceFolderIsInTheTable() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: repositoryRoot.appending(path: "Sources").path)
        let known = Set(Self.modules.map(\.folder))
        for folder in folders where !folder.hasPrefix(".") { #expect(known.contains("Sources/\(folder)")) }
    }

    @Test func importLinesAreRead() {
        #expect(imports("import A\n    @testable import B\nlet import_ = 1\n// import C\npublic import struct D.E\n") == ["A", "B", "D"])
    }

    /// The modules that a file imports.
    private func imports(_ text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), words[..<index].allSatisfy(isAttributeOrAccess), index + 1 < words.count
            else {
                return nil
            }
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
            let path = kinds.contains(words[index + 1]) ? words[index + 2] : words[index + 1]
            return path.split(separator: ".").first.map(String.init)
        }
    }

    private func isAttributeOrAccess(_ word: Substring) -> Bool {
        word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
    }
}
