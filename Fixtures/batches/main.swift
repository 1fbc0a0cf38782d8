// Compares batches with their functions called point by point; says what differs, then `done`. Compiled together with
// Fixtures/programs/batches.swift and its derivatives.

nonisolated(unsafe) var differences = 0

func compare(_ what: String, _ found: Double, _ expected: Double, tolerance: Double = 1e-12) {
    if found == expected || found.isNaN && expected.isNaN { return }
    if (found - expected).magnitude <= tolerance * max(1, expected.magnitude) { return }
    differences += 1
    if differences < 20 { print("\(what): \(found), not \(expected)") }
}

func isSame(_ what: String, _ found: [Double], _ expected: [Double]) {
    for (index, pair) in zip(found, expected).enumerated() where pair.0.bitPattern != pair.1.bitPattern {
        differences += 1
        if differences < 20 { print("\(what)[\(index)]: \(pair.0), not to the bit \(pair.1)") }
    }
    if found.count != expected.count { print("\(what): \(found.count) numbers, not \(expected.count)") }
}

struct Numbers {
    var state: UInt64

    mutating func next(in range: ClosedRange<Double>) -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + (range.upperBound - range.lowerBound) * Double(state >> 11) * 0x1p-53
    }

    mutating func array(_ count: Int, in range: ClosedRange<Double>) -> [Double] { (0..<count).map { _ in next(in: range) } }
}

func optionPrices(_ count: Int) {
    var numbers = Numbers(state: UInt64(count))
    let spot = numbers.array(count, in: 50...150)
    let strike = numbers.array(count, in: 60...140)
    let rate = numbers.array(count, in: -0.01...0.1)
    let volatility = numbers.array(count, in: 0.05...0.6)
    let maturity = numbers.array(count, in: 0.02...3)
    let isCall = numbers.array(count, in: 0...1).map { $0 < 0.6 }
    func batch(_ range: Range<Int>, threads: Int = 1) -> [[Double]] {
        let batch = optionPriceBatchValueWithGradient(
            spot: Array(spot[range]), strike: Array(strike[range]), rate: Array(rate[range]), volatility: Array(volatility[range]),
            maturity: Array(maturity[range]), isCall: Array(isCall[range]), threads: threads)
        let gradient = batch.gradient
        return [batch.value, gradient.spot, gradient.strike, gradient.rate, gradient.volatility, gradient.maturity]
    }
    let whole = batch(0..<count)
    let values = optionPriceBatchValue(
        spot: spot, strike: strike, rate: rate, volatility: volatility, maturity: maturity, isCall: isCall)
    for index in 0..<count {
        let (value, gradient) = optionPriceValueWithGradient(
            spot: spot[index], strike: strike[index], rate: rate[index], volatility: volatility[index], maturity: maturity[index],
            isCall: isCall[index])
        let expected = [value, gradient.spot, gradient.strike, gradient.rate, gradient.volatility, gradient.maturity]
        for (number, pair) in zip(whole.map { $0[index] }, expected).enumerated() {
            compare("price \(count), \(index), \(number)", pair.0, pair.1, tolerance: 1e-11)
        }
        compare("price alone", values[index], value, tolerance: 1e-11)
    }
    for cut in [count / 3, count / 2] where cut > 0 {
        for (all, parts) in zip(whole, zip(batch(0..<cut), batch(cut..<count))) { isSame("cut at \(cut)", parts.0 + parts.1, all) }
    }
    for threads in [2, 3, 7] { for (all, one) in zip(batch(0..<count, threads: threads), whole) { isSame("threads", all, one) } }
}

func pinhole(_ x: [Double]) -> Pinhole {
    Pinhole(
        rotation: [x[0], x[1], x[2]], center: [x[3], x[4], x[5]], focalLength: x[6], principal: [x[7], x[8]], distortion: [x[9], x[10]])
}

