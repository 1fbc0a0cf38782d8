import AdgenCodegen
import AdgenIR

// Batches: what lanes compute against what the same product computes of each point by itself.
extension Check {
    /// Over all lanes and results, how far they are apart, as a part of their size.
    package struct Batch: Sendable {
        package var derivative: BatchForm.Derivative
        package var difference: Double
        package var verdict: Verdict
    }
}

extension Checker {
    /// A batch in which `point` is in the first lane and random points near it are in the others.
    func check(_ batch: BatchPlan, at point: [Datum], seed: UInt64) -> Check.Batch? {
        var numbers = SeededGenerator(seed: seed)
        let lanes = batch.wide.parameters.map { Int(batch.wide.type(of: $0).lanes) }
        let count = lanes.max() ?? 1
        let points = (0..<count).map { lane in
            zip(point, lanes).map { datum, lanes -> Datum in
                guard lanes > 1, lane > 0, case .scalar(let scalar) = datum else { return datum }
                switch scalar {
                case .f32, .f64:
                    return .scalar(
                        Scalar(scalar.double + numbers.number(in: -0.5...0.5) * max(1, scalar.double.magnitude), as: scalar.element))
                case .bool: return .scalar(.bool(numbers.next() % 2 == 0))
                case .int: return datum
                }
            }
        }
        let arguments = lanes.indices.map { index -> Datum in
            lanes[index] > 1 ? .array(points.map { $0[index].number }) : point[index]
        }
        // Where a point of the batch stops the program, the batch does.
        let single = points.compactMap { evaluate(batch.single, $0) }
        guard single.count == count, let wide = run(batch.wide, arguments) else {
            return Check.Batch(derivative: batch.form.derivative, difference: .nan, verdict: .unreliable)
        }
        var largest = 0.0
        for (lane, results) in single.enumerated() {
            for (result, lanes) in zip(results, wide) {
                let (expected, found) = (result.double, lanes.elements[lane].double)
                if expected == found || expected.isNaN && found.isNaN { continue }
                let difference = (expected - found).magnitude / max(1, expected.magnitude)
                largest = max(largest, difference.isNaN ? .infinity : difference)
            }
        }
        let isSingle = batch.wide.results.first.map { batch.wide.type(of: $0).element } == .f32
        return Check.Batch(
            derivative: batch.form.derivative, difference: largest, verdict: largest <= (isSingle ? 1e-4 : 1e-10) ? .agrees : .disagrees)
    }
}
