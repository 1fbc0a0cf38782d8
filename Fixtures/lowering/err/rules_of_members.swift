struct Body {
    var mass: Double
    var speed: Double

    func energy(at height: Double) -> Double { mass * (speed * speed / 2 + height) }
    mutating func slow(by factor: Double) { speed *= factor }
    static func falling(for time: Double) -> Body { Body(mass: 1, speed: time) }

    // adgen: differential(of: energi)
    func nearly(at height: Double, along direction: (instance: Body, height: Double)) -> (value: Double, differential: Double) {
        (value: 0, differential: direction.height)
    }

    // adgen: pullback(of: slow)
    mutating func changing(by factor: Double, value: Body, seed: Body) -> (instance: Body, factor: Double) {
        (instance: seed, factor: 0)
    }
}

// adgen: differential(of: energy)
func withoutType(_ body: Body, at height: Double, along direction: (instance: Body, height: Double)) -> (value: Double, differential: Double) {
    (value: 0, differential: direction.height)
}

// adgen: differential(of: Body.energy)
func outside(_ body: Body, at height: Double, along direction: (instance: Body, height: Double)) -> (value: Double, differential: Double) {
    (value: 0, differential: direction.height)
}

// adgen: differential(of: Body.falling)
func fallingDifferential(for time: Double, along direction: Double) -> (value: Body, differential: BodyTangent) {
    (value: Body(mass: 1, speed: time), differential: BodyTangent(mass: 0, speed: direction))
}

struct Mixed {
    var x: Double
    var n: Int
}

func mixed(_ m: Mixed) -> Double { m.x }

// adgen: pullback(of: mixed)
func mixedPullback(_ m: Mixed, value: Double, seed: Double) -> Mixed { Mixed(x: seed, n: 0) }

struct Sealed {
    private var x: Double
    init(twice x: Double) { self.x = 2 * x }
}

func sealed(_ s: Sealed) -> Double { 1 }

// adgen: pullback(of: sealed)
func sealedPullback(_ s: Sealed, value: Double, seed: Double) -> SealedTangent { SealedTangent(x: seed) }

struct Checked {
    var x: Double
    init(twice x: Double) { self.x = 2 * x }
}

func checked(_ c: Checked) -> Double { c.x }

// adgen: pullback(of: checked)
func checkedPullback(_ c: Checked, value: Double, seed: Double) -> CheckedTangent { CheckedTangent(x: seed) }

struct Counts {
    var n: Int
}

// adgen: gradient
func counted(_ x: Double, _ counts: CountsTangent) -> Double { x }

// adgen: gradient
func used(_ x: Double) -> Double { x }