func observations(_ count: Int) {
    var numbers = Numbers(state: UInt64(count) + 7)
    // By leaf.
    let ranges: [ClosedRange<Double>] =
        Array(repeating: -0.4...0.4, count: 3) + Array(repeating: -1...1, count: 3) + [300...500, -5...5, -5...5, -0.1...0.1, -0.01...0.01]
        + [-2...2, -2...2, 5...9, 0.5...2, -40...40, -40...40]
    var x = ranges.map { numbers.array(count, in: $0) }
    // No rotation: a choice with 0/0 in the path not taken.
    for index in stride(from: 0, to: count, by: 3) { for leaf in 0..<3 { x[leaf][index] = 0 } }
    let batch = observationBatchValueWithJacobian(
        camera: (
            rotation: [x[0], x[1], x[2]], center: [x[3], x[4], x[5]], focalLength: x[6], principal: [x[7], x[8]], distortion: [x[9], x[10]]
        ), point: [x[11], x[12], x[13]], weight: x[14], feature: [x[15], x[16]], threads: 2)
    for index in 0..<count {
        let p = x.map { $0[index] }
        let single = observationValueWithJacobian(
            camera: pinhole(p), point: [p[11], p[12], p[13]], weight: p[14], feature: [p[15], p[16]])
        compare("x", batch.value.x[index], single.value.x)
        compare("y", batch.value.y[index], single.value.y)
        for row in 0..<2 {
            for column in 0..<15 {
                compare("entry \(row), \(column)", batch.jacobian[row][column][index], single.jacobian[row][column], tolerance: 1e-11)
            }
        }
    }

    // Into results that are there, too few, as many, and in use elsewhere.
    var again = batch
    for part in [0..<count / 2, 0..<count] {
        func cut(_ leaf: Int) -> [Double] { Array(x[leaf][part]) }
        observationBatchValueWithJacobian(
            camera: (
                rotation: [cut(0), cut(1), cut(2)], center: [cut(3), cut(4), cut(5)], focalLength: cut(6), principal: [cut(7), cut(8)],
                distortion: [cut(9), cut(10)]
            ), point: [cut(11), cut(12), cut(13)], weight: cut(14), feature: [cut(15), cut(16)], into: &again)
        isSame("into", again.value.y, Array(batch.value.y[part]))
        isSame("into", again.jacobian[1][14], Array(batch.jacobian[1][14][part]))
    }

    let camera = pinhole([0.1, -0.2, 0.3, 0.5, -0.5, 0.1, 400, 1, 2, 0.05, -0.01])
    func misfits(_ range: Range<Int>, threads: Int = 1) -> (weights: [Double], camera: [Double]) {
        let batch = misfitBatchValueWithGradient(
            camera: camera, point: [Array(x[11][range]), Array(x[12][range]), Array(x[13][range])], weight: Array(x[14][range]),
            feature: [Array(x[15][range]), Array(x[16][range])], threads: threads)
        let bar = batch.gradient.camera
        let leaves = [
            bar.rotation[0], bar.rotation[1], bar.rotation[2], bar.center[0], bar.center[1], bar.center[2], bar.focalLength,
            bar.principal[0], bar.principal[1], bar.distortion[0], bar.distortion[1],
        ]
        return (batch.gradient.weight, leaves)
    }
    let whole = misfits(0..<count)
    for threads in [2, 5] {
        isSame("threads, sums", misfits(0..<count, threads: threads).camera, whole.camera)
        isSame("threads, weights", misfits(0..<count, threads: threads).weights, whole.weights)
    }
    // See Note [Sums over a batch].
    let terms = (0..<count).map { misfits($0..<$0 + 1).camera }
    for leaf in 0..<11 {
        func block(_ start: Int) -> Double {
            var partials = [Double](repeating: 0, count: 8)
            for index in start * 256..<min(count, start * 256 + 256) { partials[index % 8] += terms[index][leaf] }
            let four = (0..<4).map { partials[$0] + partials[$0 + 4] }
            return (four[0] + four[2]) + (four[1] + four[3])
        }
        func total(_ blocks: Range<Int>) -> Double {
            if blocks.count == 1 { return block(blocks.lowerBound) }
            let middle = blocks.lowerBound + (blocks.count + 1) / 2
            return total(blocks.lowerBound..<middle) + total(middle..<blocks.upperBound)
        }
        isSame("sum \(leaf) of \(count)", [whole.camera[leaf]], [count == 0 ? 0 : total(0..<(count + 255) / 256)])
    }
    for (index, weight) in whole.weights.enumerated() {
        let single = misfitValueWithGradient(
            camera: camera, point: [x[11][index], x[12][index], x[13][index]], weight: x[14][index],
            feature: [x[15][index], x[16][index]])
        compare("weight", weight, single.gradient.weight, tolerance: 1e-11)
        compare("focal length", terms[index][6], single.gradient.camera.focalLength, tolerance: 1e-10)
    }
}

