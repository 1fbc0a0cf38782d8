func literals() -> Double {
    let i = (0, 7, 1_000_000, 0xFF, 0xdead_BEEF, 0o17, 0b1010_0101, 007)
    let f = (0.5, 1e3, 1E-3, 1.5e+10, 1_0.0_1, 0x1p3, 0x1.8p-2, 0xA.8P0)
    let m = (1.magnitude, 1.0.magnitude, 0xFF.magnitude, 0x1F.bitWidth, -3.magnitude, (-3).magnitude)
    let t = ((1, 2), 3).0.1
    let b = (true, false)
    let r = 0...3
    return 1
}
