import AdgenRuntime
import Foundation
import Support
import Testing

/// Against correctly rounded references (Fixtures/data/elementary): the errors in ulps, special values bit for bit.
@Suite struct ElementaryTests {
    @Test(arguments: ElementaryFunction.allCases) func doublesAreAsAccurateAsPromised(_ function: ElementaryFunction) throws {
        let rows = try referenceRows("\(function.rawValue).double.txt")
        let bound = [.exp, .log, .sqrt].contains(function) ? 1.0 : 2.0
        for start in stride(from: 0, to: rows.count, by: 8) {
            let chunk = rows[start..<min(start + 8, rows.count)]
            var x = SIMD8<Double>(repeating: 0.5)
            for (lane, row) in chunk.enumerated() { x[lane] = Double(bitPattern: row.arguments[0]) }
            let y = function.ofDoubles(x)
            for (lane, row) in chunk.enumerated() {
                expectClose(y[lane], Double(bitPattern: row.result), rest: row.rest, within: bound, "\(function.rawValue)(\(x[lane]))")
            }
        }
    }

    @Test(arguments: ElementaryFunction.allCases) func floatsAreRoundedRightOrNearly(_ function: ElementaryFunction) throws {
        let rows = try referenceRows("\(function.rawValue).float.txt")
        for start in stride(from: 0, to: rows.count, by: 16) {
            let chunk = rows[start..<min(start + 16, rows.count)]
            var x = SIMD16<Float>(repeating: 0.5)
            for (lane, row) in chunk.enumerated() { x[lane] = Float(bitPattern: UInt32(row.arguments[0])) }
            let y = function.ofFloats(x)
            for (lane, row) in chunk.enumerated() {
                expectClose(
                    y[lane], Float(bitPattern: UInt32(row.result)), rest: row.rest, within: 0.75, "\(function.rawValue)(\(x[lane]))")
            }
        }
    }

    /// The C library's is within an ulp.
    @Test func complementsOfTheErrorFunction() {
        for index in 0..<8_000 {
            let x = -6 + Double(index) * 0.00413
            let (found, expected) = (erfc(SIMD8(repeating: x))[5], Foundation.erfc(x))
            #expect(ulps(found, expected) <= 5, "erfc(\(x)) is \(found), not \(expected)")
            let single = Float(x)
            let foundSingle = erfc(SIMD16(repeating: single))[11]
            #expect(ulps(foundSingle, Float(Foundation.erfc(Double(single)))) <= 1, "erfc(\(single)) is \(foundSingle)")
        }
        let special = erfc(SIMD8<Double>(0, -0.0, .infinity, -.infinity, .nan, 28, -28, .leastNonzeroMagnitude))
        #expect(special[0] == 1 && special[1] == 1 && special[2] == 0 && special[3] == 2 && special[4].isNaN)
        #expect(special[5] == 0 && special[6] == 2 && special[7] == 1)
    }

    @Test func powersOfDoubles() throws {
        for row in try referenceRows("pow.double.txt") {
            let (x, y) = (Double(bitPattern: row.arguments[0]), Double(bitPattern: row.arguments[1]))
            let power = pow(SIMD8(repeating: x), SIMD8(repeating: y))
            expectClose(power[3], Double(bitPattern: row.result), rest: row.rest, within: 1, "pow(\(x), \(y))")
        }
    }

    @Test func powersOfFloats() throws {
        for row in try referenceRows("pow.float.txt") {
            let (x, y) = (Float(bitPattern: UInt32(row.arguments[0])), Float(bitPattern: UInt32(row.arguments[1])))
            let power = pow(SIMD16(repeating: x), SIMD16(repeating: y))
            expectClose(power[3], Float(bitPattern: UInt32(row.result)), rest: row.rest, within: 0.75, "pow(\(x), \(y))")
        }
    }

    /// The special cases of IEEE 754, section 9.2.1.
    @Test func specialPowers() {
        let table: [(x: Double, y: Double, power: Double)] = [
            (2, 0, 1), (.nan, 0, 1), (.infinity, -0.0, 1), (1, .nan, 1), (1, .infinity, 1), (-1, .infinity, 1), (-1, -.infinity, 1),
            (0, -3, .infinity), (-0.0, -3, -.infinity), (-0.0, -2, .infinity), (0, -.infinity, .infinity), (-0.0, 3, -0.0),
            (-0.0, 2, 0), (0, 2.5, 0), (0.5, -.infinity, .infinity), (0.5, .infinity, 0), (2, .infinity, .infinity),
            (2, -.infinity, 0), (-.infinity, -3, -0.0), (-.infinity, -2, 0), (-.infinity, 3, -.infinity), (-.infinity, 2, .infinity),
            (.infinity, -1, 0), (.infinity, 0.5, .infinity), (-8, 3, -512), (-8, 2, 64), (-8, 1 / 3, .nan), (.nan, 1, .nan),
            (2, .nan, .nan), (0x1p-1074, 1, 0x1p-1074), (0x1p-1074, -0.5, 0x1p537), (2, 1e300, .infinity), (2, -1e300, 0),
            (2, -1074, 0x1p-1074), (2, -1073, 0x1p-1073), (4, -536.5, 0x1p-1073), (2, 1023, 0x1p1023), (2, 1024, .infinity),
        ]
        for row in table {
            let power = pow(SIMD8(repeating: row.x), SIMD8(repeating: row.y))[7]
            #expect(power.isNaN ? row.power.isNaN : power.bitPattern == row.power.bitPattern, "pow(\(row.x), \(row.y)) = \(power)")
        }
    }

