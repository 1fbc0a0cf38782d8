import Foundation

// adgen: gradient(wrt: amount, rate), pullback(wrt: amount, rate), differential(wrt: amount, rate)
/// The value of a payment after some periods, compounded or not.
package func payment(_ amount: Double, at rate: Float, periods: Int, isCompounded: Bool) -> Double {
    let growth = 1 + Double(rate)
    let time = Double(periods)
    return isCompounded ? amount * pow(growth, time) : amount * (1 + Double(rate) * time)
}

// adgen: gradient(wrt: x)
/// Integer arithmetic decides, floats follow.
package func quantised(_ x: Double, levels: Int) -> Double {
    let step = 1 / Double(levels - 1)
    let index = Int(x / step)
    let left = Double(index) * step
    let distance = Double(max(index, levels / 2) - min(index, 1)) + x - left
    return distance * distance + x * Double(-levels + 3 * 2)
}
