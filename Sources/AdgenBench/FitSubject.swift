import AdgenRuntime
import FixturePrograms
import Foundation

/// Residuals of many samples and their Jacobian by three numbers, emitted and by hand. Each returns a number of every part of the result.
struct FitSubject {
    private let times: Vector<Double>
    private let measured: Vector<Double>

    init(samples: Int) {
        times = Vector((0..<samples).map { Double($0) / Double(samples) })
        measured = Vector((0..<samples).map { Double($0 % 7) / 7 - 0.5 })
    }

    func residuals() -> Double {
        oscillationMisfit(amplitude: 1.5, decay: 0.75, frequency: 9, times: times, measured: measured)[times.count - 1]
    }

    func jacobian() -> Double {
        let result = oscillationMisfitValueWithJacobian(amplitude: 1.5, decay: 0.75, frequency: 9, times: times, measured: measured)
        let last = times.count - 1
        return result.value[last] + result.jacobian[last, 0] + result.jacobian[last, 1] + result.jacobian[last, 2]
    }

    /// One pass over the samples that shares what the derivatives have in common.
    func byHand() -> Double {
        let (amplitude, decay, frequency) = (1.5, 0.75, 9.0)
        let count = times.count
        let (time, sample) = (times.unsafeBaseAddress, measured.unsafeBaseAddress)
        var (value, jacobian) = (Vector<Double>.zeros(count), Matrix<Double>.zeros(count, 3))
        let (residuals, entries) = (value.unsafeMutableBaseAddress, jacobian.unsafeMutableBaseAddress)
        for row in 0..<count {
            let shrunk = exp(-decay * time[row])
            let (cosine, sine) = (cos(frequency * time[row]), sin(frequency * time[row]))
            let modelled = amplitude * shrunk * cosine
            residuals[row] = modelled - sample[row]
            entries[3 * row] = shrunk * cosine
            entries[3 * row + 1] = -time[row] * modelled
            entries[3 * row + 2] = -time[row] * amplitude * shrunk * sine
        }
        return value[count - 1] + jacobian[count - 1, 0] + jacobian[count - 1, 1] + jacobian[count - 1, 2]
    }
}
