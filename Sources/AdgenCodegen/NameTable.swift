import AdgenIR
import Templates

/// An interned identifier.
struct Identifier: Hashable {
    var index: Int32

    static let none = Identifier(index: -1)
    var isNone: Bool { index < 0 }
}

/// The texts of identifiers: all that printing asks for, and small, since copies are made to answer.
struct NameTexts {
    /// An identifier's text in two words: up to 15 bytes with zeros behind them, and their number in the last byte. Of a longer text the
    /// second word says where it lies, and is `long` in the last byte; the first is its length.
    fileprivate struct Text: Equatable {
        var low: UInt64
        var high: UInt64

        static let long: UInt64 = 0xFF
        var isLong: Bool { high >> 56 == Self.long }
        var count: Int { Int(truncatingIfNeeded: isLong ? low : high >> 56) }
        /// Of a long one.
        var start: Int { Int(truncatingIfNeeded: high & 0x00FF_FFFF_FFFF_FFFF) }
    }

    /// By identifier.
    fileprivate var entries = Table<Text>()
    /// Long texts, and behind them the one that is asked for; there is always room for `padding` more bytes, so that they can be read and
    /// written by the word.
    fileprivate var bytes = Table<UInt8>(capacity: 4096)
    fileprivate static let padding = 16

    /// As an identifier of the source: keywords in backticks.
    @inline(__always)
    func write(_ name: Identifier, to output: inout TextBuffer) {
        let isKeyword = name.index < keywordCount
        if isKeyword { output.append(UInt8(ascii: "`")) }
        writePlain(name, to: &output)
        if isKeyword { output.append(UInt8(ascii: "`")) }
    }

    @inline(__always)
    func writePlain(_ name: Identifier, to output: inout TextBuffer) {
        let text = entries[Int(name.index)]
        if text.isLong {
            bytes.withPointer(to: text.start) { output.append(contentsOf: UnsafeBufferPointer(start: $0, count: text.count)) }
        } else {
            output.append(text.low, text.high, count: text.count)
        }
    }

    func text(_ name: Identifier) -> String {
        var output = TextBuffer()
        write(name, to: &output)
        return output.string
    }
}

/// All identifiers of a file, each stored once, and which of them are spoken for in the function that is being emitted.
///
/// Names survive: a value whose source name is free gets it. `promise` keeps source names away from numbered ones.
struct NameTable {
    private struct Use {
        /// The last scope in which it was taken, promised, numbered.
        var taken: Int32 = 0
        var promised: Int32 = 0
        var numbered: Int32 = 0
        /// The last number given out in scope `numbered`.
        var number: Int32 = 0
    }

    private(set) var texts = NameTexts()
    /// By identifier.
    private var uses = Table<Use>()
    /// An identifier and 32 bits of its hash; `empty` for none.
    private var slots = Table<UInt64>(repeating: empty, count: 1024)
    private static let empty = UInt64.max
    private var scope: Int32 = 0

    init() {
        for keyword in keywords { _ = intern(keyword) }
    }

    /// Forgets what is taken: a new function begins, of so many values.
    mutating func beginScope(valueCount: Int) {
        scope += 1
        texts.entries.reserve(valueCount)
        uses.reserve(valueCount)
        // Every second value has a name, or fewer have.
        var slotCount = slots.count
        while slotCount < 2 * uses.count + valueCount { slotCount *= 2 }
        if slotCount > slots.count { growSlots(to: slotCount) }
        for index in keywords.count - noProperties..<keywords.count { reserve(Identifier(index: Int32(index))) }
    }

    // MARK: Interning

    mutating func intern(_ text: String) -> Identifier {
        let start = texts.bytes.count
        var text = text
        text.withUTF8 { texts.bytes.append(contentsOf: $0) }
        return internTail(from: start)
    }

    /// The identifier of `text` without its backticks.
    mutating func intern(unquoted text: String) -> Identifier {
        intern(unquoted: text.utf8)
    }

    mutating func intern(unquoted text: some Sequence<UInt8>) -> Identifier {
        let start = texts.bytes.count
        for byte in text where byte != UInt8(ascii: "`") { texts.bytes.append(byte) }
        return internTail(from: start)
    }

    /// The identifier of `base` with `suffix` behind it.
    mutating func intern(_ base: Identifier, suffix: StaticString) -> Identifier {
        let start = append(base)
        suffix.withUTF8Buffer { texts.bytes.append(contentsOf: $0) }
        return internTail(from: start)
    }

    /// Writes the text of `base` once more, and tells where.
    private mutating func append(_ base: Identifier) -> Int {
        let (start, text) = (texts.bytes.count, texts.entries[Int(base.index)])
        let end = texts.bytes.end(withRoomFor: text.count + NameTexts.padding)
        if text.isLong {
            end.update(from: end - start + text.start, count: text.count)
        } else {
            UnsafeMutableRawPointer(end).storeBytes(of: text.low.littleEndian, as: UInt64.self)
            UnsafeMutableRawPointer(end + 8).storeBytes(of: text.high.littleEndian, as: UInt64.self)
        }
        texts.bytes.didAppend(text.count)
        return start
    }

