/// What vectors and matrices have in common: a shape, and elements in contiguous memory.
///
/// Arithmetic, `max`, `min`, `pow` and `clamp` are declared for each type, see Note [Concrete overloads]; all else once for both.
/// Operands of an operation must have the same shape; the program stops with a message that names them where they have not.
public protocol NumericArray<Scalar>: Equatable, Sendable, CustomStringConvertible {
    /// Float or Double.
    associatedtype Scalar: VectorScalar

    /// The number of elements.
    var count: Int { get }

    /// The shape in words: `3 elements`, `2×4`.
    var shapeDescription: String { get }

    /// Whether the shapes are the same.
    func hasShape(of other: Self) -> Bool

    /// An array of the same shape, its elements written by `initializer`, which must write all of them.
    func withSameShape(_ initializer: (UnsafeMutablePointer<Scalar>) -> Void) -> Self

    /// The elements, in row-major order for a matrix. Valid while this value lives and is not changed; keep it alive by
    /// `withExtendedLifetime`.
    var unsafeBaseAddress: UnsafePointer<Scalar> { get }

    /// The elements for writing. Memory that is shared is copied first, so take the pointer once and not for every element.
    var unsafeMutableBaseAddress: UnsafeMutablePointer<Scalar> { mutating get }

    /// The same where all elements will be written: what stands in memory that is shared need not be copied.
    mutating func unsafeDestination() -> UnsafeMutablePointer<Scalar>
}

extension NumericArray {
    /// Calls `body` with the elements.
    @inlinable
    public func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Scalar>) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(self) { try body(UnsafeBufferPointer(start: unsafeBaseAddress, count: count)) }
    }

    /// Calls `body` with the elements for writing. Memory that is shared is copied first.
    @inlinable
    public mutating func withUnsafeMutableBufferPointer<Result>(
        _ body: (UnsafeMutableBufferPointer<Scalar>) throws -> Result
    ) rethrows -> Result {
        let count = count
        defer { withExtendedLifetime(self) {} }
        return try body(UnsafeMutableBufferPointer(start: unsafeMutableBaseAddress, count: count))
    }

    /// Calls `body` with the elements as a span.
    @available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *)
    @inlinable
    public func withSpan<Result>(_ body: (Span<Scalar>) throws -> Result) rethrows -> Result {
        try withUnsafeBufferPointer { try body($0.span) }
    }

    /// Equal shapes and equal elements, by the rules of floating-point comparison.
    public static func == (left: Self, right: Self) -> Bool {
        guard left.hasShape(of: right) else { return false }
        return withExtendedLifetime((left, right)) {
            let (x, y) = (left.unsafeBaseAddress, right.unsafeBaseAddress)
            for index in 0..<left.count where x[index] != y[index] { return false }
            return true
        }
    }

    @inlinable
    func requireShape(of other: Self, _ operation: StaticString) {
        if !hasShape(of: other) { fatalError("\(operation): a has \(shapeDescription), b has \(other.shapeDescription)") }
    }
}
