#if os(macOS) || os(Linux)
    import AdgenRuntime
    import Testing

    /// What the program says before it stops for a wrong shape.
    @Suite struct MessageTests {
        @Test func sumOfDifferentLengths() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Vector<Double>.zeros(3) + Vector<Double>.zeros(4)
            }
            expect(result, says: "a + b: a has 3 elements, b has 4 elements")
        }

        @Test func productOfWrongShapes() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = matmul(Matrix<Double>.zeros(3, 4), Matrix<Double>.zeros(3, 4), transposingB: false)
            }
            expect(result, says: "matmul(a, b): a is 3×4, b is 3×4; the columns of a (4) must be as many as the rows of b (3)")
        }

        @Test func rowsOfDifferentLengths() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Matrix<Double>([[1, 2], [3]])
            }
            expect(result, says: "Matrix: row 1 has 1 elements, row 0 has 2")
        }

        @Test func broadcastOfAWrongLength() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = Matrix<Float>.zeros(2, 3) + Vector<Float>.zeros(2)
            }
            expect(result, says: "a + b: a is 2×3, b has 2 elements; it needs one for each column of a")
        }

        @Test func kernelsForOtherChannels() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = conv2d(
                    Matrix<Double>.zeros(2, 12), Matrix<Double>.zeros(1, 9), height: 3, width: 4, window: Window(height: 3, width: 3))
            }
            expect(result, says: "image has 2 channels and the window 3×3: a kernel has 18 numbers")
        }

        @Test func destinationOfAnotherShape() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                var product = Matrix<Double>.zeros(2, 2)
                matmul(Matrix<Double>.zeros(3, 4), Matrix<Double>.zeros(4, 2), into: &product)
            }
            expect(result, says: "matmul(a, b, into: c): the result is 3×2, its destination 2×2")
        }

        private func expect(_ result: ExitTest.Result?, says message: String) {
            let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
            #expect(text.contains(message), "\(text)")
        }
    }
#endif
