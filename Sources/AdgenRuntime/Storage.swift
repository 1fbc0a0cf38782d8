/// The memory of a vector or matrix: its own, or that of an array which it keeps alive and never writes to.
@usableFromInline
final class Storage<Scalar: VectorScalar>: @unchecked Sendable {
    @usableFromInline let base: UnsafeMutablePointer<Scalar>
    @usableFromInline let count: Int
    /// The array whose memory this is, nil for memory of our own.
    @usableFromInline let array: [Scalar]?

    /// Memory that is not initialized, on a cache line.
    @usableFromInline
    init(count: Int) {
        let bytes = UnsafeMutableRawPointer.allocate(byteCount: max(1, count) * MemoryLayout<Scalar>.stride, alignment: 64)
        base = bytes.bindMemory(to: Scalar.self, capacity: count)
        self.count = count
        array = nil
    }

    /// The memory of an array. It does not move while the array is alive, and nobody writes to it while it is shared.
    @usableFromInline
    init(sharing array: [Scalar]) {
        self.array = array
        count = array.count
        base = array.withUnsafeBufferPointer { UnsafeMutablePointer(mutating: $0.baseAddress) } ?? Self.nothing
    }

    @usableFromInline
    func copy() -> Storage {
        let copy = Storage(count: count)
        copy.base.update(from: base, count: count)
        return copy
    }

    deinit {
        if array == nil { UnsafeMutableRawPointer(base).deallocate() }
    }

    /// An address for no elements.
    private static var nothing: UnsafeMutablePointer<Scalar> {
        UnsafeMutableRawPointer(bitPattern: 64)!.assumingMemoryBound(to: Scalar.self)
    }
}

/// Stops with a message, in release builds too, where `precondition` would drop it.
@usableFromInline
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { fatalError(message()) }
}
