import Foundation

/// A pendulum on a rod, with its number among others.
package struct Pendulum {
    package var angle: Double
    package var velocity: Double
    package var length: Double
    package let number: Int

    package init(angle: Double, velocity: Double, length: Double, number: Int) {
        self.angle = angle
        self.velocity = velocity
        self.length = length
        self.number = number
    }

    /// The angular acceleration.
    var pull: Double { -9.81 / length * sin(angle) }

    // adgen: gradient(wrt: self)
    /// The energy for each unit of mass.
    package func energy() -> Double {
        0.5 * length * length * velocity * velocity + 9.81 * length * (1 - cos(angle))
    }

    // adgen: pullback(wrt: self, h), differential(wrt: self, h)
    /// One step of the leapfrog integrator.
    package mutating func step(by h: Double = 0.01) {
        velocity += 0.5 * h * pull
        angle += h * velocity
        velocity += 0.5 * h * pull
    }

    // adgen: gradient(wrt: self, h)
    /// Where the pendulum is after three steps; they are taken back.
    package func angleAfterThreeSteps(by h: Double) -> Double {
        var copy = self
        copy.step(by: h)
        copy.step(by: h)
        copy.step(by: h)
        return copy.angle
    }
}