    /// Each lane by itself: neighbours that leave the main path change nothing.
    @Test(arguments: ElementaryFunction.allCases) func lanesAreIndependent(_ function: ElementaryFunction) {
        let x = SIMD8<Double>(0.7, .infinity, 2.3, -1, 0x1p-1060, 1e300, .nan, 0.1)
        let together = function.ofDoubles(x)
        for lane in 0..<8 {
            let alone = function.ofDoubles(SIMD8(repeating: x[lane]))
            #expect(alone[5].bitPattern == together[lane].bitPattern || alone[5].isNaN && together[lane].isNaN, "at \(x[lane])")
        }
    }

    @Test(arguments: ElementaryFunction.allCases) func buffersOfEveryLength(_ function: ElementaryFunction) {
        for count in 0...35 {
            let x = (0..<count).map { 0.05 + Double($0) / 7 }
            var y = [Double](repeating: .nan, count: count + 1)
            x.withUnsafeBufferPointer { from in
                y.withUnsafeMutableBufferPointer { evaluate(function, from, into: .init(rebasing: $0[0..<count])) }
            }
            #expect(y[count].isNaN, "\(count) numbers: one too many was written")
            let floats = x.map(Float.init)
            var z = floats
            z.withUnsafeMutableBufferPointer { evaluate(function, UnsafeBufferPointer($0), into: $0) }
            for index in 0..<count {
                let expected = function.ofDoubles(SIMD8(repeating: x[index]))[0]
                #expect(abs(y[index] - expected) <= 4 * expected.ulp, "\(function) at \(x[index])")
                let single = function.ofFloats(SIMD16(repeating: floats[index]))[0]
                #expect(abs(z[index] - single) <= 2 * single.ulp, "\(function) at \(floats[index])")
            }
        }
    }
}

private func expectClose<Number: BinaryFloatingPoint>(
    _ value: Number, _ expected: Number, rest: Int, within bound: Double, _ call: @autoclosure () -> String
) {
    let isRight: Bool
    if expected.isNaN {
        isRight = value.isNaN
    } else if expected.isZero || expected.isInfinite || !value.isFinite {
        // Half an ulp beyond the ends of the range, the other side is right too.
        let isNext = (value - expected).magnitude <= Number.leastNonzeroMagnitude && expected.isZero && rest != 0
        let isEdge = expected.magnitude == .greatestFiniteMagnitude && value.isInfinite && rest > 0
        isRight = value == expected && value.sign == expected.sign || isNext || isEdge
    } else {
        let error = Double((value - expected) / expected.ulp) - Double(rest) / 256
        isRight = abs(error) <= bound + 1 / 256 && value.sign == expected.sign
    }
    if !isRight { Issue.record("\(call()) = \(value), not \(expected)") }
}

private struct ReferenceRow {
    var arguments: [UInt64]
    var result: UInt64
    /// 256ths of an ulp from the result to the exact value.
    var rest: Int
}

private func referenceRows(_ name: String) throws -> [ReferenceRow] {
    try repositoryText("Fixtures/data/elementary/\(name)").utf8.split(separator: UInt8(ascii: "\n")).map { line in
        let fields = line.split(separator: UInt8(ascii: " "))
        let numbers = fields.dropLast().map { field in
            field.reduce(into: UInt64(0)) { $0 = $0 << 4 | UInt64($1 & 0xf + ($1 >= 0x61 ? 9 : 0)) }
        }
        let rest = try #require(Int(Substring(fields[fields.count - 1])))
        return ReferenceRow(arguments: numbers.dropLast(), result: numbers[numbers.count - 1], rest: rest)
    }
}

extension ElementaryFunction {
    fileprivate var ofDoubles: (SIMD8<Double>) -> SIMD8<Double> {
        switch self {
        case .exp: AdgenRuntime.exp
        case .expm1: AdgenRuntime.expm1
        case .log: AdgenRuntime.log
        case .log1p: AdgenRuntime.log1p
        case .sin: AdgenRuntime.sin
        case .cos: AdgenRuntime.cos
        case .tan: AdgenRuntime.tan
        case .tanh: AdgenRuntime.tanh
        case .sigmoid: AdgenRuntime.sigmoid
        case .softplus: AdgenRuntime.softplus
        case .erf: AdgenRuntime.erf
        case .cbrt: AdgenRuntime.cbrt
        case .sqrt: AdgenRuntime.sqrt
        }
    }

    fileprivate var ofFloats: (SIMD16<Float>) -> SIMD16<Float> {
        switch self {
        case .exp: AdgenRuntime.exp
        case .expm1: AdgenRuntime.expm1
        case .log: AdgenRuntime.log
        case .log1p: AdgenRuntime.log1p
        case .sin: AdgenRuntime.sin
        case .cos: AdgenRuntime.cos
        case .tan: AdgenRuntime.tan
        case .tanh: AdgenRuntime.tanh
        case .sigmoid: AdgenRuntime.sigmoid
        case .softplus: AdgenRuntime.softplus
        case .erf: AdgenRuntime.erf
        case .cbrt: AdgenRuntime.cbrt
        case .sqrt: AdgenRuntime.sqrt
        }
    }
}
