import AdgenIR
import AdgenLowering

extension LoweringResult {
    /// Decides about what is asked for, once it is known what functions call.
    mutating func settleRequests() {
        let isBothWays = Set(rules.filter { $0.kind == .differential }.map(\.function))
        let reverseOnly = Set(rules.map(\.function)).subtracting(isBothWays)
        // Callees come before their callers.
        var isReverseOnly: [Bool] = []
        for number in reverseOnly.isEmpty ? 0..<0 : program.functions.indices {
            let calls = program.functions[number].callees.contains { isReverseOnly[$0] }
            isReverseOnly.append(calls || reverseOnly.contains(number))
        }
        for index in targets.indices {
            let isReverseOnly = !reverseOnly.isEmpty && isReverseOnly[targets[index].function]
            if isReverseOnly, targets[index].offersDifferential { targets[index].requests.removeAll { $0.product == .differential } }
            targets[index].requestArrayMatrices(isReverseOnly: isReverseOnly)
        }
    }
}

// Jacobians and Hessians whose shapes only a call knows are computed by another product at unit seeds or directions, which is requested in
// their place: a pullback for each row, a differential for each column, the product with a direction for each row of a Hessian.
extension Target {
    fileprivate mutating func requestArrayMatrices(isReverseOnly: Bool) {
        var served: [Request] = []
        for request in requests {
            var request = request
            if let product = product(serving: request, isReverseOnly) {
                if request.product == .jacobian { request.form = product == .differential ? .forward : .reverse }
                if !arrayMatrices.contains(request) { arrayMatrices.append(request) }
                request = Request(product: product, wrt: request.wrt)
            }
            if !served.contains(request) { served.append(request) }
        }
        requests = served
    }

    /// Code for each column by itself is short for few of them alone; rows are a loop.
    private static let maximumColumns = 64

    /// Nil where no other product is needed: a Jacobian by numbers has so many columns, and they share what the value computes.
    private func product(serving request: Request, _ isReverseOnly: Bool) -> Product? {
        let variables = request.wrt.map { signature.parameters[$0].type }
        let isByArrays = variables.contains(where: \.holdsArray)
        switch request.product {
        case .hessian where isByArrays: return .hvp
        case .jacobian where isByArrays || signature.value.holdsArray:
            let columnCount = signature.floatLeaves(of: request.wrt).count
            let isByFewNumbers = !isByArrays && columnCount <= Self.maximumColumns
            let goesForward = request.form == .forward || request.form != .reverse && isByFewNumbers && !isReverseOnly
            guard goesForward else { return .pullback }
            let floats = (variables + [signature.value]).flatMap(\.leaves).filter(\.isFloat)
            let isMatrix = floats.allSatisfy { $0.element == floats[0].element && (!$0.isArray || $0.isTensor) }
            return isByArrays || !isMatrix ? .differential : nil
        default: return nil
        }
    }
}
