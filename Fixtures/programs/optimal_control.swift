import Foundation

// Optimal control by direct transcription: what the solver makes zero, and the cost that it makes small.

/// The state of a pendulum at a time, and the torque until the next.
package struct PendulumStage {
    package var angle: Double
    package var speed: Double
    package var torque: Double

    package init(angle: Double, speed: Double, torque: Double) {
        self.angle = angle
        self.speed = speed
        self.torque = torque
    }
}

// adgen: pullback(wrt: stages), jacobian(sparse, wrt: stages), jacobian(wrt: stages)
/// How far a trajectory is from the equations of motion: by the midpoint rule, two numbers for each of five steps. They depend on
/// the ends of their own step only, so the Jacobian is a band.
package func pendulumDefects(_ stages: [6 of PendulumStage], step h: Double) -> [10 of Double] {
    let first = defects(stages[0], stages[1], h)
    let second = defects(stages[1], stages[2], h)
    let third = defects(stages[2], stages[3], h)
    let fourth = defects(stages[3], stages[4], h)
    let fifth = defects(stages[4], stages[5], h)
    return [
        first.angle, first.speed, second.angle, second.speed, third.angle, third.speed, fourth.angle, fourth.speed,
        fifth.angle, fifth.speed,
    ]
}

/// The defects of one step.
func defects(_ stage: PendulumStage, _ next: PendulumStage, _ h: Double) -> (angle: Double, speed: Double) {
    let (middle, mean) = (0.5 * (stage.angle + next.angle), 0.5 * (stage.speed + next.speed))
    return (
        next.angle - stage.angle - h * mean, next.speed - stage.speed - h * (stage.torque - 9.81 * sin(middle) - 0.1 * mean)
    )
}

// adgen: gradient(wrt: stages), hessian(sparse, wrt: stages), hessian(wrt: stages), hvp(wrt: stages)
/// The squared torques, a barrier at a speed of 4, the changes of torque, and the distance of the last stage from the upright.
package func pendulumCost(_ stages: [4 of PendulumStage], weight: Double) -> Double {
    stageCost(stages[0], stages[1]) + stageCost(stages[1], stages[2]) + stageCost(stages[2], stages[3])
        + weight * (1 + cos(stages[3].angle)) * (1 + stages[3].speed * stages[3].speed)
}

func stageCost(_ stage: PendulumStage, _ next: PendulumStage) -> Double {
    let change = next.torque - stage.torque
    return stage.torque * stage.torque + exp(change * change) - log(16 - stage.speed * stage.speed)
}
