import AdgenDriver
import AdgenIR

/// What `--help` prints: a lesson before a reference.
let help = """
    adgen \(Adgen.version) writes the derivatives of Swift functions, as Swift.

    Usage: adgen FILE.swift [-o FILE] [options]

      adgen model.swift                          derivatives of every function that has any, on standard output
      adgen model.swift -o model+Derivatives.swift
      adgen model.swift --function loss --wrt w,b --product gradient
      adgen model.swift --check                  compare with central differences at random points
      adgen model.swift --check --at loss:w=1,b=2
      adgen Sources/Model/loss.swift --emit tests -o Tests/ModelTests/loss+DerivativeTests.swift
      adgen - < model.swift                      read standard input

    A comment above a function says what to emit for it, and then only functions with one are differentiated:

      // adgen: gradient(wrt: w, b), pullback
      func loss(w: Double, b: Double, x: Double) -> Double { (w * x + b) * (w * x + b) }

    gives lossValueWithGradient, lossGradient, lossValueWithTape and lossPullback. The products:

      gradient, pullback, differential           of numbers; all take (wrt: a, b), these (as: struct)
      gradient(workspace)                        of vectors and matrices, in memory made once, added to what the caller has
      jacobian, jacobian(forward)                by columns or by rows, whichever is less work, or as told: forward, reverse
      jacobian(scalar)                           the same without SIMD2, which else carries two rows or two columns
      jacobian(sparse), jacobian(sparse, wrt: x) entries that are not always zero, and where they stand
      hessian, hessian(sparse), hvp              second derivatives: all, those of the lower triangle, times a direction
      hessian(diagonal)                          with the gradient, where all other entries are always zero
      derivatives(order: 3)                      all derivatives up to an order
      batch(gradient, wrt: w, shared: b)         at many points at once, in SIMD lanes: arrays of what is not shared; value, jacobian

    Functions may call what is emitted, such as lossGradient, and be differentiated themselves.

    Choosing
    \(lines([.function, .wrt, .product, .order, .directivesOnly]))

    Files
    \(lines([.output, .checkOutput, .context, .templates]))

    Checking
    \(lines([.check, .at, .module, .verify, .noSimplify]))

    Storage
    \(lines([.store, .budget, .checkpoint]))

    Looking inside
    \(lines([.emit, .dumpAfter, .diagnostics, .version, .help]))

    The passes:
      \(Pass.allCases.prefix(12).map(\.rawValue).joined(separator: ", ")),
      \(Pass.allCases.dropFirst(12).map(\.rawValue).joined(separator: ", ")).

    With several inputs each is followed by its output: adgen a.swift -o A.swift b.swift -o B.swift
    Values may also stand behind an equals sign: --wrt=w,b

    Exit codes: 0 done, 1 errors in the input (nothing is written), 2 wrong usage, 70 a bug of adgen's.

    """

private func lines(_ options: [Option]) -> String {
    let width = Option.allCases.map(\.usage.count).max() ?? 0
    return options.map { option in
        "  \(option.usage)\(String(repeating: " ", count: width - option.usage.count + 2))\(explanation(option))"
    }.joined(separator: "\n")
}

private func explanation(_ option: Option) -> String {
    switch option {
    case .output: "write there instead of to standard output, whole or not at all, and only if it differs"
    case .function: "differentiate this function; may be given several times"
    case .wrt: "differentiate with respect to these parameters only"
    case .product: "one of the products above, such as 'jacobian(sparse)'; may be given several times"
    case .order: "all derivatives up to this order, from 1 to \(OrderName.allCases.count): the product derivatives"
    case .emit: "swift (the default), ir, tests, or what tapes hold and why: storage, storage-json"
    case .module: "what '--emit tests' imports; without that the folder below Sources"
    case .dumpAfter: "print the program after a pass instead"
    case .check: "evaluate value and derivatives, and compare them with central differences"
    case .at: "where to check, as in f:a=1,w=[1,2],m=[[1,2],[3,4]]; random points otherwise"
    case .checkOutput: "compare with this file instead of writing; exit 1 if it is out of date"
    case .context: "another file of the module: what it declares is seen, nothing is emitted for it"
    case .directivesOnly: "leave functions without a directive alone; without any the output is a comment"
    case .templates: "fill the templates of this folder instead of the built-in ones"
    case .diagnostics: "how errors are printed on standard error"
    case .store: "what tapes hold: all, what is dear to compute again (the default), or arguments alone"
    case .budget: "recompute as little as tapes of so many bytes allow; an error names the fewest that do"
    case .checkpoint:
        "run parts of bodies again, √n of them by auto; or reverse chains with S states"
    case .noSimplify: "leave out simplification"
    case .verify: "verify the program after every pass"
    case .version: "print the version"
    case .help: "print this"
    }
}
