// Literals and precedence, as the instructions that come out.

func half(_ x: Double) -> Double { x * (1 / 2) }

func whole(_ x: Double) -> Double { x * Double(1 / 2) }

func bound(_ x: Double) -> Double {
    let k = 1 / 2
    return x * Double(k)
}

func magnitude(_ x: Double) -> Double { -2.0.magnitude * -x.magnitude }

func minus(_ x: Double) -> Double { 2 - -x }

func left(_ x: Double, _ y: Double) -> Double { x / 2 * y - 1 - x }

func zeros(_ x: Double) -> Double { x * -0 + -0.0 + -(0) }

func lazy(_ x: Double) -> Double { x > 0 && 1 / x > 2 ? 1 / 2 : x == 0 ? 1 : x / 2 }
