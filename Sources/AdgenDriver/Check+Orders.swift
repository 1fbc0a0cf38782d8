import AdgenIR

// Derivatives of several orders: each entry against differences of the order below it, and Taylor's series along a direction.
extension Checker {
    /// The function that computes derivatives, and up to which order.
    package struct Orders: Sendable {
        package var function: Function
        package var order: Int
    }

    /// Where derivatives by the variables `list`, of which there is one at least, stand among the results.
    private func place(of list: [Int]) -> Int {
        let count = wrt.count
        var start = values.count
        var size = count
        for _ in 1..<list.count { (start, size) = (start + size, size * count) }
        return start + list.reduce(0) { $0 * count + $1 }
    }

    /// A row for each ascending list of two variables or more.
    func orderRows(at point: [Datum]) -> [Check.Row] {
        guard let derivatives, let entries = evaluate(derivatives.function, point)?.map(\.double) else { return [] }
        var rows: [Check.Row] = []
        for variable in wrt.indices {
            let x = point[wrt[variable]].number.double
            // All entries are looked at where one is.
            var known: [UInt64: [Double]] = [:]
            func results(movedTo x: Double) -> [Double]? {
                if let known = known[x.bitPattern] { return known }
                var moved = point
                moved[wrt[variable]] = .scalar(.f64(x))
                let entries = evaluateWide(derivatives.function, moved)?.map(\.double)
                known[x.bitPattern] = entries
                return entries
            }
            for order in 1..<derivatives.order {
                for lower in SymmetricEntries.lists(variable + 1, order: order) where lower == lower.sorted() {
                    let entry = entries[place(of: lower + [variable])]
                    let judgement = judged(entry, tolerance: usesFloat ? 1e-2 : 1e-6, at: x) {
                        results(movedTo: $0)?[place(of: lower)]
                    }
                    let names = lower.map { parameters[wrt[$0]].path }.joined(separator: ", ")
                    rows.append(
                        Check.Row(
                            result: "derivative by \(names)", parameter: parameters[wrt[variable]].path, derivative: entry,
                            judgement: judgement))
                }
            }
        }
        return rows
    }

    /// The derivatives along a direction, order by order.
    func orderTerms(at point: [Datum], along direction: [Double]) -> [Double]? {
        guard let derivatives, let entries = evaluate(derivatives.function, point)?.map(\.double), entries.allSatisfy(\.isFinite) else {
            return nil
        }
        return (1...derivatives.order).map { order in
            SymmetricEntries.lists(wrt.count, order: order).reduce(0) { sum, list in
                sum + list.reduce(entries[place(of: list)]) { $0 * direction[$1] }
            }
        }
    }
}
