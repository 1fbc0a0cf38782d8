import AdgenIR
import AdgenTransforms
import Testing

/// What a linear function's results depend on, and in how few directions that is found out.
@Suite struct SparsityTests {
    // MARK: Patterns

    /// Every entry that is not zero at some point is in the pattern, and without arms to be taken there are next to no others.
    @Test func patternsHoldWhatIsNotZero() throws {
        var (found, all) = (0, 0)
        for seed in 0..<300 as Range<UInt64> {
            let function = share(sink(RandomFunction.makeSeveral(seed: seed)))
            let split = linearize(function, wrt: Array(function.parameters.indices))
            var sparsity = Sparsity()
            let pattern = sparsity.pattern(of: split.linear, in: Program())
            let entries = try entriesSeen(split, seed)
            for (row, column) in entries.indices.flatMap({ row in (0..<4).map { (row, $0) } }) where entries[row][column] {
                #expect(pattern.contains(row, column), "row \(row), column \(column) of \(function)")
                if isGeneric(function) { found += 1 }
            }
            if isGeneric(function) { all += pattern.count }
            var reverse = Sparsity()
            #expect(reverse.pattern(of: transpose(split.linear), in: Program()) == pattern.transposed)
            try expectSparseJacobian(split, pattern, seed)
        }
        #expect(Double(found) > 0.98 * Double(all) && all > 150, "\(found) of \(all)")
    }

    /// Without arms, and without a difference or a quotient of a number and itself.
    private func isGeneric(_ function: Function) -> Bool {
        function.instructions.allSatisfy { instruction in
            let operands = function.operands(of: instruction)
            return !instruction.isConditional && !(operands.count == 2 && operands[0] == operands[1])
        }
    }

    /// Which entries are not zero at one of several points.
    private func entriesSeen(_ split: Linearized, _ seed: UInt64) throws -> [[Bool]] {
        var generator = SeededGenerator(seed: seed)
        var seen = split.linear.results.map { _ in [Bool](repeating: false, count: 4) }
        for _ in 0..<12 {
            let jacobian = try jacobian(split, at: (0..<4).map { _ in Double.random(in: -3...3, using: &generator) })
            for row in seen.indices {
                for column in 0..<4 where jacobian[row][column] != 0 { seen[row][column] = true }
            }
        }
        return seen
    }

    private func residuals(_ split: Linearized, at point: [Double]) throws -> [Scalar] {
        let results = try Interpreter.evaluate(split.primal, point.map { .f64($0) }, in: Program())
        return Array(results.suffix(split.linear.residuals.count))
    }

    private func jacobian(_ split: Linearized, at point: [Double]) throws -> [[Double]] {
        let residuals = try residuals(split, at: point)
        let columns = try (0..<4).map { column in
            try Interpreter.evaluate(split.linear, residuals + (0..<4).map { .f64($0 == column ? 1 : 0) }, in: Program()).map(\.double)
        }
        return split.linear.results.indices.map { row in columns.map { $0[row] } }
    }

    /// All ways to compress give the entries.
    private func expectSparseJacobian(_ split: Linearized, _ pattern: SparsityPattern, _ seed: UInt64) throws {
        var generator = SeededGenerator(seed: ~seed)
        let point = (0..<4).map { _ in Double.random(in: -2...2, using: &generator) }
        let known = try jacobian(split, at: point)
        let expected = pattern.entries.map { known[$0.row][$0.column] }
        let ways = [Compression(pattern, isReverse: false), Compression(pattern, isReverse: true), Compression.mixed(pattern)]
        for way in ways.compactMap(\.self) {
            var results: [Double] = []
            for (linear, directions) in [(split.linear, way.forward), (transpose(split.linear), way.reverse)] {
                let entries = columns(of: linear, directions)
                #expect(entries.verify(in: Program()).isEmpty)
                let ones = entries.parameters.dropFirst(entries.residuals.count).map { _ in Scalar.f64(1) }
                results += try Interpreter.evaluate(entries, residuals(split, at: point) + ones, in: Program()).map(\.double)
            }
            for (place, known) in zip(way.places, expected) {
                let entry = results[place]
                #expect((entry - known).magnitude <= 1e-12 * max(1, known.magnitude) || entry == known || !known.isFinite)
            }
        }
    }

    // MARK: Colours

    private func pattern(_ count: Int, _ isEntry: (Int, Int) -> Bool) -> SparsityPattern {
        SparsityPattern(rows: (0..<count).map { row in (0..<count).filter { isEntry(row, $0) } }, columnCount: count)
    }

