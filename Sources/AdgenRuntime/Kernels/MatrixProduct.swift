// The matrix product by blocks, as Goto and van de Geijn describe it (Anatomy of High-Performance Matrix Multiplication, 2008): panels
// of both factors are copied so that a panel of the result, held in registers, reads them in order. A transposed factor is one
// that is read with its strides exchanged.

/// A product of two matrices in memory, either of which may be read transposed.
public struct MatrixProduct<Scalar: VectorScalar> {
    /// A factor: the element in row r and column c stands at `base + r * rowStride + c * columnStride`.
    struct Factor {
        var base: UnsafePointer<Scalar>
        var rowStride: Int
        var columnStride: Int
    }

    var a: Factor
    var b: Factor
    /// The extents of the result, and how many terms the sums have.
    var rows: Int
    var columns: Int
    var inner: Int
    /// Whether the product is added to what stands in the result.
    var isAccumulating: Bool

    /// A product of matrices that stand row after row without gaps.
    ///
    /// - Parameters:
    ///   - a: rows × inner elements, or inner × rows where `transposingA`.
    ///   - b: inner × columns elements, or columns × inner where `transposingB`.
    ///   - rows: Of the result.
    ///   - columns: Of the result.
    ///   - inner: Terms of each sum.
    ///   - accumulating: Whether the product is added to what stands in the result.
    public init(
        _ a: UnsafePointer<Scalar>, transposingA: Bool = false, _ b: UnsafePointer<Scalar>, transposingB: Bool = false,
        rows: Int, columns: Int, inner: Int, accumulating: Bool = false
    ) {
        self.a = Factor(base: a, rowStride: transposingA ? 1 : inner, columnStride: transposingA ? rows : 1)
        self.b = Factor(base: b, rowStride: transposingB ? 1 : columns, columnStride: transposingB ? inner : 1)
        self.rows = rows
        self.columns = columns
        self.inner = inner
        isAccumulating = accumulating
    }

    /// How many scalars of memory `multiply` needs besides the factors and the result.
    public var scratchCount: Int {
        let block = ProductBlock(self)
        return block.inner * (block.rows + block.columns) + ProductPanel.rows * ProductPanel.columns(Scalar.self)
    }

    /// Writes the product, row after row, to `result`, which overlaps no factor.
    public func multiply(into result: UnsafeMutablePointer<Scalar>, scratch: UnsafeMutablePointer<Scalar>) {
        Scalar._multiply(self, result, scratch: scratch)
    }
}

/// How many rows, columns and terms of the sum are packed at once.
struct ProductBlock {
    var rows: Int
    var columns: Int
    var inner: Int

    @inline(__always)
    init<Scalar: VectorScalar>(_ product: MatrixProduct<Scalar>) {
        let height = ProductPanel.rows
        self.rows = min(96, (product.rows + height - 1) / height * height)
        let width = ProductPanel.columns(Scalar.self)
        self.columns = min(1024, (product.columns + width - 1) / width * width)
        self.inner = min(256, product.inner)
    }
}

@inline(__always)
func multiplyLoop<Scalar: VectorScalar>(
    _ product: MatrixProduct<Scalar>, _ result: UnsafeMutablePointer<Scalar>, scratch: UnsafeMutablePointer<Scalar>
) {
    #if DEBUG
        multiplyPlainly(product, result)
    #else
        let (rows, columns, inner) = (product.rows, product.columns, product.inner)
        let block = ProductBlock(product)
        let (height, width) = (ProductPanel.rows, ProductPanel.columns(Scalar.self))
        let packedB = scratch
        let packedA = packedB + block.inner * block.columns
        let edge = packedA + block.inner * block.rows
        var firstColumn = 0
        while firstColumn < columns {
            let blockColumns = min(block.columns, columns - firstColumn)
            var firstTerm = 0
            while firstTerm < inner {
                let terms = min(block.inner, inner - firstTerm)
                let isFirst = firstTerm == 0 && !product.isAccumulating
                packColumns(product.b, firstTerm, terms, firstColumn, blockColumns, packedB)
                var firstRow = 0
                while firstRow < rows {
                    let blockRows = min(block.rows, rows - firstRow)
                    packRows(product.a, firstRow, blockRows, firstTerm, terms, packedA)
                    var column = 0
                    while column < blockColumns {
                        let panelB = packedB + column * terms
                        let panelColumns = min(width, blockColumns - column)
                        var row = 0
                        while row < blockRows {
                            let panelA = packedA + row * terms
                            let target = result + (firstRow + row) * columns + firstColumn + column
                            let panelRows = min(height, blockRows - row)
                            if panelRows == height && panelColumns == width {
                                multiplyPanels(panelA, panelB, terms, target, columns, isFirst: isFirst)
                            } else {
                                multiplyPanels(panelA, panelB, terms, edge, width, isFirst: true)
                                addEdge(edge, target, columns, panelRows, panelColumns, isFirst: isFirst)
                            }
                            row += height
                        }
                        column += width
                    }
                    firstRow += blockRows
                }
                firstTerm += terms
            }
            firstColumn += blockColumns
        }
        if inner == 0 && !product.isAccumulating { result.update(repeating: 0, count: rows * columns) }
    #endif
}

