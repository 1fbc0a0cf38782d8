// Convolution and pooling of images: matrices with a row for each channel and a column for each pixel. The three ops of convolution are each
// other's transposes, and so are those of pooling; none makes the matrix of what all windows see.

let conv2dOp = OpDefinition(
    "conv2d", .tensor(.forms([.matrix, .matrix], ints: 0, .matrix)),
    derivative: .convolution { b, op, x, index, ct, extents in
        index == 0
            ? b.emit(.conv2dImage(op.sampling), ct, x[1], extents[0]) : b.emit(.conv2dKernels(op.sampling), ct, x[0], extents[1])
    },
    evaluateArrays: { op, x throws(Trap) -> Datum in
        let (image, kernels) = (x[0], x[1])
        try op.sampling.expect(image, columns: op.sampling.pixelCount)
        try op.sampling.expect(kernels, columns: image.extent(0) * op.sampling.area)
        var result = Sums(rows: kernels.extent(0), columns: op.sampling.placeCount, like: image)
        try op.sampling.forEachTerm(image.extent(0), kernels.extent(0)) { term throws(Trap) in
            try result.add(image[term.channel, term.pixel], kernels[term.kernel, term.tap], at: term.kernel, term.place)
        }
        return result.datum
    },
    spelling: .window("conv2d"), cost: Cost(adds: 1, multiplies: 1), samples: [matrixSample + matrixSample.reversed()])

let conv2dImageOp = OpDefinition(
    "conv2dImage", .tensor(.forms([.matrix, .matrix], ints: 1, .matrix)),
    derivative: .convolution { b, op, x, index, ct, extents in
        index == 0 ? b.emit(.conv2d(op.sampling), ct, x[1]) : b.emit(.conv2dKernels(op.sampling), x[0], ct, extents[1])
    },
    evaluateArrays: { op, x throws(Trap) -> Datum in
        let (result, kernels, channels) = (x[0], x[1], try count(x[2]))
        try op.sampling.expect(result, rows: kernels.extent(0), columns: op.sampling.placeCount)
        try op.sampling.expect(kernels, columns: channels * op.sampling.area)
        var image = Sums(rows: channels, columns: op.sampling.pixelCount, like: result)
        try op.sampling.forEachTerm(channels, kernels.extent(0)) { term throws(Trap) in
            try image.add(result[term.kernel, term.place], kernels[term.kernel, term.tap], at: term.channel, term.pixel)
        }
        return image.datum
    },
    spelling: .window("conv2dImage"), cost: Cost(adds: 1, multiplies: 1), samples: [matrixSample + matrixSample.reversed() + [3]])

let conv2dKernelsOp = OpDefinition(
    "conv2dKernels", .tensor(.forms([.matrix, .matrix], ints: 1, .matrix)),
    derivative: .convolution { b, op, x, index, ct, extents in
        index == 0 ? b.emit(.conv2d(op.sampling), x[1], ct) : b.emit(.conv2dImage(op.sampling), x[0], ct, extents[0])
    },
    evaluateArrays: { op, x throws(Trap) -> Datum in
        let (result, image) = (x[0], x[1])
        try op.sampling.expect(image, columns: op.sampling.pixelCount)
        try op.sampling.expect(result, columns: op.sampling.placeCount)
        guard try count(x[2]) == image.extent(0) * op.sampling.area else { throw Trap("kernels of another shape") }
        var kernels = Sums(rows: result.extent(0), columns: try count(x[2]), like: result)
        try op.sampling.forEachTerm(image.extent(0), result.extent(0)) { term throws(Trap) in
            try kernels.add(result[term.kernel, term.place], image[term.channel, term.pixel], at: term.kernel, term.tap)
        }
        return kernels.datum
    },
    spelling: .window("conv2dKernels"), cost: Cost(adds: 1, multiplies: 1), samples: [matrixSample + matrixSample.reversed() + [3]])

let maxPoolOp = OpDefinition(
    "maxPool", .tensor(.forms([.matrix], ints: 0, .matrix)),
    derivative: .composite { b, op, x, _, dx in
        dx[0].map { b.emit(.pooled(op.sampling), $0, b.emit(.maxPoolOffsets(op.sampling), x[0])) }
    },
    evaluateArrays: { op, x throws(Trap) -> Datum in
        let offsets = try offsetsOfLargest(x[0], op.sampling)
        return try pooled(x[0], offsets, op.sampling)
    },
    spelling: .window("maxPool"), cost: .add, samples: [matrixSample])

let maxPoolOffsetsOp = OpDefinition(
    "maxPoolOffsets", .tensor(.forms([.matrix], ints: 0, .matrix)), derivative: .zero,
    evaluateArrays: { op, x throws(Trap) -> Datum in try offsetsOfLargest(x[0], op.sampling) },
    spelling: .window("maxPoolOffsets"), cost: .add, samples: [matrixSample])

