import AdgenDriver
import AdgenSyntax
import Testing

/// Rules for functions of vectors and matrices.
@Suite struct RulesOfVectorsTests {
    private func file(_ text: String) -> SourceFile { SourceFile(path: "rules.swift", text: text) }

    private func rules(slope: String, mean: String, cotangent: String) -> String {
        """
        import AdgenRuntime
        func bent(_ x: Vector<Double>, _ m: Matrix<Double>, _ t: Double) -> (Vector<Double>, Double) {
            (matmul(m, sin(x) * t), m.mean() * t)
        }
        // adgen: differential(of: bent)
        func bentDifferential(
            _ x: Vector<Double>, _ m: Matrix<Double>, _ t: Double, along direction: (x: Vector<Double>, m: Matrix<Double>, t: Double)
        ) -> (value: (Vector<Double>, Double), differential: (Vector<Double>, Double)) {
            let y = sin(x) * t
            let d = \(slope) * direction.x + sin(x) * direction.t
            let mean = direction.m.sum() / Double(direction.m.count)
            return (
                value: (matmul(m, y), \(mean)), differential: (matmul(direction.m, y) + matmul(m, d), mean * t + m.mean() * direction.t)
            )
        }
        // adgen: pullback(of: bent)
        func bentPullback(
            _ x: Vector<Double>, _ m: Matrix<Double>, _ t: Double, value: (Vector<Double>, Double), seed: (Vector<Double>, Double)
        ) -> (x: Vector<Double>, m: Matrix<Double>, t: Double) {
            let y = sin(x) * t
            let yBar = matmul(m, seed.0, transposingA: true)
            let mBar = outer(seed.0, y) + \(cotangent) * t / Double(m.rows * m.columns)
            return (x: yBar * cos(x) * t, m: mBar, t: dot(yBar, sin(x)) + seed.1 * m.mean())
        }
        // adgen: gradient, pullback, differential, hvp
        func used(_ x: Vector<Double>) -> Double { bent(x, outer(x, cos(x)), 0.5).1 }
        // adgen: jacobian, pullback, differential
        func vector(_ x: Vector<Double>, _ t: Double) -> Vector<Double> {
            let (y, mean) = bent(x, outer(x, x), t)
            return t > 5 ? x : bent(y * mean, outer(x, x), 2).0
        }

        """
    }

    /// What is added to a differential may be zero by its form alone.
    @Test(arguments: ["0 * x + 2 * direction", "2 * direction - x * 0", "0 * x + 2 * direction.mean()", "0 * x"])
    func zerosInDifferentials(_ differential: String) throws {
        let value = ["0 * x": "0 * x + 1", "0 * x + 2 * direction.mean()": "0 * x + 2 * x.mean()"][differential] ?? "2 * x"
        let source = file(
            """
            import AdgenRuntime
            func twice(_ x: Vector<Double>) -> Vector<Double> { \(value) }
            // adgen: differential(of: twice)
            func twiceDifferential(
                _ x: Vector<Double>, along direction: Vector<Double>
            ) -> (value: Vector<Double>, differential: Vector<Double>) { (value: twice(x), differential: \(differential)) }
            // adgen: gradient, hvp
            func used(_ x: Vector<Double>) -> Double { dot(twice(x * x), x) }
            """)
        let output = try Driver.check([source])
        #expect(output.diagnostics.map(\.message) == [])
        #expect(output.agrees, "\(output.text)")
        var options = Options()
        options.verifies = true
        #expect(try Driver.transpile([source], options: options).diagnostics.isEmpty)
    }

    @Test func rulesAreChecked() throws {
        let right = (slope: "cos(x) * t", mean: "m.mean() * t", cotangent: "seed.1")
        for (text, agrees) in [
            (rules(slope: right.slope, mean: right.mean, cotangent: right.cotangent), true),
            (rules(slope: "sin(x) * t", mean: right.mean, cotangent: right.cotangent), false),
            (rules(slope: right.slope, mean: "m.mean()", cotangent: right.cotangent), false),
            (rules(slope: right.slope, mean: right.mean, cotangent: "seed.1 * 2"), false),
        ] {
            let source = file(text)
            let output = try Driver.check([source])
            #expect(output.diagnostics.map(\.message) == [])
            #expect(output.agrees == agrees, "\(output.text)")
            var options = Options()
            options.verifies = true
            let transpiled = try Driver.transpile([source], options: options)
            #expect(transpiled.diagnostics.isEmpty && !transpiled.texts.isEmpty)
        }
    }

