import AdgenIR

/// A function that emitted functions call: one of the user's, or derived from one. It is emitted as a private function that takes
/// and returns numbers, leaf by leaf, and so the same for all its callers in the file.
package struct CalleePlan: Sendable {
    /// What it computes of a function `x → y` of the user's.
    package enum Role: String, Sendable {
        /// The user's function itself.
        case user
        /// x → y
        case value
        /// x → (y, tape)
        case valueWithTape
        /// (tape, dx) → dy
        case differential, guardedDifferential
        /// (tape, ct of y) → ct of x
        case pullback, guardedPullback
        /// (x, dx) → dy
        case rerunDifferential
        /// (x, ct of y) → ct of x
        case rerunPullback
        /// x → what a reverse sweep takes of a part of the function
        case checkpoint
    }

    /// More numbers than this are returned in a struct: swiftc is slow at taking long tuples apart.
    package static let maximumTuple = 16

    /// How calls name it.
    package var number: Int
    /// The name of the user's function.
    package var source: String
    package var role: Role
    package var function: Function
    /// How many of the results of `valueWithTape` are the value; what remains is in the tape.
    package var valueCount: Int
    /// The function that records what this one takes from a tape.
    package var recorder: Int?
    /// How the user declared the function that is called itself.
    package var signature: Signature?
    /// The operations of that one.
    package var cost = Cost.free
    /// Whether it belongs to a chain, and what it is emitted of then where it is no straight line.
    package var isChain = false
    package var chain: ChainPlan?

    package init(number: Int, source: String, role: Role, function: Function, valueCount: Int, recorder: Int?) {
        self.number = number
        self.source = source
        self.role = role
        self.function = function
        self.valueCount = valueCount
        self.recorder = recorder
    }
}

/// A chain, and what it is emitted of: the numbers of callees that take and return numbers.
package struct ChainPlan: Sendable {
    package var chain: Chain
    /// x → y
    package var step: Int
    /// x → (y, tape); nil for the value of the chain.
    package var recorder: Int?
    /// (tape, ct of y) → ct of x
    package var pullback: Int?

    package init(_ chain: Chain, step: Int) {
        self.chain = chain
        self.step = step
    }
}

/// A function that has been emitted, for those that call it.
struct EmittedCallee {
    enum RecordedResult {
        case tape(Identifier, Body.TapeType)
        case part
    }

    /// A struct in which results are returned.
    struct Held {
        var type: String
        var layout: Layout
        /// By result: its field, with the path to it in the container: empty, or `.stage1`.
        var places: [Place]
        /// As in the tape of which it has the form.
        var parts: [Identifier: Tape.Part]
        var groups: [Identifier: Tape.Field]
    }

    var name: Identifier
    /// Of the results, those that are not in the tape.
    var valueCount: Int
    /// Of the operands, those that are in the tape.
    var recordedCount: Int
    /// What a tape of this function is called, and its type; none where it returns no tape.
    var tapeName = Identifier.none
    var tapeType: String?
    /// Bytes of the tape.
    var tapeLayout = Layout()
    var isTapePrivate = false
    /// Whether it runs a checkpoint again.
    var runsCheckpoint = false
    /// By result: tapes of what it calls, of which the other values are parts.
    var recordedResults: [Int: RecordedResult] = [:]
    /// Set where they are returned in a struct.
    var held: Held?
    /// How the user declared it, where it is called as it is.
    var signature: Signature?
    /// Argument labels, none for those that have none.
    var labels: [Identifier] = []
    var operations: Int
    /// Of these, what has been computed before.
    var recomputedOperations = 0
}
