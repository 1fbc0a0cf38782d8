extension Convention {
    /// One point without a derivative, and what its partials are taken to be.
    package struct Row: Sendable {
        package let op: Op
        package let point: [Double]
        /// By operand, nil where the operand carries no tangent.
        package let partials: [Double?]

        init(_ op: Op, at point: [Double], _ partials: [Double?]) {
            self.op = op
            self.point = point
            self.partials = partials
        }
    }

    /// The conventions of the language, point by point. Where IEEE arithmetic gives the formula a value at the edge of
    /// the domain, that value stands.
    package static let table: [Row] = choices + roundings + powers + edges

    private static let choices: [Row] = [
        Row(.abs, at: [0], [0]),
        Row(.abs, at: [-0.0], [0]),
        Row(.max, at: [2, 2], [0, 1]),
        Row(.max, at: [0, -0.0], [0, 1]),
        Row(.max, at: [.nan, 1], [1, 0]),
        Row(.max, at: [1, .nan], [1, 0]),
        Row(.min, at: [2, 2], [1, 0]),
        Row(.min, at: [0, -0.0], [1, 0]),
        Row(.min, at: [.nan, 1], [1, 0]),
        Row(.min, at: [1, .nan], [1, 0]),
        Row(.maximum, at: [2, 2], [0, 1]),
        Row(.maximum, at: [.nan, 1], [0, 1]),
        Row(.maximum, at: [1, .nan], [1, 0]),
        Row(.minimum, at: [2, 2], [1, 0]),
        Row(.minimum, at: [.nan, 1], [0, 1]),
        Row(.minimum, at: [1, .nan], [1, 0]),
        Row(.fmax, at: [2, 2], [0, 1]),
        Row(.fmax, at: [.nan, 1], [0, 1]),
        Row(.fmax, at: [1, .nan], [1, 0]),
        Row(.fmin, at: [2, 2], [1, 0]),
        Row(.fmin, at: [.nan, 1], [0, 1]),
        Row(.fmin, at: [1, .nan], [1, 0]),
        Row(.fdim, at: [2, 2], [0, 0]),
        Row(.fdim, at: [1, 2], [0, 0]),
        Row(.hypot, at: [0, 0], [0, 0]),
        Row(.hypot, at: [0, 2], [0, 1]),
        Row(.hypot, at: [-3e300, 4e300], [-0.6, 0.8]),
        Row(.atan2, at: [0, 0], [0, 0]),
        Row(.atan2, at: [3e200, 4e200], [1.6e-201, -1.2e-201]),
        Row(.atan2, at: [3e-200, 4e-200], [1.6e199, -1.2e199]),
        Row(.copysign, at: [2, -0.0], [-1, nil]),
        Row(.copysign, at: [2, 0], [1, nil]),
        Row(.copysign, at: [-0.0, -3], [1, nil]),
        Row(.copysign, at: [0, -3], [-1, nil]),
    ]

    private static let roundings: [Row] =
        Op.RoundingRule.allCases.flatMap { [Row(.round($0), at: [2], [0]), Row(.round($0), at: [2.5], [0])] } + [
            Row(.fmod, at: [6, 2], [1, -3]),
            Row(.fmod, at: [-7.5, 2], [1, 3]),
            Row(.fmod, at: [1, 0.1], [1, -9]),
            Row(.fmod, at: [5, .infinity], [1, 0]),
            Row(.remainder, at: [7, 2], [1, -4]),
            Row(.remainder, at: [5, 2], [1, -2]),
            Row(.remainder, at: [-7.5, 2], [1, 4]),
        ]

    private static let powers: [Row] = [
        Row(.pow, at: [0, 0], [0, -.infinity]),
        Row(.pow, at: [3, 0], [0, 1.0986122886681098]),
        Row(.pow, at: [0, 1], [1, 0]),
        Row(.pow, at: [0, 2], [0, 0]),
        Row(.pow, at: [0, 0.5], [.infinity, 0]),
        Row(.pow, at: [0, -1], [-.infinity, -.infinity]),
        Row(.pow, at: [-2, 3], [12, .nan]),
        Row(.pow, at: [-2, 0.5], [.nan, .nan]),
        Row(.pow, at: [1e-200, 2], [2e-200, 0]),
        Row(.pow, at: [1e200, 2], [2e200, .infinity]),
        Row(.pow, at: [.infinity, 1], [1, .infinity]),
    ]

    private static let edges: [Row] = [
        Row(.sqrt, at: [0], [.infinity]),
        Row(.cbrt, at: [0], [.infinity]),
        Row(.log, at: [0], [.infinity]),
        Row(.log2, at: [0], [.infinity]),
        Row(.log10, at: [0], [.infinity]),
        Row(.log1p, at: [-1], [.infinity]),
        Row(.asin, at: [1], [.infinity]),
        Row(.asin, at: [-1], [.infinity]),
        Row(.acos, at: [1], [-.infinity]),
        Row(.acos, at: [-1], [-.infinity]),
        Row(.atanh, at: [1], [.infinity]),
        Row(.atanh, at: [-1], [.infinity]),
        Row(.acosh, at: [1], [.infinity]),
        Row(.divide, at: [1, 0], [.infinity, -.infinity]),
        Row(.asinh, at: [1e200], [1e-200]),
        Row(.acosh, at: [1e200], [1e-200]),
    ]
}
