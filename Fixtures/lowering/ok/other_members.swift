import Foundation

// Members and operators that a call of the library's cannot mean.

extension Double {
    func rounded(toPlaces places: Int) -> Double {
        let divisor = pow(10.0, Double(places))
        return (self * divisor).rounded() / divisor
    }
    func remainder(of other: Double) -> Double { other }
    static func minimum(of values: [Double]) -> Double { values[0] }
}

extension CGPoint {
    static func + (l: CGPoint, r: CGPoint) -> CGPoint { CGPoint(x: l.x + r.x, y: l.y + r.y) }
    static func * (l: CGPoint, r: Double) -> CGPoint { CGPoint(x: l.x * CGFloat(r), y: l.y * CGFloat(r)) }
    static prefix func - (l: CGPoint) -> CGPoint { CGPoint(x: -l.x, y: -l.y) }
    var magnitude: CGFloat { (x * x + y * y).squareRoot() }
    func squareRoot() -> CGPoint { self }
}

// adgen: gradient
func untouched(_ x: Double, _ y: Double) -> Double {
    (x + y) * -x + x.rounded() + y.magnitude + x.remainder(dividingBy: 2) * Double.minimum(x, y) + (1 + y * y).squareRoot()
}
