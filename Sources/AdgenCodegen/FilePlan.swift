import AdgenIR
import Templates

/// Everything that the text of one emitted file depends on.
package struct FilePlan {
    /// adgen's version.
    package var version: String
    /// The source file's base name.
    package var sourceName: String
    /// The options in effect, as the header shows them.
    package var options: String
    /// The import lines of the source file, as written: `import Foundation`.
    package var imports: [String]
    package var functions: [FunctionPlan]
    /// What they call, those first that others call.
    package var callees: [CalleePlan]
    /// Functions for which the source file gives rules: these name their generated tangents.
    package var rules: [Signature]
    /// Names visible in the source file: declarations of its module.
    package var reservedNames: Set<String>
    /// Whether a declaration hides a library function of the same name from global code, or from members of a type.
    package var hides: (_ name: String, _ enclosingType: String?) -> Bool
    /// The same of a function that the files declare outside of types.
    package var hidesFromMembers: (_ name: String, _ enclosingType: String) -> Bool = { _, _ in false }
    package var sourceLine: SourceLine
    /// A function of numbers on so many elements at once, but for what they share.
    package var widen: (Function, _ isShared: [Bool], _ lanes: UInt8) -> Function = { function, _, _ in function }
    package var templates: TemplateSet

    package init(
        version: String, sourceName: String, options: String = "", imports: [String] = [], functions: [FunctionPlan],
        callees: [CalleePlan] = [], rules: [Signature] = [], reservedNames: Set<String> = [],
        hides: @escaping (_ name: String, _ enclosingType: String?) -> Bool = { _, _ in false },
        sourceLine: @escaping SourceLine = { _, _ in },
        templates: TemplateSet = TemplateSet()
    ) {
        self.version = version
        self.sourceName = sourceName
        self.options = options
        self.imports = imports
        self.functions = functions
        self.callees = callees
        self.rules = rules
        self.reservedNames = reservedNames
        self.hides = hides
        self.sourceLine = sourceLine
        self.templates = templates
    }
}

/// One function of the user's and what is emitted for it.
package struct FunctionPlan {
    package var signature: Signature
    package var products: [ProductPlan]
    /// The operations of the function itself.
    package var primalCost: Cost
    /// What holds at points without a derivative, one sentence each.
    package var notes: [String]
    /// By what numbers others call its pullback product, where they do.
    package var callees: PullbackCallees?
    /// Of pullbacks within a budget, by what they are with respect to.
    package var recomputations: [[Int]: Recomputation]
    /// The pullbacks, by what they are with respect to, and the differentials that serve to compute Jacobians whose shapes only a call knows.
    package var jacobiansByRows: [[Int]] = []
    package var jacobiansByColumns: [[Int]] = []
    /// The products with a direction that serve to compute Hessians, and diagonals of Hessians.
    package var arrayHessians: [[Int]] = []
    package var arrayDiagonals: [[Int]] = []

    package init(
        signature: Signature, products: [ProductPlan], primalCost: Cost, notes: [String] = [], callees: PullbackCallees? = nil,
        recomputations: [[Int]: Recomputation] = [:]
    ) {
        self.signature = signature
        self.products = products
        self.primalCost = primalCost
        self.notes = notes
        self.callees = callees
        self.recomputations = recomputations
    }
}

/// The numbers of the two functions of a pullback product, which is with respect to all floats.
package struct PullbackCallees: Hashable, Sendable {
    package var recorder: Int
    package var pullback: Int

    package init(recorder: Int, pullback: Int) {
        self.recorder = recorder
        self.pullback = pullback
    }
}

/// One product in IR; `wrt` are the indices of the signature's parameters differentiated, ascending. Calls are of callees of the file's plan.
///
/// The words below: the *arguments* are the leaves of the signature's parameters, the *value* the leaves of `Signature.value`
/// (final values of `inout` parameters, then the result; any of them may be an Int or a Bool), a *tangent* or *cotangent* of
/// either one number for each of its floats, in order.
package enum ProductPlan {
    /// arguments → value, cotangent of the parameters `wrt`; the value holds exactly one float, whose cotangent is 1.
    case gradient(Function, wrt: [Int])
    /// The same with a place for every vector and matrix.
    case workspaceGradient(Function, WorkspaceLayout, wrt: [Int])
    /// `primal`: arguments → value, residuals; `pullback`: residuals, cotangent of the value → cotangent of the parameters `wrt`.
    case pullback(primal: Function, pullback: Function, wrt: [Int])
    /// arguments, tangent of the parameters `wrt` → value, tangent of the value.
    case differential(Function, wrt: [Int])
    /// arguments → value, the Jacobian row by row: a row for each float of the value, a column for each float of the parameters `wrt`,
    /// all entries of one type. Where there is a pattern, only its entries. Of a vector or a matrix in the value an entry is one.
    case jacobian(Function, SparsityPattern?, MatrixSweep, wrt: [Int])
    /// arguments → the Hessian row by row, all entries of one type; the value holds exactly one float. Where there is a pattern, only its
    /// entries, none of which is above the diagonal.
    case hessian(Function, SparsityPattern?, wrt: [Int])
    /// arguments → cotangent of the parameters `wrt`, diagonal of the Hessian, which has no other entries.
    case hessianDiagonal(Function, wrt: [Int])
    /// arguments, tangent of the parameters `wrt` → their cotangent, its tangent; the value holds exactly one float.
    case hvp(Function, wrt: [Int])
    /// arguments → value, cotangent of the parameters `wrt`, and for each order from the second a number for each list of as many of the
    /// floats of these parameters, row by row, all of one type; the value holds exactly one float.
    case derivatives(Function, order: Int, wrt: [Int])
    case batch(BatchPlan, wrt: [Int])

    package var wrt: [Int] {
        switch self {
        case .gradient(_, let wrt), .workspaceGradient(_, _, let wrt), .pullback(_, _, let wrt), .differential(_, let wrt),
            .jacobian(_, _, _, let wrt), .hessian(_, _, let wrt), .hessianDiagonal(_, let wrt), .hvp(_, let wrt),
            .derivatives(_, _, let wrt),
            .batch(_, let wrt):
            wrt
        }
    }

    package var functions: [Function] {
        switch self {
        case .gradient(let function, _), .workspaceGradient(let function, _, _), .differential(let function, _),
            .jacobian(let function, _, _, _), .hessian(let function, _, _), .hessianDiagonal(let function, _), .hvp(let function, _),
            .derivatives(let function, _, _):
            [function]
        case .pullback(let primal, let pullback, _): [primal, pullback]
        case .batch(let batch, _): [batch.single, batch.wide]
        }
    }

    /// The parameters by which a batch has one derivative, the sum of those at its points.
    var sharedGradient: [Int] {
        guard case .batch(let batch, let wrt) = self, batch.form.derivative == .gradient else { return [] }
        return wrt.filter(batch.form.shared.contains)
    }

    /// Whether tangents of parameters, or one of the value, stand in what is emitted.
    var tangents: (ofParameters: Bool, ofValue: Bool) {
        switch self {
        case .gradient, .workspaceGradient, .hessianDiagonal, .hvp, .derivatives: (true, false)
        case .pullback, .differential: (true, true)
        case .jacobian, .hessian, .batch: (false, false)
        }
    }
}

