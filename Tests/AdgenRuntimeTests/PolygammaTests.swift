import AdgenRuntime
import Support
import Testing

/// Against values of mpmath at 60 digits, and against what the function must satisfy.
@Suite struct PolygammaTests {
    struct Row: Sendable {
        var order: Int
        var x: Double
        var value: Double
    }

    @Test(arguments: table) func valuesAreThoseOfMpmath(_ row: Row) {
        let value = polygamma(row.order, row.x)
        // Near a zero of the function the absolute error counts, in the size of the terms that cancel.
        let size = max(abs(row.value), row.order == 0 ? 1 : 0)
        #expect(abs(value - row.value) <= 1e-14 * size, "\(row): \(value)")
    }

    @Test(arguments: 0...8) func recurrenceHolds(_ order: Int) {
        var factorial = 1.0
        for factor in 0..<order { factorial *= Double(factor + 1) }
        for x in [0.3, 2.7, 9.9, 25, -0.4, -3.3] {
            var power = 1.0
            for _ in 0...order { power *= x }
            let step = (order.isMultiple(of: 2) ? 1 : -1) * factorial / power
            let (here, next) = (polygamma(order, x), polygamma(order, x + 1))
            #expect(abs(next - here - step) <= 1e-13 * max(abs(here), abs(next), abs(step)), "order \(order) at \(x)")
        }
    }

    @Test func polesAndEnds() {
        #expect(polygamma(0, 0) == -.infinity)
        #expect(polygamma(0, -0.0) == .infinity)
        #expect(polygamma(1, 0) == .infinity)
        #expect(polygamma(1, -0.0) == .infinity)
        #expect(polygamma(2, 0) == -.infinity)
        #expect(polygamma(0, -3).isNaN)
        #expect(polygamma(1, -3) == .infinity)
        #expect(polygamma(2, -3).isNaN)
        #expect(polygamma(1, -1e18) == .infinity)
        #expect(polygamma(0, .infinity) == .infinity)
        #expect(polygamma(1, .infinity) == 0)
        #expect(polygamma(2, .infinity) == 0)
        #expect(polygamma(0, -.infinity).isNaN)
        #expect(polygamma(3, .nan).isNaN)
        #expect(polygamma(171, 2).isNaN)
        #expect(polygamma(170, 2).isFinite)
    }

