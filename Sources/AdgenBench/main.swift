import Foundation

// Measures adgen and what it emits: `swift run -c release adgen-bench [transpile|gradient|matrices|batch|swiftc|allocations|runtime|steps|storage|all]`.

let usage = """
    usage: adgen-bench [transpile | gradient | matrices | batch | swiftc [COUNT…] | allocations | runtime | steps | storage | all]
    Without -c release, gradient, matrices, batch, allocations, runtime and steps show code that is not optimized.
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
case ("runtime", 1): try showRuntime()
case ("steps", 1): try showSteps()
case ("storage", 1): try showStorage()
case ("all", 0), ("all", 1):
    try showTranspilation()
    showGradients()
    showMatrices()
    try showBatches()
    try showAllocations()
    try showRuntime()
    try showSteps()
    try showStorage()
    try showCompilation()
case ("gradient-times", 1): answerGradientTimes()
case ("transpile-once", 3): try transpileOnce(statements: Int(arguments[1]) ?? 1_000, arguments[2])
case ("steps-once", 3): stepsOnce(size: Int(arguments[1]) ?? 10, way: arguments[2])
case ("call", 4): call(function: arguments[1], kernel: arguments[2], count: Int(arguments[3]) ?? 1)
default:
    print(usage)
    exit(2)
}