    /// Whether such a pullback is linear nobody knows: it is called like one with a loop.
    @Test func pullbacksMayPassTheirSeedsOn() throws {
        let text = """
            import AdgenRuntime
            func solved(_ a: Matrix<Double>, _ b: Vector<Double>) -> Vector<Double> {
                var x = b
                for _ in 0..<99 { x = x + b - matmul(a, x) }
                return x
            }
            // adgen: pullback(of: solved)
            func solvedPullback(
                _ a: Matrix<Double>, _ b: Vector<Double>, value: Vector<Double>, seed: Vector<Double>
            ) -> (a: Matrix<Double>, b: Vector<Double>) {
                let bBar = solved(a.transposed(), seed)
                return (a: -outer(bBar, value), b: bBar)
            }
            // adgen: gradient
            func energy(_ a: Matrix<Double>, _ b: Vector<Double>, _ t: Double) -> Double {
                let x = solved(a, b)
                return dot(x, b)ARM
            }

            """
        var options = Options()
        options.verifies = true
        func diagnostics(_ arm: String, _ product: String = "gradient") throws -> [String] {
            let source = text.replacing("ARM", with: arm).replacing("adgen: gradient", with: "adgen: \(product)")
            return try Driver.transpile([file(source)], options: options).diagnostics.map(\.identifier)
        }
        #expect(try diagnostics("") == [])
        #expect(try diagnostics(" + (t > 0 ? x.sum() : t)") == [])
        #expect(try diagnostics(" * 0 + (t > 0 ? x.sum() : t)", "pullback") == [])
        #expect(try diagnostics("", "hvp") == ["reverse-only"])
    }

    /// Nobody runs such a rule but the program itself: that is said, and is no disagreement.
    @Test func whatIsCalledAsItIsIsNotChecked() throws {
        let text = """
            func ratio(_ x: Double, _ y: Double) -> Double { y / x }
            // adgen: pullback(of: ratio)
            func ratioPullback(_ x: Double, _ y: Double, value: Double, seed: Double) -> (x: Double, y: Double) {
                let share = ratio(x, seed)
                return (x: -share * value, y: share)
            }
            // adgen: gradient
            func used(_ x: Double) -> Double { ratio(x, 2) }

            """
        let output = try Driver.check([file(text)])
        #expect(output.diagnostics.isEmpty && output.agrees)
        #expect(output.text.contains("adgen does not look into 'ratioPullback'"), "\(output.text)")
        #expect(output.text.contains("not into the rule"), "\(output.text)")
        // What is done with the seed but passing it on is linear all the same.
        let wrong = text.replacing("y: share", with: "y: share * seed")
        let identifiers = try Driver.transpile([file(wrong)], options: Options()).diagnostics.map(\.identifier)
        #expect(identifiers == ["rule-not-linear"])
    }

    /// A differential that passes its direction on is called as it is where there is a pullback, too.
    @Test func differentialsThatPassOnNeedThePullback() throws {
        let text = """
            import AdgenRuntime
            func solved(_ a: Matrix<Double>, _ b: Vector<Double>) -> Vector<Double> {
                var x = b
                for _ in 0..<99 { x = x + b - matmul(a, x) }
                return x
            }
            // adgen: differential(of: solved)
            ACCESSfunc solvedDifferential(
                _ a: Matrix<Double>, _ b: Vector<Double>, along direction: (a: Matrix<Double>, b: Vector<Double>)
            ) -> (value: Vector<Double>, differential: Vector<Double>) {
                let x = solved(a, b)
                return (value: x, differential: solved(a, direction.b - matmul(direction.a, x)))
            }

            """
        let pullback = """
            // adgen: pullback(of: solved)
            func solvedPullback(
                _ a: Matrix<Double>, _ b: Vector<Double>, value: Vector<Double>, seed: Vector<Double>
            ) -> (a: Matrix<Double>, b: Vector<Double>) {
                let bBar = solved(a.transposed(), seed)
                return (a: -outer(bBar, value), b: bBar)
            }

            """
        let loop = pullback.replacing("let bBar = solved", with: "for _ in 0..<1 {}\n    let bBar = solved")
        let use = """
            // adgen: PRODUCT
            func energy(_ a: Matrix<Double>, _ b: Vector<Double>, _ t: Double) -> Double {
                let x = solved(a, b * t)
                return RESULT
            }

            """
        var options = Options()
        options.verifies = true
        func diagnostics(_ rules: String, _ product: String, returning result: String = "dot(x, b)") throws -> [String] {
            let source = (rules + use).replacing("ACCESS", with: "").replacing("PRODUCT", with: product)
                .replacing("RESULT", with: result)
            return try Driver.transpile([file(source)], options: options).diagnostics.map(\.identifier)
        }
        #expect(try diagnostics(text, "gradient") == ["rule-not-linear"])
        let isPrivate = text.replacing("ACCESS", with: "private ")
        #expect(try diagnostics(isPrivate + pullback, "gradient") == ["rule-not-linear"])
        for product in ["gradient", "differential", "pullback", "hvp", "gradient(workspace)"] {
            #expect(try diagnostics(text + pullback, product) == [])
            // Where neither arm takes it, its cotangent is a zero; a tangent never is.
            let inArms = try diagnostics(text + pullback, product, returning: "t > 0 ? x.sum() : t < -1 ? x[0] : t")
            #expect(inArms == (product == "differential" ? [] : ["leaky-pullback"]), "\(product)")
        }
        #expect(try diagnostics(text + loop, "differential, pullback") == [])
        #expect(try diagnostics(text + loop, "hvp") == ["opaque-pullback"])
    }
}
