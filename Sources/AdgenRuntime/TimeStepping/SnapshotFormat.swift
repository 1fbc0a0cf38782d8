/// How a state is written to a file as bytes, and read again.
///
/// The file lives as long as the run, so bytes need no version and no byte order. What `decode` makes of the bytes of `encode` must
/// be the same state bit for bit, or gradients will differ.
public struct SnapshotFormat<State> {
    /// The bytes of a state.
    public var encode: (State) -> [UInt8]
    /// The state of these bytes, or nil where they are none.
    public var decode: ([UInt8]) -> State?

    /// A format of these two functions, one the inverse of the other.
    public init(encode: @escaping (State) -> [UInt8], decode: @escaping ([UInt8]) -> State?) {
        self.encode = encode
        self.decode = decode
    }
}

extension SnapshotFormat where State: BitwiseCopyable {
    /// The bytes as they lie in memory: for numbers, SIMD values, InlineArrays, and structs and tuples of them.
    public static var memory: SnapshotFormat {
        SnapshotFormat(
            encode: { state in withUnsafeBytes(of: state) { Array($0) } },
            decode: { bytes in
                guard bytes.count == MemoryLayout<State>.size else { return nil }
                return bytes.withUnsafeBytes { $0.loadUnaligned(as: State.self) }
            })
    }
}

extension SnapshotFormat {
    /// The bytes of the elements as they lie in memory.
    public static func elements<Element: BitwiseCopyable>() -> SnapshotFormat where State == [Element] {
        SnapshotFormat(
            encode: { state in state.withUnsafeBytes { Array($0) } },
            decode: { bytes in
                let (count, rest) = bytes.count.quotientAndRemainder(dividingBy: MemoryLayout<Element>.stride)
                guard rest == 0 else { return nil }
                return bytes.withUnsafeBytes { source in
                    [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
                        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
                        initialized = count
                    }
                }
            })
    }
}
