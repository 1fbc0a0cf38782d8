/// The type of one IR value: a scalar, several of them in the lanes of a vector, or an array of numbers whose extents are known when it
/// runs. Code asks for the element by name and never compares whole types where the element is meant.
@usableFromInline package struct ValueType: Hashable, Sendable, BitwiseCopyable {
    /// What one number is. Only floats carry tangents.
    @usableFromInline package enum Element: UInt8, CaseIterable, Sendable, BitwiseCopyable {
        case f32, f64, int, bool

        @inlinable package var isFloat: Bool {
            switch self {
            case .f32, .f64: true
            case .int, .bool: false
            }
        }

        /// Bytes of one element in memory.
        package var size: Int {
            switch self {
            case .f32: 4
            case .f64, .int: 8
            case .bool: 1
            }
        }
    }

    /// What holds the numbers.
    @usableFromInline package enum Form: UInt8, CaseIterable, Sendable, BitwiseCopyable {
        case scalar
        /// `[Double]`: changed in place, element by element.
        case array
        /// AdgenRuntime's types: made whole.
        case vector, matrix
    }

    @usableFromInline package var element: Element
    @usableFromInline package var form: Form
    /// How many points of a batch, or directions, it holds a number for; more than 1 only in what `widen` and `pairDirections` make.
    @usableFromInline package var lanes: UInt8

    @inlinable package init(_ element: Element, _ form: Form = .scalar, lanes: UInt8 = 1) {
        self.element = element
        self.form = form
        self.lanes = lanes
    }

    @inlinable @inline(__always) package static func == (left: ValueType, right: ValueType) -> Bool {
        left.element == right.element && left.form == right.form && left.lanes == right.lanes
    }

    package static let f32 = ValueType(.f32)
    package static let f64 = ValueType(.f64)
    package static let int = ValueType(.int)
    package static let bool = ValueType(.bool)

    /// Whether it is made of floats: what carries tangents.
    @inlinable package var isFloat: Bool { element.isFloat }
    @inlinable package var isArray: Bool { form != .scalar }

    /// Whether ops take it whole, element by element: a vector or a matrix.
    @inlinable package var isTensor: Bool {
        switch form {
        case .vector, .matrix: true
        case .scalar, .array: false
        }
    }

    /// Whether its cotangent is changed in place by what has been read from it.
    @inlinable package var isAccumulated: Bool { form == .array }

    /// The number of its dimensions.
    package var rank: Int {
        switch form {
        case .scalar: 0
        case .array, .vector: 1
        case .matrix: 2
        }
    }

    /// Bytes of one value in memory; of an array, those of the reference that shares its elements, with a matrix's extents.
    package var size: Int {
        switch form {
        case .scalar: element.size * Int(lanes)
        case .array, .vector: 8
        case .matrix: 24
        }
    }

    /// The same shape with another element.
    package func with(_ element: Element) -> ValueType { ValueType(element, form, lanes: lanes) }

    @inlinable package var isWide: Bool { lanes > 1 }

    /// The same element in another form.
    package func with(_ form: Form) -> ValueType { ValueType(element, form) }
}

extension ValueType: CustomStringConvertible {
    @usableFromInline package var description: String { description(extents: []) }

    /// With the extents that are known.
    func description(extents: [Value]) -> String {
        func extent(_ dimension: Int) -> String { dimension < extents.count ? "%\(extents[dimension].index)" : "" }
        return switch form {
        case .scalar: isWide ? "\(element)x\(lanes)" : "\(element)"
        case .array: "\(element)[\(extent(0))]"
        case .vector: "\(element)[:\(extent(0))]"
        case .matrix: "\(element)[:\(extent(0)), :\(extent(1))]"
        }
    }
}
