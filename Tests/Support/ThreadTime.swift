import Foundation

/// Seconds that the processor has worked for this thread: what else the machine does, other tests too, is not counted.
package func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
