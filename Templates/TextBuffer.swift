/// UTF-8 text being written: an array of bytes whose appends cost next to nothing. Literals are copied where they are appended.
@usableFromInline package struct TextBuffer: ~Copyable {
    /// What was allocated; before the text, at `base`, there may be room for what comes to stand there.
    private var memory: UnsafeMutablePointer<UInt8>
    @usableFromInline var base: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int
    @usableFromInline var length = 0

    /// - Parameter room: bytes before the text, for `append(taking:)`.
    package init(capacity: Int = 256, room: Int = 0) {
        self.capacity = capacity
        memory = .allocate(capacity: room + capacity)
        base = memory + room
    }

    deinit { memory.deallocate() }

    @inlinable package var count: Int { length }

    @inlinable package subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < length, "byte \(index) of \(length)")
        return base[index]
    }

    package var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }

    /// The text as an array.
    package var bytes: [UInt8] { withBytes(Array.init) }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try body(UnsafeBufferPointer(start: base, count: length))
    }

    package mutating func removeLast(_ count: Int = 1) {
        precondition(count >= 0 && count <= length, "nothing to remove")
        length -= count
    }

    package mutating func removeFirst() {
        precondition(length > 0, "nothing to remove")
        base += 1
        capacity -= 1
        length -= 1
    }

    package mutating func reserveCapacity(_ total: Int) {
        if total > capacity { grow(to: total) }
    }

    @inlinable @inline(__always) mutating func reserve(_ extra: Int) {
        if length + extra > capacity { grow(to: max(length + extra, capacity * 2)) }
    }

    @inline(never)
    @usableFromInline mutating func grow(to total: Int) {
        let room = base - memory
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room + total)
        (larger + room).update(from: base, count: length)
        memory.deallocate()
        memory = larger
        base = larger + room
        capacity = total
    }

    @inlinable @inline(__always) package mutating func append(_ byte: UInt8) {
        reserve(1)
        base[length] = byte
        length += 1
    }

    /// A literal.
    @inlinable @inline(__always) package mutating func append(_ text: StaticString) {
        reserve(text.utf8CodeUnitCount)
        (base + length).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        length += text.utf8CodeUnitCount
    }

    @inlinable package mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + length).update(from: start, count: bytes.count)
        length += bytes.count
    }

    package mutating func append(contentsOf bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    package mutating func append(contentsOf bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    package mutating func append(contentsOf other: borrowing TextBuffer, from start: Int = 0) {
        append(contentsOf: UnsafeBufferPointer(start: other.base + start, count: other.length - start))
    }

    /// The text of `other`, which is empty then. Where there is room before it, this text moves there: large texts are not copied.
    package mutating func append(taking other: inout TextBuffer) {
        if length <= other.base - other.memory {
            other.base -= length
            other.base.update(from: base, count: length)
            other.capacity += length
            other.length += length
            swap(&self, &other)
        } else {
            append(contentsOf: other)
        }
        other.length = 0
    }

    /// Lines of `other`, indented.
    package mutating func append(indented other: borrowing TextBuffer, from start: Int = 0, _ spaces: Int) {
        var isLineStart = true
        for index in start..<other.length {
            let byte = other.base[index]
            if isLineStart, byte != UInt8(ascii: "\n") { append(spaces: spaces) }
            append(byte)
            isLineStart = byte == UInt8(ascii: "\n")
        }
    }

    package mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }

    /// A short text behind which there are at least 15 bytes more: 16 are copied at a time.
    @inlinable @inline(__always) package mutating func append(padded start: UnsafePointer<UInt8>, count: Int) {
        reserve(count + 16)
        var offset = 0
        repeat {
            let piece = UnsafeRawPointer(start + offset).loadUnaligned(as: SIMD16<UInt8>.self)
            UnsafeMutableRawPointer(base + length + offset).storeBytes(of: piece, as: SIMD16<UInt8>.self)
            offset += 16
        } while offset < count
        length += count
    }

    /// The first `count` bytes of two words, their lowest bytes first.
    @inlinable @inline(__always) package mutating func append(_ low: UInt64, _ high: UInt64, count: Int) {
        reserve(16)
        let end = UnsafeMutableRawPointer(base + length)
        end.storeBytes(of: low.littleEndian, as: UInt64.self)
        end.storeBytes(of: high.littleEndian, toByteOffset: 8, as: UInt64.self)
        length += count
    }

    @inlinable @inline(__always) package mutating func append(spaces count: Int) {
        reserve(count + 16)
        var offset = 0
        while offset < count {
            let piece = SIMD16<UInt8>(repeating: UInt8(ascii: " "))
            UnsafeMutableRawPointer(base + length + offset).storeBytes(of: piece, as: SIMD16<UInt8>.self)
            offset += 16
        }
        length += count
    }

    @inlinable package mutating func append(decimal value: UInt64) {
        var power: UInt64 = 1
        while value / power >= 10 { power *= 10 }
        while power > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / power % 10))
            power /= 10
        }
    }
}

// Its memory has one owner.
extension TextBuffer: @unchecked Sendable {}
