// The Jacobian of `observation` (Fixtures/programs/batches.swift), written by hand: what its two rows share is computed once.
// `adgen-bench batch` compiles it with clang++ -O3 -march=native, if there is one, and measures it beside what adgen emits.

#include <cmath>

// Leaves of the arguments in order: rotation, center, focal length, principal point, distortion, point, weight, feature; results: the
// value, then the Jacobian row by row without the feature. Each is an array over the points.
extern "C" void observations(long count, const double *const *in, double *const *out) {
    for (long i = 0; i < count; i++) {
        const double r[3] = {in[0][i], in[1][i], in[2][i]};
        const double p[3] = {in[11][i] - in[3][i], in[12][i] - in[4][i], in[13][i] - in[5][i]};
        const double f = in[6][i], k0 = in[9][i], k1 = in[10][i], w = in[14][i];
        const double t2 = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
        const double dot = r[0] * p[0] + r[1] * p[1] + r[2] * p[2];
        // cos t, sin t / t, (1 - cos t) / t², and their derivatives by t².
        double c = 1, s = 1, k = 0, dc = 0, ds = 0, dk = 0;
        if (t2 != 0) {
            const double t = std::sqrt(t2), perT2 = 1 / t2;
            c = std::cos(t);
            s = std::sin(t) / t;
            k = (1 - c) * perT2;
            dc = -0.5 * s;
            ds = 0.5 * (c - s) * perT2;
            dk = (0.5 * s - k) * perT2;
        }
        const double cross[3] = {r[1] * p[2] - r[2] * p[1], r[2] * p[0] - r[0] * p[2], r[0] * p[1] - r[1] * p[0]};
        const double along = dot * k;
        double q[3], v[3];
        for (int j = 0; j < 3; j++) {
            q[j] = p[j] * c + cross[j] * s + r[j] * along;
            v[j] = 2 * (p[j] * dc + cross[j] * ds + r[j] * (dot * dk));
        }
        const double inverse = 1 / q[2];
        const double e[2] = {q[0] * inverse, q[1] * inverse};
        const double square = e[0] * e[0] + e[1] * e[1];
        const double distortion = 1 + k0 * square + k1 * square * square;
        const double slope = 2 * (k0 + 2 * k1 * square);
        const double wf = w * f;
        for (int row = 0; row < 2; row++) {
            double *const *entry = out + 2 + 15 * row;
            const double unweighted = f * distortion * e[row] + in[7 + row][i] - in[15 + row][i];
            out[row][i] = w * unweighted;
            // The row by q.
            const double common = wf * slope * e[row] * inverse;
            double a[3] = {common * e[0], common * e[1], 0};
            a[row] += wf * distortion * inverse;
            a[2] = -(a[0] * e[0] + a[1] * e[1]);
            const double av = a[0] * v[0] + a[1] * v[1] + a[2] * v[2];
            const double ar = k * (a[0] * r[0] + a[1] * r[1] + a[2] * r[2]);
            const double pa[3] = {p[1] * a[2] - p[2] * a[1], p[2] * a[0] - p[0] * a[2], p[0] * a[1] - p[1] * a[0]};
            const double ra[3] = {r[1] * a[2] - r[2] * a[1], r[2] * a[0] - r[0] * a[2], r[0] * a[1] - r[1] * a[0]};
            for (int j = 0; j < 3; j++) {
                entry[j][i] = r[j] * av + s * pa[j] + along * a[j] + ar * p[j];
                const double byPoint = c * a[j] - s * ra[j] + ar * r[j];
                entry[3 + j][i] = -byPoint;
                entry[11 + j][i] = byPoint;
            }
            entry[6][i] = w * distortion * e[row];
            entry[7][i] = row == 0 ? w : 0;
            entry[8][i] = row == 1 ? w : 0;
            entry[9][i] = wf * e[row] * square;
            entry[10][i] = wf * e[row] * square * square;
            entry[14][i] = unweighted;
        }
    }
}
