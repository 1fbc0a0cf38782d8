import Foundation

// Measures adgen and what it emits: `swift run -c release adgen-bench [transpile|gradient|matrices|swiftc|allocations|all]`.

let usage = """
    usage: adgen-bench [transpile | gradient | matrices | swiftc [COUNT…] | allocations | all]
    Without -c release, gradient and allocations show code that is not optimized.
    """

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first ?? "all", arguments.count) {
case ("transpile", 1): try showTranspilation()
case ("gradient", 1): showGradients()
case ("matrices", 1): showMatrices()
case ("swiftc", 1): try showCompilation()
case ("swiftc", _): try showCompilation(sizes: arguments.dropFirst().compactMap { Int($0) })
case ("allocations", 1): try showAllocations()
case ("all", 0), ("all", 1):
    try showTranspilation()
    showGradients()
    showMatrices()
    try showAllocations()
    try showCompilation()
case ("transpile-once", 2): try transpileOnce(statements: Int(arguments[1]) ?? 1_000)
case ("call", 4): call(function: arguments[1], kernel: arguments[2], count: Int(arguments[3]) ?? 1)
default:
    print(usage)
    exit(2)
}
