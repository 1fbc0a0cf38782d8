/// A function that nobody asked to differentiate.
package func half(_ x: Double) -> Double { x / 2 }
