// Pooling of images by windows without padding, and its transposes. See `conv2d` for what an image is.

/// The largest pixel of every channel at every place of a window without padding; NaN if there is one.
///
/// - Returns: A row for each channel, a column for each place.
@inlinable
public func maxPool<Scalar: VectorScalar>(_ image: Matrix<Scalar>, height: Int, width: Int, window: Window) -> Matrix<Scalar> {
    pooled(image, height, width, window, "maxPool(image)") { writeMaxima(image, height, width, window, $0) }
}

/// The same, written to a matrix with a row for each channel and a column for each place.
@inlinable
public func maxPool<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, height: Int, width: Int, window: Window, into y: inout Matrix<Scalar>
) {
    let result = y.pool(image, height, width, window, "maxPool(image, into: y)")
    writeMaxima(image, height, width, window, result)
}

@inlinable
func writeMaxima<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, _ height: Int, _ width: Int, _ window: Window, _ result: UnsafeMutablePointer<Scalar>
) {
    pool(image, height, width, window, start: -.infinity, result) { $1 > $0 || $1.isNaN ? $1 : $0 }
}

/// The mean of the pixels of every channel at every place of a window without padding.
///
/// - Returns: A row for each channel, a column for each place.
@inlinable
public func averagePool<Scalar: VectorScalar>(_ image: Matrix<Scalar>, height: Int, width: Int, window: Window) -> Matrix<Scalar> {
    pooled(image, height, width, window, "averagePool(image)") { writeMeans(image, height, width, window, $0) }
}

/// The same, written to a matrix with a row for each channel and a column for each place.
@inlinable
public func averagePool<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, height: Int, width: Int, window: Window, into y: inout Matrix<Scalar>
) {
    let result = y.pool(image, height, width, window, "averagePool(image, into: y)")
    writeMeans(image, height, width, window, result)
}

@inlinable
func writeMeans<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, _ height: Int, _ width: Int, _ window: Window, _ result: UnsafeMutablePointer<Scalar>
) {
    pool(image, height, width, window, start: 0, result) { $0 + $1 }
    let places = window.places(height: height, width: width)
    let count = image.rows * places.height * places.width
    Scalar._combine(.divide, result, Scalar(window.height * window.width), result, count)
}

/// Where in each window the largest pixel stands first, or the first NaN if there is one: row · window.width + column, as a number.
///
/// - Returns: A row for each channel, a column for each place.
@inlinable
public func maxPoolOffsets<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, height: Int, width: Int, window: Window
) -> Matrix<Scalar> {
    pooled(image, height, width, window, "maxPoolOffsets(image)") { writeOffsets(image, height, width, window, $0) }
}

/// The same, written to a matrix with a row for each channel and a column for each place.
@inlinable
public func maxPoolOffsets<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, height: Int, width: Int, window: Window, into y: inout Matrix<Scalar>
) {
    let result = y.pool(image, height, width, window, "maxPoolOffsets(image, into: y)")
    writeOffsets(image, height, width, window, result)
}

@inlinable
func writeOffsets<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, _ height: Int, _ width: Int, _ window: Window, _ result: UnsafeMutablePointer<Scalar>
) {
    var target = result
    forEachWindow(image.rows, height, width, window) { corner in
        let pixels = image.unsafeBaseAddress + corner
        var (best, value) = (0, pixels[0])
        for offset in 1..<max(window.height * window.width, 1) where !value.isNaN {
            let next = pixels[offset / window.width * width + offset % window.width]
            if next > value || next.isNaN { (best, value) = (offset, next) }
        }
        target.pointee = Scalar(best)
        target += 1
    }
    withExtendedLifetime(image) {}
}

/// The pixel at an offset in each window, as `maxPoolOffsets` counts them.
///
/// - Returns: A row for each channel, a column for each place.
@inlinable
public func pooled<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, offsets: Matrix<Scalar>, height: Int, width: Int, window: Window
) -> Matrix<Scalar> {
    requirePlaces(offsets, window.places(height: height, width: width), "pooled(image, offsets:)")
    return pooled(image, height, width, window, "pooled(image)") { writePixels(image, offsets, height, width, window, $0) }
}

/// The same, written to a matrix with a row for each channel and a column for each place.
@inlinable
public func pooled<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, offsets: Matrix<Scalar>, height: Int, width: Int, window: Window, into y: inout Matrix<Scalar>
) {
    requirePlaces(offsets, window.places(height: height, width: width), "pooled(image, offsets:, into: y)")
    let result = y.pool(image, height, width, window, "pooled(image, into: y)")
    writePixels(image, offsets, height, width, window, result)
}

@inlinable
func writePixels<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, _ offsets: Matrix<Scalar>, _ height: Int, _ width: Int, _ window: Window,
    _ result: UnsafeMutablePointer<Scalar>
) {
    var index = 0
    forEachWindow(image.rows, height, width, window) { corner in
        let offset = Int(offsets.unsafeBaseAddress[index])
        result[index] = image.unsafeBaseAddress[corner + offset / window.width * width + offset % window.width]
        index += 1
    }
    withExtendedLifetime((image, offsets)) {}
}

/// The transposed function of `pooled`: every number is added to the pixel that it was taken from.
///
/// - Returns: A row for each channel, a column for each of height × width pixels.
@inlinable
public func unpooled<Scalar: VectorScalar>(
    _ pooled: Matrix<Scalar>, offsets: Matrix<Scalar>, height: Int, width: Int, window: Window
) -> Matrix<Scalar> {
    Matrix(rows: pooled.rows, columns: height * width) { scatter(pooled, offsets, height, width, window, $0) }
}

