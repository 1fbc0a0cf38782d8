/// What a template may leave open. The raw value is the word between the braces.
package protocol TemplateHole: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// The template's file name.
    static var fileName: String { get }
    /// True where the hole takes whole lines and stands alone on one.
    var takesLines: Bool { get }
}

/// What is wrong with a template, and where: the user may have written it.
package struct TemplateError: Error, Equatable, Sendable {
    package let file: String
    package let line: Int
    package let reason: String

    package init(file: String, line: Int, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }
}

/// A skeleton of Swift text with holes. Loading proves that each hole of `Hole` occurs and that no other does, and filling
/// asks for every hole, so that nothing stays unfilled and no value unused.
package struct Template<Hole: TemplateHole>: Sendable {
    private let holes = Array(Hole.allCases)
    private let skeleton: Skeleton

    package init(_ bytes: [UInt8]) throws(TemplateError) {
        skeleton = try Skeleton(bytes, file: Hole.fileName, holes: holes.map { ($0.rawValue, $0.takesLines) })
    }

    /// The spaces before a hole that takes lines.
    package func indentation(of hole: Hole) -> Int {
        for case .lines(let index, let indentation) in skeleton.segments where holes[index] == hole { return indentation }
        return 0
    }

    /// Writes the template to `output`. `fill` writes one hole: for a hole that takes lines, whole lines indented by the
    /// given number of spaces; for others, a part of a line. Two blank lines never follow each other.
    package func fill(into output: inout TextBuffer, _ fill: (Hole, _ indentation: Int, inout TextBuffer) -> Void) {
        for segment in skeleton.segments {
            switch segment {
            case .text(let range):
                output.append(contentsOf: skeleton.bytes[range])
            case .lineBreak:
                if output.count > 1, output[output.count - 1] == 0x0A, output[output.count - 2] == 0x0A { continue }
                output.append(0x0A)
            case .inline(let index):
                fill(holes[index], 0, &output)
            case .lines(let index, let indentation):
                fill(holes[index], indentation, &output)
            }
        }
    }
}

/// A template's text, cut at its holes, which have numbers here.
private struct Skeleton: Sendable {
    enum Segment {
        case text(Range<Int>)
        case lineBreak
        case inline(Int)
        case lines(Int, indentation: Int)
    }

    let bytes: [UInt8]
    private(set) var segments: [Segment] = []

    init(_ bytes: [UInt8], file: String, holes: [(word: String, takesLines: Bool)]) throws(TemplateError) {
        self.bytes = bytes
        var isMissing = holes.map { _ in true }
        var number = 1
        var (position, lineStart, textStart) = (0, 0, 0)
        func error(_ reason: String) -> TemplateError { TemplateError(file: file, line: number, reason: reason) }
        while position < bytes.count {
            if bytes[position] == 0x0A {
                endText(textStart..<position)
                segments.append(.lineBreak)
                number += 1
                position += 1
                (lineStart, textStart) = (position, position)
                continue
            }
            guard isPair("{", at: position) else {
                position += 1
                continue
            }
            let start = position + 2
            var end = start
            while !isPair("}", at: end) {
                if end >= bytes.count || bytes[end] == 0x0A { throw error("{{ without }}") }
                end += 1
            }
            guard let hole = holes.firstIndex(where: { $0.word.utf8.elementsEqual(bytes[start..<end]) }) else {
                let word = String(decoding: bytes[start..<end], as: UTF8.self)
                throw error("unknown hole {{\(word)}}; this template has \(holes.map(\.word).joined(separator: ", "))")
            }
            isMissing[hole] = false
            let isIndented = bytes[lineStart..<position].allSatisfy { $0 == 0x20 }
            position = end + 2
            if holes[hole].takesLines {
                guard isIndented, position == bytes.count || bytes[position] == 0x0A else {
                    throw error("{{\(holes[hole].word)}} must stand alone on its line")
                }
                segments.append(.lines(hole, indentation: start - 2 - lineStart))
                number += 1
                position += 1
                lineStart = position
            } else {
                endText(textStart..<start - 2)
                segments.append(.inline(hole))
            }
            textStart = position
        }
        endText(min(textStart, bytes.count)..<bytes.count)
        if let hole = isMissing.firstIndex(of: true) { throw error("{{\(holes[hole].word)}} is missing") }
    }

    private func isPair(_ brace: Unicode.Scalar, at position: Int) -> Bool {
        position + 1 < bytes.count && bytes[position] == UInt8(ascii: brace) && bytes[position + 1] == UInt8(ascii: brace)
    }

    private mutating func endText(_ range: Range<Int>) {
        if !range.isEmpty { segments.append(.text(range)) }
    }
}
