func f(x: Double) -> Double {
    /* no end /* inner */
    return x
}
