import AdgenIR
import Templates

/// What a run is asked to do, apart from the files it reads and writes.
package struct Options: Sendable {
    /// Functions named on the command line; empty for those that the directives or the rules of the language choose.
    package var functions: [String] = []
    /// Parameter names, nil for all that can be differentiated.
    package var wrt: [String]?
    package var products: [ProductChoice]?
    /// Up to which order derivatives go, where directives are not to say so.
    package var order: Int?
    /// Differentiate only functions with a directive, as in a build.
    package var directivesOnly = false
    package var emission = Emission.swift
    /// By input: the module that tests of what is emitted for it import.
    package var modules: [String] = []
    package var simplifies = true
    package var storage = StoragePolicy.minimal
    /// The most bytes that a tape may take; then as little is recomputed as that allows, whatever the policy.
    package var budget: Int?
    /// How many states are kept while a chain of calls is reversed; nil to keep the tapes of all.
    package var snapshots: Int?
    package var checkpoints = CheckpointPolicy.marked
    /// Verify the program after every pass.
    package var verifies = Options.verifiesByDefault

    package var templates = TemplateSet()

    package init() {}

    /// The choices that the emitted text depends on, as its header shows them.
    var header: String {
        var words: [String] = []
        if !functions.isEmpty { words.append("functions " + functions.joined(separator: ", ")) }
        if let wrt { words.append("wrt " + wrt.joined(separator: ", ")) }
        if let products { words.append("products " + products.map(\.rawValue).joined(separator: ", ")) }
        if let order { words.append("order \(order)") }
        if storage != .minimal { words.append("store \(storage.rawValue)") }
        if let budget { words.append("budget \(budget)") }
        if let snapshots { words.append("checkpoint binomial \(snapshots)") }
        switch checkpoints {
        case .none, .marked: break
        case .segments(let count): words.append("checkpoint \(count.map(String.init) ?? "√n") segments")
        }
        if !simplifies { words.append("without simplification") }
        return words.joined(separator: "; ")
    }

    /// Always while adgen itself is built for debugging.
    package static var verifiesByDefault: Bool {
        #if DEBUG
            true
        #else
            false
        #endif
    }
}

/// What is printed.
package enum Emission: Hashable, Sendable {
    case swift
    /// The functions that code generation is given.
    case ir
    /// What is stored for pullbacks, as a table for people or for tools.
    case storage, storageJSON
    /// Tests of what is emitted.
    case tests
    /// What a pass has made of every function.
    case dump(after: Pass)
}

/// The passes in the order in which the pipeline runs them.
package enum Pass: String, CaseIterable, Sendable {
    case lower, inline, sink
    /// Checks of extents move to where the function begins.
    case entry
    case share, linearize, `guard`, transpose, compose, fuse, simplify
    /// Of a pullback: drops the residuals that it does not take.
    case trim
    /// Of a Jacobian: two rows or columns in the lanes of vectors.
    case pair
    /// Of a batch: without choices that differ from point to point, and then a point in each lane.
    case flatten, widen
    /// Of a gradient or a pullback: what of it runs again.
    case checkpoint
    /// Of a pullback: what is kept, and what it computes again.
    case store
    /// Of all that is emitted: elementwise ops on tensors become loops.
    case loops
}
