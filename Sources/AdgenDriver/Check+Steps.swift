import AdgenIR

// Functions that round go up in steps. Differences across many of them tell the slope of the whole staircase, which is no derivative:
// where those too short to meet a step tell another, they have the last word.
extension Checker {
    /// What differences say of `derivative`.
    func judged(
        _ derivative: Double, tolerance: Double, at x: Double, _ function: (Double) -> Double?
    ) -> Check.Judgement {
        let difference = CentralDifference(at: x, of: function)
        let verdict = verdict(derivative, difference, tolerance: tolerance)
        let judgement = Check.Judgement(difference: difference, verdict: verdict)
        guard rounds else { return judgement }
        switch LocalDifference(at: x, of: function) {
        case .slope(let local):
            guard let difference else { return judgement }
            let isOther = (local.derivative - difference.derivative).magnitude > 4 * (local.error + difference.error)
            guard isOther else { return judgement }
            return Check.Judgement(difference: local, verdict: self.verdict(derivative, local, tolerance: tolerance), isNear: true)
        case .jump: return Check.Judgement(difference: nil, verdict: .jumps, isNear: true)
        case nil: return judgement
        }
    }
}

/// What values very near a point say.
enum LocalDifference {
    /// The same slope over two lengths.
    case slope(CentralDifference)
    /// The values on both sides come no nearer to each other.
    case jump

    init?(at x: Double, of function: (Double) -> Double?) {
        let scale = max(x.magnitude, 0x1p-10)
        var last: (high: Double, low: Double, slope: Double, noise: Double)?
        var jumps = 0
        for exponent in stride(from: -16, through: -40, by: -4) {
            let step = scale * Double(sign: .plus, exponent: exponent, significand: 1.37)
            let (above, below) = (x + step, x - step)
            guard let high = function(above), let low = function(below), high.isFinite, low.isFinite else { return nil }
            let size = max(high.magnitude, low.magnitude)
            let slope = (high - low) / (above - below)
            let noise = 64 * Double.ulpOfOne * size / step
            if let last {
                if (slope - last.slope).magnitude <= noise + last.noise {
                    self = .slope(CentralDifference(derivative: last.slope, error: last.noise))
                    return
                }
                let gap = (high - low).magnitude
                let isJump =
                    max((high - last.high).magnitude, (low - last.low).magnitude) <= gap / 8 && gap > 0x1p12 * Double.ulpOfOne * size
                jumps = isJump ? jumps + 1 : 0
                if jumps == 3 {
                    self = .jump
                    return
                }
            }
            last = (high, low, slope, noise)
        }
        return nil
    }
}

extension Program {
    /// Whether `function`, or what it calls, has something that is constant for differentiation alone.
    func holds(_ function: Function) -> Bool {
        withCallees(function).contains { $0.instructions.contains { $0.op == .withoutDerivative } }
    }

    /// Whether `function`, or what it calls, rounds.
    func rounds(_ function: Function) -> Bool {
        withCallees(function).contains { function in
            function.instructions.contains { instruction in
                switch instruction.op {
                case .round, .fmod, .remainder: true
                case .convert(.int): true
                default: false
                }
            }
        }
    }
}
