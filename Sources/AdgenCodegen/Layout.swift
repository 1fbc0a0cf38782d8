/// The size and alignment of a type, as `MemoryLayout` has them.
struct Layout {
    var size = 0
    var alignment = 1
}

extension Layout {
    /// A struct of stored properties of these layouts, in this order.
    init(_ properties: [Layout]) {
        for property in properties { append(property) }
    }

    /// From one to the next in an array.
    var stride: Int { max(1, (size + alignment - 1) / alignment * alignment) }

    /// The order of stored properties that wastes little space on padding: those of large alignment first, otherwise as they are, and
    /// smaller ones where one of odd size leaves a gap.
    static func order(_ properties: [Layout]) -> [Int] {
        let ranked = properties.indices.sorted { (properties[$0].rank, $0) < (properties[$1].rank, $1) }
        // Of one alignment, in reverse.
        var classes: [[Int]] = []
        for index in ranked.reversed() {
            if let last = classes.last?.last, properties[last].alignment == properties[index].alignment {
                classes[classes.count - 1].append(index)
            } else {
                classes.append([index])
            }
        }
        classes.reverse()
        var order: [Int] = []
        var whole = Layout()
        while order.count < properties.count {
            let open = classes.indices.filter { !classes[$0].isEmpty }
            let next = open.first { whole.size % properties[classes[$0][0]].alignment == 0 } ?? open[0]
            let index = classes[next].removeLast()
            whole.append(properties[index])
            order.append(index)
        }
        return order
    }

    /// Large alignment comes first, and of that what leaves no gap.
    private var rank: Int { -2 * alignment + (size % alignment == 0 ? 0 : 1) }

    /// One more stored property: it begins at the next multiple of its alignment.
    mutating func append(_ property: Layout) {
        size = (size + property.alignment - 1) / property.alignment * property.alignment + property.size
        alignment = max(alignment, property.alignment)
    }
}
