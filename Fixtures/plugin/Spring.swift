/// A function that the build differentiates.
// adgen: gradient
package func springEnergy(stiffness: Double, stretch: Double) -> Double {
    0.5 * stiffness * stretch * stretch
}
