// Convolution and pooling. An image is a matrix with a row for each channel and a column for each pixel, pixels row after row: the
// value of channel c at (y, x) stands in row c and column y * width + x.

/// A window that moves over an image.
public struct Window: Sendable, Equatable {
    /// Rows and columns of pixels that it covers.
    public var height, width: Int
    /// How far it moves at a time, down and to the right.
    public var stride: Int
    /// How many pixels of zeros surround the image.
    public var padding: Int

    /// A window of `height` × `width` pixels.
    public init(height: Int, width: Int, stride: Int = 1, padding: Int = 0) {
        require(
            height > 0 && width > 0 && stride > 0 && padding >= 0,
            "Window: height \(height), width \(width), stride \(stride), padding \(padding)")
        self.height = height
        self.width = width
        self.stride = stride
        self.padding = padding
    }

    /// How many places the window takes in an image, down and to the right.
    public func places(height imageHeight: Int, width imageWidth: Int) -> (height: Int, width: Int) {
        let (down, right) = (imageHeight + 2 * padding - height, imageWidth + 2 * padding - width)
        require(
            down >= 0 && right >= 0,
            "the window of \(height)×\(width) does not fit an image of \(imageHeight)×\(imageWidth) with padding \(padding)")
        return (down / stride + 1, right / stride + 1)
    }
}

/// The correlation of an image with kernels, as neural networks call convolution:
/// result[o, y, x] = Σ over c, i, j of kernels[o, c, i, j] · image[c, y · stride + i - padding, x · stride + j - padding].
///
/// - Parameters:
///   - image: A row for each channel, a column for each of height × width pixels.
///   - kernels: A row for each channel of the result; its columns are (channel · window.height + row) · window.width + column.
///   - height: Of the image.
///   - width: Of the image.
///   - window: The extent of a kernel.
/// - Returns: A row for each kernel, a column for each place of the window.
@inlinable
public func conv2d<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, _ kernels: Matrix<Scalar>, height: Int, width: Int, window: Window
) -> Matrix<Scalar> {
    requireKernels(image, kernels, height, width, window)
    return matmul(kernels, patches(image, height: height, width: width, window: window))
}

/// The same, written to a matrix with a row for each kernel and a column for each place of the window.
@inlinable
public func conv2d<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, _ kernels: Matrix<Scalar>, height: Int, width: Int, window: Window, into result: inout Matrix<Scalar>
) {
    requireKernels(image, kernels, height, width, window)
    let places = window.places(height: height, width: width)
    result.setToProduct(kernels, factorRows: kernels.columns, factorColumns: places.height * places.width, isFactorTransposed: false) {
        writePatches(image, height, width, window, $0)
    }
}

@usableFromInline
func requireKernels<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, _ kernels: Matrix<Scalar>, _ height: Int, _ width: Int, _ window: Window
) {
    requirePixels(image, height, width, "conv2d(image, kernels)")
    let terms = image.rows * window.height * window.width
    require(
        kernels.columns == terms,
        "conv2d(image, kernels): kernels is \(kernels.shapeDescription), but image has \(image.rows) channels and the window"
            + " \(window.height)×\(window.width): a kernel has \(terms) numbers")
}

extension Matrix {
    /// Becomes the product of `a` and of a matrix that `write` makes.
    @usableFromInline
    mutating func setToProduct(
        _ a: Matrix, factorRows: Int, factorColumns: Int, isFactorTransposed: Bool, _ write: (UnsafeMutablePointer<Scalar>) -> Void
    ) {
        let result = destination("conv2d(…, into:)", rows: a.rows, columns: isFactorTransposed ? factorRows : factorColumns)
        storage.multiply(
            a, into: result, isAdded: false, factorRows: factorRows, factorColumns: factorColumns, isFactorTransposed: isFactorTransposed,
            write)
    }
}

extension Storage {
    /// Multiplies `a` by a matrix that `write` makes, in memory that is lent.
    @usableFromInline
    func multiply(
        _ a: Matrix<Scalar>, into result: UnsafeMutablePointer<Scalar>, isAdded: Bool, factorRows: Int, factorColumns: Int,
        isFactorTransposed: Bool, _ write: (UnsafeMutablePointer<Scalar>) -> Void
    ) {
        var product = MatrixProduct(
            a.unsafeBaseAddress, a.unsafeBaseAddress, transposingB: isFactorTransposed, rows: a.rows,
            columns: isFactorTransposed ? factorRows : factorColumns, inner: a.columns, accumulating: isAdded)
        let count = factorRows * factorColumns
        withExtendedLifetime(a) {
            withScratch(count + product.scratchCount) { scratch in
                write(scratch)
                product.b.base = UnsafePointer(scratch)
                product.multiply(into: result, scratch: scratch + count)
            }
        }
    }
}

