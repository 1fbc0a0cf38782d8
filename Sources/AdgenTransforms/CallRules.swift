import AdgenIR

/// How calls of functions are differentiated. All are numbers of functions in the program.
package struct CallRules: Sendable {
    /// What belongs to one function `x → y`. Its derivatives are with respect to all its floats.
    package struct Rule: Sendable {
        package var form: Form
        /// By parameter: whether a result varies with it.
        package var isRead: [Bool]
        /// By result: whether it varies with a parameter.
        package var isActive: [Bool]

        /// Whether its tangents are what a call returns.
        var isByCall: Bool { if case .differential = form { false } else { true } }

        package init(_ form: Form, isRead: [Bool], isActive: [Bool]) {
            self.form = form
            self.isRead = isRead
            self.isActive = isActive
        }
    }

    package enum Form: Sendable {
        /// By calls of functions that have been derived from it. `stored` is nil where it has too many residuals to be kept;
        /// `rerun: (x; dx) → dy` runs it again.
        case derived(stored: Stored?, rerun: Int)
        /// By what its user has written, already split; no part of the linear function is conditional.
        case differential(Linearized)
        /// By `linear: (x, y; dx) → dy`, of which only the transpose is known, from the user.
        case pullback(linear: Int)
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
        /// Whether the guarded form keeps the zeros that stand for arguments that do not vary from infinite factors, too.
        package var guardsConstants = true
        /// By result: the residual that has its extents; none where only numbers are returned.
        package var models: [Int] = []

        package init(_ linear: Function, transpose: Int, guarded: Int, calls: CallRules) {
            residualCount = linear.residuals.count
            self.transpose = transpose
            self.guarded = guarded
            let paths = Paths(linear, calls)
            isReached = linear.parameters.dropFirst(residualCount).map { paths.isReached[$0] }
            isArmZero = linear.results.map { paths.isArmZero[$0] || !paths.isLinear[$0] }
        }

        /// What belongs to a linear function that its user has written, which is not looked into.
        ///
        /// - Parameter models: by result, the residual that has its extents.
        package init(unknown linear: Function, models: [Int], transpose: Int, guarded: Int) {
            self.models = models
            residualCount = linear.residuals.count
            self.transpose = transpose
            self.guarded = guarded
            isReached = Array(repeating: true, count: linear.parameters.count - residualCount)
            isArmZero = Array(repeating: false, count: linear.results.count)
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

    /// Whether the rule of a function comes from its user.
    package func isByUser(_ function: Int) -> Bool {
        switch self[function]?.form {
        case .differential, .pullback: true
        case .derived, nil: false
        }
    }

    /// Whether calls of a function can be differentiated again and again.
    package func isByDifferential(_ function: Int) -> Bool {
        if case .differential? = self[function]?.form { true } else { false }
    }

    package subscript(linear function: Int) -> LinearRule {
        get { linearRules[function]! }
        set {
            while linearRules.count <= function { linearRules.append(nil) }
            linearRules[function] = newValue
        }
    }

    /// What has the extents of `value`, where that is what a call in a linear function returns.
    func model(of value: Value, in linear: Function) -> Value? {
        guard let call = linear.definition(of: value), case .call(let callee, _) = call.op else { return nil }
        let (models, number) = (self[linear: Int(callee)].models, Int(value.index - call.firstResult))
        return number < models.count ? linear.operand(models[number], of: call) : nil
    }
}
