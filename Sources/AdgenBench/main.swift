import Foundation

// Measures adgen and what it emits: `swift run -c release adgen-bench [transpile|gradient|swiftc|allocations|all]`.

let usage = """
    usage: adgen-bench [transpile | swiftc [COUNT…] | all]
    """

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first ?? "all", arguments.count) {
case ("transpile", 1): try showTranspilation()
case ("swiftc", 1): try showCompilation()
case ("swiftc", _): try showCompilation(sizes: arguments.dropFirst().compactMap { Int($0) })
case ("all", 0), ("all", 1):
    try showTranspilation()
    try showCompilation()
case ("transpile-once", 2): try transpileOnce(statements: Int(arguments[1]) ?? 1_000)
default:
    print(usage)
    exit(2)
}
