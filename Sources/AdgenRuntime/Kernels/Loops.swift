// The loops for each of the two types.

extension Double {
    /// See `VectorScalar`.
    public static func _power(_ x: UnsafePointer<Double>, _ y: Double, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        #if DEBUG
            for index in 0..<count { result[index] = Libm.power(x[index], y) }
        #else
            loop(x, result, count) { pow($0, Lanes(repeating: y)) }
        #endif
    }

    /// See `VectorScalar`.
    public static func _power(_ x: Double, _ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        #if DEBUG
            for index in 0..<count { result[index] = Libm.power(x, y[index]) }
        #else
            loop(y, result, count) { pow(Lanes(repeating: x), $0) }
        #endif
    }

    /// See `VectorScalar`.
    public static func _combine(
        _ operation: ElementwiseOperation, _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>,
        _ count: Int
    ) {
        combineLoop(operation, x, y, result, count)
    }

    /// See `VectorScalar`.
    public static func _combine(
        _ operation: ElementwiseOperation, _ x: UnsafePointer<Double>, _ y: Double, _ result: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        combineLoop(operation, x, y, result, count)
    }

    /// See `VectorScalar`.
    public static func _combine(
        _ operation: ElementwiseOperation, _ x: Double, _ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        combineLoop(operation, x, y, result, count)
    }

    /// See `VectorScalar`.
    public static func _absolute(_ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        absoluteLoop(x, result, count)
    }

    /// See `VectorScalar`.
    public static func _choose(
        _ condition: UnsafePointer<Double>, _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>,
        _ count: Int
    ) {
        chooseLoop(condition, x, y, result, count)
    }

    /// See `VectorScalar`.
    public static func _addScaled(_ factor: Double, _ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ count: Int) {
        addScaledLoop(factor, x, result, count)
    }

    /// See `VectorScalar`.
    public static func _sum(_ x: UnsafePointer<Double>, _ count: Int) -> Double { sumLoop(x, count) }

    /// See `VectorScalar`.
    public static func _dot(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int) -> Double { dotLoop(x, y, count) }

    /// See `VectorScalar`.
    public static func _maximum(_ x: UnsafePointer<Double>, _ count: Int) -> Double {
        maximumLoop(
            x, count, larger: { $0.replacing(with: $1, where: $1 .> $0) }, invalid: { $0.replacing(with: $1, where: $1 .!= $1) })
    }

    /// See `VectorScalar`.
    public static func _exponentialSum(
        _ x: UnsafePointer<Double>, _ shift: Double, _ result: UnsafeMutablePointer<Double>?, _ count: Int
    ) -> Double {
        exponentialSumLoop(x, shift, result, count, { exponentialOfNonpositive($0) }, { Libm.exponential($0) })
    }

    /// See `VectorScalar`.
    public static func _multiply(
        _ product: MatrixProduct<Double>, _ result: UnsafeMutablePointer<Double>, scratch: UnsafeMutablePointer<Double>
    ) {
        multiplyLoop(product, result, scratch: scratch)
    }
}

extension Float {
    /// See `VectorScalar`.
    public static func _power(_ x: UnsafePointer<Float>, _ y: Float, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        #if DEBUG
            for index in 0..<count { result[index] = Float(Libm.power(Double(x[index]), Double(y))) }
        #else
            loop(x, result, count) { pow($0, Lanes(repeating: y)) }
        #endif
    }

    /// See `VectorScalar`.
    public static func _power(_ x: Float, _ y: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        #if DEBUG
            for index in 0..<count { result[index] = Float(Libm.power(Double(x), Double(y[index]))) }
        #else
            loop(y, result, count) { pow(Lanes(repeating: x), $0) }
        #endif
    }

    /// See `VectorScalar`.
    public static func _combine(
        _ operation: ElementwiseOperation, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>,
        _ count: Int
    ) {
        combineLoop(operation, x, y, result, count)
    }

    /// See `VectorScalar`.
    public static func _combine(
        _ operation: ElementwiseOperation, _ x: UnsafePointer<Float>, _ y: Float, _ result: UnsafeMutablePointer<Float>, _ count: Int
    ) {
        combineLoop(operation, x, y, result, count)
    }

    /// See `VectorScalar`.
    public static func _combine(
        _ operation: ElementwiseOperation, _ x: Float, _ y: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int
    ) {
        combineLoop(operation, x, y, result, count)
    }

    /// See `VectorScalar`.
    public static func _absolute(_ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        absoluteLoop(x, result, count)
    }

    /// See `VectorScalar`.
    public static func _choose(
        _ condition: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>,
        _ count: Int
    ) {
        chooseLoop(condition, x, y, result, count)
    }

    /// See `VectorScalar`.
    public static func _addScaled(_ factor: Float, _ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int) {
        addScaledLoop(factor, x, result, count)
    }

    /// See `VectorScalar`.
    public static func _sum(_ x: UnsafePointer<Float>, _ count: Int) -> Float { sumLoop(x, count) }

    /// See `VectorScalar`.
    public static func _dot(_ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ count: Int) -> Float { dotLoop(x, y, count) }

    /// See `VectorScalar`.
    public static func _maximum(_ x: UnsafePointer<Float>, _ count: Int) -> Float {
        maximumLoop(
            x, count, larger: { $0.replacing(with: $1, where: $1 .> $0) }, invalid: { $0.replacing(with: $1, where: $1 .!= $1) })
    }

    /// See `VectorScalar`.
    public static func _exponentialSum(
        _ x: UnsafePointer<Float>, _ shift: Float, _ result: UnsafeMutablePointer<Float>?, _ count: Int
    ) -> Float {
        exponentialSumLoop(x, shift, result, count, { exp($0) }, { Float(Libm.exponential(Double($0))) })
    }

    /// See `VectorScalar`.
    public static func _multiply(
        _ product: MatrixProduct<Float>, _ result: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
    ) {
        multiplyLoop(product, result, scratch: scratch)
    }
}
