import AdgenIR
import AdgenSyntax

/// A function that was chosen, and what is asked of it.
struct Candidate {
    /// Index in `Module.functions`.
    let function: Int
    /// By a directive or by name; problems are errors then, and otherwise reasons to leave it out.
    let isExplicit: Bool
    var requests: [Request] = []
    /// Whether nobody has asked for the differential among them.
    var offersDifferential = false
    /// The choices of parameters whose derivative is to be a struct.
    var structChoices: [[Int]] = []
    /// What is wrong with it as a function to differentiate; as a callee it may do.
    var problems: [Diagnostic] = []
}

extension Module {
    /// The functions that the selection chooses, in the order of the files.
    func candidates(_ selection: Selection, report: inout Report) -> [Candidate] {
        reportUnknownFunctions(selection, &report)
        var candidates: [Candidate] = []
        for index in functions.indices where selection.files.contains(functions[index].file) {
            if let isExplicit = choice(index, selection) {
                var reader = CandidateReader(module: self, selection: selection, index, isExplicit: isExplicit)
                reader.read()
                candidates.append(reader.candidate)
            }
        }
        return candidates
    }

    /// The functions of all files that directives choose, and that `candidates` leave out: other runs emit what they ask for.
    func otherCandidates(than candidates: [Candidate]) -> [Candidate] {
        let chosen = Set(candidates.map(\.function))
        var report = Report()
        return self.candidates(Selection(files: Set(trees.indices), directivesOnly: true), report: &report).filter {
            !chosen.contains($0.function)
        }
    }

    /// Whether callers are to call the function and not to repeat its body.
    func isOutlined(_ function: Int) -> Bool { functions[function].declaration.directives.contains(where: \.isOutline) }

    /// How much the tape of the function holds, where its directive says so.
    func storagePolicy(_ function: Int) -> StoragePolicy? {
        functions[function].declaration.directives.lazy.compactMap { $0.value.flatMap { StoragePolicy(rawValue: $0.text) } }.first
    }

    /// Whether function `index` is chosen, and if so, explicitly.
    private func choice(_ index: Int, _ selection: Selection) -> Bool? {
        let function = functions[index]
        let declaration = function.declaration
        if !selection.functions.isEmpty {
            return selection.functions.contains(name(index)) && !function.isAccessor ? true : nil
        }
        if trees[function.file].hasDirectives || selection.directivesOnly {
            // What nobody else can see is outlined for its callers alone.
            let isPrivate = !isVisible(declaration.modifiers, of: 0, from: 1)
            return declaration.directives.allSatisfy { $0.isRule || ($0.isOutline || $0.value != nil) && isPrivate } ? nil : true
        }
        guard declaration.enclosingTypes.isEmpty else { return nil }
        let changed = declaration.parameters.filter { $0.specifiers.contains { $0.text == "inout" } }.map(\.type)
        // By what is written, which may lie outside the language, or by what it means.
        if (changed + [declaration.returnType].compactMap(\.self)).contains(where: mayBeDifferentiable) { return false }
        guard let signature = function.signature else { return nil }
        let results = signature.parameters.filter(\.isInout).map(\.type) + [signature.result]
        return results.contains(where: types.isDifferentiable) ? false : nil
    }

    private func reportUnknownFunctions(_ selection: Selection, _ report: inout Report) {
        let declared = functions.indices.filter { selection.files.contains(functions[$0].file) && !functions[$0].isAccessor }.map(name)
        for name in selection.functions where !declared.contains(name) {
            report.add(
                .unknownFunction(name, nearest: nearest(to: name, among: declared)), file: selection.files.min() ?? 0,
                at: SourceRange(start: 0, end: 0))
        }
    }

    /// Whether a type holds floats: those outside the language too, which the warning then names.
    private func mayBeDifferentiable(_ type: TypeSyntax) -> Bool {
        switch type.kind {
        case .name(let path, let arguments):
            guard let last = path.last else { return false }
            return Module.floatTypes.contains(text(last)) || arguments.contains(where: mayBeDifferentiable)
        case .tuple(let elements): return elements.contains { mayBeDifferentiable($0.type) }
        case .array(let element), .inlineArray(_, let element), .optional(let element): return mayBeDifferentiable(element)
        case .function, .other: return false
        }
    }

