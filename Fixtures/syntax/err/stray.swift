) ] }
func f(x: Double) -> Double {
    x ) + 1
    return ¶ x
}
func g(x: Double) -> Double { x # + ` \ @ 1 }
