/// A planet about a sun in the origin.
package struct Planet {
    /// Where a planet is, or how it moves.
    package struct Point: Equatable {
        package var x: Double
        package var y: Double

        package init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }

        func dot(_ other: Point) -> Double { x * other.x + y * other.y }
    }

    package var position: Point
    package var velocity: Point
    package var mass: Double
    package var name: Int

    package init(position: Point, velocity: Point, mass: Double, name: Int) {
        self.position = position
        self.velocity = velocity
        self.mass = mass
        self.name = name
    }

    // adgen: gradient(wrt: self, sun), pullback(wrt: self, sun), differential(wrt: self, sun)
    /// The kinetic and the potential energy.
    package func energy(about sun: Double, gravity: Double = 1) -> Double {
        let distance = position.dot(position).squareRoot()
        return 0.5 * mass * velocity.dot(velocity) - gravity * sun * mass / distance
    }

    // adgen: gradient
    /// The speed on a circular orbit.
    package static func circularSpeed(about sun: Double, at radius: Double, gravity: Double = 1) -> Double {
        (gravity * sun / radius).squareRoot()
    }
}

extension Planet {
    // adgen: pullback(wrt: self)
    /// The angular momentum and how the distance changes.
    package func motion() -> (spin: Double, approach: Double) {
        let spin = mass * (position.x * velocity.y - position.y * velocity.x)
        return (spin: spin, approach: position.dot(velocity) / position.dot(position).squareRoot())
    }
}
