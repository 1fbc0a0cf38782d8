import AdgenIR
import AdgenSyntax

/// A type, as an index in the `TypeTable`: small, and compared without counting references. The scalars come first.
struct TypeID: Hashable, Sendable {
    let index: Int32

    init(_ element: ValueType.Element) { index = Int32(element.rawValue) }
    init(index: Int) { self.index = Int32(truncatingIfNeeded: index) }

    private static let scalarCount = ValueType.Element.allCases.count
    static let void = TypeID(index: scalarCount)

    /// The number or Bool that it is, nil for what is made of several.
    var element: ValueType.Element? {
        index < TypeID.scalarCount ? ValueType.Element(rawValue: UInt8(index)) : nil
    }
}

/// The types that a run meets, each once. A class, since reading, checking and emitting share it.
final class TypeTable {
    enum Form: Hashable {
        case scalar(ValueType.Element)
        case tuple([TupleElement])
        case inlineArray(count: Int, TypeID)
        case simd(lanes: Int, ValueType.Element)
        /// `[Double]`: one leaf.
        case array(ValueType.Element)
        /// `Vector<Double>`, `Matrix<Double>`: one leaf.
        case tensor(ValueType)
        /// A struct or enum of the files, by its number in `Module.nominals`.
        case nominal(Int)
    }

    struct TupleElement: Hashable {
        let label: Symbol?
        let type: TypeID
    }

    /// Larger types are refused: every leaf is a variable of its own.
    static let leafLimit = 1024

    private var forms: [Form] = []
    private var ids: [Form: TypeID] = [:]
    /// By type: its leaves. Those of a struct are there once its stored properties are known.
    private var leaves: [[ValueType]] = []

    init() {
        for element in ValueType.Element.allCases { _ = intern(.scalar(element), leaves: [ValueType(element)]) }
        _ = intern(.tuple([]), leaves: [])
    }

    func form(_ type: TypeID) -> Form { forms[Int(type.index)] }
    func leaves(_ type: TypeID) -> [ValueType] { leaves[Int(type.index)] }
    func leafCount(_ type: TypeID) -> Int { type.element == nil ? leaves[Int(type.index)].count : 1 }
    func isDifferentiable(_ type: TypeID) -> Bool { leaves[Int(type.index)].contains(where: \.isFloat) }
    func holdsArray(_ type: TypeID) -> Bool { leaves[Int(type.index)].contains(where: \.isArray) }
    /// Whether it holds a `[Double]`.
    func holdsSwiftArray(_ type: TypeID) -> Bool { leaves[Int(type.index)].contains(where: \.isAccumulated) }

    private func intern(_ form: Form, leaves: @autoclosure () -> [ValueType]) -> TypeID {
        if let id = ids[form] { return id }
        let id = TypeID(index: forms.count)
        ids[form] = id
        forms.append(form)
        self.leaves.append(leaves())
        return id
    }

    /// nil where it would be too large. A tuple of one element is that element.
    func tuple(_ elements: [TupleElement]) -> TypeID? {
        if elements.count == 1 { return elements[0].type }
        guard elements.reduce(0, { $0 + leafCount($1.type) }) <= TypeTable.leafLimit else { return nil }
        return intern(.tuple(elements), leaves: elements.flatMap { self.leaves($0.type) })
    }

    func inlineArray(count: Int, _ element: TypeID) -> TypeID? {
        let (total, overflow) = count.multipliedReportingOverflow(by: leafCount(element))
        guard count >= 0, !overflow, max(total, count) <= TypeTable.leafLimit else { return nil }
        return intern(
            .inlineArray(count: count, element), leaves: Array(repeatElement(self.leaves(element), count: count).joined()))
    }

    func simd(lanes: Int, _ element: ValueType.Element) -> TypeID {
        intern(.simd(lanes: lanes, element), leaves: Array(repeating: ValueType(element), count: lanes))
    }

    func array(_ element: ValueType.Element) -> TypeID { intern(.array(element), leaves: [ValueType(element, .array)]) }

    func tensor(_ type: ValueType) -> TypeID { intern(.tensor(type), leaves: [type]) }

