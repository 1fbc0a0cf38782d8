import Foundation

/// How far something glides through air that slows it down. The first three steps run again when the gradient is computed, and so does
/// the second of them by itself, and the last.
// adgen: gradient, pullback, store: all
package func glideRange(_ speed: Double, _ angle: Double, drag: Double) -> Double {
    // adgen: checkpoint(begin)
    let first = glideStep(0, speed * cos(angle), drag: drag)
    // adgen: checkpoint
    let second = glideStep(first.distance, first.speed, drag: drag)
    let third = glideStep(second.distance, second.speed, drag: drag)
    // adgen: checkpoint(end)
    let lift = sin(angle) * third.speed  // adgen: recompute
    let loss = exp(-lift * lift)  // adgen: store
    let last = glideStep(third.distance, third.speed + lift, drag: drag)  // adgen: checkpoint
    return last.distance * loss + last.speed
}

private func glideStep(_ distance: Double, _ speed: Double, drag: Double) -> (distance: Double, speed: Double) {
    let slowed = speed * exp(-drag * speed * speed)
    return (distance: distance + 0.1 * (speed + slowed), speed: slowed)
}
