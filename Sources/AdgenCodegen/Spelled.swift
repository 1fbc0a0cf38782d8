import AdgenIR

/// An op's spelling with its words interned: what the builder of bodies asks for at every instruction.
struct Spelled {
    enum Form: UInt8 {
        case literal, infix, prefix, call, staticCall, property, method, rounded, conversion, ternary, sign, guardedProduct, polygamma,
            withoutDerivative
        /// The same number in all lanes; two numbers as lanes, and one of them; a function of lanes.
        case splat, pair, lane, wideCall
        case element, zeros, addAt, addAll, copy
        /// Of vectors and matrices.
        case broadcast, spread, along, product, signs, part, window, addPart
        case conditional, loop, userCall, check
    }

    var name = Identifier.none
    var form: Form
    var symbol = SwiftOperator.plus
    var effect = Effect.none
    /// Whether it is made where it stands even if nobody uses it. What reads an element may wait for its use in the same region.
    var hasEffect: Bool { effect != .none && form != .element && form != .part }
    /// A function of the platform's math library.
    var isElementary = false
    /// Its type has to be said: never part of a larger expression.
    var needsType = false
    /// Operations, as cost lines count them.
    var cost: UInt8 = 0
}

/// `Spelled` by op definition.
struct SpellingTable {
    private struct Entry {
        /// Definitions live as long as the program.
        var definition: ObjectIdentifier?
        var spelled = Spelled(form: .literal)
    }

    /// By a part of the definition's address; a clash only costs time.
    private var entries: [Entry] = Array(repeating: Entry(), count: 256)
    /// By kind, of what most instructions are.
    private var common = Table<Spelled>()

    init(_ names: inout NameTable) {
        for op in [Op.constant(.f64(0)), .add, .subtract, .multiply, .divide, .negate] {
            common.append(Self.spell(op.definition, &names))
        }
    }

    mutating func spelled(_ op: Op, _ names: inout NameTable) -> Spelled {
        if op.kind != .other { return common[Int(op.kind.rawValue)] }
        let definition = op.definition
        let key = ObjectIdentifier(definition)
        let slot = (Int(bitPattern: key) >> 5) & 255
        if entries[slot].definition == key { return entries[slot].spelled }
        let spelled = Self.spell(definition, &names)
        entries[slot] = Entry(definition: key, spelled: spelled)
        return spelled
    }

    /// The same for vectors and matrices, where AdgenRuntime spells it in another way.
    mutating func spelledOnTensors(_ op: Op, _ names: inout NameTable) -> Spelled {
        var spelled = spelled(op, &names)
        spelled.isElementary = false
        func call(_ name: String) {
            spelled.form = .call
            spelled.name = names.intern(name)
        }
        switch op {
        case .sqrt: call("sqrt")
        case .select: call("choose")
        case .guardedMultiply: call("guardedProduct")
        case .sign: spelled.form = .signs
        case .compare: spelled.symbol = spelled.symbol.elementwise
        default: break
        }
        return spelled
    }

    /// The same for one element of a tensor: to the bit what the tensor's would be.
    mutating func spelledOnElements(_ op: Op, _ names: inout NameTable) -> Spelled {
        var spelled = spelled(op, &names)
        guard op.definition.cost == .elementary, case .call = spelled.form else { return spelled }
        spelled.name = names.intern("LoopElement.\(op.definition.mnemonic)")
        spelled.isElementary = false
        return spelled
    }

