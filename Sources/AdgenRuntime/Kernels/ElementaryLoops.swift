/// A function of one number that the runtime has a loop for.
public enum ElementaryFunction: String, CaseIterable, Sendable {
    /// e^x and e^x - 1, accurate near 0.
    case exp, expm1
    /// The natural logarithm, and that of 1 + x, accurate near 0.
    case log, log1p
    /// Of angles in radians.
    case sin, cos, tan
    /// The hyperbolic tangent.
    case tanh
    /// 1/(1 + e^-x).
    case sigmoid
    /// log(1 + e^x).
    case softplus
    /// The error function.
    case erf
    /// The cube root and the square root.
    case cbrt, sqrt
}

/// Writes `function` of each number of `x` to `result`.
///
/// Built without optimization it calls libm for each number; results may then differ in the last digits.
///
/// - Parameters:
///   - function: The function.
///   - x: The arguments.
///   - result: As long as `x`; it may be the same memory, but must not overlap it otherwise.
public func evaluate<Scalar: VectorScalar>(
    _ function: ElementaryFunction, _ x: UnsafeBufferPointer<Scalar>, into result: UnsafeMutableBufferPointer<Scalar>
) {
    precondition(x.count == result.count, "evaluate: \(x.count) arguments, but room for \(result.count) results")
    guard let from = x.baseAddress, let to = result.baseAddress else { return }
    Scalar._evaluate(function, from, to, x.count)
}

extension Double: VectorScalar {
    /// What a loop takes at once.
    public typealias Lanes = SIMD8<Double>

    /// See `VectorScalar`.
    public static func _evaluate(
        _ function: ElementaryFunction, _ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        #if DEBUG
            let body = function.scalarBody
            for index in 0..<count { result[index] = body(x[index]) }
        #else
            switch function {
            case .exp: expLoop(x, result, count)
            case .expm1: expm1Loop(x, result, count)
            case .log: logLoop(x, result, count)
            case .log1p: log1pLoop(x, result, count)
            case .sin: sinLoop(x, result, count)
            case .cos: cosLoop(x, result, count)
            case .tan: tanLoop(x, result, count)
            case .tanh: tanhLoop(x, result, count)
            case .sigmoid: sigmoidLoop(x, result, count)
            case .softplus: softplusLoop(x, result, count)
            case .erf: erfLoop(x, result, count)
            case .cbrt: cbrtLoop(x, result, count)
            case .sqrt: loop(x, result, count) { sqrt($0) }
            }
        #endif
    }

    /// See `VectorScalar`.
    public static func _power(
        _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        #if DEBUG
            for index in 0..<count { result[index] = Libm.power(x[index], y[index]) }
        #else
            loop(x, y, result, count) { pow($0, $1) }
        #endif
    }
}

extension Float: VectorScalar {
    /// What a loop takes at once.
    public typealias Lanes = SIMD16<Float>

    /// See `VectorScalar`.
    public static func _evaluate(
        _ function: ElementaryFunction, _ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int
    ) {
        #if DEBUG
            let body = function.scalarBody
            for index in 0..<count { result[index] = Float(body(Double(x[index]))) }
        #else
            switch function {
            case .exp: expLoop(x, result, count)
            case .expm1: expm1Loop(x, result, count)
            case .log: logLoop(x, result, count)
            case .log1p: log1pLoop(x, result, count)
            case .sin: sinLoop(x, result, count)
            case .cos: cosLoop(x, result, count)
            case .tan: tanLoop(x, result, count)
            case .tanh: tanhLoop(x, result, count)
            case .sigmoid: sigmoidLoop(x, result, count)
            case .softplus: softplusLoop(x, result, count)
            case .erf: erfLoop(x, result, count)
            case .cbrt: cbrtLoop(x, result, count)
            case .sqrt: loop(x, result, count) { sqrt($0) }
            }
        #endif
    }

    /// See `VectorScalar`.
    public static func _power(
        _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int
    ) {
        #if DEBUG
            for index in 0..<count { result[index] = Float(Libm.power(Double(x[index]), Double(y[index]))) }
        #else
            loop(x, y, result, count) { pow($0, $1) }
        #endif
    }
}

#if DEBUG
    extension ElementaryFunction {
        /// The function of one double, by libm.
        var scalarBody: (Double) -> Double {
            switch self {
            case .exp: Libm.exponential
            case .expm1: Libm.exponentialMinusOne
            case .log: Libm.logarithm
            case .log1p: Libm.logarithmOfOnePlus
            case .sin: Libm.sine
            case .cos: Libm.cosine
            case .tan: Libm.tangent
            case .tanh: Libm.hyperbolicTangent
            case .sigmoid:
                { x in
                    let e = Libm.exponential(-abs(x))
                    return (x < 0 ? e : 1) / (1 + e)
                }
            case .softplus: { max($0, 0) + Libm.logarithmOfOnePlus(Libm.exponential(-abs($0))) }
            case .erf: Libm.errorFunction
            case .cbrt: Libm.cubeRoot
            case .sqrt: { $0.squareRoot() }
            }
        }
    }
