import AdgenIR

/// The conventions that functions can meet, each function looked at once.
struct ConventionNotes {
    /// By number: what a function and those that it calls meet.
    private var known: [Int: Set<Convention>] = [:]

    /// One sentence for each convention that a derivative of `function` can meet at a point without a derivative.
    mutating func notes(for function: Function, _ functions: (Int) -> Function) -> [String] {
        var pending = function.callees
        while let number = pending.last {
            if known[number] != nil {
                pending.removeLast()
                continue
            }
            let callee = functions(number)
            let missing = callee.callees.filter { known[$0] == nil }
            if missing.isEmpty {
                known[number] = met(callee)
                pending.removeLast()
            } else {
                pending += missing
            }
        }
        let met = met(function)
        return Convention.allCases.filter(met.contains).map(\.rawValue)
    }

    private func met(_ function: Function) -> Set<Convention> {
        var met: Set<Convention> = []
        function.walk { instruction in
            if let convention = convention(for: instruction.op) { met.insert(convention) }
        }
        for callee in function.callees { met.formUnion(known[callee] ?? []) }
        return met
    }
}

private func convention(for op: Op) -> Convention? {
    switch op {
    case .abs: .abs
    case .max, .maximum: .maximum
    case .min, .minimum: .minimum
    case .hypot: .hypot
    case .atan2: .atan2
    case .round: .rounding
    case .sqrt: .squareRoot
    case .conditional: .choice
    case .largest, .largestAlong, .maxPool: .largest
    case .norm: .norm
    case .clamp: .clamp
    default: nil
    }
}

private enum Convention: String, CaseIterable {
    case abs = "The derivative of abs at 0 is 0."
    case maximum = "Where the arguments of a maximum are equal, the second one is differentiated."
    case minimum = "Where the arguments of a minimum are equal, the first one is differentiated."
    case hypot = "The derivatives of hypot at the origin are 0."
    case atan2 = "The derivatives of atan2 at the origin are 0."
    case rounding = "Rounded values have the derivative 0."
    case squareRoot = "The derivative of a square root at 0 is infinite."
    case largest = "Of several largest elements, the first one is differentiated."
    case norm = "The derivative of a norm at 0 is 0."
    case clamp = "At a bound, what is clamped has the derivative 0."
    case choice = "A choice is differentiated along the branch that is taken."
}
