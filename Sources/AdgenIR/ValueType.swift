/// The type of one IR value: a scalar, several of them in the lanes of a vector, or an array of numbers whose extent is known when it
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

    @usableFromInline package var element: Element
    /// The number of its dimensions: 0 for a scalar.
    @usableFromInline package var rank: UInt8
    /// How many points of a batch it holds a number for; more than 1 only in what `widen` makes.
    @usableFromInline package var lanes: UInt8

    @inlinable package init(_ element: Element, rank: UInt8 = 0, lanes: UInt8 = 1) {
        self.element = element
        self.rank = rank
        self.lanes = lanes
    }

    package static let f32 = ValueType(.f32)
    package static let f64 = ValueType(.f64)
    package static let int = ValueType(.int)
    package static let bool = ValueType(.bool)

    /// Whether it is made of floats: what carries tangents.
    @inlinable package var isFloat: Bool { element.isFloat }
    @inlinable package var isArray: Bool { rank > 0 }

    /// Bytes of one value in memory; of an array, those of the reference that shares its elements.
    package var size: Int { isArray ? 8 : element.size * Int(lanes) }

    /// The same shape with another element.
    package func with(_ element: Element) -> ValueType { ValueType(element, rank: rank, lanes: lanes) }

    @inlinable package var isWide: Bool { lanes > 1 }
}

extension ValueType: CustomStringConvertible {
    @usableFromInline package var description: String {
        isArray ? "\(element)[]" : isWide ? "\(element)x\(lanes)" : "\(element)"
    }
}
