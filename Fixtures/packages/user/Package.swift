// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "user",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "adgen", path: "../../..")],
    targets: [
        .target(name: "Model", plugins: [.plugin(name: "AdgenPlugin", package: "adgen")]),
        .executableTarget(name: "App", dependencies: ["Model"]),
        .testTarget(name: "ModelTests", dependencies: ["Model"]),
    ]
)
