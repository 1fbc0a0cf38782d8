// Names that Swift wants in backticks here and not there, and names that emitted code uses itself.

// adgen: gradient, pullback, differential
package func keywords(`in`: Double, for y: Double, `repeat` z: Double, _ `while`: (in: Double, let: Double)) -> Double {
    let `default` = `in` * y
    return `default` * z + `while`.in * `while`.let
}

// adgen: gradient, pullback, differential
package func manyKeywords(
    _ value: Double, tape: Double, seed: Double, direction: Double, `default`: Double, sum: Double, other result: Double
) -> Double {
    let gradient = value * tape + seed * direction
    return gradient * `default` + sum * result
}

package struct Keyed {
    package var `Type`: Double
    package var `init`: Double
    package var `await`: Double
    package var `default`: Int

    package init(`Type`: Double, `init`: Double, await: Double, `default`: Int) {
        self.`Type` = `Type`
        self.`init` = `init`
        self.await = `await`
        self.default = `default`
    }
}

// adgen: gradient, pullback, differential
package func wordsOfTypes(
    `Type`: Double, `Protocol` p: Double, _ `init`: (init: Double, self: Double), await: Double, _ keyed: Keyed
) -> Double {
    let `Protocol` = `Type` * p * `init`.`init` * `init`.`self`
    return `Protocol` * keyed.`Type` * keyed.`init` * keyed.`await` * Double(keyed.default) * `await`
}
