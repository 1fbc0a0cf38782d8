import Foundation
@preconcurrency import Glibc
import struct Foundation.Date
@testable import A.B

public let gravity = 9.81, half: Double = 1 / 2
var counter = 0 { didSet { print(counter) } }
private(set) var total: Double { 3 }
let (first, second) = (1.0, 2.0)
let closure = [1, 2, 3].map { $0 * 2 }
    .filter { $0 > 2 }
let continued = 1.0
    + 2.0
    * 3.0

infix operator **: MultiplicationPrecedence
prefix operator √
precedencegroup Strong { higherThan: MultiplicationPrecedence }
func ** (a: Double, b: Double) -> Double { a * b }

func plain() {}
func noLabel(_ x: Double) -> Double { x }
func labels(at x: Double, _ y: Float, for z: Int = max(1, 2), _: Bool) -> Double { x }
func `default`(`in` x: Double) -> Double { x }
func generic<T: Numeric, each U>(x: T, y: repeat each U) async throws -> T where T: Sendable, T: Comparable { x }
func typed(x: Double) throws(Failure) -> Double { x }
func optionals(x: Double?, y: [Double]?, z: Double!) -> Double? { x }
func attributed(_ f: @escaping @Sendable (Double) -> Double, x: inout Double, y: consuming [Double], z: borrowing Model) {}
func variadic(_ x: Double...) -> Double { x[0] }
func arrays(x: [Double], y: InlineArray<3, Double>, z: [3 of Double], w: [String: Double], v: [[Double]]) {}
func tuples(x: (Double, Double), y: (a: Double, b: (Float, Int)), z: (Double)) -> (value: Double, Float) { (1, 2) }
func nested(x: Array<Array<Double>>, y: Swift.Double, z: Outer<Int>.Inner) -> Optional<Array<Double>>? { nil }
func some(x: some Numeric, y: any Equatable, z: Double & Sendable, f: (Double) -> (Double) -> Double) -> some Numeric { x }
@MainActor
@discardableResult public nonisolated(unsafe) func modified() -> Double { 1 }

public final class Network: Base, @unchecked Sendable where Base: Any {
    private var weights: [Double] = [1, 2], bias = 0.0
    lazy var cached: Double = { 3 }()
    init(x: Double) { weights = [x] }
    deinit { print("}") }
    subscript(i: Int) -> Double { get { weights[i] } set { weights[i] = newValue } }
    override class func make() -> Network { fatalError() }
    func forward(x: Double) -> Double { x }
    enum Kind: String {
        case dense, conv(size: Int), pool = "p"
        var isDense: Bool { self == .dense }
        static func parse(_ s: String) -> Kind? { nil }
    }
    func afterNested(x: Double) -> Double { x }
}
extension Network.Kind: CustomStringConvertible {
    var description: String { "k" }
    mutating func change(x: Double) {}
}
extension [Double] {
    func total() -> Double { 0 }
}
protocol Layer: AnyObject {
    associatedtype Input
    var count: Int { get }
    func forward(_ x: Double) -> Double
    static func make() -> Self
    init()
}
actor Worker { func work() async {} }
typealias Pair = (Double, Double)
macro stringify<T>(_ value: T) -> (T, String) = #externalMacro(module: "M", type: "T")
struct Empty {}
func last(x: Double) -> Double { x }
