/// The memory of a workspace: slots in one block, and vectors and matrices in them.
///
/// Emitted code makes one and knows which of them are in use when; nobody else needs it. A vector or a matrix in a slot is written in
/// place even if there are copies of it.
public final class WorkspaceMemory: @unchecked Sendable {
    private let block: UnsafeMutableRawPointer
    /// Where each slot begins, and where the last one ends.
    private let offsets: [Int]
    private var scratch: (base: UnsafeMutableRawPointer, byteCount: Int)?

    /// One block with slots of so many bytes. What is never computed may have less than none.
    public init(_ byteCounts: [Int]) {
        var offsets = [0]
        for count in byteCounts { offsets.append(offsets[offsets.count - 1] + (max(0, count) + 63) / 64 * 64) }
        self.offsets = offsets
        block = .allocate(byteCount: max(1, offsets[offsets.count - 1]), alignment: 64)
    }

    deinit {
        block.deallocate()
        scratch?.base.deallocate()
    }

    /// How many bytes the block has.
    public var byteCount: Int { offsets[offsets.count - 1] }

    /// A vector in slot number `slot`.
    public func vector<Scalar: VectorScalar>(_ slot: Int, count: Int) -> Vector<Scalar> {
        Vector(storage: storage(slot, max(0, count)))
    }

    /// A matrix in slot number `slot`.
    public func matrix<Scalar: VectorScalar>(_ slot: Int, rows: Int, columns: Int) -> Matrix<Scalar> {
        let (rows, columns) = (max(0, rows), max(0, columns))
        return Matrix(storage: storage(slot, rows * columns), rows: rows, columns: columns)
    }

    private func storage<Scalar: VectorScalar>(_ slot: Int, _ count: Int) -> Storage<Scalar> {
        let room = (offsets[slot + 1] - offsets[slot]) / MemoryLayout<Scalar>.stride
        require(count <= room, "WorkspaceMemory: slot \(slot) has no room for \(count) elements")
        // All that use a slot have the same scalar.
        return Storage((block + offsets[slot]).bindMemory(to: Scalar.self, capacity: count), count: count, of: self)
    }

    /// Memory besides, for one kernel at a time; made when it is needed first.
    func scratch<Scalar: VectorScalar>(_ count: Int) -> UnsafeMutablePointer<Scalar> {
        let needed = max(1, count) * MemoryLayout<Scalar>.stride
        if let scratch, scratch.byteCount >= needed { return scratch.base.bindMemory(to: Scalar.self, capacity: count) }
        scratch?.base.deallocate()
        let base = UnsafeMutableRawPointer.allocate(byteCount: needed, alignment: 64)
        scratch = (base, needed)
        return base.bindMemory(to: Scalar.self, capacity: count)
    }
}
