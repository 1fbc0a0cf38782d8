// Operations that write their result where the caller says. They do what the operation of the same name without `into:` does, bit for bit,
// and allocate nothing where the destination is nobody else's. The destination has the shape of the result; it may be an operand.

extension NumericArray {
    /// Where a result of the same shape is written: its own memory, or new memory where others see that.
    @inlinable
    mutating func destination(_ name: StaticString, like operand: Self) -> UnsafeMutablePointer<Scalar> {
        if !hasShape(of: operand) { shapeMismatch(name, operand.shapeDescription) }
        return unsafeDestination()
    }

    @inlinable
    func shapeMismatch(_ name: StaticString, _ shape: String) -> Never {
        fatalError("\(name): the result has \(shape), its destination has \(shapeDescription)")
    }

    /// The same elements in memory of their own.
    @inlinable
    public func copied() -> Self {
        withExtendedLifetime(self) { withSameShape { $0.update(from: unsafeBaseAddress, count: count) } }
    }

    /// Every element becomes `value`.
    @inlinable
    public mutating func fill(_ value: Scalar) {
        let count = count
        unsafeDestination().update(repeating: value, count: count)
    }
}

/// The elements of `x`.
@inlinable
public func copy<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) {
    let result = y.destination("copy(x, into: y)", like: x)
    withExtendedLifetime(x) { result.update(from: x.unsafeBaseAddress, count: x.count) }
}

// MARK: Element by element

/// The operation on each pair of elements.
@inlinable
public func combine<Numbers: NumericArray>(_ operation: ElementwiseOperation, _ a: Numbers, _ b: Numbers, into c: inout Numbers) {
    a.requireShape(of: b, "combine(operation, a, b, into: c)")
    let result = c.destination("combine(operation, a, b, into: c)", like: a)
    withExtendedLifetime((a, b)) { Numbers.Scalar._combine(operation, a.unsafeBaseAddress, b.unsafeBaseAddress, result, a.count) }
}

/// The operation on each element and a number.
@inlinable
public func combine<Numbers: NumericArray>(
    _ operation: ElementwiseOperation, _ a: Numbers, _ b: Numbers.Scalar, into c: inout Numbers
) {
    let result = c.destination("combine(operation, a, number, into: c)", like: a)
    withExtendedLifetime(a) { Numbers.Scalar._combine(operation, a.unsafeBaseAddress, b, result, a.count) }
}

/// The operation on a number and each element.
@inlinable
public func combine<Numbers: NumericArray>(
    _ operation: ElementwiseOperation, _ a: Numbers.Scalar, _ b: Numbers, into c: inout Numbers
) {
    let result = c.destination("combine(operation, number, b, into: c)", like: b)
    withExtendedLifetime(b) { Numbers.Scalar._combine(operation, a, b.unsafeBaseAddress, result, b.count) }
}

/// The operation on each row and a vector with an element for each column.
public func combine<Scalar: VectorScalar>(
    _ operation: ElementwiseOperation, _ a: Matrix<Scalar>, _ b: Vector<Scalar>, into c: inout Matrix<Scalar>
) {
    a.requireColumns(b, "combine(operation, a, b, into: c)")
    let result = c.destination("combine(operation, a, b, into: c)", like: a)
    withExtendedLifetime((a, b)) { a.combineByRows(operation, b, result) }
}

extension NumericArray {
    @inlinable
    func map(_ function: ElementaryFunction, _ name: StaticString, into y: inout Self) {
        let result = y.destination(name, like: self)
        withExtendedLifetime(self) { Scalar._evaluate(function, unsafeBaseAddress, result, count) }
    }

    func logarithms(over divisor: Scalar, _ name: StaticString, into y: inout Self) {
        let result = y.destination(name, like: self)
        withExtendedLifetime(self) {
            Scalar._evaluate(.log, unsafeBaseAddress, result, count)
            Scalar._combine(.divide, result, divisor, result, count)
        }
    }

