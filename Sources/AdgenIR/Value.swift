// Public, unlike the rest of this module, because the optimizer looks into other modules' functions only where those are public
// and inlinable, and every pass goes through these for every instruction.

/// A value of a function: an index into its side tables.
public struct Value: Hashable, Sendable {
    public let index: Int32

    @inlinable public init(_ index: Int) {
        self.index = Int32(truncatingIfNeeded: index)
    }
}

/// Consecutive values.
public struct Values: RandomAccessCollection, Sendable {
    @usableFromInline let start: Int32
    @usableFromInline let length: Int32

    @inlinable public init(start: Int32, count: Int32) {
        self.start = start
        self.length = count
    }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { Int(length) }
    @inlinable public subscript(index: Int) -> Value { Value(Int(start) + index) }
}

/// A side table: one element for each value of a function.
public struct ValueMap<Element> {
    @usableFromInline var storage: [Element]

    /// A table for `count` values.
    @inlinable public init(repeating element: Element, count: Int) {
        storage = Array(repeating: element, count: count)
    }

    /// A table for the values of `function`.
    package init(repeating element: Element, for function: Function) {
        self.init(repeating: element, count: function.valueCount)
    }

    /// The number of values.
    @inlinable public var count: Int { storage.count }

    /// Room for one more value.
    @inlinable public mutating func append(_ element: Element) { storage.append(element) }

    /// The element of `value`.
    @inlinable public subscript(value: Value) -> Element {
        get { storage[Int(value.index)] }
        _modify { yield &storage[Int(value.index)] }
    }
}

extension ValueMap: Sendable where Element: Sendable {}
