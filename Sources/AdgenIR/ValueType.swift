/// The type of one IR value. Scalars only for now; a shape joins the element when tensors arrive, so code asks for the
/// element by name and never compares whole types where the element is meant.
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

    @inlinable package init(_ element: Element) {
        self.element = element
    }

    package static let f32 = ValueType(.f32)
    package static let f64 = ValueType(.f64)
    package static let int = ValueType(.int)
    package static let bool = ValueType(.bool)

    @inlinable package var isFloat: Bool { element.isFloat }

    /// The same shape with another element.
    package func with(_ element: Element) -> ValueType { ValueType(element) }
}

extension ValueType: CustomStringConvertible {
    @usableFromInline package var description: String { "\(element)" }
}
