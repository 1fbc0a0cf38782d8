/// Runs `count` steps and differentiates a function of the last state with respect to the first, and to what the steps share.
///
/// The steps are run by functions that adgen emits for one step. With `// adgen: pullback` above `func step(_ u: State, _ p: Double)`:
///
///     let run = checkpointedSteps(
///         count: 1000, snapshots: 10, from: start, parameters: 0.0,
///         step: { u, _ in step(u, p) },
///         stepWithTape: { u, _ in stepValueWithTape(u, p) },
///         pullback: { tape, seed, pBar in
///             let bars = stepPullback(tape, seed: seed)
///             pBar += bars.p
///             return bars.u
///         },
///         seed: { last in lossGradient(last) })
///     run.value              // the last state
///     run.gradient.state     // by the first state
///     run.gradient.parameters
///
/// With `snapshots`, so many states are kept, the first among them, one tape, and some steps are run again: as few as possible, which is
/// `StepSchedule.binomialAdvances(count:snapshots:)`. Without, the tapes of all steps are kept. The gradient is the same bit for bit,
/// since every step is pulled back once, from the same state, in the same order.
///
/// - Parameters:
///   - count: The number of steps.
///   - snapshots: How many states may be kept, at least 1; nil to keep the tapes of all steps.
///   - start: The first state.
///   - parameters: The zero to which the gradient by what the steps share is added; `()` where they share nothing.
///   - step: The state after a step, from the state before it and the number of the step.
///   - stepWithTape: The same, and the step's tape.
///   - pullback: The cotangent of the state before a step from that after it. Adds the parameters' cotangents to its last argument.
///   - seed: The derivative of the function of interest with respect to the last state.
/// - Returns: The last state, and the gradient with respect to the first state and to the parameters.
@inlinable
public func checkpointedSteps<State, Tape, Tangent, Parameters>(
    count: Int,
    snapshots: Int?,
    from start: State,
    parameters: Parameters,
    step: (State, Int) throws -> State,
    stepWithTape: (State, Int) throws -> (value: State, tape: Tape),
    pullback: (Tape, Tangent, inout Parameters) throws -> Tangent,
    seed: (State) throws -> Tangent
) rethrows -> (value: State, gradient: (state: Tangent, parameters: Parameters)) {
    var states: [State] = []
    var tapes: [Tape] = []
    return try follow(
        StepSchedule.of(count: count, snapshots: snapshots), from: start, last: nil, parameters: parameters,
        store: { state, _, slot in store(state, in: slot, of: &states) },
        restore: { _, slot in restored(from: slot, of: states) },
        step: { state, number in state = try step(state, number) },
        record: { state, number in
            let (next, tape) = try stepWithTape(state, number)
            state = next
            tapes.append(tape)
        },
        reverse: { cotangent, parameters in cotangent = try pullback(tapes.removeLast(), cotangent, &parameters) },
        seed: seed)
}

/// What runs keep of states and tapes. A run that is given the memory of an earlier one writes over what that has kept, so that it
/// asks the system for none: for large states, to get memory takes longer than to compute what goes there.
public struct StepMemory<State, Tape> {
    @usableFromInline var states: [State] = []
    @usableFromInline var tapes: [Tape] = []

    /// Memory that holds nothing yet.
    public init() {}
}

extension StepMemory: Sendable where State: Sendable, Tape: Sendable {}

