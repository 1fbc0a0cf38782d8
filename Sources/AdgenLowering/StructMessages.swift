import AdgenSyntax

// Structs and their members.
extension Message {
    static func notAStruct(_ name: String, _ kind: String) -> Message {
        Message(
            .notAStruct, "'\(name)' is \(kind == "enum" || kind == "actor" ? "an" : "a") \(kind), whose values are not supported",
            advice: kind == "enum" ? "pass a Bool or an Int instead" : "make it a struct of numbers")
    }

    static func recursiveStruct(_ name: String) -> Message {
        Message(.recursiveStruct, "the struct '\(name)' holds itself", advice: "let each struct hold numbers and smaller structs")
    }

    static func propertyAccessors(_ name: String) -> Message {
        Message(
            .propertyAccessors, "the accessors of '\(name)' are not supported", advice: "write 'get' and 'set', or a plain 'let' or 'var'")
    }

    static func propertyAttribute(_ attribute: String) -> Message {
        Message(.propertyAttribute, "'\(attribute)' on a stored property is not supported", advice: "write a plain 'let' or 'var'")
    }

    static func noTangentStruct(_ name: String, of structure: String, hasFloats: Bool) -> Message {
        hasFloats
            ? Message(
                .noTangentStruct, "adgen emits no '\(name)': a tangent of '\(structure)' is a '\(structure)'",
                advice: "write '\(structure)'")
            : Message(
                .noTangentStruct, "adgen emits no '\(name)': a '\(structure)' holds no floating-point numbers", advice: "leave it out")
    }

    static func privateProperty(_ name: String, _ modifier: String) -> Message {
        Message(
            .privateProperty, "the emitted file cannot reach the \(modifier) property '\(name)'",
            advice: "make it internal: remove '\(modifier)'")
    }

    static func propertyModifier(_ modifier: String) -> Message {
        Message(.propertyModifier, "'\(modifier)' properties are not supported", advice: "write a plain 'let' or 'var'")
    }

    static func propertyType(_ name: String) -> Message {
        Message(.propertyType, "the type of '\(name)' is not evident", advice: "write it: 'var \(name): Double = …'")
    }

    static let failableInitializer = Message(
        .failableInitializer, "initializers that may fail are not supported", advice: "use 'precondition(…)' for what must hold")

    static let delegatingInitializer = Message(
        .delegatingInitializer, "'self.init' stands only as a statement of an initializer", advice: "write 'Self(…)' for a new value")

    static let missingProperties = Message(
        .missingProperties, "this initializer does not set every stored property", advice: "assign the rest")

    static let constantSelf = Message(
        .constantSelf, "'self' cannot be changed here", advice: "declare the method 'mutating'")

    static let missingSelf = Message(
        .missingSelf, "there is no 'self' here", advice: "write the function as a method of a struct, or pass what it needs")

    static func instanceMember(_ name: String) -> Message {
        Message(
            .instanceMember, "'\(name)' is a member of values, and there is no 'self' here",
            advice: "write it behind a value: 'value.\(name)'")
    }

    static func hiddenByProtocol(_ name: String, _ hiding: String) -> Message {
        Message(
            .hiddenByProtocol, "the protocol '\(hiding)' may give the type a '\(name)' of its own",
            advice: "name the module, as in 'Foundation.\(name)', or write a function outside the type")
    }

    static func hiddenByMember(_ name: String, of type: String) -> Message {
        Message(
            .hiddenByMember, "in an extension of \(type) the name '\(name)' means a member that Swift's library gives the type",
            advice: "write 'self.\(name)' where you mean that member, and rename yours where you do not")
    }
}
