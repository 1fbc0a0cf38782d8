import AdgenIR

/// Merges instructions that compute the same from the same operands (common subexpressions), and leaves out dead ones. What one
/// arm of a conditional computes is not seen by the other, and nothing is hoisted.
package func share(_ function: Function) -> Function {
    Rebuild(function, uses: function.useCounts(), isSharing: true).run(Rebuild.copyAll)
}
