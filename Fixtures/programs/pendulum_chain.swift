import Foundation

// adgen: pullback
/// The angular acceleration of a pendulum that springs tie to its neighbours.
package func tiedPendulumAcceleration(left: Double, angle: Double, right: Double) -> Double {
    0.5 * (left - 2 * angle + right) - 9.81 * sin(angle)
}

/// Pendulums in a row, each tied to its neighbours, the ends to walls; and how a quantity changes with them.
///
/// The loops are written by hand, what they do to one pendulum is what adgen emits. Everything happens in place, for
/// `checkpointedSteps(count:snapshots:reusing:…)`.
package struct PendulumChain: Equatable, Sendable {
    package var angles: [Double]
    package var velocities: [Double]

    package typealias Tape = [TiedPendulumAccelerationTape]

    package init(angles: [Double], velocities: [Double]) {
        self.angles = angles
        self.velocities = velocities
    }

    /// One step of the symplectic Euler method.
    package mutating func step(by h: Double) {
        var left = 0.0
        for index in angles.indices {
            let angle = angles[index]
            let right = index + 1 < angles.count ? angles[index + 1] : 0
            velocities[index] += h * tiedPendulumAcceleration(left: left, angle: angle, right: right)
            left = angle
        }
        for index in angles.indices { angles[index] += h * velocities[index] }
    }

    /// The same, and what `pullBack` needs to know of the step.
    package mutating func step(by h: Double, recordingIn tape: inout Tape) {
        tape.removeAll(keepingCapacity: true)
        tape.reserveCapacity(angles.count)
        var left = 0.0
        for index in angles.indices {
            let angle = angles[index]
            let right = index + 1 < angles.count ? angles[index + 1] : 0
            let acceleration = tiedPendulumAccelerationValueWithTape(left: left, angle: angle, right: right)
            velocities[index] += h * acceleration.value
            tape.append(acceleration.tape)
            left = angle
        }
        for index in angles.indices { angles[index] += h * velocities[index] }
    }

    /// Makes the derivative with respect to the chain before a step of that with respect to the chain after it.
    package mutating func pullBack(_ tape: Tape, by h: Double) {
        for index in angles.indices { velocities[index] += h * angles[index] }
        for index in angles.indices {
            let bars = tiedPendulumAccelerationPullback(tape[index], seed: h * velocities[index])
            if index > 0 { angles[index - 1] += bars.left }
            angles[index] += bars.angle
            if index + 1 < angles.count { angles[index + 1] += bars.right }
        }
    }
}
