import AdgenIR
import AdgenSyntax

/// One way to write an op in Swift. The spelling table below is all that adgen knows about Swift's libraries.
struct Spelling {
    enum Form {
        /// `exp(x)`.
        case free
        /// `x.rounded()`.
        case method
        /// `x.magnitude`.
        case property
        /// `Double.maximum(x, y)`.
        case staticMethod
        /// `Double(signOf: x, magnitudeOf: y)`.
        case initializer
        /// `precondition(c)`.
        case check
    }

    /// What else is special.
    enum Trait {
        case none
        /// Any number of further arguments: the op folds over them from the left.
        case variadic
        /// The argument is a rounding rule that takes the place of the op's.
        case roundingRule
        /// Bare literals do not fix a type: Foundation has a version for Decimal, or the function is generic.
        case literalsAmbiguous
        case doubleOnly
        case floatOnly
        /// The first argument is an integer literal, the order of the derivative.
        case derivativeOrder
    }

    /// Where the op's operands stand in Swift, a method's receiver first.
    enum Order {
        case asWritten
        case swapped
        case receiverLast
    }

    /// What it does; apart from names, so that it is copied without counting references.
    struct Meaning {
        let form: Form
        let op: Op
        /// The op for Int, nil where it takes floats only.
        let integer: Op.IntegerOperation?
        let order: Order
        let trait: Trait
        let argumentCount: Int
        let hasLabels: Bool
    }

    let name: String
    /// Argument labels, without the receiver.
    let labels: [String?]
    let meaning: Meaning

    init(
        _ name: String, _ form: Form = .free, labels: [String?], _ op: Op, integer: Op.IntegerOperation? = nil, order: Order = .asWritten,
        trait: Trait = .none
    ) {
        self.name = name
        self.labels = labels
        meaning = Meaning(
            form: form, op: op, integer: integer, order: order, trait: trait, argumentCount: labels.count,
            hasLabels: labels.contains { $0 != nil })
    }

    /// `exp(x)`.
    private static func one(_ name: String, _ op: Op, trait: Trait = .none) -> Spelling {
        Spelling(name, labels: [nil], op, trait: trait)
    }

    /// `pow(x, y)`.
    private static func two(_ name: String, _ op: Op, trait: Trait = .none) -> Spelling {
        Spelling(name, labels: [nil, nil], op, trait: trait)
    }

    private static func property(_ name: String, _ op: Op) -> Spelling {
        Spelling(name, .property, labels: [], op)
    }

    private static let elementary: [Spelling] = [
        one("sqrt", .sqrt), one("cbrt", .cbrt), two("hypot", .hypot),
        one("exp", .exp), one("exp2", .exp2), one("expm1", .expm1),
        one("log", .log), one("log2", .log2), one("log10", .log10), one("log1p", .log1p),
        two("pow", .pow, trait: .literalsAmbiguous),
        one("sin", .sin), one("cos", .cos), one("tan", .tan),
        one("asin", .asin), one("acos", .acos), one("atan", .atan), two("atan2", .atan2),
        one("sinh", .sinh), one("cosh", .cosh), one("tanh", .tanh),
        one("asinh", .asinh), one("acosh", .acosh), one("atanh", .atanh),
        one("erf", .erf), one("erfc", .erfc),
        one("lgamma", .lgamma, trait: .doubleOnly), one("tgamma", .tgamma, trait: .doubleOnly),
    ]

    private static let free: [Spelling] = [
        Spelling("abs", labels: [nil], .abs, integer: .magnitude),
        one("fabs", .abs),
        Spelling("max", labels: [nil, nil], .max, integer: .max, trait: .variadic),
        Spelling("min", labels: [nil, nil], .min, integer: .min, trait: .variadic),
        two("fmax", .fmax), two("fmin", .fmin), two("fdim", .fdim),
        Spelling("fma", labels: [nil, nil, nil], .fma),
        one("floor", .round(.down)), one("ceil", .round(.up)), one("trunc", .round(.towardZero)),
        one("round", .round(.toNearestOrAwayFromZero)), one("nearbyint", .round(.toNearestOrEven)),
        two("fmod", .fmod), two("remainder", .remainder), two("copysign", .copysign),
        Spelling("polygamma", labels: [nil, nil], .polygamma(order: 0), trait: .derivativeOrder),
        Spelling("withoutDerivative", labels: ["at"], .withoutDerivative, trait: .literalsAmbiguous),
        Spelling("precondition", .check, labels: [nil], .check(.precondition, message: -1)),
        Spelling("precondition", .check, labels: [nil, nil], .check(.precondition, message: -1)),
        Spelling("assert", .check, labels: [nil], .check(.assert, message: -1)),
        Spelling("assert", .check, labels: [nil, nil], .check(.assert, message: -1)),
    ]