    /// A default argument as written.
    private func defaultText(_ index: Int) -> String? {
        let tree = trees[globals[index].file]
        return globals[index].initializer.flatMap { tokens in
            guard let first = tokens.first, let last = tokens.last else { return nil }
            return tree.file.text(SourceRange(start: Int(tree.tokens[first].start), end: Int(tree.tokens[last].end)))
        }
    }

    /// What concerns calls of the function alone, and not its derivatives.
    fileprivate static let callersAttributes: Set = ["@discardableResult"]

    private static let floatTypes: Set<String> = [
        "Double", "Float", "Float64", "Float32", "Float16", "Float80", "CGFloat", "CDouble", "CFloat", "TimeInterval",
        "CLLocationDegrees", "CLLocationDistance",
    ]

    func target(_ candidate: Candidate, programIndex: Int) -> Target {
        let function = functions[candidate.function]
        var signature = signature(candidate.function)
        signature.structChoices = candidate.structChoices
        var requests: [Request] = []
        for request in candidate.requests where !requests.contains(request) { requests.append(request) }
        return Target(
            function: programIndex, signature: signature, requests: requests, offersDifferential: candidate.offersDifferential,
            file: function.file, nameRange: function.declaration.nameRange)
    }

    /// Whether other files see the function and the types around it.
    func isVisibleElsewhere(_ index: Int) -> Bool {
        let function = functions[index]
        return (enclosingDeclarations(function).map(\.modifiers) + [function.declaration.modifiers]).allSatisfy {
            isVisible($0, of: 0, from: 1)
        }
    }

    /// Whether another file can call the function with numbers and get numbers.
    func isCallable(_ index: Int) -> Bool {
        guard functions[index].signature != nil, functions[index].declaration.enclosingTypes.isEmpty, isVisibleElsewhere(index) else {
            return false
        }
        let signature = signature(index)
        var results = [signature.result]
        if case .tuple(let elements) = signature.result { results = elements.map(\.type) }
        return results.allSatisfy { $0.scalar != nil } && signature.parameters.allSatisfy { $0.type.scalar != nil && !$0.isInout }
    }

    /// As emitted code repeats it.
    func signature(_ index: Int) -> Signature {
        let function = functions[index]
        let declaration = function.declaration
        guard let own = function.signature else { preconditionFailure("a target without a signature") }
        let parameters = own.parameters.map { parameter in
            Signature.Parameter(
                isInstance: parameter.name == .selfValue, label: parameter.label.map(text), name: text(parameter.name),
                type: tree(parameter.type), isInout: parameter.isInout,
                defaultValue: parameter.defaultValue.flatMap(defaultText))
        }
        let attributes =
            declaration.attributes.map(\.text).filter { !Module.callersAttributes.contains($0) }
            + declaration.modifiers.map(\.text).filter { $0 == "nonisolated" || $0 == "static" }
        return Signature(
            name: text(declaration.name), enclosingType: type(of: declaration.enclosingTypes).map(describe),
            parameters: parameters, result: tree(own.result),
            access: access(of: function), attributes: attributes
        )
    }
}

/// Reads what is asked of one function, and what stands against it.
struct CandidateReader {
    let module: Module
    let selection: Selection
    let entry: Module.FunctionEntry
    private(set) var candidate: Candidate

    init(module: Module, selection: Selection, _ index: Int, isExplicit: Bool) {
        self.module = module
        self.selection = selection
        entry = module.functions[index]
        candidate = Candidate(function: index, isExplicit: isExplicit)
    }

    var declaration: FunctionDeclaration { entry.declaration }
    var name: String { module.text(declaration.name) }

    mutating func report(_ message: Message, at range: SourceRange) {
        candidate.problems.append(Diagnostic(.error, message, file: entry.file, at: range))
    }

