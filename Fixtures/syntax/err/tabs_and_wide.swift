func f(x: Double, 温度: Double) -> Double {
	let a =	x -x
	let b = 温度 + 温度 -x
    let c = "👩‍👩‍👧 é" -x
    return x -x}
