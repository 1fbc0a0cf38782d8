/// The identifiers of a run, shared by all its files: an open hash table over one flat array of bytes.
package struct SymbolTable: Sendable {
    private struct Entry {
        var hash: UInt32
        var start: UInt32
        var count: UInt32
    }

    private struct Slot {
        /// The first seven bytes, and above them the length, 255 at most. Of a name of up to seven bytes this is all there is.
        /// In two halves, for a slot of twelve bytes.
        var low: UInt32 = 0
        var high: UInt32 = 0
        var index: Int32 = -1

        var key: UInt64 { UInt64(high) << 32 | UInt64(low) }
    }

    private var entries: [Entry] = []
    private var text: [UInt8] = []
    /// A power of two of them, at most four in five in use.
    private var slots: [Slot]

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
        slots = Array(repeating: Slot(), count: slotCount)
    }

    package var count: Int { entries.count }

    package subscript(symbol: Symbol) -> String { withBytes(of: symbol) { String(decoding: $0, as: UTF8.self) } }

    /// Calls `body` with the bytes of a name.
    package func withBytes<Result>(of symbol: Symbol, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let entry = entries[Int(symbol.index)]
        return text.withUnsafeBufferPointer { text in
            body(UnsafeBufferPointer(rebasing: text[Int(entry.start)..<Int(entry.start + entry.count)]))
        }
    }

    /// The name as Swift source, in backticks where it needs them.
    package func spelling(_ symbol: Symbol) -> String {
        let text = self[symbol]
        let isReserved = symbol.index <= Keyword.lastReserved.rawValue && symbol != .wildcard
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            let value = scalar.value
            guard value < 0x80 else { return ScalarClass.isIdentifierContinuation(value) }
            return CharacterClass.continuesName(CharacterClass.table[Int(value)])
        }
        let startsPlain = text.utf8.first.map { CharacterClass.table[Int($0)] != .digit } ?? false
        return isReserved || !isPlain || !startsPlain ? "`\(text)`" : text
    }

    package mutating func intern(_ text: String) -> Symbol {
        var text = text
        return text.withUTF8 { bytes in
            intern(bytes, 0, bytes.count)
        }
    }

    package func lookup(_ text: String) -> Symbol? {
        var text = text
        return text.withUTF8 { bytes in
            let key = SymbolTable.key(bytes, 0, bytes.count)
            let slot = slots[slot(of: bytes, 0, bytes.count, key, SymbolTable.hash(key, bytes, 0, bytes.count))]
            return slot.index < 0 ? nil : Symbol(slot.index)
        }
    }

    /// The name that stands at `start` in a larger text.
    mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Symbol {
        let key = SymbolTable.key(bytes, start, count)
        let hash = SymbolTable.hash(key, bytes, start, count)
        let slot = slot(of: bytes, start, count, key, hash)
        let known = slots[slot].index
        if known >= 0 { return Symbol(known) }
        let index = Int32(truncatingIfNeeded: entries.count)
        entries.append(Entry(hash: hash, start: UInt32(truncatingIfNeeded: text.count), count: UInt32(truncatingIfNeeded: count)))
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<(start + count)]))
        slots[slot] = Slot(low: UInt32(truncatingIfNeeded: key), high: UInt32(truncatingIfNeeded: key >> 32), index: index)
        if entries.count * 5 > slots.count * 4 { grow() }
        return Symbol(index)
    }

    private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
        var key: UInt64 = 0
        let length = min(count, 7)
        if start + 8 <= bytes.count {
            let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self)
            key = UInt64(littleEndian: word) & (1 << UInt64(8 * length) - 1)
        } else {
            for index in 0..<length {
                key |= UInt64(bytes[start + index]) << UInt64(8 * index)
            }
        }
        return key | UInt64(min(count, 255)) << 56
    }

    private static func hash(_ key: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> UInt32 {
        var hash = key
        var index = 7
        while index < count {
            hash = (hash ^ UInt64(bytes[start + index])) &* 0x100_0000_01B3
            index += 1
        }
        return UInt32(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }

    /// Where the name is, or where it would go.
    private func slot(of bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int, _ key: UInt64, _ hash: UInt32) -> Int {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            var place = Int(hash) & mask
            while true {
                let slot = slots[place]
                if slot.index < 0 || slot.key == key && (count <= 7 || isEqual(Int(slot.index), bytes, start, count)) { return place }
                place = (place + 1) & mask
            }
        }
    }

    private func isEqual(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Bool {
        let entry = entries[index]
        guard Int(entry.count) == count else { return false }
        for offset in 7..<count where text[Int(entry.start) + offset] != bytes[start + offset] {
            return false
        }
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        let mask = slots.count - 1
        for slot in old where slot.index >= 0 {
            var place = Int(entries[Int(slot.index)].hash) & mask
            while slots[place].index >= 0 {
                place = (place + 1) & mask
            }
            slots[place] = slot
        }
    }
}
