func types() {
    let a: Double = 1, b: Float = 2
    let c: (Double, Float) = (1, 2)
    let d: [Double] = [1, 2]
    let e: Array<Array<Double>> = [[1]]
    let f: Array<Double>? = nil
    let g: [String: Double] = [:]
    let h: (Double) -> Double = { $0 }
    let i: (Double) async throws -> Double = { $0 }
    let j: Double.Type = Double.self
    let k: any Equatable & Sendable = 1
    let l: InlineArray<3, Double> = [1, 2, 3]
    let m: [n of [2 of Double]] = x
    let n: Double??, o: Double! = 1
    let p: ((Double)) = 1
    let q: (x: Double, y: _) = r
    let s: Outer<Int>.Inner<Double>.Type = t
    var u: Double
    let v: Swift.Double = 1
    let w: Array<Array<Double>>=[[1]]
}