    /// The type of a leaf.
    func type(_ leaf: ValueType) -> TypeID {
        switch leaf.form {
        case .scalar: TypeID(leaf.element)
        case .array: array(leaf.element)
        case .vector, .matrix: tensor(leaf)
        }
    }

    func nominal(_ index: Int) -> TypeID { intern(.nominal(index), leaves: []) }

    func setLeaves(_ leaves: [ValueType], of type: TypeID) { self.leaves[Int(type.index)] = leaves }

    /// Whether a value of type `source` is one of `target` as it is: Swift lets tuples gain and lose all their labels.
    func converts(_ source: TypeID, to target: TypeID) -> Bool {
        if source == target { return true }
        guard case .tuple(let left) = form(source), case .tuple(let right) = form(target), left.map(\.type) == right.map(\.type) else {
            return false
        }
        return left.allSatisfy { $0.label == nil } || right.allSatisfy { $0.label == nil }
    }

    /// What an element of an array-like type of fixed size is, and how many there are.
    func elements(_ type: TypeID) -> (count: Int, type: TypeID)? {
        switch form(type) {
        case .inlineArray(let count, let element): (count, element)
        case .simd(let lanes, let element): (lanes, TypeID(element))
        case .scalar, .array, .tensor, .tuple, .nominal: nil
        }
    }
}

extension Typing {
    /// A value of `type`.
    init(_ type: TypeID) {
        if let element = type.element {
            self = .value(element)
        } else {
            self = type == .void ? .void : .aggregate(type)
        }
    }

    /// The type of a value that has one of its own.
    var type: TypeID? {
        switch self {
        case .value(let element): TypeID(element)
        case .aggregate(let type): type
        case .void: .void
        default: nil
        }
    }
}

extension Module {
    /// A type as Swift spells it.
    func describe(_ type: TypeID) -> String {
        switch types.form(type) {
        case .scalar(let element): element.swiftName
        case .tuple(let elements):
            "(" + elements.map { ($0.label.map { text($0) + ": " } ?? "") + describe($0.type) }.joined(separator: ", ") + ")"
        case .inlineArray(let count, let element): "[\(count) of \(describe(element))]"
        case .simd(let lanes, let element): "SIMD\(lanes)<\(element.swiftName)>"
        case .array(let element): "[\(element.swiftName)]"
        case .tensor(let type): type.swiftName
        case .nominal(let index): nominals[index].name
        }
    }

    /// A type as Codegen takes it.
    func tree(_ type: TypeID) -> TypeTree {
        switch types.form(type) {
        case .scalar(let element): TypeTree(element)
        case .tuple(let elements):
            .tuple(elements.map { TypeTree.Element(label: $0.label.map(text), type: tree($0.type)) })
        case .inlineArray(let count, let element): .inlineArray(count: count, tree(element))
        case .simd(let lanes, let element): .simd(lanes: lanes, element)
        case .array(let element): .leaf(ValueType(element, .array))
        case .tensor(let type): .leaf(type)
        case .nominal(let index): .structure(structure(index))
        }
    }

    /// What the leaves of a variable `base` of `type` are called: `tQX` for `t.q.x`.
    func leafNames(_ base: String, _ type: TypeID) -> [String] {
        switch types.form(type) {
        case .scalar, .array, .tensor: [base]
        case .tuple(let elements):
            elements.enumerated().flatMap { leafNames(joined(base, $1.label.map(text) ?? "\($0)"), $1.type) }
        case .inlineArray(let count, let element):
            (0..<count).flatMap { leafNames(joined(base, "\($0)"), element) }
        case .simd(let lanes, _):
            (0..<lanes).map { joined(base, lanes <= 4 ? ["x", "y", "z", "w"][$0] : "\($0)") }
        case .nominal(let index):
            nominals[index].fields.flatMap { leafNames(joined(base, text($0.name)), $0.type) }
        }
    }

    /// `base` and the name of one of its parts.
    private func joined(_ base: String, _ part: String) -> String { base + part.prefix(1).uppercased() + part.dropFirst() }
}
