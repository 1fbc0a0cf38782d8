import Foundation

// adgen: gradient, pullback, differential
/// Emitted code has the access and the attributes of its function.
@inlinable
public func springEnergy(stretch x: Double, _ stiffness: Double) -> Double {
    0.5 * stiffness * x * x
}

// adgen: gradient
@discardableResult
nonisolated func unlabelled(_ x: Double, by y: Double) -> Double {
    x * exp(-y)
}

/// A damper whose rate only its module reads: what reads it, inlined, cannot be inlined further.
public struct Damper: Sendable {
    var rate: Double
    /// A damper.
    public init(rate: Double) { self.rate = rate }
    /// What it takes at a speed.
    public func loss(_ speed: Double) -> Double { rate * speed * speed }
}

// adgen: gradient(wrt: speed)
/// The loss times the speed.
@inlinable
public func dampedPower(_ damper: Damper, speed: Double) -> Double {
    damper.loss(speed) * speed
}

/// A lever whose length inlined code reads.
public struct Lever: Sendable {
    @usableFromInline var length: Double
    @usableFromInline init(length: Double) { self.length = length }
}

// adgen: gradient
/// The force times the length.
@inlinable
public func torque(_ lever: Lever, force: Double) -> Double {
    lever.length * force
}
