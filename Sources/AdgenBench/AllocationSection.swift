import Foundation

/// Heap allocations and instructions of one call, counted by valgrind as many calls less one call.
func showAllocations() throws {
    guard let valgrind = Command.find("valgrind") else {
        print("allocations: valgrind is not installed, so nothing was counted (apt-get install valgrind)")
        return
    }
    let level = isOptimized ? "-O" : "-Onone"
    var table = Table(
        "instructions and heap allocations of one call (\(level))",
        columns: ["program", "version", "instructions", "over by hand", "allocations"])
    for subject in Subject.all {
        let counts = try subject.kernels.map { kernel in
            (
                instructions: try perCall(valgrind, instructionTool, of: subject, kernel),
                allocations: try perCall(valgrind, allocationTool, of: subject, kernel)
            )
        }
        let byHand = zip(subject.kernels, counts).first { $0.0.name == subject.byHand.name }?.1.instructions
        for (kernel, count) in zip(subject.kernels, counts) {
            table.add([
                subject.name, kernel.name, shown(count.instructions, digits: 1), shown(ratio(count.instructions, to: byHand)),
                shown(count.allocations, digits: 3),
            ])
        }
    }
    for subject in WorkspaceSubject.all {
        for (kernel, _) in subject.runs {
            let arguments = ["call", subject.function, kernel]
            let instructions = try perCall(valgrind, instructionTool, Command.itself, arguments, calls: 100)
            let allocations = try perCall(valgrind, allocationTool, Command.itself, arguments, calls: 100)
            table.add([subject.name, kernel, shown(instructions, digits: 1), "", shown(allocations, digits: 3)])
        }
    }
    table.show()
}

/// The work of the child process.
func call(function: String, kernel name: String, count: Int) {
    if let subject = WorkspaceSubject.all.first(where: { $0.function == function }),
        let run = subject.runs.first(where: { $0.kernel == name })
    {
        sink = run.run(count)
        return
    }
    guard let subject = Subject.all.first(where: { $0.function == function }),
        let kernel = subject.kernels.first(where: { $0.name == name })
    else {
        print("call: no \(name) of \(function)")
        exit(2)
    }
    let inputs = subject.inputs
    sink = kernel.run(inputs, count: count)
}

/// How valgrind is run, and before and after which words it prints the number.
private struct Tool {
    let arguments: [String]
    let label: String
}

private let instructionTool = Tool(arguments: ["--tool=callgrind", "--callgrind-out-file=/dev/null"], label: "Collected :")
private let allocationTool = Tool(arguments: ["--tool=memcheck", "--leak-check=no"], label: "total heap usage:")

private func perCall(_ valgrind: String, _ tool: Tool, of subject: Subject, _ kernel: Kernel) throws -> Double {
    try perCall(valgrind, tool, Command.itself, ["call", subject.function, kernel.name])
}

/// Of a program whose last argument is the number of calls that it makes.
func instructionsPerCall(_ valgrind: String, _ program: String, _ arguments: [String]) throws -> Double {
    try perCall(valgrind, instructionTool, program, arguments)
}

private func perCall(
    _ valgrind: String, _ tool: Tool, _ program: String, _ arguments: [String], calls: Int = 1_000
) throws -> Double {
    func count(calls: Int) throws -> Double {
        let result = try Command.run(valgrind, tool.arguments + [program] + arguments + ["\(calls)"])
        guard let range = result.errors.range(of: tool.label) else { fatalError("valgrind says:\n\(result.errors)") }
        let digits = result.errors[range.upperBound...].drop { $0 == " " }.prefix { $0.isNumber || $0 == "," }
        return Double(digits.filter(\.isNumber)) ?? .nan
    }
    return (try count(calls: calls + 1) - count(calls: 1)) / Double(calls)
}
