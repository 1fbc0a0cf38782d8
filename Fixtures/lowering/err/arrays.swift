// adgen: gradient
func wholeArray(_ a: [Double]) -> Double { a }
// adgen: gradient
func variableIndex(_ a: [Double], _ i: Int) -> Double { a[i] }
// adgen: gradient
func negativeIndex(_ a: [Double]) -> Double { a[-1] }
// adgen: gradient
func hugeIndex(_ a: [Double]) -> Double { a[3_000_000_000] }
// adgen: gradient
func slice(_ a: [Double]) -> Double { a[0...1].count > 1 ? 1 : 2 }
// adgen: gradient
func changedElement(_ a: [Double]) -> Double {
    var b = a
    b[0] = 2
    b[1] += 3
    return b[0]
}
// adgen: gradient
func changedParameter(_ a: [Double]) -> Double {
    a[0] = 2
    return a[0]
}
// adgen: gradient
func appended(_ a: [Double]) -> Double {
    var b = a
    b.append(1)
    return b[0] + a.reduce(0, +)
}
// adgen: gradient
func firstOf(_ a: [Double]) -> Double { a.isEmpty ? 0 : a.first! }
// adgen: gradient
func literalArray(_ x: Double) -> Double {
    let a: [Double] = [x, 2]
    return a[0]
}
// adgen: gradient
func chosenArray(_ a: [Double], _ b: [Double], _ c: Bool) -> Double { (c ? a : b)[0] }
// adgen: gradient
func returnedArray(_ a: [Double]) -> [Double] { a }
// adgen: gradient
func inoutArray(_ a: inout [Double]) -> Double { a[0] }
// adgen: gradient
func pairOfArrays(_ a: [Double]) -> (x: Double, a: [Double]) { (a[0], a) }
// adgen: gradient
func sumOfArrays(_ a: [Double], _ b: [Double]) -> Double { (a + b)[0] }
// adgen: gradient
func equalArrays(_ a: [Double], _ b: [Double]) -> Double { a == b ? 1 : 2 }
// adgen: gradient
func passedWrong(_ a: [Float]) -> Double { variableIndex(a, 1) }
// adgen: gradient
func arrayOfInts(_ a: [Int], x: Double) -> Double { x }
// adgen: gradient
func arrayOfArrays(_ a: [[Double]]) -> Double { a[0][0] }
// adgen: gradient
func repeatedArray(_ x: Double) -> Double { Array(repeating: x, count: 3)[0] + [Double](repeating: x, count: 3)[0] }
// adgen: gradient
func defaultArray(_ a: [Double] = [1, 2]) -> Double { a[0] }
struct Net {
    var weights: [Double]
    init(_ first: Double) { weights = [first] }
    var doubled: [Double] { weights }
    // adgen: gradient
    mutating func train(_ x: Double) -> Double {
        weights[0] = x
        return x
    }
    // adgen: gradient
    func first() -> Double { doubled[0] }
}
// adgen: gradient
func madeNet(_ x: Double) -> Double { Net(x).weights[0] }
// adgen: gradient
func elementless(_ a: [Double]) -> Double { a[0.5] + a[] + a[1, 2] + a["x"] }
// adgen: gradient
func chosenPair(_ a: [Double], _ b: [Double], _ c: Bool) -> Double {
    let pair = c ? (a, 1.0) : (b, 2.0)
    return pair.0[0] * pair.1
}
