/// Some consecutive points of a batch, as emitted code sees them: the numbers of each, and room for its results.
///
/// The points are taken in steps of as many as there are lanes, 8 doubles or 16 floats. Where the last step has fewer points, its other
/// lanes repeat the last of them, and nobody sees their results.
public struct BatchPoints<Scalar: VectorScalar> {
    @usableFromInline let inputs: UnsafePointer<UnsafePointer<Scalar>>
    @usableFromInline let flags: UnsafePointer<UnsafePointer<Bool>>
    @usableFromInline let results: UnsafePointer<UnsafeMutablePointer<Scalar>>
    /// For each sum its lanes.
    @usableFromInline let sums: UnsafeMutablePointer<Scalar>
    /// Where the points begin in all of these.
    @usableFromInline let first: Int
    /// How many there are.
    @usableFromInline let count: Int

    init(
        inputs: UnsafePointer<UnsafePointer<Scalar>>, flags: UnsafePointer<UnsafePointer<Bool>>,
        results: UnsafePointer<UnsafeMutablePointer<Scalar>>, sums: UnsafeMutablePointer<Scalar>, first: Int, count: Int
    ) {
        self.inputs = inputs
        self.flags = flags
        self.results = results
        self.sums = sums
        self.first = first
        self.count = count
    }

    /// The points, one by one.
    @inlinable public var indices: Range<Int> { 0..<count }

    /// Number `number` of one point.
    @inlinable public func input(_ number: Int, at index: Int) -> Scalar { inputs[number][first + index] }

    /// Bool `number` of one point.
    @inlinable public func flag(_ number: Int, at index: Int) -> Bool { flags[number][first + index] }

    /// Sets result `number` of one point.
    @inlinable public func setResult(_ number: Int, at index: Int, _ value: Scalar) { results[number][first + index] = value }

    /// Adds the term of one point to a sum over all.
    @inlinable public func add(_ value: Scalar, to number: Int, at index: Int) {
        sums[number * Scalar.batchWidth + index % Scalar.batchWidth] += value
    }
}

extension VectorScalar {
    /// How many points are computed together.
    @inlinable static var batchWidth: Int { 64 / MemoryLayout<Self>.size }
}

extension BatchPoints<Double> {
    /// The points in steps of eight.
    @inlinable @inline(__always)
    public var steps: Range<Int> { 0..<(count &+ 7) / 8 }

    /// Number `number` of the points of a step.
    @inlinable @inline(__always)
    public func inputs(_ number: Int, _ step: Int) -> SIMD8<Double> {
        UnsafeRawPointer(inputs[number] + (first &+ step &* 8)).loadUnaligned(as: SIMD8<Double>.self)
    }

    /// Bool `number` of the points of a step.
    @inlinable @inline(__always)
    public func flags(_ number: Int, _ step: Int) -> SIMDMask<SIMD8<Int64>> {
        let bytes = UnsafeRawPointer(flags[number] + (first &+ step &* 8)).loadUnaligned(as: SIMD8<UInt8>.self)
        return SIMD8<Int64>(truncatingIfNeeded: bytes) .!= 0
    }

    /// Sets result `number` of the points of a step.
    @inlinable @inline(__always)
    public func setResults(_ number: Int, _ step: Int, _ value: SIMD8<Double>) {
        UnsafeMutableRawPointer(results[number] + (first &+ step &* 8)).storeBytes(of: value, as: SIMD8<Double>.self)
    }

    /// Adds the terms of the points of a step to a sum over all.
    @inlinable @inline(__always)
    public func add(_ value: SIMD8<Double>, to number: Int) {
        let address = UnsafeMutableRawPointer(sums + number &* 8)
        address.storeBytes(of: address.loadUnaligned(as: SIMD8<Double>.self) + value, as: SIMD8<Double>.self)
    }
}

extension BatchPoints<Float> {
    /// The points in steps of sixteen.
    @inlinable @inline(__always)
    public var steps: Range<Int> { 0..<(count &+ 15) / 16 }

    /// Number `number` of the points of a step.
    @inlinable @inline(__always)
    public func inputs(_ number: Int, _ step: Int) -> SIMD16<Float> {
        UnsafeRawPointer(inputs[number] + (first &+ step &* 16)).loadUnaligned(as: SIMD16<Float>.self)
    }

    /// Bool `number` of the points of a step.
    @inlinable @inline(__always)
    public func flags(_ number: Int, _ step: Int) -> SIMDMask<SIMD16<Int32>> {
        let bytes = UnsafeRawPointer(flags[number] + (first &+ step &* 16)).loadUnaligned(as: SIMD16<UInt8>.self)
        return SIMD16<Int32>(truncatingIfNeeded: bytes) .!= 0
    }

    /// Sets result `number` of the points of a step.
    @inlinable @inline(__always)
    public func setResults(_ number: Int, _ step: Int, _ value: SIMD16<Float>) {
        UnsafeMutableRawPointer(results[number] + (first &+ step &* 16)).storeBytes(of: value, as: SIMD16<Float>.self)
    }

    /// Adds the terms of the points of a step to a sum over all.
    @inlinable @inline(__always)
    public func add(_ value: SIMD16<Float>, to number: Int) {
        let address = UnsafeMutableRawPointer(sums + number &* 16)
        address.storeBytes(of: address.loadUnaligned(as: SIMD16<Float>.self) + value, as: SIMD16<Float>.self)
    }
}
