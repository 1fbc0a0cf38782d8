import Foundation

/// The horizontal position of the hand; the elbow's angle is counted from the upper arm.
func handX(shoulder: Double, elbow: Double, upper: Double, lower: Double) -> Double {
    upper * cos(shoulder) + lower * cos(shoulder + elbow)
}

/// The vertical position of the hand.
func handY(shoulder: Double, elbow: Double, upper: Double, lower: Double) -> Double {
    upper * sin(shoulder) + lower * sin(shoulder + elbow)
}

/// Where the hand is.
// adgen: jacobian(wrt: shoulder, elbow)
package func hand(shoulder: Double, elbow: Double, upper: Double, lower: Double) -> (x: Double, y: Double) {
    (
        handX(shoulder: shoulder, elbow: elbow, upper: upper, lower: lower),
        handY(shoulder: shoulder, elbow: elbow, upper: upper, lower: lower)
    )
}

/// Half the squared distance of the hand to a target, with a small price for bending the elbow.
// adgen: gradient(wrt: shoulder, elbow), pullback(wrt: shoulder, elbow, upper, lower), differential(wrt: shoulder, elbow)
package func reachCost(
    shoulder: Double, elbow: Double, upper: Double, lower: Double, targetX: Double, targetY: Double
) -> Double {
    let dx = handX(shoulder: shoulder, elbow: elbow, upper: upper, lower: lower) - targetX
    let dy = handY(shoulder: shoulder, elbow: elbow, upper: upper, lower: lower) - targetY
    return (dx * dx + dy * dy) / 2 + 1e-3 * elbow * elbow
}

// adgen: gradient(wrt: shoulderRate, elbowRate, elbow)
/// Kinetic energy of two slender rods of the given masses.
package func kineticEnergy(
    elbow: Double, shoulderRate: Double, elbowRate: Double,
    upper: Double, lower: Double, upperMass: Double, lowerMass: Double
) -> Double {
    let handRate = shoulderRate + elbowRate
    let first = (upperMass / 3 + lowerMass) * upper * upper * shoulderRate * shoulderRate
    let second = lowerMass / 3 * lower * lower * handRate * handRate
    let coupling = lowerMass * upper * lower * cos(elbow) * shoulderRate * handRate
    return 0.5 * (first + second + coupling)
}
