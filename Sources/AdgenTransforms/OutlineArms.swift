import AdgenIR

/// Makes functions of the long arms of conditionals. In what is emitted an arm is one block, however long, but a function is cut into
/// stages. Where an arm is reversed its function runs again, as any does that is called in an arm.
package struct ArmOutliner {
    private struct Arm {
        var region: Int32
        /// Values and constants from outside.
        var inputs: [Value] = []
        var constants: [Value] = []
        /// What is computed inside and leaves it.
        var results: [Value] = []
        /// The number and the effect of its function.
        var number = -1
        var effect = Effect.none
    }

    /// Arms of more instructions than this are long: swiftc takes about a second for the derivative of one, and four for twice as many.
    package static let limit = 1_500

    private let source: Function
    /// The same with one instruction in each long arm: its marker.
    private var marked: Function
    /// By marker: the place of its arm.
    private var places: [Int32: Int] = [:]
    /// Those within others first.
    private var arms: [Arm] = []

    package init(_ function: Function, limit: Int = Self.limit) {
        source = function
        marked = function
        guard function.regions.count > 1, function.instructions.count > limit else { return }
        var members = function.regions.map(\.instructions)
        var outerFirst: [Int32] = [0]
        var next = 0
        while next < outerFirst.count {
            for index in members[Int(outerFirst[next])] { outerFirst += Self.regions(of: function.instructions[Int(index)]) }
            next += 1
        }
        var size = [Int](repeating: 0, count: function.regions.count)
        for region in outerFirst.reversed() {
            for index in members[Int(region)] {
                size[Int(region)] += 1
                for inner in Self.regions(of: function.instructions[Int(index)]) { size[Int(region)] += size[Int(inner)] }
            }
            guard region > 0, size[Int(region)] > limit,
                let marker = members[Int(region)].first(where: { function.instructions[Int($0)].resultCount > 0 })
            else { continue }
            places[marker] = arms.count
            arms.append(arm(region))
            members[Int(region)] = [marker]
            size[Int(region)] = 1
        }
        marked.setInstructions(members)
    }

    private static func regions(of instruction: Instruction) -> Range<Int32> {
        instruction.firstRegion..<instruction.firstRegion + instruction.regionCount
    }

    private func arm(_ region: Int32) -> Arm {
        var isInside = [Bool](repeating: false, count: source.instructions.count)
        var pending = [region]
        while let region = pending.popLast() {
            for index in source.regions[Int(region)].instructions {
                isInside[Int(index)] = true
                pending += Self.regions(of: source.instructions[Int(index)])
            }
        }
        func isMade(_ value: Value) -> Bool {
            let definition = source.values[Int(value.index)].definition
            return definition >= 0 && isInside[Int(definition)]
        }
        var arm = Arm(region: region)
        var known: Set<Value> = []
        for index in source.regions[Int(region)].instructions {
            source.forEachUse(in: source.instructions[Int(index)]) { value in
                guard !isMade(value), known.insert(value).inserted else { return }
                if source.constant(value) == nil { arm.inputs.append(value) } else { arm.constants.append(value) }
            }
        }
        arm.inputs.sort { $0.index < $1.index }
        for value in source.regions[Int(region)].results where isMade(value) && known.insert(value).inserted { arm.results.append(value) }
        return arm
    }

    /// The function with calls in place of its long arms.
    ///
    /// - Parameter add: Takes the function of an arm into the program and answers its number.
    package func outlined(_ add: (Function) -> Int) -> Function {
        if arms.isEmpty { return source }
        var arms = arms
        // The arm at hand.
        var own = -1
        func visit(_ rebuild: inout Rebuild, _ instruction: Instruction) {
            guard instruction.resultCount > 0, let place = places[source.values[Int(instruction.firstResult)].definition], place != own
            else {
                return rebuild.copy(instruction, visit)
            }
            let arm = arms[place]
            let results = rebuild.builder.emitCall(
                arm.number, arm.inputs.map { rebuild.map[$0] }, results: arm.results.map(source.type), effect: arm.effect)
            for (old, new) in zip(arm.results, results) { rebuild.define(old, as: new) }
        }
        for place in arms.indices {
            own = place
            let arm = arms[place]
            var builder = Builder(name: "\(source.name).arm", symbols: source.symbols)
            let parameters = arm.inputs.map { builder.parameter(source.type(of: $0), name: source.name(of: $0)) }
            var rebuild = Rebuild(marked, into: builder, arguments: [])
            for (input, parameter) in zip(arm.inputs, parameters) { rebuild.map[input] = parameter }
            for value in arm.constants {
                if let scalar = source.constant(value) { rebuild.map[value] = rebuild.builder.emit(.constant(scalar)) }
            }
            rebuild.visit(source.regions[Int(arm.region)], visit)
            let results = arm.results.map { rebuild.map[$0] }
            let function = rebuild.releaseBuilder().finish(results: results)
            arms[place].effect = function.effect
            arms[place].number = add(function)
        }
        own = -1
        return Rebuild(marked).run(visit)
    }
}
