// adgen: gradient(wrt: centers), hessian(diagonal, wrt: centers), hessian(sparse, wrt: centers), hessian(wrt: centers), hvp(wrt: centers)
/// The squared distances of four points to the nearest of three centres. Each centre's coordinates are on their own: the
/// Hessian is diagonal, and Newton's step is Lloyd's.
package func clusterCost(centers: [3 of [2 of Double]], points: [4 of [2 of Double]]) -> Double {
    nearestDistance(centers, points[0]) + nearestDistance(centers, points[1]) + nearestDistance(centers, points[2])
        + nearestDistance(centers, points[3])
}

/// The squared distance of a point to the nearest of three centres.
func nearestDistance(_ centers: [3 of [2 of Double]], _ point: [2 of Double]) -> Double {
    let first = squaredDistance(centers[0], point)
    let second = squaredDistance(centers[1], point)
    let third = squaredDistance(centers[2], point)
    return min(first, second, third)
}

func squaredDistance(_ a: [2 of Double], _ b: [2 of Double]) -> Double {
    (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])
}