/// The same, written to a matrix with a row for each channel and a column for each pixel.
@inlinable
public func unpooled<Scalar: VectorScalar>(
    _ pooled: Matrix<Scalar>, offsets: Matrix<Scalar>, height: Int, width: Int, window: Window, into image: inout Matrix<Scalar>
) {
    let result = image.destination("unpooled(pooled, into: image)", rows: pooled.rows, columns: height * width)
    scatter(pooled, offsets, height, width, window, result)
}

@inlinable
func scatter<Scalar: VectorScalar>(
    _ pooled: Matrix<Scalar>, _ offsets: Matrix<Scalar>, _ height: Int, _ width: Int, _ window: Window,
    _ image: UnsafeMutablePointer<Scalar>
) {
    let places = window.places(height: height, width: width)
    requirePlaces(pooled, places, "unpooled(pooled)")
    requirePlaces(offsets, places, "unpooled(pooled, offsets:)")
    image.initialize(repeating: 0, count: pooled.rows * height * width)
    var index = 0
    forEachWindow(pooled.rows, height, width, window) { corner in
        let offset = Int(offsets.unsafeBaseAddress[index])
        image[corner + offset / window.width * width + offset % window.width] += pooled.unsafeBaseAddress[index]
        index += 1
    }
    withExtendedLifetime((pooled, offsets)) {}
}

/// The transposed function of `averagePool`: every number is shared among the pixels of its window.
///
/// - Returns: A row for each channel, a column for each of height × width pixels.
@inlinable
public func averageUnpool<Scalar: VectorScalar>(
    _ pooled: Matrix<Scalar>, height: Int, width: Int, window: Window
) -> Matrix<Scalar> {
    Matrix(rows: pooled.rows, columns: height * width) { share(pooled, height, width, window, $0) }
}

/// The same, written to a matrix with a row for each channel and a column for each pixel.
@inlinable
public func averageUnpool<Scalar: VectorScalar>(
    _ pooled: Matrix<Scalar>, height: Int, width: Int, window: Window, into image: inout Matrix<Scalar>
) {
    let result = image.destination("averageUnpool(pooled, into: image)", rows: pooled.rows, columns: height * width)
    share(pooled, height, width, window, result)
}

@inlinable
func share<Scalar: VectorScalar>(
    _ pooled: Matrix<Scalar>, _ height: Int, _ width: Int, _ window: Window, _ image: UnsafeMutablePointer<Scalar>
) {
    requirePlaces(pooled, window.places(height: height, width: width), "averageUnpool(pooled)")
    image.initialize(repeating: 0, count: pooled.rows * height * width)
    let area = Scalar(window.height * window.width)
    var index = 0
    forEachWindow(pooled.rows, height, width, window) { corner in
        let share = pooled.unsafeBaseAddress[index] / area
        for row in 0..<window.height {
            for column in 0..<window.width { image[corner + row * width + column] += share }
        }
        index += 1
    }
    withExtendedLifetime(pooled) {}
}

@inlinable @inline(__always)
func pool<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, _ height: Int, _ width: Int, _ window: Window, start: Scalar, _ result: UnsafeMutablePointer<Scalar>,
    _ combine: (Scalar, Scalar) -> Scalar
) {
    var target = result
    forEachWindow(image.rows, height, width, window) { corner in
        var value = start
        for row in 0..<window.height {
            let pixels = image.unsafeBaseAddress + corner + row * width
            for column in 0..<window.width { value = combine(value, pixels[column]) }
        }
        target.pointee = value
        target += 1
    }
    withExtendedLifetime(image) {}
}

/// A row for each channel and a column for each place, written by `body`.
@inlinable @inline(__always)
func pooled<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, _ height: Int, _ width: Int, _ window: Window, _ name: StaticString,
    _ body: (UnsafeMutablePointer<Scalar>) -> Void
) -> Matrix<Scalar> {
    requirePooling(image, height, width, window, name)
    let places = window.places(height: height, width: width)
    return Matrix(rows: image.rows, columns: places.height * places.width, initializingWith: body)
}

extension Matrix {
    /// Where a number for each channel and place of `image` is written.
    @usableFromInline
    mutating func pool(
        _ image: Matrix, _ height: Int, _ width: Int, _ window: Window, _ name: StaticString
    ) -> UnsafeMutablePointer<Scalar> {
        requirePooling(image, height, width, window, name)
        let places = window.places(height: height, width: width)
        return destination(name, rows: image.rows, columns: places.height * places.width)
    }
}

/// Calls `body` with the index of the first pixel that a window sees, for every channel and place.
@inlinable @inline(__always)
func forEachWindow(
    _ channels: Int, _ height: Int, _ width: Int, _ window: Window, _ body: (Int) -> Void
) {
    let places = window.places(height: height, width: width)
    for channel in 0..<channels {
        for y in 0..<places.height {
            for x in 0..<places.width { body(channel * height * width + (y * width + x) * window.stride) }
        }
    }
}

@usableFromInline
func requirePooling<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, _ height: Int, _ width: Int, _ window: Window, _ name: StaticString
) {
    requirePixels(image, height, width, name)
    require(window.padding == 0, "\(name): the window has padding \(window.padding); pooling takes none")
}

@usableFromInline
func requirePlaces<Scalar: VectorScalar>(_ matrix: Matrix<Scalar>, _ places: (height: Int, width: Int), _ name: StaticString) {
    require(
        matrix.columns == places.height * places.width,
        "\(name): a matrix of \(matrix.shapeDescription) where the window has \(places.height)×\(places.width) places")
}
