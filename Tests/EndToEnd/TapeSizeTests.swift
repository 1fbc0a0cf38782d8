import FixturePrograms
import Foundation
import Support
import Testing

/// What the head of an emitted file says of the bytes stored is the size of the struct.
@Suite struct TapeSizeTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var program: String
        var function: String
        var size: Int
        var testDescription: String { function }
    }

    static let rows = [
        Row(program: "black_scholes", function: "callPrice", size: MemoryLayout<CallPriceTape>.size),
        Row(program: "bundle_adjustment", function: "residualX", size: MemoryLayout<ResidualXTape>.size),
        Row(program: "checkpoints", function: "glideRange", size: MemoryLayout<GlideRangeTape>.size),
        Row(program: "conditions", function: "chosen", size: MemoryLayout<ChosenTape>.size),
        Row(program: "every_function", function: "extrema", size: MemoryLayout<ExtremaTape>.size),
        Row(program: "every_function", function: "everyFunction", size: MemoryLayout<EveryFunctionTape>.size),
        Row(program: "float_program", function: "logisticLoss", size: MemoryLayout<LogisticLossTape>.size),
        Row(program: "heat_rod", function: "Rod.step", size: MemoryLayout<Rod.StepTape>.size),
        Row(program: "helpers", function: "composed", size: MemoryLayout<ComposedTape>.size),
        Row(program: "integrator_step", function: "Pendulum.step", size: MemoryLayout<Pendulum.StepTape>.size),
        Row(program: "lennard_jones", function: "lennardJones", size: MemoryLayout<LennardJonesTape>.size),
        Row(program: "mixed_parameters", function: "payment", size: MemoryLayout<PaymentTape>.size),
        Row(program: "opaque", function: "blend", size: MemoryLayout<BlendTape>.size),
        Row(
            program: "pendulum_chain", function: "tiedPendulumAcceleration", size: MemoryLayout<TiedPendulumAccelerationTape>.size),
        Row(program: "pricing_outlined", function: "outlinedSpreadPrice", size: MemoryLayout<OutlinedSpreadPriceTape>.size),
        Row(program: "pricing_outlined", function: "outlinedLadderPrice", size: MemoryLayout<OutlinedLadderPriceTape>.size),
        Row(program: "solver", function: "orbitRadius", size: MemoryLayout<OrbitRadiusTape>.size),
        Row(program: "straight_line_1000", function: "straightLine1000", size: MemoryLayout<StraightLine1000Tape>.size),
        Row(program: "ternaries", function: "huber", size: MemoryLayout<HuberTape>.size),
    ]

    @Test(arguments: rows) func headTellsTheSize(_ row: Row) throws {
        let text = try repositoryText("Fixtures/programs/\(row.program)+Derivatives.swift")
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("// \(row.function): ") && $0.contains("; pullback: ") })
        #expect(line.contains(", \(row.size) bytes stored, "), "\(line) but \(row.size)")
    }
}
