#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

// adgen: gradient(wrt: amplitude, rate)
/// The squared error of an exponential decay at one measurement.
public func decayLoss(amplitude: Double, rate: Double, time: Double, measured: Double) -> Double {
    let error = amplitude * exp(-rate * time) - measured
    return error * error
}
