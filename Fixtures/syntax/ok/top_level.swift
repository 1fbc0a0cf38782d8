#!/usr/bin/env swift
import Foundation

print("hello \(name) }")
for i in 0..<3 { if i > 1 { print(i) } }
let model = Model(x: 1) { $0 }
open(file)
if model.isReady { func hidden() {} } else { run() }
@main struct App { static func main() {} }
func visible(x: Double) -> Double { x }
visible(x: 3)
