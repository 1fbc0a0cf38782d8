import Foundation

// How swiftc types literals and binds operators. Each function, called with (2.5, 1.5, 7, true), returns the number behind it,
// as printed by the program that swiftc made of this file.

func trap1(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k = 1 / 2; return Double(k) }  // 0.0
func trap2(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(1 / 2) }  // 0.0
func trap3(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x * (1 / 2) }  // 1.25
func trap4(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k: Double = 1 / 2; return k }  // 0.5
func trap5(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { -2.0.magnitude }  // -2.0
func trap6(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { -x.magnitude }  // -2.5
func trap7(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { 2 - -x }  // 4.5
func trap8(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { 1 / 2 * x }  // 1.25
func trap9(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x / 2 * 3 }  // 3.75
func trap10(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x + 7 / 2 }  // 6.0
func trap11(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(i) + 7 / 2 }  // 10.5
func trap12(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { 7 / 2 + Double(i) }  // 10.5
func trap13(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(i + 7 / 2) }  // 10.0
func trap14(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(i / 2) }  // 3.0
func trap15(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(i) / 2 }  // 3.5
func trap16(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(i / 2 * 3 / 2) }  // 4.0
func trap17(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(7 / 2 * 2) }  // 6.0
func trap18(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double((1) / (2)) }  // 0.0
func trap19(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(1) / 2 }  // 0.5
func trap20(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(7) / 2 / 2 }  // 1.75
func trap21(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k: Double = -0; return k }  // 0.0
func trap22(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k: Double = -(0); return k }  // -0.0
func trap23(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(-0) }  // 0.0
func trap24(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { -0.0 }  // -0.0
func trap25(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x * -0 }  // 0.0
func trap26(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x * -(0) }  // -0.0
func trap27(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { c ? -0 : x }  // 0.0
func trap28(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k = c ? -0 : x; return k }  // 0.0
func trap29(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k = c ? 1 / 2 : 1.5; return k }  // 0.5
func trap30(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k = c ? 1 / 2 : 2; return Double(k) }  // 0.0
func trap31(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { (c ? 1 / 2 : 2) * x }  // 1.25
func trap32(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(c ? 1 / 2 : 2) }  // 0.0
func trap33(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(c ? 1 / 2 : 1.5) }  // 0.5
func trap34(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(c ? 1 : 2) / 4 }  // 0.25
func trap35(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x + (3 > 2 ? 1 / 2 : 1) }  // 3.0
func trap36(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x < 0 ? 0 : 1 }  // 1.0
func trap37(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x == 0 ? 1 : sin(x) / x }  // 0.23938885764158263
func trap38(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k: Double = c ? 1 / 2 : 3; return k }  // 0.5
func trap39(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { c ? .pi : x }  // 3.141592653589793
func trap40(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { 1 / 2 == 0.5 ? x : -x }  // 2.5
func trap41(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { 1 / 2 > 0.25 ? x : -x }  // 2.5
func trap42(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { i > 1 / 2 ? x : -x }  // 2.5
func trap43(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x > 1 / 2 ? x : -x }  // 2.5
func trap44(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let (p, q) = (1 / 2, 1 / 2.0); return Double(p) + q }  // 0.5
func trap45(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let (p, q): (Double, Double) = (1 / 2, 3); return p + q }  // 3.5
func trap46(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { var k = x; k /= 4 / 8; return k }  // 5.0
func trap47(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { var k = x; k += 1 / 2; return k }  // 3.0
func trap48(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { var k = i; k += 1 / 2; return Double(k) }  // 7.0
func trap49(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { var k = x; k *= c ? 1 / 2 : 2; return k }  // 1.25
func trap50(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { max(0, 1) / 2 * x }  // 1.25
func trap51(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(max(1, 2) / 3) }  // 0.0
func trap52(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { max(1 / 2, 0.25) }  // 0.5
func trap53(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { max(c ? 1 : 2, x) / 4 }  // 0.625
func trap54(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { max(1, x, 2) }  // 2.5
func trap55(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { max(1 / 2, 0.2, 0.3, 0.4) }  // 0.5
func trap56(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { min(1, 2) / 3 * x }  // 0.8333333333333333
func trap57(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { min(i, 9) / 2 == 3 ? x : 0 }  // 2.5
func trap58(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k = abs(1 / 2); return Double(k) }  // 0.0
func trap59(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { abs(7 / 2 - x) }  // 1.0
func trap60(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { abs(-1) / 2 * x }  // 1.25
func trap61(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(abs(-3) / 2) }  // 1.0
func trap62(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k = max(1, 2) / 4; return Double(k) }  // 0.0
func trap63(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { sqrt(2) }  // 1.4142135623730951
func trap64(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { sqrt(1 / 2) }  // 0.7071067811865476
func trap65(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x * sqrt(1 / 2) }  // 1.7677669529663689
func trap66(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { floor(7 / 2) }  // 3.0
func trap67(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { round(5 / 2) }  // 3.0
func trap68(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { trunc(7 / 2) * x }  // 7.5
func trap69(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { ceil(1 / 2) }  // 1.0
func trap70(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { remainder(7, 2) }  // -1.0
func trap71(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(sqrt(2)) }  // 1.4142135623730951
func trap72(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(floor(7 / 2)) }  // 3.0
func trap73(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(Int(floor(7 / 2))) }  // 3.0
func trap74(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(f * sqrt(2)) }  // 2.1213202476501465
func trap75(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k: Float = sqrt(2) * 2; return Double(k) }  // 2.8284270763397217
func trap76(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { pow(x, 1 / 2) }  // 1.5811388300841898
func trap77(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { pow(x, 2) + pow(2, x) }  // 11.90685424949238
func trap78(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x * pow(2, 1 / 2) }  // 3.5355339059327378
func trap79(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { pow(2, 0.5) * x }  // 3.5355339059327378
func trap80(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { pow(2.0, 3) * x }  // 20.0
func trap81(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { exp(-1 / 2 * x) }  // 0.2865047968601901
func trap82(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { exp(1 / 2) * x }  // 4.121803176750321
func trap83(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { fma(1 / 2, x, 1 / 4) }  // 1.5
func trap84(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x.addingProduct(1 / 2, 1 / 4) }  // 2.625
func trap85(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { 7.5.truncatingRemainder(dividingBy: 1 / 2 + 1) }  // 0.0
func trap86(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x.truncatingRemainder(dividingBy: 3 / 2) }  // 1.0
func trap87(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { copysign(1, -x) / 2 }  // -0.5
func trap88(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double.maximum(1, 2) / 4 }  // 0.5
func trap89(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(signOf: -x, magnitudeOf: 1 / 2) }  // -0.5
func trap90(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { fabs(-1) / 2 }  // 0.5
func trap91(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { 2.0.squareRoot() * 2 }  // 2.8284271247461903
func trap92(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x * 1.5.rounded() }  // 5.0
func trap93(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x.rounded(.down) + x.rounded(FloatingPointRoundingRule.up) }  // 5.0
func trap94(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { 2 * .pi * x }  // 15.707963267948966
func trap95(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { .pi * x }  // 7.853981633974483
func trap96(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { max(x, .zero) }  // 2.5
func trap97(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { .pi == x ? 1 : 2 }  // 2.0
func trap98(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x * Double.pi / 2 }  // 3.9269908169872414
func trap99(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(Int(7 / 2)) }  // 3.0
func trap100(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(Int(7.0 / 2)) }  // 3.0
func trap101(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(Int(1.9)) }  // 1.0
func trap102(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(Int(-1.9)) }  // -1.0
func trap103(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(Float(1.0 + 5.9604644775390625e-08 + 1e-12)) }  // 1.0000001192092896
func trap104(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k: Float = 0.1; return Double(k) }  // 0.10000000149011612
func trap105(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(f + 0.1) }  // 1.600000023841858
func trap106(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(0.1 * f * 3) }  // 0.45000001788139343
func trap107(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(Float(1) / 3) }  // 0.3333333432674408
func trap108(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(Float(x) * 1 / 3) }  // 0.8333333134651184
func trap109(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(Float(1.0 / 3)) }  // 0.3333333432674408
func trap110(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(Float(16_777_217)) }  // 16777216.0
func trap111(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(16_777_217 * f) }  // 25165824.0
func trap112(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(9_007_199_254_740_993) }  // 9007199254740992.0
func trap113(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(0x10) + 0x1.8p1 + 0b101 + 0o17 }  // 39.0
func trap114(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { 1e3 + 2.5E-3 * 1_000.000_5 }  // 1002.50000125
func trap115(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { 1e-3 / 2 }  // 0.0005
func trap116(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { -1 / 2 * x }  // -1.25
func trap117(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k = -7 / 2; return Double(k) }  // -3.0
func trap118(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k = -7 % 4; return Double(k) }  // -3.0
func trap119(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(7 % 4) }  // 3.0
func trap120(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { Double(-i / 2) }  // -3.0
func trap121(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { -(1 / 2) * x }  // -1.25
func trap122(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { let k = +1 / 2; return Double(k) }  // 0.0
func trap123(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { +x - +1 / 2 }  // 2.0
func trap124(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { -x * -2 }  // 5.0
func trap125(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x - 2 - 1 / 4 }  // 0.25
func trap126(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x / 2 / 2 }  // 0.625
func trap127(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { 2 / x / 2 }  // 0.4
func trap128(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x - (2 - 1 / 4) }  // 0.75
func trap129(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x * 2 + 1 / 4 * x }  // 5.625
func trap130(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { 1 - x < 0 && x > 1 || c && x < 0 ? 1 : 2 }  // 1.0
func trap131(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { !c || x > 2 ? 1 / 4 : 3 }  // 0.25
func trap132(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { c == (x > 2) ? 1 / 4 : 3 }  // 0.25
func trap133(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { c ? x < 1 ? 1 : 2 : 3 }  // 2.0
func trap134(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { x < 1 ? 1 : x < 3 ? 2 : 3 }  // 2.0
func trap135(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { M_PI / 2 }  // 1.5707963267948966
func trap136(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { 123456789012345678901234567890 }  // 1.2345678901234568e+29
func trap137(_ x: Double, _ f: Float, _ i: Int, _ c: Bool) -> Double { 0.1 + 0.2 }  // 0.30000000000000004