    mutating func read() {
        readModifiers()
        readDirectives()
        addOutlineProducts()
        guard let signature = entry.signature else { return }
        for type in signature.parameters.map(\.type) + [signature.result] {
            if let (name, property) = module.privateProperty(of: type) {
                report(.privateProperty(name, property.text), at: declaration.nameRange)
            }
        }
        let results = signature.results.count(where: \.isFloat)
        if results == 0 {
            report(
                .resultNotDifferentiable(module.describe(signature.result)), at: declaration.returnType?.range ?? declaration.nameRange)
        }
        let all = ordinary(signature)
        if all.isEmpty { return report(.noDifferentiableParameter(name), at: declaration.nameRange) }
        if candidate.requests.isEmpty {
            candidate.requests = (signature.isNumber ? [Product.gradient] : [.pullback, .differential]).map {
                Request(product: $0, wrt: all)
            }
            candidate.offersDifferential = true
        }
        if let products = selection.products {
            candidate.offersDifferential = false
            let directed = candidate.requests
            candidate.requests = []
            for choice in products {
                let asked = directed.filter(choice.fits)
                let plain = Request(product: choice.product, layout: choice.layout ?? .dense, form: choice.form, wrt: directed[0].wrt)
                for request in asked.isEmpty ? [plain] : asked where !candidate.requests.contains(request) {
                    candidate.requests.append(request)
                }
            }
        }
        if let order = selection.order {
            for index in candidate.requests.indices { candidate.requests[index].order = order }
        }
        if let names = selection.wrt {
            let wrt = parameters(names.map { ($0, declaration.nameRange) }, signature)
            for index in candidate.requests.indices { candidate.requests[index].wrt = wrt }
        }
        for index in candidate.requests.indices where candidate.requests[index].product == .batch {
            if candidate.requests[index].batch == nil { candidate.requests[index].batch = BatchForm(results == 1 ? .gradient : .jacobian) }
            if let batch = candidate.requests[index].batch { check(batch, signature, results: results) }
        }
        if results > 0, !signature.isNumber, let request = candidate.requests.first(where: \.product.needsOneNumber) {
            report(.gradientOfSeveral(name, request.product), at: declaration.nameRange)
        }
        // Products with a direction have the shapes of the parameters, whatever these are, and rows and columns of a Jacobian, too.
        for request in candidate.requests where request.product.isMatrix && request.product != .hvp {
            if request.product == .jacobian, request.layout == .dense { continue }
            if request.product == .hessian, request.layout != .sparse { continue }
            let isValue = signature.results.contains(where: \.isArray)
            if isValue || request.wrt.contains(where: { module.types.holdsArray(signature.parameters[$0].type) }) {
                report(.matrixOfArray(request, name, isValue: isValue), at: declaration.nameRange)
            }
        }
    }

    /// Whether it is differentiated where nothing else is said.
    private func isDifferentiable(_ parameter: FunctionType.Parameter) -> Bool { module.types.isDifferentiable(parameter.type) }

    /// The parameters differentiated where nothing is said; `self` is asked for by name, unless there is nothing else.
    private func ordinary(_ signature: FunctionType) -> [Int] {
        let all = signature.parameters.indices.filter { isDifferentiable(signature.parameters[$0]) }
        let others = all.filter { signature.parameters[$0].name != .selfValue }
        return others.isEmpty ? all : others
    }

    private mutating func readModifiers() {
        for type in module.enclosingDeclarations(entry) {
            for modifier in type.modifiers where modifier.text == "private" || modifier.text == "fileprivate" {
                if declaration.modifiers.contains(modifier) { continue }
                report(.privateFunction(modifier.text), at: modifier.range)
            }
        }
        for attribute in declaration.attributes where !isCarried(attribute.text) && !Module.callersAttributes.contains(attribute.text) {
            report(.unsupportedAttribute(attribute.text), at: attribute.range)
        }
        for modifier in declaration.modifiers {
            switch modifier.text {
            case "public", "package", "internal", "nonisolated": break
            case "static" where !declaration.enclosingTypes.isEmpty: break
            case "mutating" where !declaration.enclosingTypes.isEmpty, "nonmutating" where !declaration.enclosingTypes.isEmpty: break
            case "private", "fileprivate": report(.privateFunction(modifier.text), at: modifier.range)
            default: report(.unsupportedModifier(modifier.text), at: modifier.range)
            }
        }
    }

    private func isCarried(_ attribute: String) -> Bool {
        let isAvailability = attribute.hasPrefix("@available(") && !attribute.contains("unavailable") && !attribute.contains("obsoleted")
        return isAvailability || ["@inlinable", "@usableFromInline", "@MainActor"].contains(attribute) || attribute.hasPrefix("@inline(")
    }

    // MARK: Directives