    @inlinable @inline(__always)
    func forEachIndex(_ name: StaticString, into y: inout Self, _ body: (UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, Int) -> Void)
    {
        let result = y.destination(name, like: self)
        withExtendedLifetime(self) {
            let x = unsafeBaseAddress
            for index in 0..<count { body(x, result, index) }
        }
    }
}

/// e^x of each element.
@inlinable
public func exp<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) { x.map(.exp, "exp(x, into: y)", into: &y) }

/// e^x - 1 of each element.
@inlinable
public func expm1<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) { x.map(.expm1, "expm1(x, into: y)", into: &y) }

/// The natural logarithm of each element.
@inlinable
public func log<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) { x.map(.log, "log(x, into: y)", into: &y) }

/// log(1 + x) of each element.
@inlinable
public func log1p<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) { x.map(.log1p, "log1p(x, into: y)", into: &y) }

/// 2^x of each element.
public func exp2<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) {
    let result = y.destination("exp2(x, into: y)", like: x)
    let block = 64
    withUnsafeTemporaryAllocation(of: Numbers.Scalar.self, capacity: block) { twos in
        twos.initialize(repeating: 2)
        for start in stride(from: 0, to: x.count, by: block) {
            Numbers.Scalar._power(twos.baseAddress!, x.unsafeBaseAddress + start, result + start, min(block, x.count - start))
        }
    }
    withExtendedLifetime(x) {}
}

/// The logarithm to the base 2 of each element.
public func log2<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) {
    x.logarithms(over: logarithmOf2(), "log2(x, into: y)", into: &y)
}

/// The logarithm to the base 10 of each element.
public func log10<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) {
    x.logarithms(over: logarithmOf10(), "log10(x, into: y)", into: &y)
}

/// The sine of each element.
@inlinable
public func sin<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) { x.map(.sin, "sin(x, into: y)", into: &y) }

/// The cosine of each element.
@inlinable
public func cos<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) { x.map(.cos, "cos(x, into: y)", into: &y) }

/// The tangent of each element.
@inlinable
public func tan<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) { x.map(.tan, "tan(x, into: y)", into: &y) }

/// The hyperbolic tangent of each element.
@inlinable
public func tanh<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) { x.map(.tanh, "tanh(x, into: y)", into: &y) }

/// 1/(1 + e^-x) of each element.
@inlinable
public func sigmoid<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) { x.map(.sigmoid, "sigmoid(x, into: y)", into: &y) }

/// log(1 + e^x) of each element.
@inlinable
public func softplus<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) { x.map(.softplus, "softplus(x, into: y)", into: &y) }

/// The error function of each element.
@inlinable
public func erf<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) { x.map(.erf, "erf(x, into: y)", into: &y) }

/// The cube root of each element.
@inlinable
public func cbrt<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) { x.map(.cbrt, "cbrt(x, into: y)", into: &y) }

/// The square root of each element.
@inlinable
public func sqrt<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) { x.map(.sqrt, "sqrt(x, into: y)", into: &y) }

/// The size of each element.
@inlinable
public func abs<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) {
    let result = y.destination("abs(x, into: y)", like: x)
    withExtendedLifetime(x) { Numbers.Scalar._absolute(x.unsafeBaseAddress, result, x.count) }
}

/// x to the power y, element by element.
@inlinable
public func pow<Numbers: NumericArray>(_ x: Numbers, _ y: Numbers, into z: inout Numbers) {
    x.requireShape(of: y, "pow(a, b, into: c)")
    let result = z.destination("pow(a, b, into: c)", like: x)
    withExtendedLifetime((x, y)) { Numbers.Scalar._power(x.unsafeBaseAddress, y.unsafeBaseAddress, result, x.count) }
}

/// Each element to the same power.
@inlinable
public func pow<Numbers: NumericArray>(_ x: Numbers, _ y: Numbers.Scalar, into z: inout Numbers) {
    let result = z.destination("pow(a, number, into: c)", like: x)
    withExtendedLifetime(x) { Numbers.Scalar._power(x.unsafeBaseAddress, y, result, x.count) }
}