    /// C's functions of Float.
    private static let single: [Spelling] = [
        one("sqrtf", .sqrt), one("cbrtf", .cbrt), two("hypotf", .hypot), two("powf", .pow),
        one("expf", .exp), one("exp2f", .exp2), one("expm1f", .expm1),
        one("logf", .log), one("log2f", .log2), one("log10f", .log10), one("log1pf", .log1p),
        one("sinf", .sin), one("cosf", .cos), one("tanf", .tan),
        one("asinf", .asin), one("acosf", .acos), one("atanf", .atan), two("atan2f", .atan2),
        one("sinhf", .sinh), one("coshf", .cosh), one("tanhf", .tanh),
        one("asinhf", .asinh), one("acoshf", .acosh), one("atanhf", .atanh),
        one("erff", .erf), one("erfcf", .erfc), one("fabsf", .abs), two("fmaxf", .fmax), two("fminf", .fmin), two("fdimf", .fdim),
        one("floorf", .round(.down)), one("ceilf", .round(.up)), one("truncf", .round(.towardZero)),
        one("roundf", .round(.toNearestOrAwayFromZero)), one("nearbyintf", .round(.toNearestOrEven)),
        two("fmodf", .fmod), two("remainderf", .remainder), two("copysignf", .copysign),
        Spelling("fmaf", labels: [nil, nil, nil], .fma),
    ].map { Spelling($0.name, labels: $0.labels, $0.meaning.op, trait: .floatOnly) }

    private static let members: [Spelling] = [
        property("magnitude", .abs),
        property("isNaN", .test(.isNaN)), property("isFinite", .test(.isFinite)),
        property("isInfinite", .test(.isInfinite)), property("isNormal", .test(.isNormal)),
        property("isZero", .test(.isZero)),
        Spelling("squareRoot", .method, labels: [], .sqrt),
        Spelling("addingProduct", .method, labels: [nil, nil], .fma, order: .receiverLast),
        Spelling("remainder", .method, labels: ["dividingBy"], .remainder),
        Spelling("truncatingRemainder", .method, labels: ["dividingBy"], .fmod),
        Spelling("rounded", .method, labels: [], .round(.toNearestOrAwayFromZero)),
        Spelling("rounded", .method, labels: [nil], .round(.toNearestOrAwayFromZero), trait: .roundingRule),
        Spelling("maximum", .staticMethod, labels: [nil, nil], .maximum),
        Spelling("minimum", .staticMethod, labels: [nil, nil], .minimum),
        Spelling("init", .initializer, labels: ["signOf", "magnitudeOf"], .copysign, order: .swapped),
    ]

    static let all: [Spelling] = elementary + free + single + members
}

/// A number that Swift's libraries name.
enum NamedConstant {
    case pi, infinity, nan, zero, one, ulpOfOne, greatestFiniteMagnitude, leastNormalMagnitude, leastNonzeroMagnitude
    case largestInt, smallestInt

    /// Static members of the number types.
    static let members: [(name: String, constant: NamedConstant)] = [
        ("pi", .pi), ("infinity", .infinity), ("nan", .nan), ("zero", .zero), ("ulpOfOne", .ulpOfOne),
        ("greatestFiniteMagnitude", .greatestFiniteMagnitude), ("leastNormalMagnitude", .leastNormalMagnitude),
        ("leastNonzeroMagnitude", .leastNonzeroMagnitude), ("max", .largestInt), ("min", .smallestInt),
    ]

    /// C's constants, of type Double.
    static let globals: [(name: String, value: Double)] = [
        ("M_E", 2.718281828459045), ("M_LOG2E", 1.4426950408889634), ("M_LOG10E", 0.4342944819032518),
        ("M_LN2", 0.6931471805599453), ("M_LN10", 2.302585092994046), ("M_PI", 3.141592653589793),
        ("M_PI_2", 1.5707963267948966), ("M_PI_4", 0.7853981633974483), ("M_1_PI", 0.3183098861837907),
        ("M_2_PI", 0.6366197723675814), ("M_2_SQRTPI", 1.1283791670955126), ("M_SQRT2", 1.4142135623730951),
        ("M_SQRT1_2", 0.7071067811865476), ("DBL_MAX", .greatestFiniteMagnitude), ("DBL_MIN", .leastNormalMagnitude),
        ("DBL_EPSILON", .ulpOfOne),
    ]

