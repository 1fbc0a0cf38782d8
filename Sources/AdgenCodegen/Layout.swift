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

    /// One more stored property: it begins at the next multiple of its alignment.
    mutating func append(_ property: Layout) {
        size = (size + property.alignment - 1) / property.alignment * property.alignment + property.size
        alignment = max(alignment, property.alignment)
    }
}