    private mutating func readDirectives() {
        for directive in declaration.directives {
            let word = directive.word.text
            if directive.isOutline || directive.isRule { continue }
            if let value = directive.value {
                let isFirst = !declaration.directives.prefix { $0 != directive }.contains { $0.value != nil }
                if word == "wrt" || word == "order" {
                    report(.strayArgument(word, value.text), at: directive.range)
                } else if word != "store" || StoragePolicy(rawValue: value.text) == nil || !isFirst {
                    report(.storagePolicy("\(word): \(value.text)"), at: directive.range)
                }
                continue
            }
            guard let product = Product(rawValue: word) else {
                if MarkDirective.Word(rawValue: word) != nil {
                    report(.markOfNothing(word), at: directive.word.range)
                } else {
                    let words = Product.allCases.map(\.rawValue) + ["outline", "store"]
                    let meant = Product(foreign: word)?.rawValue ?? nearest(to: word, among: words)
                    report(.unknownDirective(word, nearest: meant), at: directive.word.range)
                }
                continue
            }
            guard let wrt = wrt(of: directive), var request = request(for: product, directive, wrt),
                let order = order(of: directive, product)
            else { continue }
            request.order = order
            let isTwice = candidate.requests.contains {
                $0.product == product && $0.layout == request.layout && $0.batch?.derivative == request.batch?.derivative
                    && ($0.form == .workspace) == (request.form == .workspace)
            }
            if isTwice {
                report(.duplicateProduct(word), at: directive.word.range)
            } else {
                candidate.requests.append(request)
            }
            if let argument = directive.arguments.first(where: { $0.label == "as" }) { readStruct(argument, wrt) }
        }
    }

    /// Callers of an outlined function use its pullback and its differential: others may as well.
    private mutating func addOutlineProducts() {
        guard let outline = declaration.directives.first(where: \.isOutline) else { return }
        if let argument = outline.arguments.first { report(.directiveArgument(argument.label), at: argument.labelRange) }
        if let option = outline.options.first { report(.directiveArgument(option.text), at: option.range) }
        let all = (entry.signature?.parameters ?? []).enumerated().filter { isDifferentiable($0.element) }.map(\.offset)
        for product in [Product.pullback, .differential] where !candidate.requests.contains(where: { $0.product == product }) {
            candidate.requests.append(Request(product: product, wrt: all))
            if product == .differential { candidate.offersDifferential = true }
        }
    }

    /// Products with respect to the same parameters share the type of their derivative.
    private mutating func readStruct(_ argument: Directive.Argument, _ wrt: [Int]) {
        if let value = argument.values.first(where: { $0.text != "struct" }) {
            report(.derivativeForm(value.text), at: value.range)
        } else if wrt.count < 2 {
            report(.structOfOne, at: argument.labelRange)
        } else {
            candidate.structChoices.append(wrt)
        }
    }

    /// The parameters a directive names, or all; nil where it is not understood.
    private mutating func wrt(of directive: Directive) -> [Int]? {
        var wrt = entry.signature.map(ordinary) ?? []
        for argument in directive.arguments {
            switch argument.label {
            case "wrt":
                guard let signature = entry.signature else { return [] }
                let before = candidate.problems.count
                wrt = parameters(argument.values.map { ($0.text, $0.range) }, signature)
                if candidate.problems.count > before { return nil }
            case "shared" where directive.word.text == Product.batch.rawValue: break
            case "as" where hasStruct(directive): break
            case "order" where directive.word.text == Product.derivatives.rawValue: break
            default:
                report(.directiveArgument(argument.label), at: argument.labelRange)
                return nil
            }
        }
        return wrt
    }

    /// The indices of the parameters named, ascending.
    private mutating func parameters(_ names: [(text: String, range: SourceRange)], _ signature: FunctionType) -> [Int] {
        let floats = signature.parameters.filter(isDifferentiable).map { module.text($0.name) }
        var indices: Set<Int> = []
        for name in names {
            if let index = signature.parameters.firstIndex(where: { module.text($0.name) == name.text }) {
                let parameter = signature.parameters[index]
                if isDifferentiable(parameter) {
                    if !indices.insert(index).inserted { report(.duplicateParameter(name.text), at: name.range) }
                } else {
                    report(
                        .parameterNotDifferentiable(
                            name.text, type: module.describe(parameter.type), nearest: nearest(to: name.text, among: floats)),
                        at: name.range)
                }
            } else if isPartOfSelf(name.text, signature) {
                report(.parameterOfSelf(name.text), at: name.range)
            } else {
                report(.unknownParameter(name.text, of: self.name, among: floats), at: name.range)
            }
        }
        return indices.sorted()
    }
}

extension Directive {
    /// Asks callers to call the function below through derivatives of its own.
    fileprivate var isOutline: Bool { word.text == "outline" }
}
