/// A step of an explicit scheme for the temperatures along a rod whose conductivity grows with the temperature. Its left end is held at
/// a temperature, its right end is insulated.
package struct Rod: BitwiseCopyable, Sendable {
    package var temperatures: [10 of Double]

    package init(temperatures: [10 of Double]) {
        self.temperatures = temperatures
    }

    // adgen: pullback(wrt: self, conductivity, growth)
    /// The rod after a step.
    package func step(left: Double, conductivity: Double, growth: Double) -> Rod {
        let t = temperatures
        let flow0 = flow(left, t[0], conductivity, growth)
        let flow1 = flow(t[0], t[1], conductivity, growth)
        let flow2 = flow(t[1], t[2], conductivity, growth)
        let flow3 = flow(t[2], t[3], conductivity, growth)
        let flow4 = flow(t[3], t[4], conductivity, growth)
        let flow5 = flow(t[4], t[5], conductivity, growth)
        let flow6 = flow(t[5], t[6], conductivity, growth)
        let flow7 = flow(t[6], t[7], conductivity, growth)
        let flow8 = flow(t[7], t[8], conductivity, growth)
        let flow9 = flow(t[8], t[9], conductivity, growth)
        var next = self
        next.temperatures[0] += flow0 - flow1
        next.temperatures[1] += flow1 - flow2
        next.temperatures[2] += flow2 - flow3
        next.temperatures[3] += flow3 - flow4
        next.temperatures[4] += flow4 - flow5
        next.temperatures[5] += flow5 - flow6
        next.temperatures[6] += flow6 - flow7
        next.temperatures[7] += flow7 - flow8
        next.temperatures[8] += flow8 - flow9
        next.temperatures[9] += flow9
        return next
    }
}

/// The heat that flows from one cell to the next in a step.
func flow(_ left: Double, _ right: Double, _ conductivity: Double, _ growth: Double) -> Double {
    conductivity * (1 + growth * (left + right)) * (left - right)
}

// adgen: gradient(wrt: rod)
/// How far the mean temperature is from a target, squared.
package func misfit(_ rod: Rod, target: Double) -> Double {
    let t = rod.temperatures
    let sum = t[0] + t[1] + t[2] + t[3] + t[4] + t[5] + t[6] + t[7] + t[8] + t[9]
    let difference = 0.1 * sum - target
    return difference * difference
}