#endif

#if !DEBUG
    // One function for each loop: a function that held them all would be too large for the bodies to be inlined.

    @inline(never)
    private func expLoop(_ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        loop(x, result, count) { exp($0) }
    }

    @inline(never)
    private func expm1Loop(_ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        loop(x, result, count) { expm1($0) }
    }

    @inline(never)
    private func logLoop(_ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        loop(x, result, count) { log($0) }
    }

    @inline(never)
    private func log1pLoop(_ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        loop(x, result, count) { log1p($0) }
    }

    @inline(never)
    private func sinLoop(_ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        loop(x, result, count) { sin($0) }
    }

    @inline(never)
    private func cosLoop(_ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        loop(x, result, count) { cos($0) }
    }

    @inline(never)
    private func tanLoop(_ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        loop(x, result, count) { tan($0) }
    }

    @inline(never)
    private func tanhLoop(_ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        loop(x, result, count) { tanh($0) }
    }

    @inline(never)
    private func sigmoidLoop(_ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        loop(x, result, count) { sigmoid($0) }
    }

    @inline(never)
    private func softplusLoop(_ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        loop(x, result, count) { softplus($0) }
    }

    @inline(never)
    private func erfLoop(_ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        loop(x, result, count) { erf($0) }
    }

    @inline(never)
    private func cbrtLoop(_ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        loop(x, result, count) { cbrt($0) }
    }

    @inline(never)
    private func expLoop(_ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        loop(x, result, count) { exp($0) }
    }

    @inline(never)
    private func expm1Loop(_ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        loop(x, result, count) { expm1($0) }
    }

    @inline(never)
    private func logLoop(_ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        loop(x, result, count) { log($0) }
    }

    @inline(never)
    private func log1pLoop(_ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        loop(x, result, count) { log1p($0) }
    }

    @inline(never)
    private func sinLoop(_ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        loop(x, result, count) { sin($0) }
    }

    @inline(never)
    private func cosLoop(_ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        loop(x, result, count) { cos($0) }
    }

    @inline(never)
    private func tanLoop(_ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        loop(x, result, count) { tan($0) }
    }

    @inline(never)
    private func tanhLoop(_ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        loop(x, result, count) { tanh($0) }
    }

    @inline(never)
    private func sigmoidLoop(_ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        loop(x, result, count) { sigmoid($0) }
    }

    @inline(never)
    private func softplusLoop(_ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        loop(x, result, count) { softplus($0) }
    }

    @inline(never)
    private func erfLoop(_ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        loop(x, result, count) { erf($0) }
    }

    @inline(never)
    private func cbrtLoop(_ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        loop(x, result, count) { cbrt($0) }
    }
#endif

/// A loop by lanes; what is left over is done as lanes that are filled up with the last number.
@inline(__always)
func loop<Scalar: VectorScalar>(
    _ x: UnsafePointer<Scalar>, _ result: UnsafeMutablePointer<Scalar>, _ count: Int, _ body: (Scalar.Lanes) -> Scalar.Lanes
) {
    let width = Scalar.Lanes.scalarCount
    var index = 0
    while index &+ width <= count {
        store(body(load(x + index)), result + index)
        index &+= width
    }
    guard index < count else { return }
    var rest = Scalar.Lanes(repeating: x[count - 1])
    for lane in 0..<(count - index) { rest[lane] = x[index + lane] }
    rest = body(rest)
    for lane in 0..<(count - index) { result[index + lane] = rest[lane] }
}

/// The same for functions of two numbers.
@inline(__always)
func loop<Scalar: VectorScalar>(
    _ x: UnsafePointer<Scalar>, _ y: UnsafePointer<Scalar>, _ result: UnsafeMutablePointer<Scalar>, _ count: Int,
    _ body: (Scalar.Lanes, Scalar.Lanes) -> Scalar.Lanes
) {
    let width = Scalar.Lanes.scalarCount
    var index = 0
    while index &+ width <= count {
        store(body(load(x + index), load(y + index)), result + index)
        index &+= width
    }
    guard index < count else { return }
    var restOfX = Scalar.Lanes(repeating: x[count - 1])
    var restOfY = Scalar.Lanes(repeating: y[count - 1])
    for lane in 0..<(count - index) {
        restOfX[lane] = x[index + lane]
        restOfY[lane] = y[index + lane]
    }
    let rest = body(restOfX, restOfY)
    for lane in 0..<(count - index) { result[index + lane] = rest[lane] }
}