/// Runs `count` steps in place and differentiates a function of the last state with respect to the first, and to what the steps share.
///
/// The same as with functions that return new states, for states and tapes that are large and have their elements on the heap: states,
/// tapes and cotangents are written over, and `memory` keeps their buffers for the next run.
///
/// - Parameters:
///   - count: The number of steps.
///   - snapshots: How many states may be kept, at least 1; nil to keep the tapes of all steps.
///   - memory: What an earlier run has kept, or `StepMemory()`.
///   - start: The first state.
///   - parameters: The zero to which the gradient by what the steps share is added; `()` where they share nothing.
///   - emptyTape: A tape that a step can write over.
///   - step: Makes the state after a step of that before it; with the number of the step.
///   - stepWithTape: The same, and writes the step's tape over one that is no longer needed.
///   - pullback: Makes the cotangent of the state before a step of that after it. Adds the parameters' cotangents to its last argument.
///   - seed: The derivative of the function of interest with respect to the last state.
/// - Returns: The last state, and the gradient with respect to the first state and to the parameters.
@inlinable
public func checkpointedSteps<State, Tape, Tangent, Parameters>(
    count: Int,
    snapshots: Int?,
    reusing memory: inout StepMemory<State, Tape>,
    from start: State,
    parameters: Parameters,
    emptyTape: @autoclosure () throws -> Tape,
    step: (inout State, Int) throws -> Void,
    stepWithTape: (inout State, inout Tape, Int) throws -> Void,
    pullback: (Tape, inout Tangent, inout Parameters) throws -> Void,
    seed: (State) throws -> Tangent
) rethrows -> (value: State, gradient: (state: Tangent, parameters: Parameters)) {
    var tapeCount = 0
    return try follow(
        StepSchedule.of(count: count, snapshots: snapshots), from: start, last: nil, parameters: parameters,
        store: { state, _, slot in store(state, in: slot, of: &memory.states) },
        restore: { _, slot in restored(from: slot, of: memory.states) },
        step: step,
        record: { state, number in
            if tapeCount == memory.tapes.count { memory.tapes.append(try emptyTape()) }
            try stepWithTape(&state, &memory.tapes[tapeCount], number)
            tapeCount += 1
        },
        reverse: { cotangent, parameters in
            tapeCount -= 1
            try pullback(memory.tapes[tapeCount], &cotangent, &parameters)
        },
        seed: seed)
}

/// Runs steps until a state is the last and differentiates a function of it with respect to the first, and to what the steps share.
///
/// For a count that only the run tells, such as that of a step size control. States are kept as the run goes on, and better ones in place of
/// worse: see `StepSchedule.online(count:snapshots:)` for what is known of the number of steps that are run again.
///
/// - Parameters:
///   - isLast: Whether the run ends with this state, which is reached after so many steps.
///   - snapshots: How many states may be kept, the first among them.
///   - start: The first state.
///   - parameters: The zero to which the gradient by what the steps share is added; `()` where they share nothing.
///   - step: The state after a step, from the state before it and the number of the step.
///   - stepWithTape: The same, and the step's tape.
///   - pullback: The cotangent of the state before a step from that after it. Adds the parameters' cotangents to its last argument.
///   - seed: The derivative of the function of interest with respect to the last state.
/// - Returns: The last state, the number of steps, and the gradient with respect to the first state and to the parameters.
@inlinable
public func checkpointedSteps<State, Tape, Tangent, Parameters>(
    until isLast: (State, Int) throws -> Bool,
    snapshots: Int,
    from start: State,
    parameters: Parameters,
    step: (State, Int) throws -> State,
    stepWithTape: (State, Int) throws -> (value: State, tape: Tape),
    pullback: (Tape, Tangent, inout Parameters) throws -> Tangent,
    seed: (State) throws -> Tangent
) rethrows -> (value: State, count: Int, gradient: (state: Tangent, parameters: Parameters)) {
    var states: [State] = []
    var tapes: [Tape] = []
    var placement = OnlinePlacement(capacity: snapshots)
    var last = start
    var count = 0
    while try !isLast(last, count) {
        if let slot = placement.slot(forState: count) { store(last, in: .memory(slot), of: &states) }
        last = try step(last, count)
        count += 1
    }
    let (value, gradient) = try follow(
        StepSchedule.reversal(after: placement, count: count), from: last, last: last, parameters: parameters,
        store: { state, _, slot in store(state, in: slot, of: &states) },
        restore: { _, slot in restored(from: slot, of: states) },
        step: { state, number in state = try step(state, number) },
        record: { state, number in
            let (next, tape) = try stepWithTape(state, number)
            state = next
            tapes.append(tape)
        },
        reverse: { cotangent, parameters in cotangent = try pullback(tapes.removeLast(), cotangent, &parameters) },
        seed: seed)
    return (value, count, gradient)
}

