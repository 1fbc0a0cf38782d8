import AdgenIR

// Arrays whose extents the primal function knows.
extension Linearizer {
    mutating func zero(like old: Value) -> Value {
        let value = linear.zero(source.type(of: old), extents: extents(of: old))
        markNew(linear: false)
        return value
    }

    /// The tangent of what a choice yields, with the extents that the primal function finds: by itself it has those of the arm taken.
    mutating func sized(_ tangent: Value, like old: Value) -> Value {
        let one = linear.emit(.constant(Scalar(1, as: source.type(of: old).element)))
        markNew(linear: false)
        let ones = linear.broadcast(one, to: extents(of: old))
        markNew(linear: false)
        return emit(.multiply, ones, tangent)
    }

    /// The tangent of a number, as that of every element of `old`.
    mutating func broadcast(_ tangent: Value, like old: Value) -> Value {
        let value = linear.broadcast(tangent, to: extents(of: old))
        markNew(linear: true)
        return value
    }

    /// The same as that of every element of `array`, a value of the primal function.
    mutating func broadcast(_ tangent: Value, alike array: Value) -> Value {
        var extents = primal.extents(of: array)
        for dimension in 0..<extents.count { extents[dimension] = standIn(for: extents[dimension]) }
        let value = linear.broadcast(tangent, to: extents)
        markNew(linear: true)
        return value
    }

    /// Stand-ins for the extents of a value of the source.
    mutating func extents(of old: Value) -> Operands {
        let rank = source.type(of: old).rank
        var extents = Operands(count: rank)
        for dimension in 0..<rank {
            switch extentTable.extent(dimension, of: old, in: source) {
            case .number(let number): extents[dimension] = standIn(for: dual[number].primal)
            case .constant(let extent): extents[dimension] = standIn(for: primal.emit(.constant(.int(extent))))
            case .dimension(let dimension2, let origin): extents[dimension] = standIn(for: extent(Int(dimension2), of: origin))
            }
        }
        return extents
    }

    /// An extent of an array of the source, as a value of the primal function.
    private mutating func extent(_ dimension: Int, of array: Value) -> Value {
        let op = Op.extent(dimension, of: source.type(of: array))
        let extent = primal.emit(op, dual[array].primal)
        if !primal.isNamed(extent) { primal.setName(source.name(of: array).decorated(op.decoration), of: extent) }
        return extent
    }
}

extension Op {
    /// What an extent is called that it asks for.
    fileprivate var decoration: Name.Decoration {
        switch self {
        case .rows: .rows
        case .columns: .columns
        default: .count
        }
    }
}
