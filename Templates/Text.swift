/// A finished text: whoever has to do with it holds it, and nobody copies it.
package final class Text: Sendable {
    private let buffer: TextBuffer

    package init(_ buffer: consuming TextBuffer) {
        self.buffer = buffer
    }

    package convenience init(_ string: String) {
        var buffer = TextBuffer(capacity: string.utf8.count)
        buffer.append(text: string)
        self.init(buffer)
    }

    package var string: String { buffer.string }

    /// Its bytes, UTF-8, for as long as `body` runs.
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try buffer.withBytes(body)
    }
}
