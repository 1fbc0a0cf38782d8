func größe(θ: Double, 温度: Double, 🐟: Double) -> Double {
    let Δ = θ * 温度
    let α_1 = 🐟 + Δ
    let x = θ × Δ
    let `a name` = 1.0
    let y = `a name` + `default`
    return α_1
}
