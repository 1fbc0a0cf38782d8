extension Array where Element == Double {
    var count: Int { 3 }
    subscript(index: Int) -> Double { 1 }
}

// adgen: gradient
func members(_ a: [Double]) -> Double { Double(a.count) + a[0] }
