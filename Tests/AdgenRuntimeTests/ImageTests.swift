import AdgenRuntime
import Testing

/// Convolution and pooling against their definitions.
@Suite struct ImageTests {
    struct Case: Sendable {
        var channels, kernels, height, width: Int
        var window: Window
    }

    static let cases = [
        Case(channels: 1, kernels: 1, height: 3, width: 4, window: Window(height: 2, width: 2)),
        Case(channels: 2, kernels: 3, height: 5, width: 7, window: Window(height: 3, width: 3, padding: 1)),
        Case(channels: 3, kernels: 2, height: 8, width: 6, window: Window(height: 3, width: 2, stride: 2)),
        Case(channels: 1, kernels: 2, height: 4, width: 4, window: Window(height: 3, width: 3, stride: 3, padding: 2)),
        Case(channels: 2, kernels: 1, height: 1, width: 1, window: Window(height: 5, width: 5, padding: 2)),
    ]

    @Test(arguments: cases) func convolutionIsItsDefinition(_ test: Case) {
        let (image, kernels) = (self.image(test), self.kernels(test))
        let window = test.window
        let places = window.places(height: test.height, width: test.width)
        let result = conv2d(image, kernels, height: test.height, width: test.width, window: window)
        #expect(result.rows == test.kernels && result.columns == places.height * places.width)
        for kernel in 0..<test.kernels {
            for place in 0..<places.height * places.width {
                let (y, x) = (place / places.width * window.stride - window.padding, place % places.width * window.stride - window.padding)
                var sum = 0.0
                for channel in 0..<test.channels {
                    for i in 0..<window.height {
                        for j in 0..<window.width where (0..<test.height).contains(y + i) && (0..<test.width).contains(x + j) {
                            let weight = kernels[kernel, (channel * window.height + i) * window.width + j]
                            sum += weight * image[channel, (y + i) * test.width + x + j]
                        }
                    }
                }
                #expect(Swift.abs(result[kernel, place] - sum) <= 1e-14)
            }
        }
    }

    /// ⟨patches(x), p⟩ = ⟨x, imageFromPatches(p)⟩.
    @Test(arguments: cases) func patchesAndTheirTransposeAgree(_ test: Case) {
        let image = image(test)
        let seen = patches(image, height: test.height, width: test.width, window: test.window)
        let other: Matrix<Double> = KernelTests.matrix(seen.rows, seen.columns, seed: 9)
        let back = imageFromPatches(other, channels: test.channels, height: test.height, width: test.width, window: test.window)
        #expect(Swift.abs((seen * other).sum() - (image * back).sum()) <= 1e-13)
    }

    @Test func pooling() {
        let image: Matrix<Double> = [[1, 2, 3, 4, 5, 6, 7, 8], [8, 7, 6, 5, 4, 3, 2, 1]]
        let window = Window(height: 2, width: 2, stride: 2)
        #expect(maxPool(image, height: 2, width: 4, window: window) == [[6, 8], [8, 6]])
        #expect(averagePool(image, height: 2, width: 4, window: window) == [[3.5, 5.5], [5.5, 3.5]])
        let overlapping = Window(height: 1, width: 3)
        #expect(maxPool(image, height: 2, width: 4, window: overlapping) == [[3, 4, 7, 8], [8, 7, 4, 3]])
        var broken = image
        broken[0, 5] = .nan
        #expect(maxPool(broken, height: 2, width: 4, window: window)[0, 0].isNaN)
    }

    private func image(_ test: Case) -> Matrix<Double> { KernelTests.matrix(test.channels, test.height * test.width, seed: 5) }

    private func kernels(_ test: Case) -> Matrix<Double> {
        KernelTests.matrix(test.kernels, test.channels * test.window.height * test.window.width, seed: 6)
    }
}
