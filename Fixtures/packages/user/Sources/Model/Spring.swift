/// A point of the plane.
public struct Place {
    /// To the right.
    public var x: Double
    /// Upwards.
    public var y: Double

    /// A place by its coordinates.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    // adgen: pullback(wrt: self, factor), differential(wrt: self, factor)
    /// Moves it away from the origin; returns how far it was.
    public mutating func stretch(by factor: Float) -> Float {
        let length = Float(x * x + y * y)
        x *= Double(factor)
        y *= Double(factor)
        return length
    }
}

// adgen: gradient, pullback, differential, hvp, derivatives(order: 2, wrt: stiffness)
/// The energy of a spring between the origin and a place.
public func spring(_ place: Place, stiffness: Double) -> Double {
    let square = place.x * place.x + place.y * place.y
    return stiffness * square * square / 4
}

// adgen: gradient, differential
/// The square of the sum of the first two.
public func squaredSum(of numbers: [Double], scale: Float) -> Double {
    let sum = numbers[0] + Double(scale) * numbers[1]
    return sum * sum
}
