// The arithmetic of binomial checkpointing: A. Griewank, A. Walther, "Algorithm 799: Revolve", ACM Transactions on
// Mathematical Software 26 (2000) 19-45. With s snapshots, the one of the initial state among them, C(s + r, s) steps can be
// reversed such that none is run more than r times without its tape.

/// The least r with C(snapshots + r, snapshots) >= count, and the numbers of steps that r and r - 1 repetitions reach.
func repetitions(count: Int, snapshots: Int) -> (least: Int, reach: Int, reachOfOneLess: Int) {
    var least = 0
    var (reach, reachOfOneLess) = (1, 0)
    while reach < count {
        least += 1
        reachOfOneLess = reach
        // C(s + r, r) from C(s + r - 1, r - 1); beyond Int it is as good as infinite.
        let (product, overflow) = reach.multipliedReportingOverflow(by: snapshots + least)
        reach = overflow ? .max : product / least
    }
    return (least, reach, reachOfOneLess)
}

/// How many of `count` steps to run before the next state is stored, so that as few steps as possible are run in all.
///
/// Of the splits that are optimal (Griewank and Walther, equation 11) this is the last.
func binomialSplit(count: Int, snapshots: Int) -> Int {
    precondition(count > 1)
    if snapshots == 1 { return count - 1 }
    let (least, _, reachOfOneLess) = repetitions(count: count, snapshots: snapshots)
    // C(s - 1 + r - 1, s - 1) of C(s + r - 1, s).
    let reachOfRest = proportion(reachOfOneLess, snapshots, snapshots + least - 1)
    return min(reachOfOneLess, count - reachOfRest)
}

/// `value * numerator / denominator`, where the quotient is whole and an Int, though the product may be none.
func proportion(_ value: Int, _ numerator: Int, _ denominator: Int) -> Int {
    denominator.dividingFullWidth(value.multipliedFullWidth(by: numerator)).quotient
}
