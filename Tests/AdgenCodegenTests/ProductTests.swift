import AdgenCodegen
import AdgenIR
import Testing

@Suite struct ProductTests {
    @Test func gradient() {
        let file = emit(
            signature("f", ["x", "y"]), [.gradient(productGradient(), wrt: [0, 1])],
            lines: ["func f(_ x: Double, _ y: Double) -> Double {", "    let s = sin(y)  // sine", "    return x * s", "}"])
        print(file.string)
        #expect(file.remarks.isEmpty)
    }
}
