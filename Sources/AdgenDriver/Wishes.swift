import AdgenIR
import AdgenLowering
import AdgenSyntax
import AdgenTransforms

// Wishes about storage that cannot be fulfilled, in the words of their users.

/// A value is stored that should have been computed again.
struct UnfulfilledWish: Sendable {
    /// The number of the wish in the program.
    var mark: Int32
    var reason: StoragePlan.Reason
}

extension Driver {
    static func diagnostic(_ wish: UnfulfilledWish, _ marks: MarkTable, _ trees: [SyntaxTree]) -> Diagnostic {
        let (message, advice) =
            switch wish.reason {
            case .callResult: ("a call is not computed again by itself", "write 'checkpoint' to run it again with all that it keeps")
            case .branch: ("what arms of a choice keep is not computed again by itself", "write 'checkpoint' to run the choice again")
            case .mayTrap: ("what may trap runs once", "write 'checkpoint' to run it again, or leave it stored")
            case .argument, .wish, .policy, .cost, .budget, .undecided:
                ("what else is stored then was not found with bounded work", "write 'checkpoint' to run it again, or leave it stored")
            }
        return diagnostic("recompute", "'recompute' cannot hold here: \(message)", advice: advice, marks[wish.mark].position, trees)
    }

    /// Wishes in functions for which nothing is emitted that keeps anything.
    static func idleWishes(in lowered: Lowered) -> [Diagnostic] {
        let marks = lowered.program.marks
        guard marks.count > 0 || !lowered.storage.isEmpty else { return [] }
        func functions(_ products: Product...) -> Set<Int> {
            let targets = lowered.targets.filter { $0.requests.contains { products.isEmpty || products.contains($0.product) } }
            return lowered.program.callees(reachableFrom: targets.map(\.function))
        }
        var keeps = functions(.pullback)
        keeps.formUnion(lowered.outlined)
        let runsBack = functions(.pullback, .gradient)
        let all = functions()
        var found: [Diagnostic] = []
        for number in 1..<Int32(marks.count + 1) {
            let mark = marks[number]
            guard all.contains(mark.function) else { continue }
            let name = lowered.program.functions[mark.function].name
            var problem: Diagnostic?
            switch mark.kind {
            case .wish where !keeps.contains(mark.function):
                problem = diagnostic(
                    "idle-wish", "this has no effect: nothing that is emitted for '\(name)' has a tape",
                    advice: "ask for a pullback, which has one", mark.position, lowered.trees)
            case .checkpoint where !runsBack.contains(mark.function):
                problem = diagnostic(
                    "idle-wish", "this has no effect: nothing that is emitted for '\(name)' runs backwards",
                    advice: "ask for a gradient or a pullback", mark.position, lowered.trees)
            case .wish, .checkpoint: break
            }
            problem?.severity = .warning
            if let problem { found.append(problem) }
        }
        for target in lowered.targets where lowered.storage[target.function] != nil && !keeps.contains(target.function) {
            found.append(
                Diagnostic(
                    .warning, "idle-wish",
                    "the storage policy has no effect: nothing that is emitted for '\(target.signature.name)' has a tape",
                    advice: "ask for a pullback, which has one", file: target.file, at: target.nameRange))
        }
        return found
    }
}

extension Program {
    /// The numbers of these functions and of all that they call, directly or not.
    fileprivate func callees(reachableFrom functions: [Int]) -> Set<Int> {
        var found = Set(functions)
        var pending = functions
        while let function = pending.popLast() {
            for callee in self.functions[function].callees where found.insert(callee).inserted { pending.append(callee) }
        }
        return found
    }
}