/// A product for many points at once. Its functions take and return what those of `value`, `gradient` or `jacobian` do.
package struct BatchPlan {
    package var form: BatchForm
    /// At one point.
    package var single: Function
    /// At a point in each lane; what all points share are single numbers.
    package var wide: Function

    package init(_ form: BatchForm, single: Function, wide: Function) {
        self.form = form
        self.single = single
        self.wide = wide
    }
}

/// The text of one file and what its user should know.
package struct EmittedFile {
    package var text: Text
    package var remarks: [Remark]
    /// Whether there was nothing to emit.
    package var isEmpty = false
    /// Library functions that the text calls though declarations of the user's hide them: the text must not be used.
    package var shadowedFunctions: [ShadowedFunction]
    /// The tapes of the functions' pullbacks, in the order of the plan's functions and products.
    package var tapes: [EmittedTape] = []
    /// How the products are called, in the same order.
    package var products: [EmittedProduct] = []
    /// Jacobians of functions of arrays, each with the index of the product that it is made of.
    package var arrayJacobians: [EmittedProduct] = []

    package var string: String { text.string }

    package init(text: Text, remarks: [Remark] = [], shadowedFunctions: [ShadowedFunction] = []) {
        self.text = text
        self.remarks = remarks
        self.shadowedFunctions = shadowedFunctions
    }
}

/// How what is emitted for a product is called.
package struct EmittedProduct: Equatable, Sendable {
    /// Index in `FilePlan.functions`.
    package var function: Int
    /// Index in `FunctionPlan.products`.
    package var product: Int
    package var name: String
    /// The name of the pullback of a tape, of a pattern or of a workspace.
    package var companion = ""
    /// The type of what it takes besides the arguments: a direction, or the seed of a pullback.
    package var argument = TypeTree.void
    /// The types of the parts of its result.
    package var results: [TypeTree]
}

/// What is kept for a reverse sweep, as it is emitted.
package struct EmittedTape: Equatable, Sendable {
    package enum Kind: Sendable {
        case pullback
        /// No tape: the function keeps what it needs.
        case gradient
        /// The tape of a private function that others call.
        case callee
    }

    package var kind: Kind
    /// Index in `FilePlan.functions`, -1 of a callee.
    package var function: Int
    /// The name of the function as plans have it.
    package var source: String
    package var wrt: [Int]
    package var name: String
    /// What `MemoryLayout` says is its size.
    package var bytes: Int
    /// The most that are alive at once, with what is computed again.
    package var peak: Int
}

/// Something worth saying about a function that is no error.
package struct Remark: Equatable, Sendable {
    /// Index in `FilePlan.functions`.
    package var function: Int
    package var message: String

    package init(function: Int, message: String) {
        self.function = function
        self.message = message
    }
}

/// A function of a library that emitted code cannot call by its name.
package struct ShadowedFunction: Equatable, Sendable {
    /// Index in `FilePlan.functions` of the function whose derivatives call it.
    package var function: Int
    package var name: String

    package init(function: Int, name: String) {
        self.function = function
        self.name = name
    }
}

/// Swift text of derivatives.
package enum Codegen {
    /// The files of a module. `tangents` are theirs.
    package static func emit(_ plans: [FilePlan], _ tangents: TangentStructs) -> [EmittedFile] {
        var types = tangents.names
        return plans.enumerated().map { file, plan in
            var emitter = FileEmitter(plan: plan, file: file, tangents, types: types)
            let emitted = emitter.emit()
            types = emitter.globalNames.types
            return emitted
        }
    }

    package static func emit(_ plan: FilePlan) -> EmittedFile { emit([plan], TangentStructs([plan]))[0] }
}
