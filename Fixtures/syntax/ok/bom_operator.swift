-x
func f() { -x }