let pooledOp = OpDefinition(
    "pooled", .tensor(.forms([.matrix, .matrix], ints: 0, .matrix)),
    derivative: .linear(
        apply: { b, op, x, _, dx in dx[0].map { b.emit(op, $0, x[1]) } },
        transpose: { b, op, x, index, _, ct in index == 0 ? b.emit(.unpooled(op.sampling), ct, x[1]) : nil }),
    evaluateArrays: { op, x throws(Trap) -> Datum in try pooled(x[0], x[1], op.sampling) },
    spelling: .window("pooled"), cost: .free, samples: [matrixSample + offsetSample])

let unpooledOp = OpDefinition(
    "unpooled", .tensor(.forms([.matrix, .matrix], ints: 0, .matrix)),
    derivative: .linear(
        apply: { b, op, x, _, dx in dx[0].map { b.emit(op, $0, x[1]) } },
        transpose: { b, op, x, index, _, ct in index == 0 ? b.emit(.pooled(op.sampling), ct, x[1]) : nil }),
    evaluateArrays: { op, x throws(Trap) -> Datum in
        try op.sampling.expect(x[0], rows: x[1].extent(0), columns: op.sampling.placeCount)
        try op.sampling.expect(x[1], columns: op.sampling.placeCount)
        var image = Sums(rows: x[0].extent(0), columns: op.sampling.pixelCount, like: x[0])
        for channel in 0..<x[0].extent(0) {
            for place in 0..<op.sampling.placeCount {
                let pixel = op.sampling.pixel(at: place, offset: Int(x[1][channel, place].double))
                try image.add(x[0][channel, place], at: channel, pixel)
            }
        }
        return image.datum
    },
    spelling: .window("unpooled"), cost: .add, samples: [matrixSample + offsetSample])

let averagePoolOp = OpDefinition(
    "averagePool", .tensor(.forms([.matrix], ints: 0, .matrix)),
    derivative: .linear(
        apply: { b, op, _, _, dx in dx[0].map { b.emit(op, $0) } },
        transpose: { b, op, _, _, _, ct in b.emit(.averageUnpool(op.sampling), ct) }),
    evaluateArrays: { op, x throws(Trap) -> Datum in
        try op.sampling.expect(x[0], columns: op.sampling.pixelCount)
        var means = Sums(rows: x[0].extent(0), columns: op.sampling.placeCount, like: x[0])
        for channel in 0..<x[0].extent(0) {
            for place in 0..<op.sampling.placeCount {
                for offset in 0..<op.sampling.area {
                    try means.add(x[0][channel, op.sampling.pixel(at: place, offset: offset)], at: channel, place)
                }
            }
        }
        return try means.datum.divided(by: op.sampling.area)
    },
    spelling: .window("averagePool"), cost: .add, samples: [matrixSample])

let averageUnpoolOp = OpDefinition(
    "averageUnpool", .tensor(.forms([.matrix], ints: 0, .matrix)),
    derivative: .linear(
        apply: { b, op, _, _, dx in dx[0].map { b.emit(op, $0) } },
        transpose: { b, op, _, _, _, ct in b.emit(.averagePool(op.sampling), ct) }),
    evaluateArrays: { op, x throws(Trap) -> Datum in
        try op.sampling.expect(x[0], columns: op.sampling.placeCount)
        let shares = try x[0].divided(by: op.sampling.area)
        var image = Sums(rows: x[0].extent(0), columns: op.sampling.pixelCount, like: x[0])
        for channel in 0..<x[0].extent(0) {
            for place in 0..<op.sampling.placeCount {
                for offset in 0..<op.sampling.area {
                    try image.add(shares[channel, place], at: channel, op.sampling.pixel(at: place, offset: offset))
                }
            }
        }
        return image.datum
    },
    spelling: .window("averageUnpool"), cost: .add, samples: [matrixSample])

/// Of the windows of one pixel that samples have: offsets between two whole numbers, where their derivative is that of a constant.
private let offsetSample: [Double] = Array(repeating: 0.5, count: 9)

/// Where in each window the largest pixel stands first, and the first NaN if there is one.
private func offsetsOfLargest(_ image: Datum, _ sampling: Op.Sampling) throws(Trap) -> Datum {
    try sampling.expect(image, columns: sampling.pixelCount)
    var offsets: [Scalar] = []
    for channel in 0..<image.extent(0) {
        for place in 0..<sampling.placeCount {
            var (best, value) = (0, image[channel, sampling.pixel(at: place, offset: 0)])
            for offset in 1..<Swift.max(sampling.area, 1) where !value.double.isNaN {
                let next = image[channel, sampling.pixel(at: place, offset: offset)]
                if next.double > value.double || next.double.isNaN { (best, value) = (offset, next) }
            }
            offsets.append(Scalar(Double(best), as: value.element))
        }
    }
    return .matrix(columns: sampling.placeCount, offsets)
}

