import AdgenSyntax

/// An `if` whose arms are being checked.
struct CheckedChoice {
    let range: SourceRange
    /// Variables from here on are declared in it.
    let firstVariable: Int
    /// Names that the arm at hand has taken, and what they stood for.
    var hidden: [(name: Symbol, slot: Int32)] = []
    /// Variables from outside that the arm at hand has given their first values, and those of the arm before it.
    var initialized: [Int] = []
    var initializedBefore: [Int] = []
}

extension BodyChecker {
    mutating func check(_ part: ChoicePart, at range: SourceRange) {
        switch part {
        case .if(let condition):
            check(through: condition)
            checkCondition(condition)
            if isInInitializer { refuseChoice(range) }
            choices.append(CheckedChoice(range: range, firstVariable: checked.variables.count))
        case .else:
            let initialized = endArm()
            choices[choices.count - 1].initializedBefore = initialized
            choices[choices.count - 1].initialized = []
        case .end:
            let initialized = endArm()
            guard let choice = choices.popLast() else { return }
            // What one arm alone has set has no value behind the choice.
            let both = Set(choice.initializedBefore).intersection(initialized).sorted()
            if both.isEmpty { refuseChoice(choice.range) }
            for variable in both { noteInitialized(variable) }
        }
    }

    /// Names mean what they meant before the arm; variables from outside are as they were.
    private mutating func endArm() -> [Int] {
        let choice = choices[choices.count - 1]
        for (name, slot) in choice.hidden.reversed() { restore(name, slot) }
        choices[choices.count - 1].hidden = []
        for variable in choice.initialized { checked.variables[variable].isInitialized = false }
        return choice.initialized
    }

    /// A variable has its first value; an arm that gives it one may not be taken.
    mutating func noteInitialized(_ variable: Int) {
        if let last = choices.indices.last, variable < choices[last].firstVariable, !checked.variables[variable].isInitialized {
            choices[last].initialized.append(variable)
        }
        checked.variables[variable].isInitialized = true
    }

    /// Whether an arm cannot change a variable: one from outside that has a value, or a part of one.
    mutating func refusesChange(of variable: Int, isPart: Bool) -> Bool {
        guard let choice = choices.last, variable < choice.firstVariable, isPart || checked.variables[variable].isInitialized else {
            return false
        }
        refuseChoice(choice.range)
        return true
    }

    private mutating func refuseChoice(_ range: SourceRange) {
        skipped()
        if !diagnostics.contains(where: { $0.range == range }) { report(.unsupported(.ifStatement), at: range) }
    }
}
