func regexes(x: Double, y: Double, s: String) -> Double {
    let a = /ab+c/
    let b = x / y / 2
    let c = x/y/2
    let d = (/[a-z](\d+)\/\)/, x / y)
    let e = #/a/b "quote" /#
    let f = ##/a/#b/##
    let g = #/
        several  # comment
        lines ( "
        /#
    let h = s.contains(/"/) ? x : y
    let i = [1.0, 2.0].reduce(1, /)
    let j = x
        / y
        / 2
    let k = (x) / (y) / x
    return x / y
}

let after = 1.0 / 2.0 / 4.0