/// What a window sees of an image at every place: a row for each channel, row and column of the window, in this order, a column for
/// each place, places row after row.
@inlinable
public func patches<Scalar: VectorScalar>(_ image: Matrix<Scalar>, height: Int, width: Int, window: Window) -> Matrix<Scalar> {
    requirePixels(image, height, width, "patches(image)")
    let places = window.places(height: height, width: width)
    return withExtendedLifetime(image) {
        Matrix(rows: image.rows * window.height * window.width, columns: places.height * places.width) {
            writePatches(image, height, width, window, $0)
        }
    }
}

@inlinable
func writePatches<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, _ height: Int, _ width: Int, _ window: Window, _ result: UnsafeMutablePointer<Scalar>
) {
    let places = window.places(height: height, width: width)
    result.update(repeating: 0, count: image.rows * window.height * window.width * places.height * places.width)
    forEachRun(image.rows, height, width, window, places) { patch, pixel, count, stride in
        let (from, to) = (image.unsafeBaseAddress + pixel, result + patch)
        for index in 0..<count { to[index] = from[index * stride] }
    }
    withExtendedLifetime(image) {}
}

/// The transposed function of `patches`: every number is added to the pixel that it was taken from.
///
/// - Parameters:
///   - patches: As `patches` returns them.
///   - channels: Of the image.
///   - height: Of the image.
///   - width: Of the image.
///   - window: The window.
/// - Returns: A row for each channel, a column for each pixel.
@inlinable
public func imageFromPatches<Scalar: VectorScalar>(
    _ patches: Matrix<Scalar>, channels: Int, height: Int, width: Int, window: Window
) -> Matrix<Scalar> {
    let places = window.places(height: height, width: width)
    require(
        patches.rows == channels * window.height * window.width && patches.columns == places.height * places.width,
        "imageFromPatches: patches is \(patches.shapeDescription); \(channels) channels of \(height)×\(width) make"
            + " \(channels * window.height * window.width)×\(places.height * places.width)")
    return withExtendedLifetime(patches) {
        Matrix(rows: channels, columns: height * width) {
            addPatches(patches.unsafeBaseAddress, channels, height, width, window, $0)
        }
    }
}

@inlinable
func addPatches<Scalar: VectorScalar>(
    _ patches: UnsafePointer<Scalar>, _ channels: Int, _ height: Int, _ width: Int, _ window: Window,
    _ result: UnsafeMutablePointer<Scalar>
) {
    result.update(repeating: 0, count: channels * height * width)
    forEachRun(channels, height, width, window, window.places(height: height, width: width)) { patch, pixel, count, stride in
        let (from, to) = (patches + patch, result + pixel)
        for index in 0..<count { to[index * stride] += from[index] }
    }
}

/// The transposed function of `conv2d` in the image.
///
/// - Parameters:
///   - result: As `conv2d` returns it.
///   - kernels: As `conv2d` takes them.
///   - channels: Of the image.
///   - height: Of the image.
///   - width: Of the image.
///   - window: The extent of a kernel.
/// - Returns: A row for each channel, a column for each pixel.
@inlinable
public func conv2dImage<Scalar: VectorScalar>(
    _ result: Matrix<Scalar>, _ kernels: Matrix<Scalar>, channels: Int, height: Int, width: Int, window: Window
) -> Matrix<Scalar> {
    imageFromPatches(
        matmul(kernels, result, transposingA: true), channels: channels, height: height, width: width, window: window)
}

/// The same, written to a matrix with a row for each channel and a column for each pixel.
@inlinable
public func conv2dImage<Scalar: VectorScalar>(
    _ result: Matrix<Scalar>, _ kernels: Matrix<Scalar>, channels: Int, height: Int, width: Int, window: Window,
    into image: inout Matrix<Scalar>
) {
    let places = window.places(height: height, width: width)
    require(
        result.rows == kernels.rows && result.columns == places.height * places.width
            && kernels.columns == channels * window.height * window.width,
        "conv2dImage(result, kernels): result is \(result.shapeDescription), kernels is \(kernels.shapeDescription);"
            + " the window has \(places.height)×\(places.width) places in each of \(channels) channels")
    let pixels = image.destination("conv2dImage(…, into: image)", rows: channels, columns: height * width)
    image.withProduct(kernels, result) { addPatches($0, channels, height, width, window, pixels) }
}

