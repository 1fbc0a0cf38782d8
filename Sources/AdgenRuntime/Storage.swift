/// The memory of a vector or matrix: its own, that of an array which it keeps alive and never writes to, or a part of a workspace.
@usableFromInline
final class Storage<Scalar: VectorScalar>: @unchecked Sendable {
    @usableFromInline let base: UnsafeMutablePointer<Scalar>
    @usableFromInline let count: Int
    /// The array whose memory this is, nil for memory of our own.
    @usableFromInline let array: [Scalar]?
    /// The workspace that the memory is a part of. Only emitted code sees such a vector or matrix, and knows who else uses the memory when.
    @usableFromInline let workspace: WorkspaceMemory?

    /// Memory that is not initialized, on a cache line.
    @usableFromInline
    init(count: Int) {
        let bytes = UnsafeMutableRawPointer.allocate(byteCount: max(1, count) * MemoryLayout<Scalar>.stride, alignment: 64)
        base = bytes.bindMemory(to: Scalar.self, capacity: count)
        self.count = count
        array = nil
        workspace = nil
    }

    /// Memory of a workspace, at `base`.
    init(_ base: UnsafeMutablePointer<Scalar>, count: Int, of workspace: WorkspaceMemory) {
        self.base = base
        self.count = count
        array = nil
        self.workspace = workspace
    }

    /// The memory of an array. It does not move while the array is alive, and nobody writes to it while it is shared.
    @usableFromInline
    init(sharing array: [Scalar]) {
        self.array = array
        workspace = nil
        count = array.count
        base = array.withUnsafeBufferPointer { UnsafeMutablePointer(mutating: $0.baseAddress) } ?? Self.nothing
    }

    @usableFromInline
    func copy() -> Storage {
        let copy = Storage(count: count)
        copy.base.update(from: base, count: count)
        return copy
    }

    /// Memory for the time of `body`: the workspace's, or new memory.
    func withScratch(_ count: Int, _ body: (UnsafeMutablePointer<Scalar>) -> Void) {
        if let workspace { return body(workspace.scratch(count)) }
        let scratch = Storage(count: count)
        withExtendedLifetime(scratch) { body(scratch.base) }
    }

    deinit {
        if array == nil && workspace == nil { UnsafeMutableRawPointer(base).deallocate() }
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
