/// Texts by number, one behind the other in memory: a program may have as many names as statements.
@usableFromInline package struct TextTable: Equatable, Sendable, ExpressibleByArrayLiteral {
    @usableFromInline var bytes = Table<UInt8>()
    /// By text: where it ends.
    @usableFromInline var ends = Table<Int32>()

    package init() {}

    @usableFromInline package init(arrayLiteral texts: String...) {
        for text in texts { append(text) }
    }

    package var count: Int { ends.count }
    package var indices: Range<Int> { ends.indices }

    package subscript(index: Int) -> String { String(decoding: self.bytes(of: index), as: UTF8.self) }

    /// The bytes of a text.
    @inlinable @inline(__always)
    package func bytes(of index: Int) -> Table<UInt8> {
        Table((index > 0 ? Int(ends[index - 1]) : 0)..<Int(ends[index]), of: bytes)
    }

    package func firstIndex(of text: String) -> Int? { indices.first { self[$0] == text } }

    package mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    package mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.makeUnique()
        ends.makeUnique()
        bytes.append(contentsOf: text)
        ends.append(Int32(truncatingIfNeeded: bytes.count))
    }

    /// Whether both are one table in memory.
    package func isSame(as other: TextTable) -> Bool { count == other.count && bytes.sharesMemory(with: other.bytes) }

    @usableFromInline package static func == (left: TextTable, right: TextTable) -> Bool {
        left.isSame(as: right) || left.ends.elementsEqual(right.ends) && left.bytes.elementsEqual(right.bytes)
    }
}