    static let table: [Row] = [
        Row(order: 0, x: 0.1, value: -10.423754940411076),
        Row(order: 0, x: 0.5, value: -1.9635100260214235),
        Row(order: 0, x: 1, value: -0.5772156649015329),
        Row(order: 0, x: 1.4616321449683622, value: -9.241265521729427e-17),
        Row(order: 0, x: 1.5, value: 0.03648997397857652),
        Row(order: 0, x: 2, value: 0.42278433509846713),
        Row(order: 0, x: 3.25, value: 1.016990911068179),
        Row(order: 0, x: 7.7, value: 1.9748820949131018),
        Row(order: 0, x: 10, value: 2.251752589066721),
        Row(order: 0, x: 12.5, value: 2.4851956512749123),
        Row(order: 0, x: 33.3, value: 3.490467238520243),
        Row(order: 0, x: 1000.0, value: 6.907255195648812),
        Row(order: 0, x: 10000000000.0, value: 23.025850929890456),
        Row(order: 0, x: 1e-05, value: -100000.57719921567),
        Row(order: 0, x: 1e-150, value: -1e+150),
        Row(order: 0, x: -0.5, value: 0.03648997397857652),
        Row(order: 0, x: -0.1, value: 9.245073050052948),
        Row(order: 0, x: -1.3, value: 2.8825405488661673),
        Row(order: 0, x: -2.75, value: -1.959055264977997),
        Row(order: 0, x: -7.5, value: 2.08009081757942),
        Row(order: 0, x: -20.01, value: 102.98811073540145),
        Row(order: 0, x: -100.4, value: 5.634899350648233),
        Row(order: 0, x: 1e+300, value: 690.7755278982137),
        Row(order: 1, x: 0.1, value: 101.43329915079275),
        Row(order: 1, x: 0.5, value: 4.934802200544679),
        Row(order: 1, x: 1, value: 1.6449340668482264),
        Row(order: 1, x: 1.4616321449683622, value: 0.9676722454476212),
        Row(order: 1, x: 1.5, value: 0.9348022005446793),
        Row(order: 1, x: 2, value: 0.6449340668482264),
        Row(order: 1, x: 3.25, value: 0.3597982903095799),
        Row(order: 1, x: 7.7, value: 0.13866710857111123),
        Row(order: 1, x: 10, value: 0.10516633568168575),
        Row(order: 1, x: 12.5, value: 0.08328522460157838),
        Row(order: 1, x: 33.3, value: 0.030485444095338887),
        Row(order: 1, x: 1000.0, value: 0.0010005001666666333),
        Row(order: 1, x: 10000000000.0, value: 1.00000000005e-10),
        Row(order: 1, x: 1e-05, value: 10000000001.644909),
        Row(order: 1, x: 1e-150, value: 1e+300),
        Row(order: 1, x: -0.5, value: 8.934802200544679),
        Row(order: 1, x: -0.1, value: 101.92253995947719),
        Row(order: 1, x: -1.3, value: 14.53687624413708),
        Row(order: 1, x: -2.75, value: 19.433868949488463),
        Row(order: 1, x: -7.5, value: 9.744766282170433),
        Row(order: 1, x: -20.01, value: 10003.241770572959),
        Row(order: 1, x: -100.4, value: 10.901655539777249),
        Row(order: 2, x: 0.1, value: -2001.8614573783436),
        Row(order: 2, x: 0.5, value: -16.82879664423432),
        Row(order: 2, x: 1, value: -2.4041138063191885),
        Row(order: 2, x: 1.4616321449683622, value: -0.8855263379671844),
        Row(order: 2, x: 1.5, value: -0.82879664423432),
        Row(order: 2, x: 2, value: -0.4041138063191886),
        Row(order: 2, x: 3.25, value: -0.12815694713911513),
        Row(order: 2, x: 7.7, value: -0.01919812143532196),
        Row(order: 2, x: 10, value: -0.011049834970802067),
        Row(order: 2, x: 12.5, value: -0.006932436585788241),
        Row(order: 2, x: 33.3, value: -0.0009292903678115173),
        Row(order: 2, x: 1000.0, value: -1.0010004999998333e-06),
        Row(order: 2, x: 10000000000.0, value: -1.0000000001e-20),
        Row(order: 2, x: 1e-05, value: -2000000000000002.0),
        Row(order: 2, x: -0.5, value: -0.82879664423432),
        Row(order: 2, x: -0.1, value: 1996.798202956205),
        Row(order: 2, x: -1.3, value: 68.54941347116214),
        Row(order: 2, x: -2.75, value: -124.11765305971518),
        Row(order: 2, x: -7.5, value: -0.015564511795903924),
        Row(order: 2, x: -20.01, value: 1999999.8677037666),
        Row(order: 2, x: -100.4, value: 22.276198864833493),
        Row(order: 3, x: 0.1, value: 60004.51287679026),
        Row(order: 3, x: 0.5, value: 97.40909103400244),
        Row(order: 3, x: 1, value: 6.493939402266829),
        Row(order: 3, x: 1.4616321449683622, value: 1.5509985657339065),
        Row(order: 3, x: 1.5, value: 1.4090910340024372),
        Row(order: 3, x: 2, value: 0.49393940226682914),
        Row(order: 3, x: 3.25, value: 0.09043335532465574),
        Row(order: 3, x: 7.7, value: 0.00530753436804149),
        Row(order: 3, x: 10, value: 0.0023199013042898686),
        Row(order: 3, x: 12.5, value: 0.0011534128049134052),
        Row(order: 3, x: 33.3, value: 5.6650890622924356e-05),
        Row(order: 3, x: 1000.0, value: 2.003001999999e-09),
        Row(order: 3, x: 10000000000.0, value: 2.0000000003e-30),
        Row(order: 3, x: 1e-05, value: 5.999999999999999e+20),
        Row(order: 3, x: -0.5, value: 193.40909103400244),
        Row(order: 3, x: -0.1, value: 60009.739014093764),
        Row(order: 3, x: -1.3, value: 768.7206571990426),
        Row(order: 3, x: -2.75, value: 1558.4897512832936),
        Row(order: 3, x: -7.5, value: 194.8143059276446),
        Row(order: 3, x: -20.01, value: 600000012.9994844),
        Row(order: 3, x: -100.4, value: 283.60229813241926),
        Row(order: 4, x: 0.1, value: -2400015.6072031953),
        Row(order: 4, x: 0.5, value: -771.4742498266672),
        Row(order: 4, x: 1, value: -24.88626612344088),
        Row(order: 4, x: 1.4616321449683622, value: -3.934624930617758),
        Row(order: 4, x: 1.5, value: -3.4742498266672253),
        Row(order: 4, x: 2, value: -0.8862661234408782),
        Row(order: 4, x: 3.25, value: -0.09487191995375083),
        Row(order: 4, x: 7.7, value: -0.002197581665824204),
        Row(order: 4, x: 10, value: -0.0007299311682352867),
        Row(order: 4, x: 12.5, value: -0.00028769142258538706),
        Row(order: 4, x: 33.3, value: -5.179880352627937e-06),
        Row(order: 4, x: 1000.0, value: -6.0120099999930004e-12),
        Row(order: 4, x: 10000000000.0, value: -6.0000000012e-40),
        Row(order: 4, x: 1e-05, value: -2.399999999999999e+26),
        Row(order: 4, x: -0.5, value: -3.4742498266672253),
        Row(order: 4, x: -0.1, value: 2399958.2275538268),
        Row(order: 4, x: -1.3, value: 9738.298854017741),
        Row(order: 4, x: -2.75, value: -24481.624740671534),
        Row(order: 4, x: -7.5, value: -0.0014461249646771969),
        Row(order: 4, x: -20.01, value: 239999999997.36908),
        Row(order: 4, x: -100.4, value: 2037.398541500664),
        Row(order: 7, x: 0.1, value: 504000002365.19116),
        Row(order: 7, x: 0.5, value: 1290440.218185598),
        Row(order: 7, x: 1, value: 5060.54987523764),
        Row(order: 7, x: 1.4616321449683622, value: 245.97361234728137),
        Row(order: 7, x: 1.5, value: 200.21818559806496),
        Row(order: 7, x: 2, value: 20.54987523763947),
        Row(order: 7, x: 3.25, value: 0.4642352924265567),
        Row(order: 7, x: 7.7, value: 0.0006870291280425226),
        Row(order: 7, x: 10, value: 0.00010051111598689363),
        Row(order: 7, x: 12.5, value: 1.977407971032112e-05),
        Row(order: 7, x: 33.3, value: 1.759036878718347e-08),
        Row(order: 7, x: 1000.0, value: 7.2252335999496e-19),
        Row(order: 7, x: 10000000000.0, value: 7.20000000252e-68),
        Row(order: 7, x: 1e-05, value: 5.039999999999997e+43),
        Row(order: 7, x: -0.5, value: 2580680.218185598),
        Row(order: 7, x: -0.1, value: 504000011739.0062),
        Row(order: 7, x: -1.3, value: 76905677.48471008),
        Row(order: 7, x: -2.75, value: 330352695.7011441),
        Row(order: 7, x: -7.5, value: 2580880.436039903),
        Row(order: 7, x: -20.01, value: 5.039999999993698e+19),
        Row(order: 7, x: -100.4, value: 7990964.664582971),
        Row(order: 12, x: 0.1, value: -4.790016000000135e+21),
        Row(order: 12, x: 0.5, value: -3923983571677.6094),
        Row(order: 12, x: 1, value: -479060379.8898314),
        Row(order: 12, x: 1.4616321449683622, value: -3450983.498319961),
        Row(order: 12, x: 1.5, value: -2464477.6094268286),
        Row(order: 12, x: 2, value: -58779.88983145243),
        Row(order: 12, x: 3.25, value: -109.61275521521783),
        Row(order: 12, x: 7.7, value: -0.0018256457617113083),
        Row(order: 12, x: 10, value: -6.888529381558792e-05),
        Row(order: 12, x: 12.5, value: -4.283042739793335e-06),
        Row(order: 12, x: 33.3, value: -2.5588960756801375e-11),
        Row(order: 12, x: 1000.0, value: -4.01568197165838e-29),
        Row(order: 12, x: 10000000000.0, value: -3.991680002395008e-113),
        Row(order: 12, x: 1e-05, value: -4.7900159999999946e+73),
        Row(order: 12, x: -0.5, value: -2464477.6094268286),
        Row(order: 12, x: -0.1, value: 4.790015999998112e+21),
        Row(order: 12, x: -1.3, value: 3004370635071801.5),
        Row(order: 12, x: -2.75, value: -3.2145233093874136e+16),
        Row(order: 12, x: -7.5, value: -0.0005269595690374833),
        Row(order: 12, x: -20.01, value: 4.790015999990266e+34),
        Row(order: 12, x: -100.4, value: 71010055016647.64),
    ]
}
