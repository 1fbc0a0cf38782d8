/// The part of a product that is held in registers.
enum ProductPanel {
    #if FusedMultiplyAdd
        /// 6 rows of lanes fill 12 of the 16 registers of AVX2, 24 of the 32 of NEON, and keep both units of AVX-512 busy enough.
        static let rows = 6
    #else
        /// 2 rows of lanes fill 8 of the 16 registers of SSE2.
        static let rows = 2
    #endif

    @inline(__always)
    static func columns<Scalar: VectorScalar>(_ type: Scalar.Type) -> Int { Scalar.Lanes.scalarCount }
}

/// A panel of the result is set to, or increased by, the product of a panel of rows and a panel of columns.
@inline(__always)
func multiplyPanels<Scalar: VectorScalar>(
    _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>, _ terms: Int, _ result: UnsafeMutablePointer<Scalar>, _ stride: Int,
    isFirst: Bool
) {
    let width = Scalar.Lanes.scalarCount
    var (a, b) = (a, b)
    #if FusedMultiplyAdd
        var c0 = Scalar.Lanes.zero
        var c1 = Scalar.Lanes.zero
        var c2 = Scalar.Lanes.zero
        var c3 = Scalar.Lanes.zero
        var c4 = Scalar.Lanes.zero
        var c5 = Scalar.Lanes.zero
        for _ in 0..<terms {
            let b0 = load(b)
            c0 = multiplyAdd(Scalar.Lanes(repeating: a[0]), b0, c0)
            c1 = multiplyAdd(Scalar.Lanes(repeating: a[1]), b0, c1)
            c2 = multiplyAdd(Scalar.Lanes(repeating: a[2]), b0, c2)
            c3 = multiplyAdd(Scalar.Lanes(repeating: a[3]), b0, c3)
            c4 = multiplyAdd(Scalar.Lanes(repeating: a[4]), b0, c4)
            c5 = multiplyAdd(Scalar.Lanes(repeating: a[5]), b0, c5)
            a += 6
            b += width
        }
        if !isFirst {
            c0 += load(result)
            c1 += load(result + stride)
            c2 += load(result + 2 * stride)
            c3 += load(result + 3 * stride)
            c4 += load(result + 4 * stride)
            c5 += load(result + 5 * stride)
        }
        store(c0, result)
        store(c1, result + stride)
        store(c2, result + 2 * stride)
        store(c3, result + 3 * stride)
        store(c4, result + 4 * stride)
        store(c5, result + 5 * stride)
    #else
        var c0 = Scalar.Lanes.zero
        var c1 = Scalar.Lanes.zero
        for _ in 0..<terms {
            let b0 = load(b)
            c0 = multiplyAdd(Scalar.Lanes(repeating: a[0]), b0, c0)
            c1 = multiplyAdd(Scalar.Lanes(repeating: a[1]), b0, c1)
            a += 2
            b += width
        }
        if !isFirst {
            c0 += load(result)
            c1 += load(result + stride)
        }
        store(c0, result)
        store(c1, result + stride)
    #endif
}
