// adgen: gradient
private func hidden(_ x: Double) -> Double { x }

// adgen: gradient
fileprivate func alsoHidden(_ x: Double) -> Double { x }

struct Model {
    // adgen: gradient
    func method(_ x: Double) -> Double { x }

    // adgen: gradient
    static func member(_ x: Double) -> Double { x }
}

#if DEBUG
    // adgen: gradient
    func conditional(_ x: Double) -> Double { x }
#endif

// adgen: gradient
@_transparent func attributes(_ x: Double) -> Double { x }

// adgen: gradient
final func modifiers(_ x: Double) -> Double { x }

// adgen: gradient
func asynchronous(_ x: Double) async -> Double { x }

// adgen: gradient
func throwing(_ x: Double) throws -> Double { x }

// adgen: gradient
func generic<T: FloatingPoint>(_ x: T) -> T { x }

// adgen: gradient
func constrained(_ x: Double) -> Double where Double: Numeric { x }

// adgen: gradient
func noResult(_ x: Double) { _ = x }

// adgen: gradient
func voidResult(_ x: Double) -> Void { _ = x }

// adgen: gradient
func integerResult(_ x: Double) -> Int { Int(x) }

// adgen: gradient
func integerParameter(_ n: Int) -> Double { Double(n) }

// adgen: gradient
func noParameter() -> Double { 1 }

// adgen: gradient
func variadic(_ x: Double...) -> Double { 0 }

// adgen: gradient
func inOut(_ x: inout Double) -> Double { x }

// adgen: gradient
func consumed(_ x: consuming Double) -> Double { x }

// adgen: gradient
func tuple(_ x: Double) -> (Double, Double) { (x, x) }

// adgen: gradient
func array(_ x: [Int]) -> Double { 0 }

// adgen: gradient
func vector(_ x: SIMD2<Double>) -> Double { 0 }

// adgen: gradient
func structure(_ m: Model) -> Double { 0 }

// adgen: gradient
func optional(_ x: Double?) -> Double { 0 }

// adgen: gradient
func function(_ f: (Double) -> Double) -> Double { 0 }

// adgen: gradient
func otherNumber(_ x: CGFloat, _ y: Float16, _ n: UInt8) -> Double { 0 }

// adgen: gradient
func existential(_ x: any Numeric) -> Double { 0 }

// adgen: gradient
func bodyless(_ x: Double) -> Double
