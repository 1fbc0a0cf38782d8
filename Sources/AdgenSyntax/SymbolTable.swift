/// The identifiers of a run, shared by all its files: an open hash table over one flat array of bytes.
package struct SymbolTable: Sendable {
    private struct Entry {
        var hash: UInt32
        var start: UInt32
        var count: UInt32
    }

    private var entries: [Entry] = []
    private var text: [UInt8] = []
    /// A power of two of indices into `entries`, -1 where free; at most half full.
    private var slots: [Int32]

    /// A table that holds the keywords.
    package init() { self = SymbolTable.keywords }

    private static let keywords: SymbolTable = {
        var table = SymbolTable(slotCount: 1024)
        for keyword in Keyword.allCases {
            _ = table.intern(keyword.text)
        }
        return table
    }()

    private init(slotCount: Int) {
        slots = Array(repeating: -1, count: slotCount)
    }

    package var count: Int { entries.count }

    package subscript(symbol: Symbol) -> String {
        let entry = entries[Int(symbol.index)]
        return String(decoding: text[Int(entry.start)..<Int(entry.start + entry.count)], as: UTF8.self)
    }

    /// The name as Swift source, in backticks where it needs them.
    package func spelling(_ symbol: Symbol) -> String {
        let text = self[symbol]
        let isReserved = symbol.index <= Keyword.lastReserved.rawValue && symbol != .wildcard
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            let value = scalar.value
            return value < 0x80
                ? CharacterClass.isIdentifier(UInt8(value)) : ScalarClass.isIdentifierContinuation(value)
        }
        let startsPlain = text.utf8.first.map { CharacterClass.table[Int($0)] != CharacterClass.digit.rawValue } ?? false
        return isReserved || !isPlain || !startsPlain ? "`\(text)`" : text
    }

    package mutating func intern(_ text: String) -> Symbol {
        var text = text
        return text.withUTF8 { bytes in
            intern(bytes, hash: SymbolTable.hash(of: bytes))
        }
    }

    package func lookup(_ text: String) -> Symbol? {
        var text = text
        return text.withUTF8 { bytes in
            let index = slots[slot(of: bytes, hash: SymbolTable.hash(of: bytes))]
            return index < 0 ? nil : Symbol(index)
        }
    }

    // MARK: - For the lexer

    static let firstHash: UInt32 = 0x811C_9DC5

    @inline(__always)
    static func combine(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        (hash ^ UInt32(byte)) &* 0x0100_0193
    }

    static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash = firstHash
        for byte in bytes {
            hash = combine(hash, byte)
        }
        return hash
    }

    /// `hash` is that of `hash(of: bytes)`, computed while reading them.
    mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Symbol {
        let slot = slot(of: bytes, hash: hash)
        if slots[slot] >= 0 { return Symbol(slots[slot]) }
        let index = Int32(truncatingIfNeeded: entries.count)
        entries.append(Entry(hash: hash, start: UInt32(truncatingIfNeeded: text.count), count: UInt32(truncatingIfNeeded: bytes.count)))
        text.append(contentsOf: bytes)
        slots[slot] = index
        if entries.count * 2 > slots.count { grow() }
        return Symbol(index)
    }

    /// Where `bytes` are, or where they would go.
    @inline(__always)
    private func slot(of bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(hash ^ hash >> 15) & mask
        while true {
            let index = slots[slot]
            if index < 0 { return slot }
            let entry = entries[Int(index)]
            if entry.hash == hash, Int(entry.count) == bytes.count, isEqual(Int(entry.start), bytes) { return slot }
            slot = (slot + 1) & mask
        }
    }

    @inline(__always)
    private func isEqual(_ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            if text[start + index] != bytes[index] { return false }
            index += 1
        }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for (index, entry) in entries.enumerated() {
            var slot = Int(entry.hash ^ entry.hash >> 15) & mask
            while slots[slot] >= 0 {
                slot = (slot + 1) & mask
            }
            slots[slot] = Int32(truncatingIfNeeded: index)
        }
    }
}
