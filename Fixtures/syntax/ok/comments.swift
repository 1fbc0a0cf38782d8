/* block /* nested { */ still */
func comments(/* { */ x: Double // {
) -> Double { // }
    let a = x /* + 1 */ + /* } */ 2 // + 3
    let b = x//+1
    let c = x /*half*/* 2
    let d = x/*
        a comment with a new line separates statements */
    -x
    /// doc
    //
    /**/
    return a /***/ + b
}
