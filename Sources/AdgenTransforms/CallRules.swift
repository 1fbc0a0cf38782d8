import AdgenIR

/// How calls of outlined functions are differentiated: by calls of functions that have been derived from them. All are numbers
/// of functions in the program.
package struct CallRules: Sendable {
    /// What belongs to one function `x → y`. Its derivatives are with respect to all its floats.
    package struct Rule: Sendable {
        /// Nil where the function has too many residuals to be kept.
        package var stored: Stored?
        /// `(x; dx) → dy`: runs the function again.
        package var rerun: Int
        /// By parameter: whether a result varies with it.
        package var isRead: [Bool]
        /// By result: whether it varies with a parameter.
        package var isActive: [Bool]

        package init(stored: Stored?, rerun: Int, isRead: [Bool], isActive: [Bool]) {
            self.stored = stored
            self.rerun = rerun
            self.isRead = isRead
            self.isActive = isActive
        }
    }

    /// The function split in two, like the one that calls it.
    package struct Stored: Sendable {
        /// `x → (y, residuals)`.
        package var primal: Int
        package var residuals: [ValueType]
        /// What `primal` may do.
        package var effect: Effect
        /// `(residuals; dx) → dy`.
        package var linear: Int

        package init(primal: Int, residuals: [ValueType], effect: Effect, linear: Int) {
            self.primal = primal
            self.residuals = residuals
            self.effect = effect
            self.linear = linear
        }
    }

    /// What belongs to a linear function.
    package struct LinearRule: Sendable {
        package var residualCount: Int
        /// Its transpose.
        package var transpose: Int
        /// What takes its place where a tangent or cotangent can be a zero that stands for an arm not taken; itself where
        /// that makes no difference.
        package var guarded: Int
        /// By tangent: whether it reaches a result on every path.
        package var isReached: [Bool]
        /// By result: whether it can be a zero that stands for an arm not taken.
        package var isArmZero: [Bool]

        package init(_ linear: Function, transpose: Int, guarded: Int, calls: CallRules) {
            residualCount = linear.residuals.count
            self.transpose = transpose
            self.guarded = guarded
            let paths = Paths(linear, calls)
            isReached = linear.parameters.dropFirst(residualCount).map { paths.isReached[$0] }
            isArmZero = linear.results.map { paths.isArmZero[$0] || !paths.isLinear[$0] }
        }
    }

    /// By number of the function.
    private var rules: [Rule?] = []
    private var linearRules: [LinearRule?] = []

    package init() {}

    package subscript(function: Int) -> Rule? {
        get { function < rules.count ? rules[function] : nil }
        set {
            while rules.count <= function { rules.append(nil) }
            rules[function] = newValue
        }
    }

    package subscript(linear function: Int) -> LinearRule {
        get { linearRules[function]! }
        set {
            while linearRules.count <= function { linearRules.append(nil) }
            linearRules[function] = newValue
        }
    }
}