/// A number to the power that each element is.
@inlinable
public func pow<Numbers: NumericArray>(_ x: Numbers.Scalar, _ y: Numbers, into z: inout Numbers) {
    let result = z.destination("pow(number, a, into: c)", like: y)
    withExtendedLifetime(y) { Numbers.Scalar._power(x, y.unsafeBaseAddress, result, y.count) }
}

/// The larger one of each pair of elements.
@inlinable
public func max<Numbers: NumericArray>(_ a: Numbers, _ b: Numbers, into c: inout Numbers) { combine(.max, a, b, into: &c) }

/// Each element or a number, whichever is larger.
@inlinable
public func max<Numbers: NumericArray>(_ a: Numbers, _ b: Numbers.Scalar, into c: inout Numbers) { combine(.max, a, b, into: &c) }

/// A number or each element, whichever is larger.
@inlinable
public func max<Numbers: NumericArray>(_ a: Numbers.Scalar, _ b: Numbers, into c: inout Numbers) { combine(.max, a, b, into: &c) }

/// Each element, or the bound it lies beyond.
@inlinable
public func clamp<Numbers: NumericArray>(_ x: Numbers, _ low: Numbers.Scalar, _ high: Numbers.Scalar, into y: inout Numbers) {
    combine(.max, x, low, into: &y)
    combine(.min, y, high, into: &y)
}

/// The smaller one of each pair of elements.
@inlinable
public func min<Numbers: NumericArray>(_ a: Numbers, _ b: Numbers, into c: inout Numbers) { combine(.min, a, b, into: &c) }

/// Each element or a number, whichever is smaller.
@inlinable
public func min<Numbers: NumericArray>(_ a: Numbers, _ b: Numbers.Scalar, into c: inout Numbers) { combine(.min, a, b, into: &c) }

/// A number or each element, whichever is smaller.
@inlinable
public func min<Numbers: NumericArray>(_ a: Numbers.Scalar, _ b: Numbers, into c: inout Numbers) { combine(.min, a, b, into: &c) }

/// The element of `a` where `condition` is not 0, else that of `b`.
@inlinable
public func choose<Numbers: NumericArray>(_ condition: Numbers, _ a: Numbers, _ b: Numbers, into c: inout Numbers) {
    a.requireShape(of: b, "choose(condition, a, b, into: c)")
    condition.requireShape(of: a, "choose(a, b, …, into: c), a being the condition")
    let result = c.destination("choose(condition, a, b, into: c)", like: a)
    withExtendedLifetime((condition, a, b)) {
        Numbers.Scalar._choose(condition.unsafeBaseAddress, a.unsafeBaseAddress, b.unsafeBaseAddress, result, a.count)
    }
}

/// The same with a number in place of `b`.
@inlinable
public func choose<Numbers: NumericArray>(_ condition: Numbers, _ a: Numbers, _ b: Numbers.Scalar, into c: inout Numbers) {
    condition.requireShape(of: a, "choose(a, b, …, into: c), a being the condition")
    withExtendedLifetime(a) {
        let other = a.unsafeBaseAddress
        condition.forEachIndex("choose(condition, a, number, into: c)", into: &c) { $1[$2] = $0[$2] != 0 ? other[$2] : b }
    }
}

/// The same with a number in place of `a`.
@inlinable
public func choose<Numbers: NumericArray>(_ condition: Numbers, _ a: Numbers.Scalar, _ b: Numbers, into c: inout Numbers) {
    condition.requireShape(of: b, "choose(a, …, b, into: c), a being the condition")
    withExtendedLifetime(b) {
        let other = b.unsafeBaseAddress
        condition.forEachIndex("choose(condition, number, b, into: c)", into: &c) { $1[$2] = $0[$2] != 0 ? a : other[$2] }
    }
}