#if !os(Windows)
    /// Runs `count` steps and differentiates a function of the last state, with further states kept in a file.
    ///
    /// `snapshots + onDisk` states are kept, those that are used least on disk: see `StepSchedule.twoLevel(count:snapshots:onDisk:)`.
    /// The file must not exist before and is gone when the function returns or throws, and also when the process is killed.
    ///
    /// - Parameters:
    ///   - count: The number of steps.
    ///   - snapshots: How many states may be kept in memory.
    ///   - onDisk: How many states may be kept in the file.
    ///   - file: The path of the file, on a disk with space for `onDisk` states.
    ///   - format: How a state is written as bytes.
    ///   - start: The first state.
    ///   - parameters: The zero to which the gradient by what the steps share is added; `()` where they share nothing.
    ///   - step: The state after a step, from the state before it and the number of the step.
    ///   - stepWithTape: The same, and the step's tape.
    ///   - pullback: The cotangent of the state before a step from that after it. Adds the parameters' cotangents to its last argument.
    ///   - seed: The derivative of the function of interest with respect to the last state.
    /// - Returns: The last state, and the gradient with respect to the first state and to the parameters.
    /// - Throws: `SnapshotFileError` where the file cannot be made, written or read as it was written; and what the functions throw.
    @inlinable
    public func checkpointedSteps<State, Tape, Tangent, Parameters>(
        count: Int,
        snapshots: Int,
        onDisk: Int,
        file: String,
        format: SnapshotFormat<State>,
        from start: State,
        parameters: Parameters,
        step: (State, Int) throws -> State,
        stepWithTape: (State, Int) throws -> (value: State, tape: Tape),
        pullback: (Tape, Tangent, inout Parameters) throws -> Tangent,
        seed: (State) throws -> Tangent
    ) throws -> (value: State, gradient: (state: Tangent, parameters: Parameters)) {
        var states: [State] = []
        var tapes: [Tape] = []
        let disk = try SnapshotFile(path: file)
        return try follow(
            StepSchedule.twoLevel(count: count, snapshots: snapshots, onDisk: onDisk), from: start, last: nil, parameters: parameters,
            store: { state, number, slot in
                switch slot {
                case .memory: store(state, in: slot, of: &states)
                case .disk(let index): try disk.write(format.encode(state), step: number, slot: index)
                }
            },
            restore: { number, slot in
                switch slot {
                case .memory: return restored(from: slot, of: states)
                case .disk(let index):
                    guard let state = format.decode(try disk.read(step: number, slot: index)) else { throw disk.damage(step: number) }
                    return state
                }
            },
            step: { state, number in state = try step(state, number) },
            record: { state, number in
                let (next, tape) = try stepWithTape(state, number)
                state = next
                tapes.append(tape)
            },
            reverse: { cotangent, parameters in cotangent = try pullback(tapes.removeLast(), cotangent, &parameters) },
            seed: seed)
    }
#endif

/// Does what the schedule says. `last` is the last state where the run has reached it already.
@inlinable
func follow<State, Tangent, Parameters>(
    _ schedule: StepSchedule,
    from start: State,
    last: State?,
    parameters: Parameters,
    store: (State, Int, SnapshotSlot) throws -> Void,
    restore: (Int, SnapshotSlot) throws -> State,
    step: (inout State, Int) throws -> Void,
    record: (inout State, Int) throws -> Void,
    reverse: (inout Tangent, inout Parameters) throws -> Void,
    seed: (State) throws -> Tangent
) rethrows -> (value: State, gradient: (state: Tangent, parameters: Parameters)) {
    var state = start
    var last = last
    var cotangent: Tangent?
    var parameters = parameters
    for action in schedule {
        switch action {
        case .advance(let from, let to):
            for number in from..<to { try step(&state, number) }
        case .store(let number, let slot):
            try store(state, number, slot)
        case .restore(let number, let slot):
            state = try restore(number, slot)
        case .record(let number):
            try record(&state, number)
        case .reverse:
            if cotangent == nil {
                // The first step to be reversed is the last that was run.
                let end = last ?? state
                last = end
                cotangent = try seed(end)
            }
            try reverse(&cotangent!, &parameters)
        }
    }
    let end = last ?? state
    return (end, (try cotangent ?? seed(end), parameters))
}

/// Slots fill like a stack.
@inlinable
func store<State>(_ state: State, in slot: SnapshotSlot, of states: inout [State]) {
    guard case .memory(let index) = slot else { preconditionFailure("a slot in memory") }
    if index < states.count { states[index] = state } else { states.append(state) }
}

@inlinable
func restored<State>(from slot: SnapshotSlot, of states: [State]) -> State {
    guard case .memory(let index) = slot else { preconditionFailure("a slot in memory") }
    return states[index]
}
