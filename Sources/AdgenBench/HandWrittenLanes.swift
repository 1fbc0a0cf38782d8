/// The Hessian of three atoms with all nine directions side by side in the lanes of vectors, tangents of the gradient as an expert writes
/// them: what the emitted Hessian, a direction after the other without their zeros, is compared with.
@inline(never)
func hessianOfAtomsInLanes(
    x0: Double, y0: Double, z0: Double, x1: Double, y1: Double, z1: Double, x2: Double, y2: Double, z2: Double, epsilon: Double,
    sigma: Double
) -> [9 of [9 of Double]] {
    let places: [9 of Double] = [x0, y0, z0, x1, y1, z1, x2, y2, z2]
    var rows = [9 of SIMD16<Double>](repeating: .zero)
    addPair(0, 3, places, epsilon, sigma, to: &rows)
    addPair(3, 6, places, epsilon, sigma, to: &rows)
    addPair(6, 0, places, epsilon, sigma, to: &rows)
    return [
        entries(rows[0]), entries(rows[1]), entries(rows[2]), entries(rows[3]), entries(rows[4]), entries(rows[5]), entries(rows[6]),
        entries(rows[7]), entries(rows[8]),
    ]
}

@inline(__always)
private func entries(_ row: SIMD16<Double>) -> [9 of Double] {
    [row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8]]
}

@inline(__always)
private func addPair(
    _ a: Int, _ b: Int, _ places: [9 of Double], _ epsilon: Double, _ sigma: Double, to rows: inout [9 of SIMD16<Double>]
) {
    let (dx, dy, dz) = (places[a] - places[b], places[a + 1] - places[b + 1], places[a + 2] - places[b + 2])
    let (dxDot, dyDot, dzDot) = (unit(a) - unit(b), unit(a + 1) - unit(b + 1), unit(a + 2) - unit(b + 2))
    let inverse = 1 / (dx * dx + dy * dy + dz * dz)
    let square = sigma * sigma
    let q = square * inverse
    let q3 = q * q * q
    let slope = -24 * epsilon * (q3 * (2 * q3 - 1))
    let slopeDot = -24 * epsilon * (4 * q3 - 1) * (3 * q * q) * square
    let inverseDot = (dxDot * dx + dyDot * dy + dzDot * dz) * (-2 * inverse * inverse)
    let factor = slope * inverse
    let factorDot = inverseDot * (slopeDot * inverse + slope)
    let (xDot, yDot, zDot) = (dxDot * factor + factorDot * dx, dyDot * factor + factorDot * dy, dzDot * factor + factorDot * dz)
    rows[a] += xDot
    rows[a + 1] += yDot
    rows[a + 2] += zDot
    rows[b] -= xDot
    rows[b + 1] -= yDot
    rows[b + 2] -= zDot
}

@inline(__always)
private func unit(_ lane: Int) -> SIMD16<Double> {
    var unit = SIMD16<Double>.zero
    unit[lane] = 1
    return unit
}
