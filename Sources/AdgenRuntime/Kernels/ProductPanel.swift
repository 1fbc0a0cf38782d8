/// The part of a product that is held in registers.
enum ProductPanel {
    #if FusedMultiplyAdd
        /// 8 rows of 2 · lanes columns fill 16 of the 32 wide registers of AVX-512.
        static let rows = 8
        static let lanes = 2
    #else
        /// 2 rows of lanes fill 8 of the 16 registers of SSE2.
        static let rows = 2
        static let lanes = 1
    #endif

    @inline(__always)
    static func columns<Scalar: VectorScalar>(_ type: Scalar.Type) -> Int { lanes * Scalar.Lanes.scalarCount }
}

/// A panel of the result is set to, or increased by, the product of a panel of rows and a panel of columns.
@inline(__always)
func multiplyPanels<Scalar: VectorScalar>(
    _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>, _ terms: Int, _ result: UnsafeMutablePointer<Scalar>, _ stride: Int,
    isFirst: Bool
) {
    #if FusedMultiplyAdd
        let width = Scalar.Lanes.scalarCount
        var (a, b) = (a, b)
        var c00 = Scalar.Lanes.zero
        var c01 = Scalar.Lanes.zero
        var c10 = Scalar.Lanes.zero
        var c11 = Scalar.Lanes.zero
        var c20 = Scalar.Lanes.zero
        var c21 = Scalar.Lanes.zero
        var c30 = Scalar.Lanes.zero
        var c31 = Scalar.Lanes.zero
        var c40 = Scalar.Lanes.zero
        var c41 = Scalar.Lanes.zero
        var c50 = Scalar.Lanes.zero
        var c51 = Scalar.Lanes.zero
        var c60 = Scalar.Lanes.zero
        var c61 = Scalar.Lanes.zero
        var c70 = Scalar.Lanes.zero
        var c71 = Scalar.Lanes.zero
        for _ in 0..<terms {
            let b0 = load(b)
            let b1 = load(b + width)
            let a0 = Scalar.Lanes(repeating: a[0])
            c00 = multiplyAdd(a0, b0, c00)
            c01 = multiplyAdd(a0, b1, c01)
            let a1 = Scalar.Lanes(repeating: a[1])
            c10 = multiplyAdd(a1, b0, c10)
            c11 = multiplyAdd(a1, b1, c11)
            let a2 = Scalar.Lanes(repeating: a[2])
            c20 = multiplyAdd(a2, b0, c20)
            c21 = multiplyAdd(a2, b1, c21)
            let a3 = Scalar.Lanes(repeating: a[3])
            c30 = multiplyAdd(a3, b0, c30)
            c31 = multiplyAdd(a3, b1, c31)
            let a4 = Scalar.Lanes(repeating: a[4])
            c40 = multiplyAdd(a4, b0, c40)
            c41 = multiplyAdd(a4, b1, c41)
            let a5 = Scalar.Lanes(repeating: a[5])
            c50 = multiplyAdd(a5, b0, c50)
            c51 = multiplyAdd(a5, b1, c51)
            let a6 = Scalar.Lanes(repeating: a[6])
            c60 = multiplyAdd(a6, b0, c60)
            c61 = multiplyAdd(a6, b1, c61)
            let a7 = Scalar.Lanes(repeating: a[7])
            c70 = multiplyAdd(a7, b0, c70)
            c71 = multiplyAdd(a7, b1, c71)
            a += 8
            b += 2 * width
        }
        if !isFirst {
            c00 += load(result)
            c01 += load(result + width)
            c10 += load(result + stride)
            c11 += load(result + stride + width)
            c20 += load(result + 2 * stride)
            c21 += load(result + 2 * stride + width)
            c30 += load(result + 3 * stride)
            c31 += load(result + 3 * stride + width)
            c40 += load(result + 4 * stride)
            c41 += load(result + 4 * stride + width)
            c50 += load(result + 5 * stride)
            c51 += load(result + 5 * stride + width)
            c60 += load(result + 6 * stride)
            c61 += load(result + 6 * stride + width)
            c70 += load(result + 7 * stride)
            c71 += load(result + 7 * stride + width)
        }
        store(c00, result)
        store(c01, result + width)
        store(c10, result + stride)
        store(c11, result + stride + width)
        store(c20, result + 2 * stride)
        store(c21, result + 2 * stride + width)
        store(c30, result + 3 * stride)
        store(c31, result + 3 * stride + width)
        store(c40, result + 4 * stride)
        store(c41, result + 4 * stride + width)
        store(c50, result + 5 * stride)
        store(c51, result + 5 * stride + width)
        store(c60, result + 6 * stride)
        store(c61, result + 6 * stride + width)
        store(c70, result + 7 * stride)
        store(c71, result + 7 * stride + width)
    #else
        let width = Scalar.Lanes.scalarCount
        var (a, b) = (a, b)
        var c00 = Scalar.Lanes.zero
        var c10 = Scalar.Lanes.zero
        for _ in 0..<terms {
            let b0 = load(b)
            let a0 = Scalar.Lanes(repeating: a[0])
            c00 = multiplyAdd(a0, b0, c00)
            let a1 = Scalar.Lanes(repeating: a[1])
            c10 = multiplyAdd(a1, b0, c10)
            a += 2
            b += width
        }
        if !isFirst {
            c00 += load(result)
            c10 += load(result + stride)
        }
        store(c00, result)
        store(c10, result + stride)
    #endif
}