private func pooled(_ image: Datum, _ offsets: Datum, _ sampling: Op.Sampling) throws(Trap) -> Datum {
    try sampling.expect(image, rows: offsets.extent(0), columns: sampling.pixelCount)
    try sampling.expect(offsets, columns: sampling.placeCount)
    var numbers: [Scalar] = []
    for channel in 0..<image.extent(0) {
        for place in 0..<sampling.placeCount {
            numbers.append(image[channel, sampling.pixel(at: place, offset: Int(offsets[channel, place].double))])
        }
    }
    return .matrix(columns: sampling.placeCount, numbers)
}

/// A matrix that sums are added up in.
private struct Sums {
    private var elements: [Scalar]
    private let columns: Int

    init(rows: Int, columns: Int, like model: Datum) {
        elements = Array(repeating: Scalar(0, as: model.elements.first?.element ?? .f64), count: rows * columns)
        self.columns = columns
    }

    var datum: Datum { .matrix(columns: columns, elements) }

    mutating func add(_ x: Scalar, _ y: Scalar, at row: Int, _ column: Int) throws(Trap) {
        try add(try multiplyOp.evaluate(.multiply, [x, y]), at: row, column)
    }

    mutating func add(_ x: Scalar, at row: Int, _ column: Int) throws(Trap) {
        let index = row * columns + column
        elements[index] = try addOp.evaluate(.add, [elements[index], x])
    }
}

extension Datum {
    fileprivate subscript(row: Int, column: Int) -> Scalar { elements[row * extent(1) + column] }

    fileprivate func divided(by count: Int) throws(Trap) -> Datum {
        with(
            try elements.map { number throws(Trap) in try divideOp.evaluate(.divide, [number, Scalar(Double(count), as: number.element)]) })
    }
}

extension Op {
    package var sampling: Sampling {
        switch self {
        case .conv2d(let sampling), .conv2dImage(let sampling), .conv2dKernels(let sampling), .maxPool(let sampling),
            .maxPoolOffsets(let sampling), .pooled(let sampling), .unpooled(let sampling), .averagePool(let sampling),
            .averageUnpool(let sampling):
            sampling
        default: preconditionFailure("\(self) has no window")
        }
    }
}

extension Op.Sampling: CustomStringConvertible {
    /// Of three pixels, one at a time: what tests of single ops take.
    static let pixels = Op.Sampling(imageHeight: 1, imageWidth: 3, height: 1, width: 1)!

    @usableFromInline package var description: String { "\(imageHeight).\(imageWidth).\(height).\(width).\(stride).\(padding)" }

    /// What `description` says.
    init?(parsing text: Substring) {
        let numbers = text.split(separator: ".").compactMap { Int($0) }
        guard numbers.count == 6 else { return nil }
        self.init(
            imageHeight: numbers[0], imageWidth: numbers[1], height: numbers[2], width: numbers[3], stride: numbers[4], padding: numbers[5])
    }

    fileprivate func expect(_ matrix: Datum, rows: Int? = nil, columns: Int) throws(Trap) {
        guard matrix.extent(1) == columns, rows.map({ $0 == matrix.extent(0) }) ?? true else {
            throw Trap("\(matrix.extent(0))×\(matrix.extent(1)) numbers under a window of another shape")
        }
    }

    /// The pixel that a window without padding sees: counted row after row, as places and offsets in the window are.
    fileprivate func pixel(at place: Int, offset: Int) -> Int {
        let (down, right) = (place / places.width * Int(stride), place % places.width * Int(stride))
        return (down + offset / Int(width)) * Int(imageWidth) + right + offset % Int(width)
    }

    /// What a correlation multiplies.
    fileprivate struct Term {
        var kernel, channel, pixel, place: Int
        /// The column of the kernels.
        var tap: Int
    }

    fileprivate func forEachTerm(_ channels: Int, _ kernels: Int, _ body: (Term) throws(Trap) -> Void) throws(Trap) {
        for kernel in 0..<kernels {
            for place in 0..<placeCount {
                for tap in 0..<channels * area {
                    let offset = tap % area
                    let row = place / places.width * Int(stride) + offset / Int(width) - Int(padding)
                    let column = place % places.width * Int(stride) + offset % Int(width) - Int(padding)
                    guard row >= 0, row < imageHeight, column >= 0, column < imageWidth else { continue }
                    let pixel = row * Int(imageWidth) + column
                    try body(Term(kernel: kernel, channel: tap / area, pixel: pixel, place: place, tap: tap))
                }
            }
        }
    }
}
