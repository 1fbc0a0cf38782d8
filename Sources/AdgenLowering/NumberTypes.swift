import AdgenIR
import AdgenSyntax

/// What a type may be.
struct NumberKinds: OptionSet {
    let rawValue: UInt8

    static let float = NumberKinds(rawValue: 1)
    static let integer = NumberKinds(rawValue: 2)
    static let bool = NumberKinds(rawValue: 4)
    static let vector = NumberKinds(rawValue: 8)
    static let array = NumberKinds(rawValue: 16)
    static let number: NumberKinds = [.float, .integer, .bool]
    static let any: NumberKinds = [.number, .vector, .array]
}

/// Whether the types in declarations may be those of numbers, vectors or arrays.
struct NumberTypes {
    private unowned let module: Module
    /// By symbol: what the library means by it.
    private var library: [Symbol: NumberKinds] = [:]
    /// Whether protocols of the files may be those of numbers.
    private var numbersConform = false
    private static let depthLimit = 32

    /// Types of libraries that are neither numbers nor protocols of such.
    private static let otherTypes = [
        "ArraySlice", "BidirectionalCollection", "Character", "ClosedRange", "Collection", "ContiguousArray", "Data",
        "Date", "Dictionary", "MutableCollection", "Optional", "RandomAccessCollection", "Range", "RangeReplaceableCollection", "Result",
        "Sequence", "Set", "String", "StringProtocol", "Substring", "URL", "UUID",
        // Of Foundation and of Apple's graphics.
        "AttributedString", "Calendar", "DateComponents", "DateInterval", "Duration", "IndexPath", "Measurement", "NSNumber", "NSString",
        "Angle", "CGAffineTransform", "CGColor", "CGPath", "CGPoint", "CGRect", "CGSize", "CGVector", "CLLocation",
        "CLLocationCoordinate2D", "CMTime", "Color", "EdgeInsets", "GLKMatrix4", "GLKQuaternion", "GLKVector2", "GLKVector3", "GLKVector4",
        "NSColor", "NSPoint", "NSRect", "NSSize", "Path", "SCNMatrix4", "SCNNode", "SCNQuaternion", "SCNVector3", "SCNVector4", "UIColor",
        "UIEdgeInsets", "UIImage", "UIView", "UnitPoint", "float2x2", "float3x3", "float4x4", "double2x2", "double3x3", "double4x4",
        "matrix_float2x2", "matrix_float3x3", "matrix_float4x4", "simd_double4x4", "simd_float3x3", "simd_float4x4", "simd_quatd",
        "simd_quatf",
    ]

    init(_ module: Module) {
        self.module = module
        for (name, meaning) in LibraryName.all {
            guard let symbol = module.symbols.lookup(name) else { continue }
            switch meaning {
            case .scalar(.bool): library[symbol] = .bool
            case .scalar(let element): library[symbol] = element.isFloatingPoint ? .float : .integer
            case .otherNumber: library[symbol] = .number
            case .simd, .inlineArray, .tensor: library[symbol] = .vector
            case .array: library[symbol] = .array
            case .roundingRules, .void, .window: library[symbol] = []
            case .module, .constant: break
            }
        }
        for name in NumberTypes.otherTypes {
            if let symbol = module.symbols.lookup(name) { library[symbol] = [] }
        }
        for tree in module.trees {
            for type in tree.types where type.kind == .extension && !type.inheritedTypes.isEmpty {
                if !kinds(named: type.path, in: type.enclosingTypes).subtracting(.array).isEmpty { numbersConform = true }
            }
        }
    }

    /// A parameter's.
    func kinds(of parameter: ParameterDeclaration, in scope: [Symbol]) -> NumberKinds {
        if parameter.specifiers.contains(where: { $0.text == "@autoclosure" }) { return .any }
        return kinds(of: parameter.type, in: scope).subtracting(.array)
    }

    private func kinds(of type: TypeSyntax, in scope: [Symbol], depth: Int = 0) -> NumberKinds {
        switch type.kind {
        case .name(let path, _):
            if path.count == 1, module.text(path[0]) == "Self" { return kinds(ofScope: scope) }
            return kinds(named: path, in: scope, depth: depth)
        case .tuple(let elements): return elements.count == 1 ? kinds(of: elements[0].type, in: scope, depth: depth) : []
        case .optional(let wrapped): return kinds(of: wrapped, in: scope, depth: depth)
        case .array: return .array
        case .inlineArray, .function: return []
        case .other: return .any
        }
    }

    /// Of the type that the members in `scope` belong to.
    func kinds(ofScope scope: [Symbol]) -> NumberKinds {
        kinds(named: scope, in: [])
    }

    /// Whether what stands in `scope` may come to types of the files by way of a protocol.
    func mayStandInProtocol(_ scope: [Symbol]) -> Bool { isProtocol(scope) || kinds(ofScope: scope) == .any }

    private func kinds(named path: [Symbol], in scope: [Symbol], depth: Int = 0) -> NumberKinds {
        guard let last = path.last, depth < NumberTypes.depthLimit else { return .any }
        for count in stride(from: scope.count, through: 0, by: -1) {
            let outer = Array(scope[..<count]) + path.dropLast()
            for member in module.members[MemberKey(path: outer, name: last)] ?? [] {
                switch member {
                case .nominal(let index):
                    return module.nominals[index].declaration.kind == .protocol && numbersConform ? .any : []
                case .alias(let file, let number):
                    let alias = module.trees[file].typealiases[number]
                    return alias.type.map { kinds(of: $0, in: alias.enclosingTypes, depth: depth + 1) } ?? .any
                case .function, .property: continue
                }
            }
        }
        return library[last] ?? .any
    }

    // MARK: Requirements

    /// What a protocol asks for hides nothing.
    func isRequirement(_ function: FunctionDeclaration) -> Bool { function.body == nil && isProtocol(function.enclosingTypes) }

    func isRequirement(_ variable: VariableDeclaration) -> Bool {
        if case .other = variable.accessors { isProtocol(variable.enclosingTypes) } else { false }
    }

    private func isProtocol(_ scope: [Symbol]) -> Bool {
        module.nominal(scope).map { module.nominals[$0].declaration.kind == .protocol } ?? false
    }
}
