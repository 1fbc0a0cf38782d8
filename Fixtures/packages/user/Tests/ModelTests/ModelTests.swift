import Model
import Testing

@Test func theGradientVanishesAtThePerfectFit() {
    let (value, gradient) = decayLossValueWithGradient(amplitude: 2, rate: 0, time: 1, measured: 2)
    #expect(value == 0)
    #expect(gradient == (amplitude: 0, rate: 0))
}

@Test func theGradientIsTheClosedForm() {
    let gradient = decayLossGradient(amplitude: 3, rate: 0, time: 2, measured: 1)
    #expect(gradient == (amplitude: 4, rate: -24))
}