extension Matrix {
    /// Calls `body` with the product of `a`, taken transposed, and `b`.
    @usableFromInline
    func withProduct(_ a: Matrix, _ b: Matrix, _ body: (UnsafePointer<Scalar>) -> Void) {
        let product = MatrixProduct(
            a.unsafeBaseAddress, transposingA: true, b.unsafeBaseAddress, rows: a.columns, columns: b.columns, inner: a.rows)
        let count = a.columns * b.columns
        withExtendedLifetime((a, b)) {
            storage.withScratch(count + product.scratchCount) { scratch in
                product.multiply(into: scratch, scratch: scratch + count)
                body(scratch)
            }
        }
    }
}

/// The transposed function of `conv2d` in the kernels.
///
/// - Parameters:
///   - result: As `conv2d` returns it.
///   - image: As `conv2d` takes it.
///   - columns: Of the kernels.
///   - height: Of the image.
///   - width: Of the image.
///   - window: The extent of a kernel.
/// - Returns: A row for each kernel.
@inlinable
public func conv2dKernels<Scalar: VectorScalar>(
    _ result: Matrix<Scalar>, _ image: Matrix<Scalar>, columns: Int, height: Int, width: Int, window: Window
) -> Matrix<Scalar> {
    requireColumns(columns, image, window)
    return matmul(result, patches(image, height: height, width: width, window: window), transposingB: true)
}

/// The same, written to a matrix with a row for each kernel.
@inlinable
public func conv2dKernels<Scalar: VectorScalar>(
    _ result: Matrix<Scalar>, _ image: Matrix<Scalar>, columns: Int, height: Int, width: Int, window: Window,
    into kernels: inout Matrix<Scalar>
) {
    requireColumns(columns, image, window)
    requirePixels(image, height, width, "conv2dKernels(result, image)")
    let places = window.places(height: height, width: width)
    requirePlaces(result, places, "conv2dKernels(result, image)")
    kernels.setToProduct(result, factorRows: columns, factorColumns: places.height * places.width, isFactorTransposed: true) {
        writePatches(image, height, width, window, $0)
    }
}

/// The same, added to a matrix with a row for each kernel.
@inlinable
public func conv2dKernels<Scalar: VectorScalar>(
    _ result: Matrix<Scalar>, _ image: Matrix<Scalar>, columns: Int, height: Int, width: Int, window: Window,
    addingTo kernels: inout Matrix<Scalar>
) {
    requireColumns(columns, image, window)
    requirePixels(image, height, width, "conv2dKernels(result, image)")
    let places = window.places(height: height, width: width)
    requirePlaces(result, places, "conv2dKernels(result, image)")
    let sum = kernels.sum("conv2dKernels(result, image, addingTo: kernels)", rows: result.rows, columns: columns)
    result.storage(with: image).multiply(
        result, into: sum, isAdded: true, factorRows: columns, factorColumns: places.height * places.width, isFactorTransposed: true
    ) {
        writePatches(image, height, width, window, $0)
    }
}

@usableFromInline
func requireColumns<Scalar: VectorScalar>(_ columns: Int, _ image: Matrix<Scalar>, _ window: Window) {
    require(
        columns == image.rows * window.height * window.width,
        "conv2dKernels(result, image): image is \(image.shapeDescription), and kernels have \(columns) columns")
}

/// Calls `body` for every run of places in a row whose pixel lies in the image, with the indices of its first patch element and its
/// first pixel, the number of elements, and the distance between pixels.
@inlinable @inline(__always)
func forEachRun(
    _ channels: Int, _ height: Int, _ width: Int, _ window: Window, _ places: (height: Int, width: Int),
    _ body: (_ patch: Int, _ pixel: Int, _ count: Int, _ stride: Int) -> Void
) {
    let stride = window.stride
    var patchRow = 0
    for channel in 0..<channels {
        for row in 0..<window.height {
            for column in 0..<window.width {
                // 0 <= x * stride + column - padding < width.
                let shift = column - window.padding
                let first = shift >= 0 ? 0 : (-shift + stride - 1) / stride
                let last = width - 1 - shift >= 0 ? min(places.width - 1, (width - 1 - shift) / stride) : -1
                if first <= last {
                    for y in 0..<places.height {
                        let imageRow = y * stride + row - window.padding
                        guard imageRow >= 0 && imageRow < height else { continue }
                        let patch = (patchRow * places.height + y) * places.width + first
                        body(patch, (channel * height + imageRow) * width + first * stride + shift, last - first + 1, stride)
                    }
                }
                patchRow += 1
            }
        }
    }
}

@usableFromInline
func requirePixels<Scalar: VectorScalar>(_ image: Matrix<Scalar>, _ height: Int, _ width: Int, _ name: StaticString) {
    require(
        height >= 0 && width >= 0 && image.columns == height * width,
        "\(name): image is \(image.shapeDescription), but a channel has \(height)×\(width) pixels")
}
