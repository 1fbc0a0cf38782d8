import AdgenDriver
import AdgenSyntax
import Foundation
import Support
import Testing

/// Emitted code has the access and the attributes that let it compile beside its source, whatever these are there.
@Suite struct AccessTests {
    /// What stands in front of a declaration that is as visible.
    private struct Place: CaseIterable, CustomStringConvertible {
        var access: String
        var attributes: [String]

        static let allCases =
            ["public", "package", "internal"].flatMap { access in
                [[], ["@inlinable"], ["@usableFromInline"], ["@inlinable", "@usableFromInline"]].map {
                    Place(access: access, attributes: $0)
                }
            }
            .filter { $0.access != "public" || !$0.attributes.contains("@usableFromInline") }

        var description: String { (attributes + [access]).joined(separator: " ") }

        /// Whether a type may have inlinable initializers that set its properties.
        var isFrozen: Bool { access == "public" || !attributes.isEmpty }
        /// Of a type, or of a property.
        var ofTypes: String { access == "public" || attributes.isEmpty ? access : "@usableFromInline \(access)" }
        /// Of an initializer.
        var ofInitializers: String { access == "public" || !attributes.isEmpty ? "@inlinable \(access)" : access }
    }

    /// A function of each kind for a place, its types as visible as it or as `types`.
    private static func functions(_ place: Place, _ types: Place, _ number: Int) -> String {
        let products = ["gradient", "pullback", "differential", "jacobian"]
        let directive = "// adgen: " + products.joined(separator: ", ")
        func structure(_ name: String, _ second: String, _ members: String = "") -> String {
            """
            \(types.isFrozen ? "@frozen " : "")\(types.ofTypes) struct \(name)\(number) {
                \(types.ofTypes) var x: Double
                \(types.ofTypes) var y: \(second)
                \(types.ofInitializers) init(x: Double, y: \(second)) {
                    self.x = x
                    self.y = y
                }\(members)
            }

            """
        }
        let method = """

                // adgen: \(products.map { "\($0)(wrt: self, b)" }.joined(separator: ", "))
                \(place) func scaled(_ b: Double) -> Double { x * b + y }
            """
        return structure("Own", "Double", method) + structure("Mixed", "Int") + """
            \(directive)
            \(place) func scalar\(number)(_ a: Double, b: Double) -> Double { a * b + a }
            \(directive)
            \(place) func own\(number)(_ s: Own\(number), b: Double) -> Double { s.x * b + s.y }
            \(directive)
            \(place) func mixed\(number)(_ s: Mixed\(number), b: Double) -> Double { s.x * b + Double(s.y) }

            """
    }

    @Test(arguments: [[], ["-enable-library-evolution"]]) func everyCombinationCompiles(_ flags: [String]) throws {
        var source = ""
        var number = 0
        for place in Place.allCases {
            for types in [place, Place(access: "public", attributes: [])] {
                source += Self.functions(place, types, number)
                number += 1
            }
        }
        let output = try Driver.transpile([SourceFile(path: "access.swift", bytes: Array(source.utf8))])
        #expect(output.diagnostics.allSatisfy { $0.severity != .error }, "\(output.diagnostics)")
        let emitted = try #require(output.texts.first)
        // Inlining is not simply given up.
        #expect(emitted.contains("@inlinable\npublic func own") && emitted.contains("@inlinable\nfunc own"))
        #expect(emitted.contains("@usableFromInline\n@frozen\nstruct Mixed") && emitted.contains("@usableFromInline\nstruct Mixed"))
        try withTemporaryFolder { folder in
            let files = ["access.swift", "access+Derivatives.swift", "client.swift"].map { folder.appending(path: $0) }
            let client = """
                import Model
                print(scalar0Gradient(3, b: 4), own0Gradient(Own0(x: 3, y: 1), b: 2).s.y, mixed0Gradient(Mixed0(x: 3, y: 1), b: 2).s.x)
                print(Own0.scaledPullback(Own0(x: 3, y: 1).scaledValueWithTape(2).tape, seed: 1).b)

                """
            for (file, text) in zip(files, [source, emitted, client]) { try Data(text.utf8).write(to: file) }
            let module = [
                "-swift-version", "6", "-package-name", "models", "-module-name", "Model", "-parse-as-library", "-emit-module",
                "-emit-module-path", folder.appending(path: "Model.swiftmodule").path, "-c", "-wmo", "-o",
                folder.appending(path: "Model.o").path,
            ]
            let result = try runCommand("swiftc", module + flags + files.prefix(2).map(\.path))
            // Swift warns of `@inlinable @usableFromInline`, in the source alone.
            #expect(result.status == 0 && !result.errors.contains("Derivatives.swift:"), "\(result.errors)")
            let program = folder.appending(path: "program").path
            let link = try runCommand(
                "swiftc", ["-O", "-I", folder.path, "-o", program, files[2].path, folder.appending(path: "Model.o").path])
            #expect(link.status == 0, "\(link.errors)")
            #expect(try runCommand(program, []).output == "(a: 5.0, b: 3.0) 1.0 2.0\n3.0\n")
        }
    }

    @Test(arguments: ["private", "fileprivate"]) func whatOtherFilesCannotReachIsRefused(_ access: String) throws {
        let source = "// adgen: gradient\n\(access) func f(_ a: Double) -> Double { a * a }\n"
        let output = try Driver.transpile([SourceFile(path: "access.swift", bytes: Array(source.utf8))])
        #expect(output.texts.isEmpty)
        #expect(output.diagnostics.map(\.message) == ["a \(access) function cannot be reached from the emitted file"])
    }

    /// A public struct may hold what is not; and a public method of a struct that is not public is not public either.
    @Test func emittedTypesAreNotSeenFartherThanWhatTheyHold() throws {
        let source = """
            struct Hidden { var x: Double }
            public struct Shown {
                var hidden: Hidden
                public var count: Int
                public var y: Double
            }
            // adgen: gradient, pullback, differential
            public func f(_ s: Shown, b: Double) -> Double { s.hidden.x * b + s.y }
            struct Inner {
                var a: Double
                // adgen: gradient(wrt: self, b, c, d, e, f, g)
                public func product(_ b: Double, c: Double, d: Double, e: Double, f: Double, g: Double) -> Double { a * b * c * d * e * f * g }
            }
            public enum Space {
                struct Deep { var a: Double; var n: Int }
            }
            extension Space.Deep {
                // adgen: gradient(wrt: self, b), pullback(wrt: self, b)
                public func scaled(_ b: Double) -> Double { a * b }
            }

            """
        let output = try Driver.transpile([SourceFile(path: "access.swift", bytes: Array(source.utf8))])
        let emitted = try #require(output.texts.first, "\(output.diagnostics)")
        #expect(emitted.contains("public struct ShownTangent:") && emitted.contains("\n    var hidden: Hidden\n    public var y: Double"))
        try withTemporaryFolder { folder in
            let files = ["access.swift", "access+Derivatives.swift"].map { folder.appending(path: $0) }
            for (file, text) in zip(files, [source, emitted]) { try Data(text.utf8).write(to: file) }
            let result = try runCommand("swiftc", ["-swift-version", "6", "-typecheck", "-parse-as-library"] + files.map(\.path))
            #expect(result.errors.isEmpty)
        }
    }
}
