#if canImport(Darwin)
import Darwin
#elseif os(Linux) && !DEBUG
import Glibc
#else
#error("no C library")
#endif

#if DEBUG
let level = 1
func debugOnly(x: Double) -> Double { x }
#if INNER
func inner(x: Double) -> Double { x }
#endif
#endif

func always(x: Double) -> Double {
    #if DEBUG
    print(x)
    #if INNER
    let y = (x)
    #else
    let y = x
    #endif
    #endif
    let z = x
    #warning("soon")
    return z
}
struct S {
    #if DEBUG
    func a() {}
    #endif
    func b() {}
}
