/// The functions of one element, to the bit what they are of a vector: without optimization a loop goes from element to element.
public enum LoopElement {
    /// e^x.
    public static func exp<Scalar: VectorScalar>(_ x: Scalar) -> Scalar { evaluate(.exp, x) }
    /// e^x - 1.
    public static func expm1<Scalar: VectorScalar>(_ x: Scalar) -> Scalar { evaluate(.expm1, x) }
    /// The natural logarithm.
    public static func log<Scalar: VectorScalar>(_ x: Scalar) -> Scalar { evaluate(.log, x) }
    /// log(1 + x).
    public static func log1p<Scalar: VectorScalar>(_ x: Scalar) -> Scalar { evaluate(.log1p, x) }
    /// The sine.
    public static func sin<Scalar: VectorScalar>(_ x: Scalar) -> Scalar { evaluate(.sin, x) }
    /// The cosine.
    public static func cos<Scalar: VectorScalar>(_ x: Scalar) -> Scalar { evaluate(.cos, x) }
    /// The tangent.
    public static func tan<Scalar: VectorScalar>(_ x: Scalar) -> Scalar { evaluate(.tan, x) }
    /// The hyperbolic tangent.
    public static func tanh<Scalar: VectorScalar>(_ x: Scalar) -> Scalar { evaluate(.tanh, x) }
    /// 1/(1 + e^-x).
    public static func sigmoid<Scalar: VectorScalar>(_ x: Scalar) -> Scalar { evaluate(.sigmoid, x) }
    /// log(1 + e^x).
    public static func softplus<Scalar: VectorScalar>(_ x: Scalar) -> Scalar { evaluate(.softplus, x) }
    /// The error function.
    public static func erf<Scalar: VectorScalar>(_ x: Scalar) -> Scalar { evaluate(.erf, x) }
    /// The cube root.
    public static func cbrt<Scalar: VectorScalar>(_ x: Scalar) -> Scalar { evaluate(.cbrt, x) }

    /// x to the power y.
    public static func pow<Scalar: VectorScalar>(_ x: Scalar, _ y: Scalar) -> Scalar {
        var result = x
        withUnsafeMutablePointer(to: &result) { Scalar._power($0, y, $0, 1) }
        return result
    }

    private static func evaluate<Scalar: VectorScalar>(_ function: ElementaryFunction, _ x: Scalar) -> Scalar {
        var result = x
        withUnsafeMutablePointer(to: &result) { Scalar._evaluate(function, $0, $0, 1) }
        return result
    }
}