@inline(__always)
func multiplyPlainly<Scalar: VectorScalar>(_ product: MatrixProduct<Scalar>, _ result: UnsafeMutablePointer<Scalar>) {
    let (a, b) = (product.a, product.b)
    for row in 0..<product.rows {
        for column in 0..<product.columns {
            var sum = Scalar.zero
            var left = a.base + row * a.rowStride
            var right = b.base + column * b.columnStride
            for _ in 0..<product.inner {
                sum += left.pointee * right.pointee
                left += a.columnStride
                right += b.rowStride
            }
            let target = result + row * product.columns + column
            target.pointee = product.isAccumulating ? target.pointee + sum : sum
        }
    }
}

/// Panels of columns, term after term; the last one is filled up with zeros.
@inline(__always)
func packColumns<Scalar: VectorScalar>(
    _ b: MatrixProduct<Scalar>.Factor, _ firstTerm: Int, _ terms: Int, _ firstColumn: Int, _ columns: Int,
    _ target: UnsafeMutablePointer<Scalar>
) {
    let width = ProductPanel.columns(Scalar.self)
    var target = target
    var column = 0
    while column < columns {
        let filled = min(width, columns - column)
        let source = b.base + firstTerm * b.rowStride + (firstColumn + column) * b.columnStride
        if b.columnStride == 1 && filled == width {
            for term in 0..<terms {
                store(load(source + term * b.rowStride), target + term * width)
            }
        } else {
            for term in 0..<terms {
                let from = source + term * b.rowStride
                let to = target + term * width
                for lane in 0..<filled { to[lane] = from[lane * b.columnStride] }
                for lane in filled..<width { to[lane] = 0 }
            }
        }
        target += width * terms
        column += width
    }
}

/// Panels of rows, term after term; the last one is filled up with zeros.
@inline(__always)
func packRows<Scalar: VectorScalar>(
    _ a: MatrixProduct<Scalar>.Factor, _ firstRow: Int, _ rows: Int, _ firstTerm: Int, _ terms: Int, _ target: UnsafeMutablePointer<Scalar>
) {
    let height = ProductPanel.rows
    var target = target
    var row = 0
    while row < rows {
        let filled = min(height, rows - row)
        let source = a.base + (firstRow + row) * a.rowStride + firstTerm * a.columnStride
        // Along the direction that is contiguous in memory.
        if a.columnStride == 1 {
            for lane in 0..<filled {
                let from = source + lane * a.rowStride
                for term in 0..<terms { target[term * height + lane] = from[term] }
            }
        } else {
            for term in 0..<terms {
                let from = source + term * a.columnStride
                for lane in 0..<filled { target[term * height + lane] = from[lane * a.rowStride] }
            }
        }
        if filled < height {
            for term in 0..<terms {
                for lane in filled..<height { target[term * height + lane] = 0 }
            }
        }
        target += height * terms
        row += height
    }
}

@inline(__always)
func addEdge<Scalar: VectorScalar>(
    _ edge: UnsafePointer<Scalar>, _ result: UnsafeMutablePointer<Scalar>, _ stride: Int, _ rows: Int, _ columns: Int, isFirst: Bool
) {
    let width = ProductPanel.columns(Scalar.self)
    for row in 0..<rows {
        let (from, to) = (edge + row * width, result + row * stride)
        if isFirst {
            for column in 0..<columns { to[column] = from[column] }
        } else {
            for column in 0..<columns { to[column] += from[column] }
        }
    }
}
