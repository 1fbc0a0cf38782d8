#if canImport(Glibc)
    import Glibc
#endif

/// Lets memory that is freed wait in the process for its next use: passes make and free tables as large as the program, and
/// getting those from the system, page by page, took a fifth of the time. For programs that do little else than to run the driver.
package func keepFreedMemory() {
    #if canImport(Glibc)
        // Swift's Glibc does not show malloc.h.
        guard let symbol = dlsym(nil, "mallopt") else { return }
        let mallopt = unsafeBitCast(symbol, to: (@convention(c) (_ parameter: Int32, _ value: Int32) -> Int32).self)
        let (trimThreshold, topPad, mmapMaximum): (Int32, Int32, Int32) = (-1, -2, -4)
        _ = mallopt(mmapMaximum, 0)
        _ = mallopt(trimThreshold, .max)
        _ = mallopt(topPad, 1 << 26)
    #endif
}
