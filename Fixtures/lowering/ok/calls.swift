import Foundation

let gravity = 9.81
let half: Float = 1 / 2
private let circle = 2 * Double.pi
let turns = circle * 3

// adgen: gradient(wrt: y, x), pullback
public func height(from x: Double, at y: Double, unused n: Int) -> Double {
    let drop = fall(y, gravity)
    return square(x) - drop + helper(scale: Float(n) * half) + turns
}

func fall(_ t: Double, _ g: Double) -> Double { g / 2 * square(t) }

func square(_ x: Double) -> Double { x * x }

func helper(scale: Float) -> Double { Double(scale) }

func helper(scale: Double) -> Double { scale * 2 }

// adgen: differential
@inlinable
package func overloaded(_ x: Double) -> Double { helper(scale: x) + helper(scale: Float(x)) }

// A function of the file stands before the library's of the same type.
func log10(_ x: Double) -> Double { x * 10 }

// adgen: gradient
nonisolated func shadowing(_ x: Double, _ f: Float) -> Double { log10(x) + Double(log10(f)) }
