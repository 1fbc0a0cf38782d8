import Foundation

/// Times of a function and of its gradient in all versions. Built with `-c release` this is -O, otherwise -Onone.
func showGradients() {
    var table = Table(
        "gradient, nanoseconds a call (\(isOptimized ? "-O" : "-Onone"))",
        columns: ["program", "primal", "gradient", "pullback", "by hand", "_Differentiation", "/primal", "/by hand", "/_Differentiation"])
    for subject in Subject.all {
        checkAgreement(of: subject)
        let times = nanoseconds(of: subject.kernels, inputs: subject.inputs)
        let (primal, gradient, pullback, byHand) = (times[0], times[1], times[2], times[3])
        let bySwift = times.count > 4 ? times[4] : nil
        table.add([
            subject.name, shown(primal), shown(gradient), shown(pullback), shown(byHand), shown(bySwift),
            shown(ratio(gradient, to: primal)), shown(ratio(gradient, to: byHand)), shown(ratio(gradient, to: bySwift)),
        ])
    }
    table.show()
    let empty = nanoseconds(of: [Kernel("empty") { $0.a }], inputs: Inputs([1]))[0]
    print("  A call that does nothing takes \(shown(empty)); it is part of all of these.")
    showOperations()
}

/// All versions must compute the same before it means anything which is faster.
private func checkAgreement(of subject: Subject) {
    let inputs = subject.inputs
    let expected = subject.gradient.call(inputs)
    for kernel in subject.kernels.dropFirst() {
        let result = kernel.call(inputs)
        precondition(
            abs(result - expected) <= 1e-12 * max(1, abs(expected)),
            "\(subject.name): \(kernel.name) gives \(result), the emitted gradient \(expected)")
    }
}

/// The cost lines of the emitted files.
private func showOperations() {
    print("\noperations, as the emitted files state them")
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Fixtures/programs")
    var seen: Set<String> = []
    for subject in Subject.all where seen.insert(subject.file).inserted {
        let url = folder.appendingPathComponent("\(subject.file)+Derivatives.swift")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        for line in text.split(separator: "\n") where line.hasPrefix("//") && line.contains(" times)") {
            print("  \(line.drop { $0 == "/" || $0 == " " })")
        }
    }
}