    private mutating func intern(_ base: Identifier, number: Int32) -> Identifier {
        let start = append(base)
        // `x1_2`: the second `x1` is not the twelfth `x`.
        if let last = texts.bytes.last, last >= UInt8(ascii: "0"), last <= UInt8(ascii: "9") { texts.bytes.append(UInt8(ascii: "_")) }
        var power: Int32 = 1
        while number / power >= 10 { power *= 10 }
        while power > 0 {
            texts.bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / power % 10))
            power /= 10
        }
        return internTail(from: start)
    }

    /// The identifier whose text lies at the end of `bytes`.
    private mutating func internTail(from start: Int) -> Identifier {
        let count = texts.bytes.count - start
        texts.bytes.reserve(NameTexts.padding)
        let text = text(start, count)
        if texts.entries.count * 2 > slots.count { growSlots(to: slots.count * 2) }
        let mask = slots.count - 1
        let hash = hash(start, count)
        var slot = Int(hash) & mask
        while slots[slot] != Self.empty {
            let candidate = Int32(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF)
            if slots[slot] >> 32 == hash, isEqual(candidate, text) {
                texts.bytes.removeLast(count)
                return Identifier(index: candidate)
            }
            slot = (slot + 1) & mask
        }
        let index = Int32(truncatingIfNeeded: texts.entries.count)
        slots[unique: slot] = hash << 32 | UInt64(index)
        texts.entries.append(text)
        if !text.isLong { texts.bytes.removeLast(count) }
        uses.append(Use())
        return Identifier(index: index)
    }

    /// Eight bytes of a text, zeros behind its end.
    @inline(__always)
    private func word(_ start: Int, _ count: Int) -> UInt64 {
        let word = texts.bytes.withPointer(to: start) { UInt64(littleEndian: UnsafeRawPointer($0).loadUnaligned(as: UInt64.self)) }
        return count < 8 ? word & (1 << UInt64(8 * count) - 1) : word
    }

    /// What begins at `start`, as an entry.
    @inline(__always)
    private func text(_ start: Int, _ count: Int) -> NameTexts.Text {
        if count > 15 { return NameTexts.Text(low: UInt64(count), high: NameTexts.Text.long << 56 | UInt64(start)) }
        let tail = count > 8 ? word(start + 8, count - 8) : 0
        return NameTexts.Text(low: word(start, count), high: UInt64(count) << 56 | tail)
    }

    private func isEqual(_ candidate: Int32, _ text: NameTexts.Text) -> Bool {
        let other = texts.entries[Int(candidate)]
        guard other.isLong, text.isLong else { return other == text }
        guard other.count == text.count else { return false }
        for offset in stride(from: 0, to: text.count, by: 8)
        where word(other.start + offset, text.count - offset) != word(text.start + offset, text.count - offset) { return false }
        return true
    }

    /// 32 bits. Texts that differ in their first number only lie side by side, eight on a line of memory: functions go through them in
    /// order.
    private func hash(_ start: Int, _ count: Int) -> UInt64 {
        var (hash, number): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0)
        texts.bytes.withPointer(to: start) { text in
            var index = 0
            func digit() -> UInt8? { index < count && text[index] &- UInt8(ascii: "0") < 10 ? text[index] &- UInt8(ascii: "0") : nil }
            func mix() {
                hash = (hash ^ UInt64(text[index])) &* 0x9E37_79B9_7F4A_7C15
                index += 1
            }
            while index < count, digit() == nil { mix() }
            while let digit = digit() {
                number = number &* 10 &+ UInt64(digit)
                index += 1
            }
            while index < count { mix() }
        }
        hash = (hash ^ (number >> 3)) &* 0xBF58_476D_1CE4_E5B9
        return (hash >> 32) & ~7 | number & 7
    }

    private mutating func growSlots(to count: Int) {
        let old = slots
        slots = Table(repeating: Self.empty, count: count)
        for entry in old where entry != Self.empty {
            var slot = Int(entry >> 32) & (slots.count - 1)
            while slots[slot] != Self.empty { slot = (slot + 1) & (slots.count - 1) }
            slots[unique: slot] = entry
        }
    }

    // MARK: Taking names

    /// No numbered name of this function will be `name`: a value is called so in the source.
    mutating func promise(_ name: Identifier) { uses[unique: Int(name.index)].promised = scope }

    /// Nothing in this function will be called `name`.
    mutating func reserve(_ name: Identifier) { uses[unique: Int(name.index)].taken = scope }

    /// `name` itself where it is free, else `name2`, `name3` …
    mutating func take(_ name: Identifier) -> Identifier {
        if uses[Int(name.index)].taken != scope {
            uses[unique: Int(name.index)].taken = scope
            return name
        }
        return takeNumbered(name, from: 2)
    }

    /// `name` itself unless it is taken or a value is called so in the source, else `name2`, `name3` …
    mutating func takeUnpromised(_ name: Identifier) -> Identifier {
        uses[Int(name.index)].promised == scope ? takeNumbered(name, from: 2) : take(name)
    }

    /// `base1`, `base2` …: the next that is free.
    mutating func takeNumbered(_ base: Identifier, from first: Int32 = 1) -> Identifier {
        let use = uses[Int(base.index)]
        var number = use.numbered == scope ? max(use.number + 1, first) : first
        while true {
            let candidate = intern(base, number: number)
            let slot = Int(candidate.index)
            if uses[slot].taken != scope, uses[slot].promised != scope {
                uses[unique: slot].taken = scope
                uses[unique: Int(base.index)].numbered = scope
                uses[unique: Int(base.index)].number = number
                return candidate
            }
            number += 1
        }
    }

    func text(_ name: Identifier) -> String { texts.text(name) }
}

/// Words that need backticks as names; `self` does too, but in bodies nothing is called so but the instance.
private let keywords: [String] = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension",
    "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "internal", "is", "let", "nil",
    "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "Self", "static", "struct",
    "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while", "Any", "Protocol",
    "Type", "await", "init", "inout",
]
/// How many of these, at the end, name no value: as names of tapes' properties they would mean something else.
private let noProperties = 5
private let keywordCount = Int32(keywords.count)

extension NameTable {
    static func isKeyword(_ name: String) -> Bool { keywordSet.contains(name) }
}
private let keywordSet = Set(keywords + ["self"])
