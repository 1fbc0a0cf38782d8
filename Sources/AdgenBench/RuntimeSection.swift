import AdgenRuntime
import Foundation

/// Times of the runtime's kernels. Built with `-Xswiftc -target-cpu -Xswiftc native --traits FusedMultiplyAdd` they are those of this
/// machine's best instructions, else those of the platform's least.
func showRuntime() throws {
    guard isOptimized else { return showDebugGoals() }
    try showKernelGoals()
    showTensorGoals()
    showElementaryFunctions()
    showMatrixProducts()
}

/// The best of many rounds, in seconds for one call.
private func fastest(_ work: () -> Void) -> Double {
    var count = 1
    while seconds({ for _ in 0..<count { work() } }) < 0.002 { count *= 2 }
    return (0..<25).map { _ in seconds { for _ in 0..<count { work() } } / Double(count) }.min() ?? .nan
}

private func showElementaryFunctions() {
    var table = Table(
        "elementary functions over 4,096 numbers, nanoseconds each",
        columns: ["function", "Double", "libm", "libm/Double", "Float", "libm", "libm/Float"])
    for function in ElementaryFunction.allCases {
        let x = arguments(of: function)
        let floats = x.map(Float.init)
        let (doubles, singles) = function.libm
        let times = [
            nanoseconds(x) { evaluate(function, $0, into: $1) },
            nanoseconds(x) { for index in $0.indices { $1[index] = doubles($0[index]) } },
            nanoseconds(floats) { evaluate(function, $0, into: $1) },
            nanoseconds(floats) { for index in $0.indices { $1[index] = singles($0[index]) } },
        ]
        table.add([
            function.rawValue, shown(times[0]), shown(times[1]), shown(times[1] / times[0]), shown(times[2]), shown(times[3]),
            shown(times[3] / times[2]),
        ])
    }
    table.show()
}

/// Nanoseconds for each number of a loop from one buffer to another.
private func nanoseconds<Scalar: VectorScalar>(
    _ x: [Scalar], _ work: (UnsafeBufferPointer<Scalar>, UnsafeMutableBufferPointer<Scalar>) -> Void
) -> Double {
    var y = x
    return x.withUnsafeBufferPointer { from in
        y.withUnsafeMutableBufferPointer { to in fastest { work(from, to) } / Double(from.count) * 1e9 }
    }
}

/// Spread evenly, but in no order, over where the function is used.
func arguments(of function: ElementaryFunction) -> [Double] {
    let range: ClosedRange<Double> =
        switch function {
        case .log, .sqrt: 0.001...100
        case .log1p: -0.9...50
        default: -10...10
        }
    return (0..<4_096).map { range.lowerBound + (range.upperBound - range.lowerBound) * Double($0 * 1_337 % 4_096) / 4_096 }
}

extension ElementaryFunction {
    /// The function of the C library, or what one would write with it.
    var libm: (doubles: (Double) -> Double, singles: (Float) -> Float) {
        switch self {
        case .exp: ({ Foundation.exp($0) }, { Foundation.exp($0) })
        case .expm1: ({ Foundation.expm1($0) }, { Foundation.expm1($0) })
        case .log: ({ Foundation.log($0) }, { Foundation.log($0) })
        case .log1p: ({ Foundation.log1p($0) }, { Foundation.log1p($0) })
        case .sin: ({ Foundation.sin($0) }, { Foundation.sin($0) })
        case .cos: ({ Foundation.cos($0) }, { Foundation.cos($0) })
        case .tan: ({ Foundation.tan($0) }, { Foundation.tan($0) })
        case .tanh: ({ Foundation.tanh($0) }, { Foundation.tanh($0) })
        case .sigmoid: ({ 1 / (1 + Foundation.exp(-$0)) }, { 1 / (1 + Foundation.exp(-$0)) })
        case .softplus:
            ({ max($0, 0) + Foundation.log1p(Foundation.exp(-abs($0))) }, { max($0, 0) + Foundation.log1p(Foundation.exp(-abs($0))) })
        case .erf: ({ Foundation.erf($0) }, { Foundation.erf($0) })
        case .cbrt: ({ Foundation.cbrt($0) }, { Foundation.cbrt($0) })
        case .sqrt: ({ $0.squareRoot() }, { $0.squareRoot() })
        }
    }
}

private func showMatrixProducts() {
    var table = Table("matrix product a · b, GFLOP/s", columns: ["size", "Double", "aᵀ · b", "a · bᵀ", "Float"])
    for size in [8, 32, 64, 128, 512] {
        let (doubles, floats) = (square(Double.self, size), square(Float.self, size))
        table.add([
            "\(size)", shown(speed(doubles), digits: 1), shown(speed(doubles, transposingA: true), digits: 1),
            shown(speed(doubles, transposingB: true), digits: 1), shown(speed(floats), digits: 1),
        ])
    }
    table.show()
}

private func square<Scalar: VectorScalar>(_ type: Scalar.Type, _ size: Int) -> Matrix<Scalar> {
    Matrix(rows: size, columns: size, elements: (0..<size * size).map { Scalar($0 % 101) / 101 - 0.5 })
}

private func speed<Scalar: VectorScalar>(_ a: Matrix<Scalar>, transposingA: Bool = false, transposingB: Bool = false) -> Double {
    var result = a
    let product = MatrixProduct(
        a.unsafeBaseAddress, transposingA: transposingA, a.unsafeBaseAddress, transposingB: transposingB, rows: a.rows, columns: a.rows,
        inner: a.rows)
    var scratch = [Scalar](repeating: 0, count: product.scratchCount)
    let target = result.unsafeMutableBaseAddress
    let time = scratch.withUnsafeMutableBufferPointer { scratch in
        fastest { if let base = scratch.baseAddress { product.multiply(into: target, scratch: base) } }
    }
    withExtendedLifetime((a, result)) {}
    return 2 * Double(a.rows * a.rows * a.rows) / time * 1e-9
}
