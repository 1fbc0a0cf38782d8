import AdgenIR

/// Whether each number of a result of a linear function depends on no tangent but that at the same place of the parameter with the same
/// number, as far as the ops tell.
package func isDiagonal(_ linear: Function) -> Bool {
    // By value: the parameter whose places it has; of what depends on no tangent, and of what depends on others.
    let (none, mixed) = (-1, -2)
    var source = ValueMap(repeating: none, for: linear)
    for (number, parameter) in linear.parameters.dropFirst(linear.residuals.count).enumerated() { source[parameter] = number }
    func join(_ a: Int, _ b: Int) -> Int { a == b || b == none ? a : a == none ? b : mixed }

    // Arms lie before their conditional.
    for instruction in linear.instructions {
        if instruction.isConditional {
            for (index, result) in instruction.results.enumerated() {
                source[result] = linear.regions(of: instruction).reduce(none) { join($0, source[$1.results[index]]) }
            }
            continue
        }
        let keepsPlaces = instruction.op.isElementwise || instruction.op.isView || instruction.op == .copy
        for result in instruction.results {
            for operand in linear.operands(of: instruction) where source[operand] != none {
                // A number that serves every element of a tensor has no place there.
                let isPlaced = keepsPlaces && (instruction.op.isView || linear.type(of: operand).form == linear.type(of: result).form)
                source[result] = isPlaced ? join(source[result], source[operand]) : mixed
            }
        }
    }
    return linear.results.enumerated().allSatisfy { source[$1] == none || source[$1] == $0 }
}
