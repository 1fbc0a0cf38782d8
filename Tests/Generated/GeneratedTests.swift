import FixturePlugin
import Testing

/// The target FixturePlugin is differentiated by the build, as a user's target is.
@Suite struct GeneratedTests {
    @Test func theGradientIsThere() {
        let (value, gradient) = springEnergyValueWithGradient(stiffness: 4, stretch: 0.5)
        #expect(value == springEnergy(stiffness: 4, stretch: 0.5))
        #expect(gradient == (stiffness: 0.125, stretch: 2))
        #expect(springEnergyGradient(stiffness: 4, stretch: 0.5) == gradient)
    }

    @Test func functionsWithoutDirectiveAreLeftAlone() {
        #expect(half(3) == 1.5)
    }
}
