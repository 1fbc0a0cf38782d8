// Found by mutation: each made adgen trap once.
import Foundation

// adgen: gradient
func memberOfUnknownInParentheses(_ x: Double) -> Double { (xyz).pi }

// adgen: gradient
func unknownInParentheses(_ x: Double) -> Double { ((xyz)) + (abc) }
