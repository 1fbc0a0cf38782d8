func strings(x: Double, y: [String]) -> Double {
    precondition(x > 0, "plain")
    precondition(x > 0, "with \"quotes\", a \\ and \u{1F600}, } ) ] { ( [ // no comment /* nor this")
    precondition(x > 0, #"raw "quoted" \(not interpolated) \n"#)
    precondition(x > 0, ##"raw "# still"##)
    precondition(x > 0, #"""#)
    precondition(x > 0, "")
    let a = "value \(x)"
    let b = "nested \("inner \(x + 1) \(")")") end"
    let c = #"raw \#(x) and \#("in" + #"ner"#)"#
    let d = """
        several lines " "" with quotes
        \(x) and unbalanced ) } ]
        \("(" + """
            deeper \(x)
            """)
        """ + "x" + """
        more
        """
    let e = #"""
        raw \(x) """ \#(x)
        """#
    return x
}
