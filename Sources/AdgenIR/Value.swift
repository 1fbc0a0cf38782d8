// Inlinable, because every pass of every module goes through these for every instruction.

/// A value of a function: an index into its side tables.
@usableFromInline package struct Value: Hashable, Sendable {
    @usableFromInline package let index: Int32

    @inlinable package init(_ index: Int) {
        self.index = Int32(truncatingIfNeeded: index)
    }
}

/// Consecutive values.
@usableFromInline package struct Values: RandomAccessCollection, Sendable {
    @usableFromInline let start: Int32
    @usableFromInline let length: Int32

    @inlinable package init(start: Int32, count: Int32) {
        self.start = start
        self.length = count
    }

    @inlinable package var startIndex: Int { 0 }
    @inlinable package var endIndex: Int { Int(length) }
    @inlinable package subscript(index: Int) -> Value { Value(Int(start) + index) }
}

/// A side table: one element for each value of a function.
@usableFromInline package struct ValueMap<Element> {
    @usableFromInline var storage: [Element]

    /// A table for `count` values.
    @inlinable package init(repeating element: Element, count: Int) {
        storage = Array(repeating: element, count: count)
    }

    /// A table for the values of `function`.
    package init(repeating element: Element, for function: Function) {
        self.init(repeating: element, count: function.valueCount)
    }

    /// The number of values.
    @inlinable package var count: Int { storage.count }

    /// Room for one more value.
    @inlinable package mutating func append(_ element: Element) { storage.append(element) }

    /// The element of `value`.
    @inlinable package subscript(value: Value) -> Element {
        get { storage[Int(value.index)] }
        _modify { yield &storage[Int(value.index)] }
    }
}

extension ValueMap: Sendable where Element: Sendable {}
