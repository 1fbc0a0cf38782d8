import AdgenIR

// Aggregate values: how their leaves are read, and how they are built of leaves.
extension FileEmitter {
    /// Says where the leaves of `root` are found: at the end of the path that leads to them. An element that is read more than
    /// once becomes a local, since a subscript is a call in debug builds.
    ///
    /// - Parameter isReachable: whether stages are handed `root` itself.
    /// - Returns: by leaf, its index in `Body.places`.
    @discardableResult
    mutating func place(_ type: TypeTree, _ root: String, at values: ArraySlice<Value>, isReachable: Bool = false) -> [Int] {
        guard type.scalar == nil else {
            for value in values {
                builder.body.places[unique: Int(value.index)] = Place(
                    name: builder.names.intern(unquoted: root), isReachable: isReachable)
            }
            return []
        }
        return zip(values, type.leafPaths(of: root)).map { value, path in
            let place = Place(name: builder.names.intern(path), isReachable: isReachable)
            if path.last == "]", builder.values[Int(value.index)].uses > 1 { return builder.bind(value, to: place, as: localName(path)) }
            builder.body.places[unique: Int(value.index)] = place
            return Int(value.index)
        }
    }
}

extension BodyBuilder {
    /// A value of `type` from the expressions of its leaves.
    mutating func aggregate(_ type: TypeTree, _ leaves: [Expression]) -> Expression {
        if type.scalar != nil { return leaves[0] }
        var rest = leaves[...]
        return aggregate(type, &rest)
    }

    private mutating func aggregate(_ type: TypeTree, _ leaves: inout ArraySlice<Expression>) -> Expression {
        switch type {
        case .leaf: return leaves.removeFirst()
        case .tuple(let elements):
            var parts: [Expression] = []
            for element in elements { parts.append(labelled(element.label, aggregate(element.type, &leaves))) }
            return body.add(.tuple(body.list(parts)))
        case .structure(let structure):
            guard var labels = structure.initializer?[...] else { preconditionFailure("no value of \(structure.name) can be made") }
            var arguments: [Expression] = []
            for field in structure.fields {
                if field.isInitialized {
                    let part = aggregate(field.type, &leaves)
                    arguments.append(labelled(labels.removeFirst(), part))
                } else {
                    leaves.removeFirst(field.type.leafCount)
                }
            }
            return body.add(.call(names.intern(structure.name), body.list(arguments)))
        case .inlineArray(let count, let element):
            var elements: [Expression] = []
            for _ in 0..<count { elements.append(aggregate(element, &leaves)) }
            return body.add(.array(body.list(elements)))
        case .simd(let lanes, _):
            let list = body.list(Array(leaves.prefix(lanes)))
            leaves.removeFirst(lanes)
            return body.add(.call(names.intern(type.spelling), list))
        }
    }

    /// `Matrix(columns: [xByA, xByB])`, from its entries row by row, of which some are vectors or matrices.
    mutating func matrix(of entries: [Expression], _ types: [ValueType], _ columnCount: Int) -> Expression {
        usesRuntime = true
        var columns: [Expression] = []
        for column in 0..<columnCount {
            var parts: [Expression] = []
            for index in stride(from: column, to: entries.count, by: columnCount) {
                switch types[index].rank {
                case 0: parts.append(body.add(.array(body.list(entries[index]))))
                case 1: parts.append(entries[index])
                default: parts.append(body.add(.member(entries[index], names.intern("flattened"))))
                }
            }
            columns.append(parts.count == 1 ? parts[0] : body.add(.call(names.intern("concatenate"), body.list(parts))))
        }
        let list = labelled("columns", body.add(.array(body.list(columns))))
        return body.add(.call(names.intern("Matrix"), body.list(list)))
    }

    mutating func labelled(_ label: String?, _ expression: Expression) -> Expression {
        guard let label else { return expression }
        return body.add(.labelled(names.intern(unquoted: label), expression))
    }

    /// Gives a parameter that is found at `place` a local of its own; returns the index of `place` in `Body.places`.
    mutating func bind(_ parameter: Value, to place: Place, as name: String) -> Int {
        let element = Value(body.places.count)
        body.places.append(place)
        body.places[unique: Int(parameter.index)].name = names.takeUnpromised(names.intern(name))
        body.statements.append(.define(parameter, Expression(element)))
        return Int(element.index)
    }
}

/// The leaf at the end of a path as one word: `pQX` for `p.q.x`, `m1_2` for `m[1][2]`, `x` for `self.x`.
func localName(_ path: String) -> String {
    var name = ""
    var startsWord = false
    let path = path.hasPrefix("self.") ? path.dropFirst(5) : path[...]
    for character in path {
        switch character {
        case ".", "[", "]": startsWord = true
        case "`": break
        default:
            if startsWord, character.isNumber, name.last?.isNumber == true { name += "_" }
            name += startsWord && !name.isEmpty ? character.uppercased() : String(character)
            startsWord = false
        }
    }
    return name == "self" ? "instance" : name
}
