import Templates

/// An interned identifier.
struct Identifier: Hashable {
    var index: Int32

    static let none = Identifier(index: -1)
    var isNone: Bool { index < 0 }
}

/// All identifiers of a file, each stored once, and which of them are spoken for in the function that is being emitted.
///
/// Names survive: a value whose source name is free gets it. `promise` keeps source names away from numbered ones.
struct NameTable {
    private var bytes: [UInt8] = []
    private var starts: [Int32] = [0]
    /// An identifier and 32 bits of its hash; `empty` for none.
    private var slots: [UInt64] = Array(repeating: empty, count: 1024)
    private static let empty = UInt64.max
    /// By identifier, the last scope in which it was taken, promised, numbered.
    private var taken: [Int32] = []
    private var promised: [Int32] = []
    private var numbered: [Int32] = []
    /// By identifier: the last number given out in scope `numbered`.
    private var numbers: [Int32] = []
    private var scope: Int32 = 0
    private let keywordCount = Int32(keywords.count)

    init() {
        for keyword in keywords { _ = intern(keyword) }
    }

    /// Forgets what is taken: a new function begins.
    mutating func beginScope() { scope += 1 }

    // MARK: Interning

    mutating func intern(_ text: String) -> Identifier {
        bytes.append(contentsOf: text.utf8)
        return internTail()
    }

    mutating func intern(_ text: String, suffix: StaticString) -> Identifier {
        for byte in text.utf8 where byte != UInt8(ascii: "`") { bytes.append(byte) }
        suffix.withUTF8Buffer { bytes.append(contentsOf: $0) }
        return internTail()
    }

    private mutating func intern(_ base: Identifier, number: Int32) -> Identifier {
        let start = Int(starts[Int(base.index)])
        let end = Int(starts[Int(base.index) + 1])
        for index in start..<end { bytes.append(bytes[index]) }
        // `x1_2`: the second `x1` is not the twelfth `x`.
        if let last = bytes.last, last >= UInt8(ascii: "0"), last <= UInt8(ascii: "9") { bytes.append(UInt8(ascii: "_")) }
        var power: Int32 = 1
        while number / power >= 10 { power *= 10 }
        while power > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / power % 10))
            power /= 10
        }
        return internTail()
    }

    /// The identifier whose text lies at the end of `bytes`.
    private mutating func internTail() -> Identifier {
        let start = Int(starts[starts.count - 1])
        let count = bytes.count - start
        if starts.count * 2 > slots.count { grow() }
        let mask = slots.count - 1
        let hash = hash(start..<bytes.count)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != Self.empty {
            let candidate = Int32(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF)
            if slots[slot] >> 32 == hash >> 32, isEqual(candidate, start, count) {
                bytes.removeLast(count)
                return Identifier(index: candidate)
            }
            slot = (slot + 1) & mask
        }
        let index = Int32(truncatingIfNeeded: starts.count - 1)
        slots[slot] = (hash >> 32) << 32 | UInt64(index)
        starts.append(Int32(truncatingIfNeeded: bytes.count))
        taken.append(0)
        promised.append(0)
        numbered.append(0)
        numbers.append(0)
        return Identifier(index: index)
    }

    private func isEqual(_ candidate: Int32, _ start: Int, _ count: Int) -> Bool {
        let other = Int(starts[Int(candidate)])
        guard Int(starts[Int(candidate) + 1]) - other == count else { return false }
        for offset in 0..<count where bytes[other + offset] != bytes[start + offset] { return false }
        return true
    }

    private func hash(_ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        return hash ^ (hash >> 29)
    }

    private mutating func grow() {
        slots = Array(repeating: Self.empty, count: slots.count * 4)
        for index in 0..<starts.count - 1 {
            let hash = hash(Int(starts[index])..<Int(starts[index + 1]))
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != Self.empty { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = (hash >> 32) << 32 | UInt64(index)
        }
    }

    // MARK: Taking names

    /// No numbered name of this function will be `name`: a value is called so in the source.
    mutating func promise(_ name: Identifier) { promised[Int(name.index)] = scope }

    /// Nothing in this function will be called `name`.
    mutating func reserve(_ name: Identifier) { taken[Int(name.index)] = scope }

    /// `name` itself where it is free, else `name2`, `name3` …
    mutating func take(_ name: Identifier) -> Identifier {
        if taken[Int(name.index)] != scope {
            taken[Int(name.index)] = scope
            return name
        }
        return takeNumbered(name, from: 2)
    }

    /// `name` itself unless it is taken or a value is called so in the source, else `name2`, `name3` …
    mutating func takeUnpromised(_ name: Identifier) -> Identifier {
        promised[Int(name.index)] == scope ? takeNumbered(name, from: 2) : take(name)
    }

    /// `base1`, `base2` …: the next that is free.
    mutating func takeNumbered(_ base: Identifier, from first: Int32 = 1) -> Identifier {
        let index = Int(base.index)
        var number = numbered[index] == scope ? max(numbers[index] + 1, first) : first
        while true {
            let candidate = intern(base, number: number)
            let slot = Int(candidate.index)
            if taken[slot] != scope, promised[slot] != scope {
                taken[slot] = scope
                numbered[index] = scope
                numbers[index] = number
                return candidate
            }
            number += 1
        }
    }

    // MARK: Writing

    /// As an identifier of the source: keywords in backticks.
    func write(_ name: Identifier, to output: inout TextBuffer) {
        let isKeyword = name.index < keywordCount
        if isKeyword { output.append(UInt8(ascii: "`")) }
        writePlain(name, to: &output)
        if isKeyword { output.append(UInt8(ascii: "`")) }
    }

    func writePlain(_ name: Identifier, to output: inout TextBuffer) {
        let start = Int(starts[Int(name.index)])
        let end = Int(starts[Int(name.index) + 1])
        bytes.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    func text(_ name: Identifier) -> String {
        var output = TextBuffer()
        write(name, to: &output)
        return String(decoding: output.bytes, as: UTF8.self)
    }
}

/// Words that need backticks as names.
private let keywords: [String] = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension",
    "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
    "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "Self", "static", "struct",
    "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while", "Any",
]

extension NameTable {
    static func isKeyword(_ name: String) -> Bool { keywordSet.contains(name) }
}
private let keywordSet = Set(keywords)