/// The same of two numbers.
@inlinable
public func choose<Numbers: NumericArray>(_ condition: Numbers, _ a: Numbers.Scalar, _ b: Numbers.Scalar, into c: inout Numbers) {
    condition.forEachIndex("choose(condition, number, number, into: c)", into: &c) { $1[$2] = $0[$2] != 0 ? a : b }
}

/// 1, -1 or 0 by the sign of each element.
@inlinable
public func signs<Numbers: NumericArray>(_ x: Numbers, into y: inout Numbers) {
    x.forEachIndex("signs(x, into: y)", into: &y) { $1[$2] = $0[$2] > 0 ? 1 : $0[$2] < 0 ? -1 : 0 }
}

/// The product of each pair of elements, but 0 where that of `x` is 0 and that of `y` is infinite or NaN.
@inlinable
public func guardedProduct<Numbers: NumericArray>(_ x: Numbers, _ y: Numbers, into z: inout Numbers) {
    x.requireShape(of: y, "guardedProduct(a, b, into: c)")
    withExtendedLifetime(y) {
        let partials = y.unsafeBaseAddress
        x.forEachIndex("guardedProduct(a, b, into: c)", into: &z) {
            $1[$2] = partials[$2].isFinite || $0[$2] != 0 ? $0[$2] * partials[$2] : 0
        }
    }
}

/// The same with one factor for all.
@inlinable
public func guardedProduct<Numbers: NumericArray>(_ x: Numbers.Scalar, _ y: Numbers, into z: inout Numbers) {
    y.forEachIndex("guardedProduct(number, b, into: c)", into: &z) { $1[$2] = $0[$2].isFinite || x != 0 ? x * $0[$2] : 0 }
}

/// The same with one factor for all.
@inlinable
public func guardedProduct<Numbers: NumericArray>(_ x: Numbers, _ y: Numbers.Scalar, into z: inout Numbers) {
    x.forEachIndex("guardedProduct(a, number, into: c)", into: &z) { $1[$2] = y.isFinite || $0[$2] != 0 ? $0[$2] * y : 0 }
}

// MARK: Shapes

extension Vector {
    @usableFromInline
    mutating func destination(_ name: @autoclosure () -> String, count: Int) -> UnsafeMutablePointer<Scalar> {
        require(self.count == count, "\(name()): the result has \(count) elements, its destination has \(shapeDescription)")
        return unsafeDestination()
    }
}

extension Matrix {
    @usableFromInline
    mutating func destination(_ name: StaticString, rows: Int, columns: Int) -> UnsafeMutablePointer<Scalar> {
        require(
            self.rows == rows && self.columns == columns, "\(name): the result is \(rows)×\(columns), its destination \(shapeDescription)")
        return unsafeDestination()
    }

    /// Where something of this shape is added.
    @usableFromInline
    mutating func sum(_ name: StaticString, rows: Int, columns: Int) -> UnsafeMutablePointer<Scalar> {
        require(self.rows == rows && self.columns == columns, "\(name): the result is \(rows)×\(columns), c is \(shapeDescription)")
        return unsafeMutableBaseAddress
    }

    /// The rows and columns exchanged, written to a matrix of that shape which shares no memory with this one.
    public func transposed(into y: inout Matrix) {
        let result = y.destination("transposed(into: y)", rows: columns, columns: rows)
        withExtendedLifetime(self) { transpose(into: result) }
    }

    /// Every row becomes `row`.
    public mutating func fill(repeatingRow row: Vector<Scalar>) {
        let result = destination("fill(repeatingRow:)", rows: rows, columns: row.count)
        withExtendedLifetime(row) { row.repeatAsRows(rows, into: result) }
    }

    /// Every column becomes `column`.
    public mutating func fill(repeatingColumn column: Vector<Scalar>) {
        let result = destination("fill(repeatingColumn:)", rows: column.count, columns: columns)
        withExtendedLifetime(column) { column.repeatAsColumns(columns, into: result) }
    }
}
