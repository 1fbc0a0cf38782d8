/// A point.
@frozen public struct Point: Sendable, Equatable {
    public var x, y: Double
    var z: Double = 1, w = 2.0
    static let origin = Point(x: 0, y: 0)
    lazy var length: Double = norm()
    @Clamped(0...1) private(set) var weight: Float
    var norm2: Double { x * x + y * y }
    var explicit: Double { get { x } }
    var scaled: Double {
        @inlinable get { x * 2 }
        nonmutating set { }
    }
    var angle: Double {
        get { atan2(y, x) }
        set(value) { x = cos(value); y = sin(value) }
    }
    var observed = make() { willSet { print(newValue) } }
    var observed2: Double = 1 { @inlinable didSet(old) { print(old) } }
    var failing: Double { get throws { 1 } }
    var changing: Double { mutating get { 1 } }
    var (left, right) = (1.0, 2.0)
    var accessed: Double { _read { yield x } }
    var borrowed: Double { borrowing get { 1 } }
    var conditional: Double { get }
    init(x: Double, y: Double = 0) { self.x = x; self.y = y }
    init?(polar r: Double) { return nil }
    init!<T>(_ value: T) where T: Numeric { return nil }
    init<T: Numeric>(generic value: T) throws { self.init(x: 1) }
    subscript(i: Int) -> Double { x }
    subscript(at i: Int, _ j: Int) -> Double {
        get { y }
        set { y = newValue }
    }
    static subscript(i: Int) -> Double { get async { 1 } }
    mutating func move(by d: Double) { x += d; self.y = Self.unit * d }
    static func + (a: Point, b: Point) -> Point { a }
    struct Nested<T: Numeric>: Layer where T: Sendable {
        typealias Scalar = T
        var value: T
        enum Mode: Int { case fast = 1, slow; static let count = 2 }
    }
    #if DEBUG
    var debugOnly = 1.0
    struct Debug { var a: Double }
    typealias D = Double
    init(debug: Double) {}
    #endif
    class func make() {}
}
extension Point { var last: Double { return x } }
public extension Point.Nested where T == Double { func total() -> Double { value } }
extension Vector<Double> { func first() -> Double { 1 } }
extension [Double] { func total() -> Double { 0 } }
extension Double? { func or() -> Double { 0 } }
extension Outer<Int>.Inner { func odd() -> Double { 0 } }
final class Model<each P>: Base, @unchecked Sendable { var p = 0.0; deinit {} }
indirect enum Tree: ~Copyable { case leaf, node(Int) }
protocol Shape: AnyObject, Drawable { var area: Double { get set }; init(a: Double); subscript(i: Int) -> Double { get } }
protocol Requirements {
    func first<E>(_ e: E) where E: Error
    override var count: Int { get set }
    func second<E>(_ e: E) where E: Error
    @available(*, deprecated) func third() throws
    borrowing func fourth()
}
actor Store { var total: Double }
typealias Pair = (a: Double, b: Double)
private typealias Table<T> = [String: T]
