import AdgenRuntime
import Foundation

/// Gradients next to the functions they are of.
func showTensorGoals() {
    var table = GoalTable("goals of gradients of vectors and matrices")
    let subjects = [
        TensorSubject.logSumExp(80_000), .logisticRegression(samples: 1_000, features: 100), .perceptron(batch: 32), .perceptron(batch: 1),
    ]
    for subject in subjects {
        table.add(
            subject.name, { sink += subject.gradient().sum }, nextTo: "the function", { sink += subject.primal() }, .atMost(2.5))
    }
    for samples in [1_000, 100_000] {
        let fit = FitSubject(samples: samples)
        let (found, expected) = (fit.jacobian(), fit.byHand())
        precondition(abs(found - expected) <= 1e-12, "\(found) is not \(expected)")
        let name = "Jacobian of \(samples) residuals by 3 numbers"
        table.add(name, { sink += fit.jacobian() }, nextTo: "a loop by hand", { sink += fit.byHand() }, .atMost(1.1))
        table.add(name, { sink += fit.jacobian() }, nextTo: "the function", { sink += fit.residuals() }, .atMost(4))
    }
    table.show()
    showBytes()
}

/// The least that a gradient of log-sum-exp moves: x is read for the value and for the gradient, which is written.
private func showBytes() {
    let count = 1_048_576
    let subject = TensorSubject.logSumExp(count)
    let x = Vector<Double>(repeating: 1, count: count / 2 * 3)
    var y = x
    let (from, to) = (x.unsafeBaseAddress, y.unsafeMutableBaseAddress)
    let times = medianSeconds(
        of: [{ sink += subject.gradient().sum }, { to.update(from: from, count: count / 2 * 3) }], rounds: 11)
    withExtendedLifetime((x, y)) {}
    print("  \(subject.name), 24 bytes an element: \(shown(times[0] * 1e3)) ms; a copy of as many bytes \(shown(times[1] * 1e3)) ms")
}

/// In builds without optimization the kernels are plain loops over memory; this is what they are next to plain loops over arrays.
func showDebugGoals() {
    var table = GoalTable("goals of gradients without optimization")
    let (subject, loops) = (TensorSubject.perceptron(batch: 32), PerceptronLoops(PerceptronData(batch: 32)))
    let (found, expected) = (subject.gradient(), loops.gradient())
    precondition(abs(found.value - expected.value) <= 1e-12 && abs(found.sum - expected.sum) <= 1e-12, "\(found) is not \(expected)")
    table.add(
        subject.name, { sink += subject.gradient().sum }, nextTo: "loops over arrays", { sink += loops.gradient().sum }, .atMost(3))
    table.show()
}

/// Answers each line `NAME COUNT` of its input with the nanoseconds of one call of that gradient, its value and a number of it, until
/// the input ends: the other side of Fixtures/bench/jax_gradients.py.
func answerGradientTimes() {
    var subjects: [String: (subject: TensorSubject, count: Int)] = [:]
    while let line = readLine() {
        if subjects[line] == nil {
            let words = line.split(separator: " ")
            guard let size = Int(words.last ?? ""), let subject = TensorSubject.named(words.dropLast().joined(separator: " "), size: size)
            else { return print("unknown") }
            var count = 1
            while seconds({ for _ in 0..<count { sink += subject.gradient().sum } }) < 0.002 { count *= 2 }
            subjects[line] = (subject, count)
        }
        guard let (subject, count) = subjects[line] else { return }
        let time = seconds { for _ in 0..<count { sink += subject.gradient().sum } } / Double(count)
        let result = subject.gradient()
        print(time * 1e9, result.value, result.sum)
        fflush(nil)
    }
}

/// The gradient of the perceptron as loops over arrays.
private struct PerceptronLoops {
    let w1, b1, w2, b2, images, labels: [Double]
    let batch, inputs, hidden, classes: Int

    init(_ data: PerceptronData) {
        (w1, b1, w2, b2) = (Array(data.w1), Array(data.b1), Array(data.w2), Array(data.b2))
        (images, labels) = (Array(data.images), Array(data.labels))
        (batch, inputs, hidden, classes) = (data.images.rows, data.w1.rows, data.w1.columns, data.w2.columns)
    }

    func gradient() -> (value: Double, sum: Double) {
        var value = 0.0
        var w1Bar = [Double](repeating: 0, count: w1.count)
        var b1Bar = [Double](repeating: 0, count: b1.count)
        var w2Bar = [Double](repeating: 0, count: w2.count)
        var b2Bar = [Double](repeating: 0, count: b2.count)
        var units = [Double](repeating: 0, count: hidden)
        var scores = [Double](repeating: 0, count: classes)
        for sample in 0..<batch {
            for unit in 0..<hidden {
                var sum = b1[unit]
                for input in 0..<inputs { sum += images[sample * inputs + input] * w1[input * hidden + unit] }
                units[unit] = sum > 0 ? sum : 0
            }
            var largest = -Double.infinity
            for label in 0..<classes {
                var sum = b2[label]
                for unit in 0..<hidden { sum += units[unit] * w2[unit * classes + label] }
                scores[label] = sum
                if sum > largest { largest = sum }
            }
            var total = 0.0
            for label in 0..<classes { total += exp(scores[label] - largest) }
            let normalizer = largest + log(total)
            value += normalizer / Double(batch)
            for label in 0..<classes {
                let share = labels[sample * classes + label]
                value -= share * scores[label] / Double(batch)
                scores[label] = (exp(scores[label] - normalizer) - share) / Double(batch)
                b2Bar[label] += scores[label]
            }
            for unit in 0..<hidden where units[unit] > 0 {
                var unitBar = 0.0
                for label in 0..<classes {
                    w2Bar[unit * classes + label] += units[unit] * scores[label]
                    unitBar += w2[unit * classes + label] * scores[label]
                }
                b1Bar[unit] += unitBar
                for input in 0..<inputs { w1Bar[input * hidden + unit] += unitBar * images[sample * inputs + input] }
            }
        }
        return (value, w1Bar[0] + b1Bar[0] + w2Bar[0] + b2Bar[0])
    }
}
