func crlf(x: Double) -> Double {
    let a = x // comment
        + 1
    -x
    return """
        a
        """
}