    private func permuted(_ pattern: SparsityPattern, seed: UInt64) -> SparsityPattern {
        var generator = SeededGenerator(seed: seed)
        let order = (0..<pattern.rowCount).shuffled(using: &generator)
        return self.pattern(pattern.rowCount) { pattern.contains(order[$0], order[$1]) }
    }

    private func count(_ colors: [Int]) -> Int { Set(colors).count }

    @Test(arguments: [1, 2, 3, 5, 8]) func bandsTakeTheirWidth(_ half: Int) {
        let band = pattern(60) { abs($0 - $1) <= half }
        #expect(count(band.columnColors()) == 2 * half + 1)
        let upper = pattern(60) { $0 <= $1 && $1 <= $0 + half }
        #expect(count(upper.columnColors()) == half + 1)
        for seed in 0..<10 as Range<UInt64> {
            #expect(count(permuted(band, seed: seed).columnColors()) == 2 * half + 1)
            #expect(Compression(symmetric: permuted(band, seed: seed), lower: permuted(band, seed: seed)).directionCount <= 2 * half + 1)
        }
    }

    @Test(arguments: [1, 3, 7]) func blocksTakeTheirSize(_ size: Int) {
        let blocks = pattern(42) { $0 / size == $1 / size }
        for seed in 0..<5 as Range<UInt64> {
            let moved = permuted(blocks, seed: seed)
            #expect(count(moved.columnColors()) == size)
            #expect(count(moved.starColors()) == size)
        }
    }

    /// Two colours of columns, and three directions where the first row is full too: the row, the column, the diagonal.
    @Test func starsAndArrows() {
        let star = pattern(50) { $0 == $1 || $1 == 7 }
        #expect(count(star.columnColors()) == 2)
        #expect(count(star.transposed.columnColors()) == 50)
        #expect(Compression(star.transposed, isReverse: true).directionCount == 2)
        for hub in [0, 20, 49] {
            let arrow = pattern(50) { $0 == $1 || $0 == hub || $1 == hub }
            #expect(count(arrow.columnColors()) == 50)
            let mixed = Compression.mixed(arrow)
            #expect(mixed?.directionCount == 3)
            #expect(mixed?.reverse.count == 1)
            // Symmetric: the hub, and all others together.
            #expect(count(arrow.starColors()) == 2)
            let lower = arrow.filtered { arrow.entries[$0].row >= arrow.entries[$0].column }
            #expect(Compression(symmetric: arrow, lower: lower).directionCount == 2)
        }
        #expect(Compression.mixed(pattern(10) { $0 == $1 }) == nil)
    }

    @Test func nothingNeedsNoDirection() {
        let empty = pattern(5) { _, _ in false }
        #expect(Compression(empty, isReverse: false).directionCount == 0)
        #expect(Compression(empty, isReverse: true).directionCount == 0)
        #expect(Compression(symmetric: empty, lower: empty).directionCount == 0)
    }

    /// On random patterns: columns of a colour share no row; every entry of a symmetric one is alone where it is read.
    @Test func entriesAreAlone() {
        for seed in 0..<60 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let density = Double.random(in: 0.02...0.4, using: &generator)
            let random = pattern(24) { _, _ in Double.random(in: 0...1, using: &generator) < density }
            expectAlone(Compression(random, isReverse: false), random)
            expectAlone(Compression(random, isReverse: true), random)
            if let mixed = Compression.mixed(random) { expectAlone(mixed, random) }
            let symmetric = pattern(24) { random.contains(max($0, $1), min($0, $1)) }
            let entries = symmetric.entries
            let lower = symmetric.filtered { entries[$0].row >= entries[$0].column }
            let compression = Compression(symmetric: symmetric, lower: lower)
            expectAlone(compression, symmetric)
            #expect(compression.directionCount <= count(symmetric.columnColors()))
            var reads = Set<[Int]>()
            for direction in compression.forward {
                for result in direction.results {
                    let seeds = direction.seeds.filter { symmetric.contains(result, $0) }
                    for seed in seeds { reads.insert([max(result, seed), min(result, seed)]) }
                }
            }
            #expect(reads == Set(lower.entries.map { [$0.row, $0.column] }))
        }
    }

    private func expectAlone(_ compression: Compression, _ pattern: SparsityPattern) {
        let transposed = pattern.transposed
        for (directions, matrix) in [(compression.forward, pattern), (compression.reverse, transposed)] {
            for direction in directions {
                for result in direction.results {
                    #expect(direction.seeds.count { matrix.contains(result, $0) } == 1, "\(direction)")
                }
            }
        }
        #expect(Set(compression.places).count == compression.places.count)
    }
}
