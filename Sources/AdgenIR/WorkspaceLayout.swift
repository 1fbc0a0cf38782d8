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

    /// In the order in which they are computed.
    package var buffers: [Buffer] = []
    package var slots: [Slot] = []

    package init() {}

    /// Each extent of a buffer once, constants left out, in the order of the buffers.
    package func extents(of function: Function) -> [Extent] {
        var seen: Set<Extent> = []
        return buffers.flatMap(\.extents).filter { extent in
            if case .constant = extent { return false }
            return seen.insert(extent).inserted
        }
    }
}

extension Op {
    /// Whether each element of the result needs no element of an operand but that at the same place, so that the result may be written
    /// over an operand.
    package var isElementwise: Bool {
        switch definition.typeRule {
        case .float, .comparison, .select: true
        default: false
        }
    }
}
