import Foundation

// Measures adgen and what it emits: `swift run -c release adgen-bench [transpile|gradient|matrices|batch|swiftc|allocations|runtime|all]`.

let usage = """
    usage: adgen-bench [transpile | gradient | matrices | batch | swiftc [COUNT…] | allocations | runtime | all]
    Without -c release, gradient, matrices, batch, allocations and runtime show code that is not optimized.
    """

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first ?? "all", arguments.count) {
case ("transpile", 1): try showTranspilation()
case ("gradient", 1): showGradients()
case ("matrices", 1): showMatrices()
case ("batch", 1): try showBatches()
case ("swiftc", 1): try showCompilation()
case ("swiftc", _): try showCompilation(sizes: arguments.dropFirst().compactMap { Int($0) })
case ("allocations", 1): try showAllocations()
case ("runtime", 1): showRuntime()
case ("all", 0), ("all", 1):
    try showTranspilation()
    showGradients()
    showMatrices()
    try showBatches()
    try showAllocations()
    showRuntime()
    try showCompilation()
case ("transpile-once", 2): try transpileOnce(statements: Int(arguments[1]) ?? 1_000)
case ("call", 4): call(function: arguments[1], kernel: arguments[2], count: Int(arguments[3]) ?? 1)
default:
    print(usage)
    exit(2)
}