    static func named(_ text: String) -> NamedConstant? {
        members.first { $0.name == text }?.constant
    }

    /// The number in the type `element`, nil where that type has no such member.
    func value(as element: ValueType.Element) -> Scalar? {
        switch element {
        case .f64: float(Double.self).map(Scalar.f64)
        case .f32: float(Float.self).map(Scalar.f32)
        case .int: integer
        case .bool: nil
        }
    }

    private func float<T: BinaryFloatingPoint>(_ type: T.Type) -> T? {
        switch self {
        case .pi: T.pi
        case .infinity: T.infinity
        case .nan: T.nan
        case .zero: T.zero
        case .one: nil
        case .ulpOfOne: T.ulpOfOne
        case .greatestFiniteMagnitude: T.greatestFiniteMagnitude
        case .leastNormalMagnitude: T.leastNormalMagnitude
        case .leastNonzeroMagnitude: T.leastNonzeroMagnitude
        case .largestInt, .smallestInt: nil
        }
    }

    private var integer: Scalar? {
        switch self {
        case .zero: .int(0)
        case .largestInt: .int(.max)
        case .smallestInt: .int(.min)
        case .pi, .infinity, .nan, .one, .ulpOfOne, .greatestFiniteMagnitude, .leastNormalMagnitude, .leastNonzeroMagnitude: nil
        }
    }
}

/// What a name means where the files do not declare it.
enum LibraryName {
    case scalar(ValueType.Element)
    /// A number type outside the language.
    case otherNumber
    case module
    case roundingRules
    case void
    case simd(lanes: Int)
    case inlineArray, array
    case tensor(ValueType.Form)
    /// `Window` of AdgenRuntime.
    case window
    /// An entry of `NamedConstant.globals`.
    case constant(Int16)

    static let all: [(name: String, meaning: LibraryName)] =
        [
            ("Double", .scalar(.f64)), ("Float64", .scalar(.f64)), ("Float", .scalar(.f32)), ("Float32", .scalar(.f32)),
            // Typealiases of Swift's, Foundation's and CoreLocation's.
            ("CDouble", .scalar(.f64)), ("CFloat", .scalar(.f32)), ("TimeInterval", .scalar(.f64)), ("CLLocationDegrees", .scalar(.f64)),
            ("CLLocationDistance", .scalar(.f64)),
            ("Int", .scalar(.int)), ("Bool", .scalar(.bool)), ("FloatingPointRoundingRule", .roundingRules),
            ("Void", .void), ("InlineArray", .inlineArray), ("Array", .array), ("Vector", .tensor(.vector)), ("Matrix", .tensor(.matrix)),
            ("Window", .window),
            ("SIMD2", .simd(lanes: 2)), ("SIMD3", .simd(lanes: 3)),
            ("SIMD4", .simd(lanes: 4)), ("SIMD8", .simd(lanes: 8)), ("SIMD16", .simd(lanes: 16)), ("SIMD32", .simd(lanes: 32)),
            ("SIMD64", .simd(lanes: 64)),
        ] + otherNumbers.map { ($0, .otherNumber) } + modules.map { ($0, .module) }
        + NamedConstant.globals.enumerated().map { ($0.element.name, .constant(Int16($0.offset))) }

    private static let otherNumbers = [
        "Float16", "Float80", "CGFloat", "Decimal", "Int8", "Int16", "Int32", "Int64", "Int128",
        "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "UInt128",
    ]

    /// Functions of numbers that C has and adgen does not know.
    static let otherFunctions: Set<String> = [
        "drem", "exp10", "frexp", "gamma", "ilogb", "j0", "j1", "jn", "ldexp", "llrint", "llround", "logb", "lrint", "lround", "modf",
        "nan", "nextafter", "nexttoward", "pow10", "remquo", "rint", "scalb", "scalbln", "scalbn", "significand", "sincos", "y0", "y1",
        "yn",
    ]

    private static let modules = [
        "Swift", "Foundation", "Glibc", "Darwin", "Musl", "Android", "WASILibc", "ucrt", "CRT", "AdgenRuntime",
    ]

    static func roundingRule(_ text: String) -> Op.RoundingRule? {
        Op.RoundingRule.allCases.first { "\($0)" == text }
    }
}

/// The names of all functions and members that have an op.
package let vocabularyNames: Set<String> = Set(Spelling.all.map { $0.name == "init" ? "init(signOf:magnitudeOf:)" : $0.name })
    .union(VectorSpelling.all.map(\.name)).union(TensorSpelling.all.map(\.name))
