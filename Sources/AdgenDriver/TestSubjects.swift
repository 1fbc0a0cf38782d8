import AdgenCodegen
import AdgenIR
import AdgenLowering

// What `--emit tests` writes: where the products of a file are compared with differences, and which are not.
extension Driver {
    /// Points are those at which `--check` would look.
    static func testSubjects(_ targets: [Target], _ lowered: Lowered, _ options: Options) throws(Bug) -> [TestSubject] {
        var pipeline = try Pipeline(lowered, options: options)
        var subjects: [TestSubject] = []
        for (index, target) in targets.enumerated() {
            let primal = try pipeline.primal(target.function)
            let obstacle =
                obstacle(target.signature)
                ?? pipeline.unknownCallee(of: primal, lowered.unknown).map {
                    "adgen does not look into '\($0)', which it calls"
                }
            for wrt in wrtChoices(target) {
                var coverage = TestSubject.Coverage.none(obstacle ?? "")
                if obstacle == nil {
                    let checker = try pipeline.checker(
                        target.signature, wrt: wrt, primal: primal, requests: target.requests.filter { $0.wrt == wrt })
                    coverage = self.coverage(target.signature, checker)
                }
                subjects.append(TestSubject(function: index, wrt: wrt, coverage: coverage))
            }
        }
        return subjects
    }

    /// Why a function is not called with lists of numbers.
    private static func obstacle(_ signature: Signature) -> String? {
        let known = ["@inlinable", "@usableFromInline", "@available"]
        if let attribute = signature.attributes.first(where: { $0.hasPrefix("@") && !known.contains(where: $0.hasPrefix) }) {
            return "it is \(attribute)"
        }
        return signature.parameters.lazy.compactMap(\.type.unbuildable).first.map { "no other file can make a '\($0.name)'" }
    }

    private static let longestList = 200

    private static func coverage(_ signature: Signature, _ checker: Checker) -> TestSubject.Coverage {
        var search = PointSearch(signature, seed: 1)
        let checks = search.checks(3, by: checker).filter { check in
            // The tests' differences are long ones.
            check.isReliable && !check.rows.contains(where: \.judgement.isNear) && checker.tellsSomething(at: check.point)
        }
        guard let first = checks.first else { return .none("no point was found at which differences tell enough") }
        guard first.point.reduce(0, { $0 + $1.elements.count }) <= longestList else { return .none("its arrays are long") }
        guard (first.point + first.value).allSatisfy({ $0.hasExtents(checker.arrayCount) }) else {
            return .none("its arrays differ in their extents")
        }
        guard let reach = checker.reach(around: checks.map(\.point)) else {
            return .none("it stops the program near all points that were found")
        }
        let points = checks.map { $0.point.flatMap { $0.elements.map(\.double) } }
        return .points(TestPoints(points, arrayCount: checker.arrayCount, reach: reach, isSingle: checker.usesFloat))
    }
}

extension Datum {
    /// Whether an array has so many elements, and a matrix so many rows and columns.
    fileprivate func hasExtents(_ count: Int) -> Bool {
        switch self {
        case .scalar: true
        case .array(let elements): elements.count == count
        case .matrix(let columns, let elements): columns == count && elements.count == count * count
        }
    }
}

extension Checker {
    /// Whether differences of the function as it is, in Float where it is so, tell a derivative.
    fileprivate func tellsSomething(at point: [Datum]) -> Bool {
        guard usesFloat else { return true }
        return wrt.contains { parameter in
            guard case .scalar(let number) = point[parameter] else { return true }
            return floats.contains { result in
                let difference = CentralDifference(at: number.double, isSingle: true) { x in
                    var moved = point
                    moved[parameter] = .scalar(Scalar(x, as: number.element))
                    return run(primal, moved)?[result].elements.reduce(0) { $0 + $1.double }
                }
                return difference.map { $0.error <= 1e-2 * max(1, $0.derivative.magnitude) } ?? false
            }
        }
    }

    /// How far around points, as a part of their numbers, nothing stops the program.
    fileprivate func reach(around points: [[Datum]]) -> Double? {
        let reaches = [0x1p-2, 0x1p-4, 0x1p-7, 0x1p-11]
        if primal.effect == .none { return reaches[0] }
        return reaches.first { reach in
            points.allSatisfy { point in
                wrt.indices.allSatisfy { first in
                    wrt.indices.allSatisfy { second in
                        [(1.0, 1.0), (1, -1), (-1, 1), (-1, -1)].allSatisfy { signs in
                            var moved = point
                            let steps = first == second ? [(first, signs.0)] : [(first, signs.0), (second, signs.1)]
                            for (index, sign) in steps {
                                moved[wrt[index]] = point[wrt[index]].mapped { number in
                                    Scalar(number.double + sign * reach * max(number.double.magnitude, 0x1p-10), as: number.element)
                                }
                            }
                            return run(primal, moved) != nil
                        }
                    }
                }
            }
        }
    }
}
