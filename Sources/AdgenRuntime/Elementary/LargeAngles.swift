// The reduction of large angles after Payne and Hanek (SIGNUM Newsletter 18, 1983): of 2/π, those 192 bits count that make
// x·2/π modulo 4 right to 2⁻¹³⁰.

/// Replaces the lanes of large angles.
@usableFromInline @inline(never)
func reduceLargeAngles(_ a: inout Double8, _ reduced: inout ReducedAngle) {
    let exceptions = above(smallAngle, a)
    for lane in 0..<8 where isException(exceptions, lane) {
        let (r, low, quarters) = reduceLargeAngle(a[lane])
        reduced.r[lane] = r
        reduced.low[lane] = low
        reduced.quarters[lane] = quarters
    }
}

/// For an angle of at least 2²⁰; NaN for infinity and NaN.
private func reduceLargeAngle(_ a: Double) -> (r: Double, low: Double, quarters: UInt64) {
    guard a < .infinity else { return (.nan, .nan, 0) }
    // a = m·2ᵉ; the bits of 2/π before `start` make multiples of 4.
    let m = a.significandBitPattern | 1 << 52
    let start = Int(a.exponent) - 52 - 2
    let last = m.multipliedFullWidth(by: bitsOfTwoOverPi(from: start + 128))
    let middle = m.multipliedFullWidth(by: bitsOfTwoOverPi(from: start + 64))
    let (center, carry) = middle.low.addingReportingOverflow(last.high)
    let top = (m &* bitsOfTwoOverPi(from: start)) &+ middle.high &+ (carry ? 1 : 0)

    // `top`, `center`, `last.low`: two bits of quarter turns, then the fraction of one, from -½ to ½ as a signed number.
    let quarters = ((top >> 61) + 1) >> 1
    let fraction = Int64(bitPattern: top << 2 | center >> 62)
    let rest = center << 2 | last.low >> 62
    let isNegative = fraction < 0
    let high = isNegative ? ~UInt64(bitPattern: fraction) : UInt64(bitPattern: fraction)
    let low = isNegative ? ~rest : rest
    let lowest = isNegative ? ~(last.low << 2) : last.low << 2

    // Its first 128 significant bits, as the sum of two doubles.
    let shift = high == 0 ? 64 + low.leadingZeroBitCount : high.leadingZeroBitCount
    let (upper, following, lower) = shift < 64 ? (high, low, lowest) : (low, lowest, 0)
    let first = upper << UInt64(shift % 64) | following >> UInt64(64 - shift % 64)
    let second = following << UInt64(shift % 64) | lower >> UInt64(64 - shift % 64)
    let unit = Double(sign: isNegative ? .minus : .plus, exponent: -64 - shift, significand: 1)
    let head = Double(first & ~0x7ff) * unit
    let tail = (Double(first & 0x7ff) + Double(second) * 0x1p-64) * unit

    let r = head * 0x1.921fb54442d18p0
    let product = (-r).addingProduct(head, 0x1.921fb54442d18p0)
    return (r, product + (head * 0x1.1a62633145c07p-54 + tail * 0x1.921fb54442d18p0), quarters)
}

/// 64 bits of 2/π, the first of them after `start` bits behind the point.
private func bitsOfTwoOverPi(from start: Int) -> UInt64 {
    let (word, shift) = (start >> 6, UInt64(start & 63))
    // `>>` by 64 gives 0.
    return (word < 0 ? 0 : twoOverPi[word]) << shift | twoOverPi[word + 1] >> (64 - shift)
}

private let twoOverPi: [UInt64] = [
    0xa2f9_836e_4e44_1529, 0xfc27_57d1_f534_ddc0, 0xdb62_9599_3c43_9041, 0xfe51_63ab_debb_c561,
    0xb724_6e3a_424d_d2e0, 0x0649_2eea_09d1_921c, 0xfe1d_eb1c_b129_a73e, 0xe882_35f5_2ebb_4484,
    0xe99c_7026_b45f_7e41, 0x3991_d639_8353_39f4, 0x9c84_5f8b_bdf9_283b, 0x1ff8_97ff_de05_980f,
    0xef2f_118b_5a0a_6d1f, 0x6d36_7ecf_27cb_09b7, 0x4f46_3f66_9e5f_ea2d, 0x7527_bac7_ebe5_f17b,
    0x3d07_39f7_8a52_92ea, 0x6bfb_5fb1_1f8d_5d08, 0x5603_3046_fc7b_6bab,
]
