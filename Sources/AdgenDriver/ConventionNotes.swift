import AdgenIR

/// One sentence for each convention that a derivative of code in `functions` can meet at a point without a derivative.
func conventionNotes(for functions: [Function]) -> [String] {
    var met: Set<Convention> = []
    for function in functions {
        function.walk { instruction in
            if let convention = convention(for: instruction.op) { met.insert(convention) }
        }
    }
    return Convention.allCases.filter(met.contains).map(\.rawValue)
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
    case choice = "A choice is differentiated along the branch that is taken."
}
