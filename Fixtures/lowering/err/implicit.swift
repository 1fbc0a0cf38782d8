// Without directives: what lies outside the language is left out with a warning.

func loop(_ x: Double) -> Double {
    for _ in 0..<3 {}
    return x
}

func pair(_ x: Double) -> (Double, Double) { (x, x) }

func elements(_ x: [Double]) -> [Double] { x }

func count(_ n: Int) -> Int { n }

func name() -> String { "" }

private func hidden(_ x: Double) -> Double { x }

func generic<T>(_ x: T) -> Double { 0 }

func fine(_ x: Double) -> Double { x * x }
