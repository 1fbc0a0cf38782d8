import AdgenRuntime
import Foundation

/// The runtime's kernels next to libm, to NumPy's BLAS and to loops in C.
func showKernelGoals() throws {
    var table = GoalTable("goals of kernels, \(instructionSet)")
    addElementaryFunctions(to: &table)
    addProducts(to: &table)
    try addLoops(to: &table)
    table.show()
}

#if FusedMultiplyAdd
    private let instructionSet = "with fused multiply-add"
    private let isFused = true
#else
    private let instructionSet = "for the platform's least processor"
    private let isFused = false
#endif

private func addElementaryFunctions(to table: inout GoalTable) {
    for function in [ElementaryFunction.exp, .log, .tanh, .sin] {
        let x = Vector(arguments(of: function))
        let libm = function.libm.doubles
        var (y, z) = (x * 0, x * 0)
        let from = UnsafeBufferPointer(start: x.unsafeBaseAddress, count: x.count)
        let to = UnsafeMutableBufferPointer(start: y.unsafeMutableBaseAddress, count: x.count)
        let toOther = UnsafeMutableBufferPointer(start: z.unsafeMutableBaseAddress, count: x.count)
        table.add(
            "\(function.rawValue) of 4,096", { evaluate(function, from, into: to) }, nextTo: "libm, one by one",
            { for index in from.indices { toOther[index] = libm(from[index]) } }, .atLeast(isFused ? 3 : 1))
        precondition(norm(y - z, .infinity) <= 1e-10, "\(function) differs from libm's")
    }
}

// MARK: Products

private func addProducts(to table: inout GoalTable) {
    guard isFused else { return }
    let multiply = numpyProduct()
    for (size, bound) in [(64, 1), (512, 0.9)] {
        let a = Matrix<Double>(rows: size, columns: size, elements: (0..<size * size).map { Double($0 % 101) / 101 - 0.5 })
        let product = MatrixProduct(a.unsafeBaseAddress, a.unsafeBaseAddress, rows: size, columns: size, inner: size)
        var (result, other, scratch) = (a, a, Vector<Double>.zeros(product.scratchCount))
        let (to, toOther, base) = (result.unsafeMutableBaseAddress, other.unsafeMutableBaseAddress, scratch.unsafeMutableBaseAddress)
        let byNumPy = multiply.map { multiply in { multiply(size, a.unsafeBaseAddress, a.unsafeBaseAddress, toOther) } }
        table.add(
            "product of \(size)×\(size)", { product.multiply(into: to, scratch: base) }, nextTo: "NumPy's OpenBLAS, 1 thread", byNumPy,
            .atLeast(bound))
        precondition(byNumPy == nil || norm(result - other, .infinity) <= 1e-10, "the two products differ")
        withExtendedLifetime((a, scratch)) {}
    }
}

private typealias SquareProduct = (Int, UnsafePointer<Double>, UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void

/// C's interface to BLAS with 64-bit integers.
private typealias GeneralProduct =
    @convention(c) (
        Int32, Int32, Int32, Int, Int, Int, Double, UnsafePointer<Double>, Int, UnsafePointer<Double>, Int, Double,
        UnsafeMutablePointer<Double>, Int
    ) -> Void

/// The product of square matrices by the BLAS that comes with NumPy, if python3 has it.
private func numpyProduct() -> SquareProduct? {
    let script = "import glob, os, numpy; print(glob.glob(os.path.dirname(numpy.__file__) + '.libs/*openblas*')[0])"
    setenv("OPENBLAS_NUM_THREADS", "1", 1)
    guard let python = Command.find("python3"), let result = try? Command.run(python, ["-c", script]), result.status == 0,
        let library = dlopen(result.output.trimmingCharacters(in: .newlines), RTLD_NOW),
        let symbol = dlsym(library, "scipy_cblas_dgemm64_")
    else { return nil }
    let multiply = unsafeBitCast(symbol, to: GeneralProduct.self)
    let (rowMajor, plain) = (Int32(101), Int32(111))
    return { size, a, b, result in
        multiply(rowMajor, plain, plain, size, size, size, 1, a, size, b, size, 0, result, size)
    }
}

// MARK: Loops

private typealias Dot = @convention(c) (Int, UnsafePointer<Double>, UnsafePointer<Double>) -> Double
private typealias Sum = @convention(c) (Int, UnsafePointer<Double>) -> Double
private typealias AddScaled = @convention(c) (Int, Double, UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void

private func addLoops(to table: inout GoalTable) throws {
    try Command.withTemporaryFolder { folder in
        let library = try compiledLoops(in: folder)
        let dotInC = library.map { unsafeBitCast(dlsym($0, "dot"), to: Dot.self) }
        let sumInC = library.map { unsafeBitCast(dlsym($0, "sum"), to: Sum.self) }
        let addScaledInC = library.map { unsafeBitCast(dlsym($0, "add_scaled"), to: AddScaled.self) }
        for count in [4_096, 4_194_304] {
            let x = Vector<Double>(count: count) { for index in 0..<count { $0[index] = Double(index % 101) / 101 } }
            let y = x * 2
            var z = y
            let (xBase, yBase, zBase) = (x.unsafeBaseAddress, y.unsafeBaseAddress, z.unsafeMutableBaseAddress)
            table.add(
                "dot of \(count)", { sink += dot(x, y) }, nextTo: "C", dotInC.map { dot in { sink += dot(count, xBase, yBase) } },
                .atMost(1.1))
            table.add(
                "sum of \(count)", { sink += x.sum() }, nextTo: "C", sumInC.map { sum in { sink += sum(count, xBase) } }, .atMost(1.1))
            table.add(
                "y += a·x of \(count)", { addScaled(1e-9, x, to: &z) }, nextTo: "C",
                addScaledInC.map { addScaled in { addScaled(count, 1e-9, xBase, zBase) } }, .atMost(1.1))
            withExtendedLifetime(z) {}
        }
    }
}

/// Fixtures/bench/loops.c for the instructions this program is built for, nil without clang.
private func compiledLoops(in folder: URL) throws -> UnsafeMutableRawPointer? {
    guard let compiler = Command.find("clang") else { return nil }
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Fixtures/bench/loops.c")
    let library = folder.appendingPathComponent("loops.so").path
    let options = ["-O3", "-ffast-math", "-shared", "-fPIC"] + (isFused ? ["-march=native"] : [])
    let result = try Command.run(compiler, options + [source.path, "-o", library])
    guard result.status == 0 else { fatalError("loops.c does not compile: \(result.errors.prefix(300))") }
    return dlopen(library, RTLD_NOW)
}