    /// `op` on vectors: arithmetic and comparisons are operators, all else is a function of AdgenRuntime, which two lanes do without.
    mutating func wide(_ op: Op, lanes: UInt8, _ names: inout NameTable) -> Spelled {
        var spelled = spelled(op, &names)
        let name: String
        switch op.definition.spelling {
        case .infix:
            spelled.symbol = spelled.symbol.elementwise
            return spelled
        case .splat, .pair, .lane, .literal, .conditional, .check: return spelled
        case .prefix where lanes == 2: return spelled
        case .prefix: name = op == .not ? "BatchLanes.not" : "BatchLanes.negated"
        case .elementary(let function): name = function == "fabs" ? "BatchLanes.abs" : op == .copysign ? "BatchLanes.copysign" : function
        case .function(let function) where op == .sigmoid || op == .softplus: name = function
        case .function(let function), .staticFunction(let function), .property(let function), .method(let function):
            name = "BatchLanes.\(function)"
        case .rounded: name = "BatchLanes.rounded"
        case .ternary: name = "BatchLanes.choose"
        case .sign: name = "BatchLanes.sign"
        case .guardedProduct: name = "BatchLanes.guardedProduct"
        case .polygamma, .withoutDerivative: return spelled
        case .conversion, .element, .zeros, .addAt, .addAll, .copy, .loop, .call, .broadcast, .spread, .along, .product, .part, .window,
            .addPart:
            preconditionFailure("\(op) is not for lanes")
        }
        spelled.form = .wideCall
        spelled.name = names.intern(name)
        spelled.isElementary = false
        spelled.needsType = false
        return spelled
    }

    private static func spell(_ definition: OpDefinition, _ names: inout NameTable) -> Spelled {
        var spelled = Spelled(form: .literal, effect: definition.effect, cost: UInt8(definition.cost.total))
        switch definition.spelling {
        case .literal: break
        case .infix(let symbol):
            spelled.form = .infix
            spelled.symbol = SwiftOperator(symbol)
        case .prefix(let symbol):
            spelled.form = .prefix
            spelled.symbol = SwiftOperator(symbol)
        case .elementary(let name):
            spelled.form = .call
            // C's `fabs` of a Float is deprecated, and two libraries declare `lgamma` with other results.
            spelled.name = names.intern(name == "fabs" ? "abs" : name)
            spelled.isElementary = name != "fabs"
            spelled.needsType = name == "lgamma"
        case .function(let name):
            spelled.form = .call
            spelled.name = names.intern(name)
        case .staticFunction(let name):
            spelled.form = .staticCall
            spelled.name = names.intern(name)
        case .property(let name):
            spelled.form = .property
            spelled.name = names.intern(name)
        case .method(let name):
            spelled.form = .method
            spelled.name = names.intern(name)
        case .rounded:
            spelled.form = .rounded
            spelled.name = names.intern("rounded")
        case .conversion: spelled.form = .conversion
        case .ternary: spelled.form = .ternary
        case .splat: spelled.form = .splat
        case .pair: spelled.form = .pair
        case .lane: spelled.form = .lane
        case .sign:
            spelled.form = .sign
            spelled.needsType = true
        case .guardedProduct:
            spelled.form = .guardedProduct
            spelled.name = names.intern("isFinite")
        case .polygamma:
            spelled.form = .polygamma
            spelled.name = names.intern("polygamma")
        case .withoutDerivative:
            spelled.form = .withoutDerivative
            spelled.name = names.intern("withoutDerivative")
        case .element: spelled.form = .element
        case .zeros: spelled.form = .zeros
        case .addAt: spelled.form = .addAt
        case .addAll: spelled.form = .addAll
        case .copy: spelled.form = .copy
        case .broadcast: spelled.form = .broadcast
        case .spread: spelled.form = .spread
        case .along(let name):
            spelled.form = .along
            spelled.name = names.intern(name)
        case .product:
            spelled.form = .product
            spelled.name = names.intern("matmul")
        case .part(let name):
            spelled.form = .part
            spelled.name = names.intern(name)
        case .window(let name):
            spelled.form = .window
            spelled.name = names.intern(name)
        case .addPart: spelled.form = .addPart
        case .conditional: spelled.form = .conditional
        case .loop: spelled.form = .loop
        case .call: spelled.form = .userCall
        case .check: spelled.form = .check
        }
        return spelled
    }
}
