// Pooling of images by windows without padding, and its transposes. See `conv2d` for what an image is.

/// The largest pixel of every channel at every place of a window without padding; NaN if there is one.
///
/// - Returns: A row for each channel, a column for each place.
@inlinable
public func maxPool<Scalar: VectorScalar>(_ image: Matrix<Scalar>, height: Int, width: Int, window: Window) -> Matrix<Scalar> {
    pool(image, height, width, window, "maxPool(image)", start: -.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 }
}

/// The mean of the pixels of every channel at every place of a window without padding.
///
/// - Returns: A row for each channel, a column for each place.
@inlinable
public func averagePool<Scalar: VectorScalar>(_ image: Matrix<Scalar>, height: Int, width: Int, window: Window) -> Matrix<Scalar> {
    var result = pool(image, height, width, window, "averagePool(image)", start: 0) { $0 + $1 }
    result /= Scalar(window.height * window.width)
    return result
}

/// Where in each window the largest pixel stands first, or the first NaN if there is one: row · window.width + column, as a number.
///
/// - Returns: A row for each channel, a column for each place.
@inlinable
public func maxPoolOffsets<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, height: Int, width: Int, window: Window
) -> Matrix<Scalar> {
    requirePooling(image, height, width, window, "maxPoolOffsets(image)")
    let places = window.places(height: height, width: width)
    return withExtendedLifetime(image) {
        Matrix(rows: image.rows, columns: places.height * places.width) { result in
            var target = result
            forEachWindow(image.rows, height, width, window, places) { corner in
                let pixels = image.unsafeBaseAddress + corner
                var (best, value) = (0, pixels[0])
                for offset in 1..<max(window.height * window.width, 1) where !value.isNaN {
                    let next = pixels[offset / window.width * width + offset % window.width]
                    if next > value || next.isNaN { (best, value) = (offset, next) }
                }
                target.pointee = Scalar(best)
                target += 1
            }
        }
    }
}

/// The pixel at an offset in each window, as `maxPoolOffsets` counts them.
///
/// - Returns: A row for each channel, a column for each place.
@inlinable
public func pooled<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, offsets: Matrix<Scalar>, height: Int, width: Int, window: Window
) -> Matrix<Scalar> {
    requirePooling(image, height, width, window, "pooled(image)")
    let places = window.places(height: height, width: width)
    requirePlaces(offsets, places, "pooled(image, offsets:)")
    return withExtendedLifetime((image, offsets)) {
        Matrix(rows: image.rows, columns: places.height * places.width) { result in
            var index = 0
            forEachWindow(image.rows, height, width, window, places) { corner in
                let offset = Int(offsets.unsafeBaseAddress[index])
                result[index] = image.unsafeBaseAddress[corner + offset / window.width * width + offset % window.width]
                index += 1
            }
        }
    }
}

/// The transposed function of `pooled`: every number is added to the pixel that it was taken from.
///
/// - Returns: A row for each channel, a column for each of height × width pixels.
@inlinable
public func unpooled<Scalar: VectorScalar>(
    _ pooled: Matrix<Scalar>, offsets: Matrix<Scalar>, height: Int, width: Int, window: Window
) -> Matrix<Scalar> {
    let places = window.places(height: height, width: width)
    requirePlaces(pooled, places, "unpooled(pooled)")
    requirePlaces(offsets, places, "unpooled(pooled, offsets:)")
    return withExtendedLifetime((pooled, offsets)) {
        Matrix(rows: pooled.rows, columns: height * width) { image in
            image.initialize(repeating: 0, count: pooled.rows * height * width)
            var index = 0
            forEachWindow(pooled.rows, height, width, window, places) { corner in
                let offset = Int(offsets.unsafeBaseAddress[index])
                image[corner + offset / window.width * width + offset % window.width] += pooled.unsafeBaseAddress[index]
                index += 1
            }
        }
    }
}

/// The transposed function of `averagePool`: every number is shared among the pixels of its window.
///
/// - Returns: A row for each channel, a column for each of height × width pixels.
@inlinable
public func averageUnpool<Scalar: VectorScalar>(
    _ pooled: Matrix<Scalar>, height: Int, width: Int, window: Window
) -> Matrix<Scalar> {
    let places = window.places(height: height, width: width)
    requirePlaces(pooled, places, "averageUnpool(pooled)")
    let shares = pooled / Scalar(window.height * window.width)
    return withExtendedLifetime(shares) {
        Matrix(rows: pooled.rows, columns: height * width) { image in
            image.initialize(repeating: 0, count: pooled.rows * height * width)
            var index = 0
            forEachWindow(pooled.rows, height, width, window, places) { corner in
                let share = shares.unsafeBaseAddress[index]
                for row in 0..<window.height {
                    for column in 0..<window.width { image[corner + row * width + column] += share }
                }
                index += 1
            }
        }
    }
}

@inlinable @inline(__always)
func pool<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, _ height: Int, _ width: Int, _ window: Window, _ name: String, start: Scalar,
    _ combine: (Scalar, Scalar) -> Scalar
) -> Matrix<Scalar> {
    requirePooling(image, height, width, window, name)
    let places = window.places(height: height, width: width)
    return withExtendedLifetime(image) {
        Matrix(rows: image.rows, columns: places.height * places.width) { result in
            var target = result
            forEachWindow(image.rows, height, width, window, places) { corner in
                var value = start
                for row in 0..<window.height {
                    let pixels = image.unsafeBaseAddress + corner + row * width
                    for column in 0..<window.width { value = combine(value, pixels[column]) }
                }
                target.pointee = value
                target += 1
            }
        }
    }
}

/// Calls `body` with the index of the first pixel that a window sees, for every channel and place.
@inlinable @inline(__always)
func forEachWindow(
    _ channels: Int, _ height: Int, _ width: Int, _ window: Window, _ places: (height: Int, width: Int), _ body: (Int) -> Void
) {
    for channel in 0..<channels {
        for y in 0..<places.height {
            for x in 0..<places.width { body(channel * height * width + (y * width + x) * window.stride) }
        }
    }
}

@usableFromInline
func requirePooling<Scalar: VectorScalar>(
    _ image: Matrix<Scalar>, _ height: Int, _ width: Int, _ window: Window, _ name: String
) {
    requirePixels(image, height, width, name)
    require(window.padding == 0, "\(name): the window has padding \(window.padding); pooling takes none")
}

@usableFromInline
func requirePlaces<Scalar: VectorScalar>(_ matrix: Matrix<Scalar>, _ places: (height: Int, width: Int), _ name: String) {
    require(
        matrix.columns == places.height * places.width,
        "\(name): a matrix of \(matrix.shapeDescription) where the window has \(places.height)×\(places.width) places")
}
