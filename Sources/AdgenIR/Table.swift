/// A growing array of plain data. Copies share their memory until one of them is changed by subscript; what `append` and `unique` do is
/// for the owner of the only copy, who is not asked each time whether it is alone.
@usableFromInline package struct Table<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, MutableCollection, Sendable {
    @usableFromInline final class Storage: @unchecked Sendable {
        @usableFromInline let base: UnsafeMutablePointer<Element>

        @usableFromInline init(capacity: Int) { base = .allocate(capacity: capacity) }

        deinit { base.deallocate() }
    }

    @usableFromInline var storage: Storage
    @usableFromInline nonisolated(unsafe) var base: UnsafeMutablePointer<Element>
    @usableFromInline package internal(set) var count: Int
    @usableFromInline var capacity: Int

    /// An empty table.
    @inlinable package init(capacity: Int = 4) {
        self.capacity = capacity
        count = 0
        storage = Storage(capacity: capacity)
        base = storage.base
    }

    /// Elements of another table, in its memory.
    @inlinable init(_ elements: Range<Int>, of other: Table) {
        precondition(elements.lowerBound >= 0 && elements.upperBound <= other.count, "a table has no such elements")
        storage = other.storage
        base = other.base + elements.lowerBound
        count = elements.count
        capacity = elements.count
    }

    /// `count` times the same element.
    @inlinable package init(repeating element: Element, count: Int) {
        self.init(capacity: count)
        append(repeating: element, count: count)
    }

    @_transparent @usableFromInline package var startIndex: Int { 0 }
    @_transparent @usableFromInline package var endIndex: Int { count }
    // What a collection has by default takes a thousand instructions in a debug build.
    @inlinable package func index(after index: Int) -> Int { index + 1 }
    @inlinable package func formIndex(after index: inout Int) { index += 1 }

    @inlinable package subscript(index: Int) -> Element {
        @_transparent get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a table has no such element")
            return base[index]
        }
        set {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a table has no such element")
            makeUnique()
            base[index] = newValue
        }
    }

    /// An element of the only copy.
    @inlinable package subscript(unique index: Int) -> Element {
        @_transparent unsafeAddress {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a table has no such element")
            return UnsafePointer(base + index)
        }
        @_transparent unsafeMutableAddress {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a table has no such element")
            return base + index
        }
    }

    /// Whether both have their elements at one place.
    func sharesMemory(with other: Table) -> Bool { base == other.base }

    /// Copies the elements unless this is the only copy.
    @usableFromInline package mutating func makeUnique() {
        if !isKnownUniquelyReferenced(&storage) { move(to: capacity) }
    }

    /// To the only copy.
    @_transparent @usableFromInline package mutating func append(_ element: Element) {
        if count == capacity { grow(1) }
        (base + count).initialize(to: element)
        count &+= 1
    }

    /// To the only copy.
    @inlinable package mutating func append(contentsOf elements: some Collection<Element>) {
        reserve(elements.count)
        for element in elements { append(element) }
    }

    /// To the only copy.
    @inlinable package mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
        guard let start = elements.baseAddress else { return }
        reserve(elements.count)
        (base + count).initialize(from: start, count: elements.count)
        count += elements.count
    }

    /// To the only copy.
    @inlinable package mutating func append(repeating element: Element, count number: Int) {
        reserve(number)
        (base + count).initialize(repeating: element, count: number)
        count += number
    }

    /// To the only copy, each element changed by `change`.
    @inline(__always) mutating func append(contentsOf elements: Table, _ change: (inout Element) -> Void) {
        let place = end(withRoomFor: elements.count)
        for index in 0..<elements.count {
            place[index] = elements.base[index]
            change(&place[index])
        }
        didAppend(elements.count)
    }

    /// The elements from number `first` on.
    @inline(__always) func from(_ first: Int) -> Table { Table(first..<count, of: self) }

    /// The place behind the last element, with room for `number` more; `didAppend` says how many have been put there.
    @inlinable @inline(__always) package mutating func end(withRoomFor number: Int) -> UnsafeMutablePointer<Element> {
        reserve(number)
        return base + count
    }

    @inlinable @inline(__always) package mutating func didAppend(_ number: Int) { count += number }

    /// Keeps the memory.
    @inlinable package mutating func removeAll() { count = 0 }

    @inlinable package mutating func removeLast(_ number: Int = 1) {
        precondition(number >= 0 && number <= count, "nothing to remove")
        count -= number
    }

    /// Moves what follows.
    package mutating func remove(at index: Int) {
        precondition(index >= 0 && index < count, "nothing to remove")
        makeUnique()
        (base + index).update(from: base + index + 1, count: count - index - 1)
        count -= 1
    }

    /// Room for `extra` more elements, and for as many again where it has to be made.
    @inlinable @inline(__always) package mutating func reserve(_ extra: Int) {
        if count + extra > capacity { grow(extra) }
    }

    /// Calls `body` with the place of an element.
    @inlinable @inline(__always) package func withPointer<Result>(to index: Int, _ body: (UnsafePointer<Element>) -> Result) -> Result {
        withExtendedLifetime(storage) { body(UnsafePointer(base + index)) }
    }

    @inlinable package mutating func reserveCapacity(_ total: Int) {
        if total > capacity { move(to: total) }
    }

    @inline(never)
    @usableFromInline mutating func grow(_ extra: Int) { move(to: Swift.max(16, count + extra, 2 * capacity)) }

    @usableFromInline mutating func move(to capacity: Int) {
        let larger = Storage(capacity: capacity)
        larger.base.initialize(from: base, count: count)
        storage = larger
        base = larger.base
        self.capacity = capacity
    }
}

extension Table {
    @usableFromInline package struct Iterator: IteratorProtocol {
        @usableFromInline let table: Table
        @usableFromInline var index = 0

        @inlinable init(_ table: Table) { self.table = table }

        @inlinable package mutating func next() -> Element? {
            guard index < table.count else { return nil }
            index += 1
            return table.base[index - 1]
        }
    }

    @inlinable package func makeIterator() -> Iterator { Iterator(self) }
}
