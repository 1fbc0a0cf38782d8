// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "adgen",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .library(name: "AdgenRuntime", targets: ["AdgenRuntime"]),
        .executable(name: "adgen", targets: ["adgen"]),
        .plugin(name: "AdgenPlugin", targets: ["AdgenPlugin"]),
        .plugin(name: "AdgenCommand", targets: ["AdgenCommand"]),
    ],
    traits: [
        .trait(
            name: "FusedMultiplyAdd",
            description: "The runtime uses fused multiply-add: faster where the target has the instruction, far slower where it has not.")
    ],
    targets: [
        // The compiler: each module sees only what it names.
        .target(name: "AdgenSyntax"),
        .target(name: "AdgenIR", dependencies: ["AdgenRuntime"]),
        .target(name: "AdgenLowering", dependencies: ["AdgenSyntax", "AdgenIR"]),
        .target(name: "AdgenTransforms", dependencies: ["AdgenIR"]),
        .target(
            name: "Templates", path: "Templates",
            resources: [
                .embedInCode("file.swift.template"), .embedInCode("gradient.swift.template"), .embedInCode("pullback.swift.template"),
                .embedInCode("differential.swift.template"), .embedInCode("gradient-struct.swift.template"),
                .embedInCode("stage.swift.template"), .embedInCode("callee.swift.template"), .embedInCode("callee-tape.swift.template"),
                .embedInCode("extension.swift.template"), .embedInCode("jacobian.swift.template"),
                .embedInCode("hessian.swift.template"), .embedInCode("hvp.swift.template"),
                .embedInCode("workspace.swift.template"),
                .embedInCode("pattern.swift.template"), .embedInCode("derivatives.swift.template"),
                .embedInCode("chain.swift.template"), .embedInCode("chain-pullback.swift.template"),
                .embedInCode("batch.swift.template"), .embedInCode("batch-points.swift.template"), .embedInCode("loop.swift.template"),
                .embedInCode("tests.swift.template"),
            ]),
        .target(name: "AdgenCodegen", dependencies: ["AdgenIR", "Templates"]),
        .target(
            name: "AdgenDriver", dependencies: ["AdgenSyntax", "AdgenIR", "AdgenLowering", "AdgenTransforms", "AdgenCodegen", "Templates"]),
        .executableTarget(name: "adgen", dependencies: ["AdgenDriver"]),

        // What users depend on.
        .target(name: "AdgenRuntime"),
        .plugin(name: "AdgenPlugin", capability: .buildTool(), dependencies: ["adgen"], path: "Sources/AdgenPlugin"),
        .plugin(
            name: "AdgenCommand",
            capability: .command(
                intent: .custom(verb: "adgen", description: "Write the derivatives of Swift functions beside their sources."),
                permissions: [.writeToPackageDirectory(reason: "adgen writes NAME+Derivatives.swift beside NAME.swift.")]),
            dependencies: ["adgen"], path: "Sources/AdgenCommand"),

        // Programs with their golden derivatives, and the tools that keep and measure them.
        .target(name: "FixturePrograms", dependencies: ["AdgenRuntime"], path: "Fixtures/programs"),
        .target(name: "FixturePlugin", path: "Fixtures/plugin", plugins: ["AdgenPlugin"]),
        .target(name: "StraightLine", path: "Fixtures/generator"),
        .executableTarget(
            name: "adgen-digits", dependencies: ["AdgenRuntime"], path: "Fixtures/digits", plugins: ["AdgenPlugin"]),
        .executableTarget(name: "adgen-bless", dependencies: ["AdgenDriver", "StraightLine"], path: "Sources/AdgenBless"),
        .executableTarget(
            name: "adgen-bench", dependencies: ["AdgenSyntax", "AdgenDriver", "AdgenRuntime", "FixturePrograms", "StraightLine"],
            path: "Sources/AdgenBench"),

        .target(name: "Support", dependencies: ["AdgenDriver"], path: "Tests/Support"),
        .testTarget(name: "AdgenSyntaxTests", dependencies: ["AdgenSyntax", "Support"]),
        .testTarget(name: "AdgenIRTests", dependencies: ["AdgenIR", "Support"]),
        .testTarget(name: "AdgenLoweringTests", dependencies: ["AdgenLowering", "Support"]),
        .testTarget(name: "AdgenTransformsTests", dependencies: ["AdgenTransforms", "Support"]),
        .testTarget(name: "AdgenCodegenTests", dependencies: ["AdgenCodegen", "AdgenDriver", "Templates", "Support"]),
        .testTarget(name: "AdgenRuntimeTests", dependencies: ["AdgenRuntime", "Support"]),
        .testTarget(name: "AdgenDriverTests", dependencies: ["AdgenDriver", "AdgenIR", "AdgenCodegen", "adgen", "adgen-bless", "Support"]),
        .testTarget(
            name: "AdgenEndToEndTests", dependencies: ["AdgenDriver", "AdgenRuntime", "FixturePrograms", "StraightLine", "Support"],
            path: "Tests/EndToEnd"),
        .testTarget(
            name: "AdgenGeneratedTests", dependencies: ["FixturePlugin", "adgen-digits", "AdgenRuntime", "Support"],
            path: "Tests/Generated"),
        .testTarget(name: "AdgenEmittedTests", dependencies: ["AdgenRuntime", "FixturePrograms"], path: "Fixtures/tests"),
        .testTarget(name: "RepositoryTests", dependencies: ["AdgenIR", "Support"], path: "Tests/Repository"),
    ]
)
