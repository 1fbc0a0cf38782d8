// Inlinable, because every pass of every module goes through these for every instruction.

/// A value of a function: an index into its side tables.
@usableFromInline package struct Value: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline package let index: Int32

    @inlinable package init(_ index: Int) {
        self.index = Int32(truncatingIfNeeded: index)
    }

    /// No value of any function.
    @inlinable package static var none: Value { Value(-1) }
}

/// Consecutive values.
@usableFromInline package struct Values: RandomAccessCollection, Sendable, BitwiseCopyable {
    @usableFromInline let start: Int32
    @usableFromInline let length: Int32

    @inlinable package init(start: Int32, count: Int32) {
        self.start = start
        self.length = count
    }

    @inlinable package var startIndex: Int { 0 }
    @inlinable package var endIndex: Int { Int(length) }
    @inlinable package subscript(index: Int) -> Value { Value(Int(start) + index) }
    // What a collection has by default takes a thousand instructions in a debug build.
    @inlinable package func index(after index: Int) -> Int { index + 1 }
    @inlinable package func formIndex(after index: inout Int) { index += 1 }
    @inlinable package func contains(where isWanted: (Value) throws -> Bool) rethrows -> Bool {
        for index in Int(start)..<Int(start) + Int(length) where try isWanted(Value(index)) { return true }
        return false
    }
}

/// A side table: one element for each value of a function. It is unique, so an access costs no more than a look at the bound.
@usableFromInline package struct ValueMap<Element>: ~Copyable {
    @usableFromInline let base: UnsafeMutablePointer<Element>
    /// The number of values.
    @usableFromInline package let count: Int

    /// A table for `count` values.
    @inlinable package init(repeating element: Element, count: Int) {
        base = .allocate(capacity: count)
        base.initialize(repeating: element, count: count)
        self.count = count
    }

    /// A table for the values of `function`.
    @inlinable package init(repeating element: Element, for function: Function) {
        self.init(repeating: element, count: function.valueCount)
    }

    @inlinable deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }

    /// The element of `value`.
    @inlinable package subscript(value: Value) -> Element {
        @_transparent get { address(of: value).pointee }
        @_transparent _modify { yield &address(of: value).pointee }
    }

    @_transparent @usableFromInline func address(of value: Value) -> UnsafeMutablePointer<Element> {
        precondition(UInt(bitPattern: Int(value.index)) < UInt(bitPattern: count), "a table has no such value")
        return base + Int(value.index)
    }
}

extension ValueMap: @unchecked Sendable where Element: Sendable {}
