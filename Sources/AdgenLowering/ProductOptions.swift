import AdgenIR
import AdgenSyntax

/// What directives say of a product beside the parameters.
extension CandidateReader {
    /// `w` or `self.w`, a property of the type whose method this is.
    func isPartOfSelf(_ name: String, _ signature: FunctionType) -> Bool {
        guard signature.hasInstance, let type = signature.parameters.first?.type, case .nominal(let index) = module.types.form(type) else {
            return false
        }
        let part = name.hasPrefix("self.") ? String(name.dropFirst(5)) : name
        return module.nominals[index].fields.contains { module.text($0.name) == part }
    }

    /// The product as its options want it; nil where they are not understood.
    mutating func request(for product: Product, _ directive: Directive, _ wrt: [Int]) -> Request? {
        var request = Request(product: product, wrt: wrt)
        if product == .batch {
            request.batch = batch(of: directive)
            return request.batch == nil ? nil : request
        }
        for option in directive.options {
            if let layout = MatrixLayout(rawValue: option.text), layout.fits(product), request.layout == .dense {
                request.layout = layout
            } else if let form = ProductForm(rawValue: option.text), form.fits(product), request.form == nil {
                request.form = form
            } else {
                refuse(option, product)
                return nil
            }
        }
        return request
    }

    private mutating func refuse(_ option: SourcePiece, _ product: Product) {
        let isParameter = entry.signature?.parameters.contains { module.text($0.name) == option.text } ?? false
        report(.directiveOption(option.text, product, isParameter: isParameter), at: option.range)
    }

    /// Whether the product holds a derivative with respect to the parameters.
    func hasStruct(_ directive: Directive) -> Bool {
        switch Product(rawValue: directive.word.text) {
        case .gradient, .pullback, .differential, .hvp, .derivatives: true
        case .hessian: directive.options.contains { $0.text == MatrixLayout.diagonal.rawValue }
        case .jacobian, .batch, nil: false
        }
    }

    /// Up to which order derivatives go; nil where that is not understood.
    mutating func order(of directive: Directive, _ product: Product) -> Int? {
        guard product == .derivatives else { return 1 }
        let given = directive.arguments.filter { $0.label == "order" }
        guard given.count == 1, given[0].values.count == 1, let order = Int(given[0].values[0].text),
            OrderName.allCases.indices.contains(order - 1)
        else {
            report(.derivativeOrder(directive.word.text), at: given.first?.values.first?.range ?? directive.range)
            return nil
        }
        return order
    }

    /// What a batch computes, and what its points share; nil where that is not understood.
    mutating func batch(of directive: Directive) -> BatchForm? {
        guard let signature = entry.signature else { return nil }
        var batch = BatchForm(signature.results.count(where: \.isFloat) == 1 ? .gradient : .jacobian)
        if let option = directive.options.first {
            guard let derivative = BatchForm.Derivative(rawValue: option.text), directive.options.count == 1 else {
                let second = directive.options.count > 1 ? directive.options[1] : option
                refuse(second, .batch)
                return nil
            }
            batch.derivative = derivative
        }
        var shared = Set(signature.parameters.indices.filter { isOfInts(signature.parameters[$0].type) })
        let names = signature.parameters.map { module.text($0.name) }
        for value in directive.arguments.filter({ $0.label == "shared" }).flatMap(\.values) {
            guard let index = names.firstIndex(of: value.text) else {
                report(.unknownParameter(value.text, of: name, among: names), at: value.range)
                return nil
            }
            shared.insert(index)
        }
        batch.shared = shared.sorted()
        return batch
    }

    /// Whether the points of a batch cannot differ in it.
    private func isOfInts(_ type: TypeID) -> Bool {
        let leaves = module.types.leaves(type)
        return !leaves.isEmpty && leaves.allSatisfy { $0.element == .int }
    }

    /// What stands against a batch as far as types tell.
    mutating func check(_ batch: BatchForm, _ signature: FunctionType, results: Int) {
        let arrays = signature.parameters.first { module.types.holdsArray($0.type) }
        if let arrays { report(.batchParameter(module.text(arrays.name), "an array"), at: declaration.nameRange) }
        let varying = signature.parameters.indices.filter { !batch.shared.contains($0) }.map { signature.parameters[$0] }
        if let integer = varying.first(where: { module.types.leaves($0.type).contains { $0.element == .int } }) {
            report(.batchParameter(module.text(integer.name), "an Int"), at: declaration.nameRange)
        }
        if varying.allSatisfy({ module.types.leafCount($0.type) == 0 }) { report(.batchWithoutPoints(name), at: declaration.nameRange) }
        if results < signature.results.count { report(.batchResult(name), at: declaration.nameRange) }
        if batch.derivative == .gradient, results > 1 { report(.gradientOfSeveral(name, .gradient), at: declaration.nameRange) }
    }
}

extension Product {
    /// What others call it.
    init?(foreign word: String) {
        switch word {
        case "grad": self = .gradient
        case "vjp": self = .pullback
        case "jvp", "pushforward": self = .differential
        case "jacfwd", "jacrev": self = .jacobian
        default: return nil
        }
    }
}
