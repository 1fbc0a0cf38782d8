import AdgenSyntax

/// Tuples without a value that get it element by element. Of structs, vectors and arrays Swift wants the whole first.
extension BodyChecker {
    /// The typing of variable `slot`, a tuple that has no value yet, where `id` names it: only elements that have one may be read.
    mutating func usePartly(tuple slot: Int, _ elements: [Bool], _ id: ExpressionID) -> Typing {
        let variable = checked.variables[slot]
        guard var type = variable.typing.type else { return .failed }
        var part = id
        var offset = 0
        while let next = elementRead(of: part, type) {
            part = ExpressionID(Int(part.index) + 1)
            offset += next.offset
            type = next.type
        }
        if elements[offset..<offset + module.types.leafCount(type)].allSatisfy(\.self) { return variable.typing }
        return fail(.useBeforeInitialization(text(part)), at: part)
    }

    /// The element of the tuple `whole` that the next expression is, if it is one.
    private func elementRead(of whole: ExpressionID, _ type: TypeID) -> (offset: Int, type: TypeID)? {
        let next = Int(whole.index) + 1
        guard next < checked.body.nodes.count, case .tuple = module.types.form(type) else { return nil }
        switch checked.body.nodes[next].expression {
        case .tupleElement(whole, let number): return tupleElement(Int(number), of: type)
        case .member(whole?, let name): return storedMember(name, of: type)
        default: return nil
        }
    }

    /// Reports where an element is changed that has no value, or a constant one assigned again.
    mutating func checkElement(_ place: Place, isAssigned: Bool, _ id: ExpressionID) {
        guard let slot = place.tuple, let elements = initializedElements[slot], !hasSkipped else { return }
        let variable = checked.variables[slot]
        let part = elements[leaves(of: place, in: variable)]
        if variable.isConstant, !isAssigned || part.contains(true) {
            report(.assignmentToConstant(text(id)), at: id)
        } else if !isAssigned, part.contains(false) {
            report(.useBeforeInitialization(text(id)), at: id)
        }
    }

    /// An element has its value; with the last one the tuple has.
    mutating func initializeElement(_ place: Place, of slot: Int) {
        guard var elements = initializedElements[slot] else { return }
        for leaf in leaves(of: place, in: checked.variables[slot]) { elements[leaf] = true }
        initializedElements[slot] = elements
        checked.variables[slot].isInitialized = elements.allSatisfy(\.self)
    }

    private func leaves(of place: Place, in variable: Variable) -> Range<Int> {
        let start = place.start - Int(variable.start)
        return start..<start + module.types.leafCount(place.type)
    }
}
