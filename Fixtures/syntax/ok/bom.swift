// adgen: gradient
func bom(x: Double) -> Double {
	let a = x
	return a }