// Elementwise loops. They are plain loops over memory, which the compiler vectorizes.

/// An operation on two numbers, element by element.
public enum ElementwiseOperation: Sendable {
    /// The four operations of arithmetic.
    case add, subtract, multiply, divide
    /// The larger and the smaller number, as Swift's `max` and `min` decide.
    case max, min
    /// 1 where the comparison holds, else 0.
    case isEqual, isLess, isAtMost
}

// Where the result is an operand, the loop is written with one pointer for both: of two that are equal the compiler does not know that
// it may vectorize.

@inline(__always)
func combineLoop<Scalar: VectorScalar>(
    _ operation: ElementwiseOperation, _ x: UnsafePointer<Scalar>, _ y: UnsafePointer<Scalar>, _ result: UnsafeMutablePointer<Scalar>,
    _ count: Int
) {
    if x == UnsafePointer(result) {
        plainLoop(operation, UnsafePointer(result), y, result, count)
    } else if y == UnsafePointer(result) {
        plainLoop(operation, x, UnsafePointer(result), result, count)
    } else {
        plainLoop(operation, x, y, result, count)
    }
}

@inline(__always)
func combineLoop<Scalar: VectorScalar>(
    _ operation: ElementwiseOperation, _ x: UnsafePointer<Scalar>, _ y: Scalar, _ result: UnsafeMutablePointer<Scalar>, _ count: Int
) {
    if x == UnsafePointer(result) {
        plainLoop(operation, UnsafePointer(result), y, result, count)
    } else {
        plainLoop(operation, x, y, result, count)
    }
}

@inline(__always)
func combineLoop<Scalar: VectorScalar>(
    _ operation: ElementwiseOperation, _ x: Scalar, _ y: UnsafePointer<Scalar>, _ result: UnsafeMutablePointer<Scalar>, _ count: Int
) {
    if y == UnsafePointer(result) {
        plainLoop(operation, x, UnsafePointer(result), result, count)
    } else {
        plainLoop(operation, x, y, result, count)
    }
}

@inline(__always)
private func plainLoop<Scalar: VectorScalar>(
    _ operation: ElementwiseOperation, _ x: UnsafePointer<Scalar>, _ y: UnsafePointer<Scalar>, _ result: UnsafeMutablePointer<Scalar>,
    _ count: Int
) {
    switch operation {
    case .add: for index in 0..<count { result[index] = x[index] + y[index] }
    case .subtract: for index in 0..<count { result[index] = x[index] - y[index] }
    case .multiply: for index in 0..<count { result[index] = x[index] * y[index] }
    case .divide: for index in 0..<count { result[index] = x[index] / y[index] }
    case .max: for index in 0..<count { result[index] = y[index] >= x[index] ? y[index] : x[index] }
    case .min: for index in 0..<count { result[index] = y[index] < x[index] ? y[index] : x[index] }
    case .isEqual: for index in 0..<count { result[index] = x[index] == y[index] ? 1 : 0 }
    case .isLess: for index in 0..<count { result[index] = x[index] < y[index] ? 1 : 0 }
    case .isAtMost: for index in 0..<count { result[index] = x[index] <= y[index] ? 1 : 0 }
    }
}

@inline(__always)
private func plainLoop<Scalar: VectorScalar>(
    _ operation: ElementwiseOperation, _ x: UnsafePointer<Scalar>, _ y: Scalar, _ result: UnsafeMutablePointer<Scalar>, _ count: Int
) {
    switch operation {
    case .add: for index in 0..<count { result[index] = x[index] + y }
    case .subtract: for index in 0..<count { result[index] = x[index] - y }
    case .multiply: for index in 0..<count { result[index] = x[index] * y }
    case .divide: for index in 0..<count { result[index] = x[index] / y }
    case .max: for index in 0..<count { result[index] = y >= x[index] ? y : x[index] }
    case .min: for index in 0..<count { result[index] = y < x[index] ? y : x[index] }
    case .isEqual: for index in 0..<count { result[index] = x[index] == y ? 1 : 0 }
    case .isLess: for index in 0..<count { result[index] = x[index] < y ? 1 : 0 }
    case .isAtMost: for index in 0..<count { result[index] = x[index] <= y ? 1 : 0 }
    }
}

@inline(__always)
private func plainLoop<Scalar: VectorScalar>(
    _ operation: ElementwiseOperation, _ x: Scalar, _ y: UnsafePointer<Scalar>, _ result: UnsafeMutablePointer<Scalar>, _ count: Int
) {
    switch operation {
    case .add: for index in 0..<count { result[index] = x + y[index] }
    case .subtract: for index in 0..<count { result[index] = x - y[index] }
    case .multiply: for index in 0..<count { result[index] = x * y[index] }
    case .divide: for index in 0..<count { result[index] = x / y[index] }
    case .max: for index in 0..<count { result[index] = y[index] >= x ? y[index] : x }
    case .min: for index in 0..<count { result[index] = y[index] < x ? y[index] : x }
    case .isEqual: for index in 0..<count { result[index] = x == y[index] ? 1 : 0 }
    case .isLess: for index in 0..<count { result[index] = x < y[index] ? 1 : 0 }
    case .isAtMost: for index in 0..<count { result[index] = x <= y[index] ? 1 : 0 }
    }
}

@inline(__always)
func absoluteLoop<Scalar: VectorScalar>(_ x: UnsafePointer<Scalar>, _ result: UnsafeMutablePointer<Scalar>, _ count: Int) {
    for index in 0..<count { result[index] = x[index].magnitude }
}

@inline(__always)
func chooseLoop<Scalar: VectorScalar>(
    _ condition: UnsafePointer<Scalar>, _ x: UnsafePointer<Scalar>, _ y: UnsafePointer<Scalar>, _ result: UnsafeMutablePointer<Scalar>,
    _ count: Int
) {
    for index in 0..<count { result[index] = condition[index] != 0 ? x[index] : y[index] }
}

/// result += factor · x.
@inline(__always)
func addScaledLoop<Scalar: VectorScalar>(
    _ factor: Scalar, _ x: UnsafePointer<Scalar>, _ result: UnsafeMutablePointer<Scalar>, _ count: Int
) {
    for index in 0..<count { result[index] = multiplyAdd(factor, x[index], result[index]) }
}
