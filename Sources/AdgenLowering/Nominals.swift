import AdgenIR
import AdgenSyntax

/// A struct or enum of the files. Its stored properties are read when a value of it is first met.
struct Nominal {
    struct Field {
        let name: Symbol
        let type: TypeID
        /// Of its first leaf among those of the type.
        let offset: Int
        let isConstant: Bool
        /// Its default value: an index in `Module.globals`.
        let initialValue: Int?
    }

    enum State {
        case unread, reading, read
        case failed([Diagnostic])
    }

    let file: Int
    let declaration: TypeDeclaration
    /// From the outermost type to its own name.
    let path: [Symbol]
    /// `Model.Body`.
    let name: String
    var state = State.unread
    var fields: [Field] = []
}
