/// Where the vectors and matrices lie that a function computes: several in one slot, one after the other. What is not listed is an argument,
/// or stands for another.
package struct WorkspaceLayout: Sendable {
    package struct Buffer: Sendable {
        package var value: Value
        package var slot: Int
        /// Its extents, known where the function begins.
        package var extents: [Extent]
        /// The operand that it is written over.
        package var operand: Value?

        package init(value: Value, slot: Int, extents: [Extent], operand: Value? = nil) {
            self.value = value
            self.slot = slot
            self.extents = extents
            self.operand = operand
        }
    }

    package struct Slot: Sendable {
        package var element: ValueType.Element
        /// The extents of what lies in it, each once; it has room for the largest.
        package var sizes: [[Extent]]

        package init(element: ValueType.Element, sizes: [[Extent]] = []) {
            self.element = element
            self.sizes = sizes
        }
    }

    /// An extent that follows from others: the sum, the difference or the product of two.
    package struct Derived: Sendable {
        package var extent: Extent
        package var operation: Op.IntegerOperation
        package var left: Extent
        package var right: Extent

        package init(extent: Extent, operation: Op.IntegerOperation, left: Extent, right: Extent) {
            self.extent = extent
            self.operation = operation
            self.left = left
            self.right = right
        }
    }

    /// A result, by its number, that is added to what the caller has where it is computed.
    package struct Sum: Sendable {
        package var value: Value
        package var result: Int

        package init(value: Value, result: Int) {
            self.value = value
            self.result = result
        }
    }

    /// In the order in which they are computed.
    package var buffers: [Buffer] = []
    /// In the order in which they follow from each other.
    package var derived: [Derived] = []
    package var slots: [Slot] = []
    package var sums: [Sum] = []
    /// What has no place: each call makes it anew.
    package var allocated: [Value] = []

    package init() {}

    /// Each extent of an argument that a buffer has or that another extent follows from, once.
    package var entryExtents: [Extent] {
        var seen = Set(derived.map(\.extent))
        return (buffers.flatMap(\.extents) + derived.flatMap { [$0.left, $0.right] }).filter { extent in
            if case .constant = extent { return false }
            return seen.insert(extent).inserted
        }
    }
}

extension Op {
    /// Whether the result is an operand's memory under another shape.
    package var isView: Bool {
        switch self {
        case .reshaped, .flattened: true
        default: false
        }
    }

    /// Whether the result is the first operand, whole or changed, and nothing uses that afterwards if it is changed.
    package var changesOperand: Bool {
        self == .copy || consumesFirst
    }

    /// Whether each element of the result needs no element of an operand but that at the same place, so that the result may be written
    /// over an operand.
    package var isElementwise: Bool {
        switch definition.typeRule {
        case .float, .comparison, .select: true
        default: false
        }
    }
}
