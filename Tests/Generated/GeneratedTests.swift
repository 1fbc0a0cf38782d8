import FixturePlugin
import Testing

@Suite struct GeneratedTests {
    @Test func functionsWithoutDirectiveAreLeftAlone() {
        #expect(half(3) == 1.5)
    }
}