func potentials(_ count: Int) {
    var numbers = Numbers(state: UInt64(count) + 1)
    let (dx, dy, dz) = (numbers.array(count, in: 0.7...2), numbers.array(count, in: -1...1), numbers.array(count, in: -1...1))
    let batch = pairPotentialBatchValueWithGradient(dx: dx, dy: dy, dz: dz, epsilon: 0.9, sigma: 0.8)
    var sums = (epsilon: 0.0, sigma: 0.0)
    for index in 0..<count {
        let (value, gradient) = pairPotentialValueWithGradient(dx: dx[index], dy: dy[index], dz: dz[index], epsilon: 0.9, sigma: 0.8)
        compare("energy", batch.value[index], value)
        compare("force", batch.gradient.dx[index], gradient.dx)
        compare("force", batch.gradient.dz[index], gradient.dz)
        sums = (sums.epsilon + gradient.epsilon, sums.sigma + gradient.sigma)
    }
    compare("sum by epsilon", batch.gradient.epsilon, sums.epsilon, tolerance: 1e-9)
    compare("sum by sigma", batch.gradient.sigma, sums.sigma, tolerance: 1e-9)
}

func pathsNotTaken(_ count: Int) {
    let special: [Double] = [0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 1e-300, -3, 0.25]
    let x = (0..<count).map { special[$0 % special.count] }
    let y = (0..<count).map { special[$0 / special.count % special.count] }
    let isWanted = (0..<count).map { $0 % 2 == 0 }
    for degree in 0...2 {
        for isRectified in [false, true] {
            let batch = choicesBatchValueWithGradient(
                x: x, y: y, scale: 1.5, degree: degree, isRectified: isRectified, isWanted: isWanted)
            var sum = 0.0
            for index in 0..<count {
                let (value, gradient) = choicesValueWithGradient(
                    x: x[index], y: y[index], scale: 1.5, degree: degree, isRectified: isRectified, isWanted: isWanted[index])
                let what = "\(degree), \(isRectified), x \(x[index]), y \(y[index])"
                compare("value at \(what)", batch.value[index], value)
                compare("x at \(what)", batch.gradient.x[index], gradient.x)
                compare("y at \(what)", batch.gradient.y[index], gradient.y)
                sum += gradient.scale
            }
            compare("scale", batch.gradient.scale, sum, tolerance: 1e-9)
        }
    }
}

func floats(_ count: Int) {
    var numbers = Numbers(state: UInt64(count) + 3)
    let (x, y) = (numbers.array(count, in: -30...30).map(Float.init), numbers.array(count, in: -30...30).map(Float.init))
    let batch = softStepBatchValueWithGradient(x: x, y: y, slope: 1.5)
    for index in 0..<count {
        let (value, gradient) = softStepValueWithGradient(x: x[index], y: y[index], slope: 1.5)
        compare("step", Double(batch.value[index]), Double(value), tolerance: 1e-6)
        compare("step by x", Double(batch.gradient.x[index]), Double(gradient.x), tolerance: 1e-6)
        compare("step by y", Double(batch.gradient.y[index]), Double(gradient.y), tolerance: 1e-6)
    }
    isSame(
        "slope", [Double(softStepBatchValueWithGradient(x: x, y: y, slope: 1.5, threads: 4).gradient.slope)], [Double(batch.gradient.slope)]
    )
}

func everyFunction(_ count: Int) {
    var numbers = Numbers(state: UInt64(count) + 9)
    let (x, y) = (numbers.array(count, in: 0.1...0.9), numbers.array(count, in: 0.2...0.9))
    let batch = everyLaneBatchValueWithGradient(x: x, y: y)
    let (singleX, singleY) = (x.map(Float.init), y.map(Float.init))
    let singles = everySingleLaneBatchValueWithGradient(x: singleX, y: singleY)
    for index in 0..<count {
        let (value, gradient) = everyLaneValueWithGradient(x: x[index], y: y[index])
        compare("every function", batch.value[index], value)
        compare("every function by x", batch.gradient.x[index], gradient.x)
        compare("every function by y", batch.gradient.y[index], gradient.y)
        let single = everySingleLaneValueWithGradient(x: singleX[index], y: singleY[index])
        compare("every function of Floats", Double(singles.value[index]), Double(single.value), tolerance: 1e-6)
        compare("every function of Floats by x", Double(singles.gradient.x[index]), Double(single.gradient.x), tolerance: 1e-5)
        compare("every function of Floats by y", Double(singles.gradient.y[index]), Double(single.gradient.y), tolerance: 1e-5)
    }
}

for count in [0, 1, 7, 8, 9, 15, 16, 17, 255, 256, 257, 1_000] {
    optionPrices(count)
    observations(count)
    potentials(count)
    pathsNotTaken(count)
    floats(count)
    everyFunction(count)
}
print("done")
