import AdgenIR

/// The linear function with stand-ins, once all of it is there.
struct LinearDraft {
    var linear: Function
    var parameters: [Value]
    /// Stand-ins for the extents of those that are arrays.
    var extents: [Value]
    /// By value of the linear function: the primal value for which it stands.
    var standsFor: Table<Value>

    /// Makes the stand-ins that are used parameters, and what they stand for results of the primal function.
    func resolved(_ primal: consuming Builder, results: [Value]) -> Linearized {
        let standsFor = standsFor
        let uses = linear.useCounts { instruction in standsFor[Int(instruction.firstResult)] != .none }
        // Residuals in the order in which the primal function computes them.
        var isResidual = [Bool](repeating: false, count: primal.valueCount)
        for value in extents.map({ standsFor[Int($0.index)] }) where value != .none { isResidual[Int(value.index)] = true }
        for index in standsFor.indices where uses[Value(index)] > 0 {
            let value = standsFor[index]
            if value != .none, primal.constant(value) == nil { isResidual[Int(value.index)] = true }
        }
        let residuals = isResidual.indices.filter { isResidual[$0] }.map { Value($0) }

        let counts = extents.map { extent in
            let number = residuals.firstIndex(of: standsFor[Int(extent.index)])
            guard let number else { preconditionFailure("an extent is no residual") }
            return number
        }
        let kind = Function.Kind.linear(residuals: residuals.count, extents: counts)
        var builder = Builder(name: linear.name, kind: kind, symbols: linear.symbols)
        builder.reserve(like: linear)
        builder.role = .derivative
        var parameterOf = [Value](repeating: Value(-1), count: isResidual.count)
        for residual in residuals {
            parameterOf[Int(residual.index)] = builder.parameter(primal.type(of: residual), name: primal.function.name(of: residual))
        }
        let tangents = parameters.map { builder.parameter(linear.type(of: $0), name: linear.name(of: $0)) }
        var map = ValueMap(repeating: Value.none, for: linear)
        for (parameter, tangent) in zip(parameters, tangents) { map[parameter] = tangent }
        for index in standsFor.indices where uses[Value(index)] > 0 {
            let value = standsFor[index]
            guard value != .none else { continue }
            if let scalar = primal.constant(value) {
                map[Value(index)] = builder.emit(.constant(scalar))
            } else {
                map[Value(index)] = parameterOf[Int(value.index)]
            }
        }
        let linearFunction = copied(into: builder, map, uses)
        return Linearized(primal: primal.finish(results: results + residuals), linear: linearFunction)
    }

    /// The linear function without what stands for something, and without what has no use.
    private func copied(
        into builder: consuming Builder, _ map: consuming ValueMap<Value>, _ uses: consuming ValueMap<Int32>
    ) -> Function {
        let standsFor = standsFor
        if linear.regions.count == 1 {
            var builder = builder
            builder.copyLine(of: linear, &map) { results in
                results.contains { uses[$0] > 0 && standsFor[Int($0.index)] == .none }
            }
            return builder.finish(results: linear.results.map { map[$0] })
        }
        var rebuild = Rebuild(linear, into: builder, arguments: [], uses: uses)
        rebuild.map = map
        return rebuild.run { rebuild, instruction in Self.copyLinear(&rebuild, instruction, standsFor) }
    }

    private static func copyLinear(_ rebuild: inout Rebuild, _ instruction: Instruction, _ standsFor: Table<Value>) {
        if standsFor[Int(instruction.firstResult)] != .none { return }
        rebuild.copy(instruction) { rebuild, inner in copyLinear(&rebuild, inner, standsFor) }
    }
}
