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
    private enum Segment: Sendable {
        case text([UInt8])
        case inline(Hole)
        case lines(Hole, indentation: Int)
    }

    private let segments: [Segment]

    package init(_ bytes: [UInt8]) throws(TemplateError) {
        var segments: [Segment] = []
        var missing = Set(Hole.allCases)
        var number = 0
        let text = String(decoding: bytes, as: UTF8.self)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let pieces = try Self.pieces(of: line, number: number)
            for case .inline(let hole) in pieces { missing.remove(hole) }
            let standing = pieces.compactMap { if case .inline(let hole) = $0, hole.takesLines { hole } else { nil } }
            guard let hole = standing.first else {
                segments += pieces
                segments.append(.text([0x0A]))
                continue
            }
            guard line.drop(while: { $0 == " " }) == "{{\(hole.rawValue)}}" else {
                throw TemplateError(file: Hole.fileName, line: number, reason: "{{\(hole.rawValue)}} must stand alone on its line")
            }
            segments.append(.lines(hole, indentation: line.prefix { $0 == " " }.count))
        }
        if let hole = Hole.allCases.first(where: missing.contains) {
            throw TemplateError(file: Hole.fileName, line: number, reason: "{{\(hole.rawValue)}} is missing")
        }
        segments.removeLast()  // the line after the last line break
        self.segments = segments
    }

    private static func pieces(of line: Substring, number: Int) throws(TemplateError) -> [Segment] {
        var pieces: [Segment] = []
        var rest = line
        while let open = rest.firstRange(of: "{{") {
            let after = rest[open.upperBound...]
            guard let close = after.firstRange(of: "}}") else {
                throw TemplateError(file: Hole.fileName, line: number, reason: "{{ without }}")
            }
            let word = String(after[..<close.lowerBound])
            guard let hole = Hole(rawValue: word) else {
                let known = Hole.allCases.map(\.rawValue).joined(separator: ", ")
                throw TemplateError(file: Hole.fileName, line: number, reason: "unknown hole {{\(word)}}; this template has \(known)")
            }
            if open.lowerBound > rest.startIndex { pieces.append(.text(Array(rest[..<open.lowerBound].utf8))) }
            pieces.append(.inline(hole))
            rest = after[close.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.text(Array(rest.utf8))) }
        return pieces
    }

    /// The spaces before a hole that takes lines.
    package func indentation(of hole: Hole) -> Int {
        for case .lines(hole, let indentation) in segments { return indentation }
        return 0
    }

    /// Writes the template to `output`. `fill` writes one hole: for a hole that takes lines, whole lines indented by the
    /// given number of spaces; for others, a part of a line. Two blank lines never follow each other.
    package func fill(into output: inout [UInt8], _ fill: (Hole, _ indentation: Int, inout [UInt8]) -> Void) {
        for segment in segments {
            switch segment {
            case .text(let text):
                // One byte is a line break: an empty line.
                if text.count == 1, output.count > 1, output[output.count - 1] == 0x0A, output[output.count - 2] == 0x0A { continue }
                output.append(contentsOf: text)
            case .inline(let hole):
                fill(hole, 0, &output)
            case .lines(let hole, let indentation):
                fill(hole, indentation, &output)
            }
        }
    }
}
