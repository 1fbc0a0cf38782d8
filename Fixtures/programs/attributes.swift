import Foundation

// adgen: gradient, pullback, differential
/// Emitted code has the access and the attributes of its function.
@inlinable
public func springEnergy(stretch x: Double, _ stiffness: Double) -> Double {
    0.5 * stiffness * x * x
}

// adgen: gradient
nonisolated func unlabelled(_ x: Double, by y: Double) -> Double {
    x * exp(-y)
}
