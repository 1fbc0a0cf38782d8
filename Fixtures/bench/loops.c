// What the runtime's loops over vectors are measured against: `adgen-bench runtime` compiles this with clang -O3 -ffast-math, and
// -march=native where it is itself built for this machine.

double dot(long count, const double *restrict x, const double *restrict y) {
    double sum = 0;
    for (long i = 0; i < count; i++) sum += x[i] * y[i];
    return sum;
}

double sum(long count, const double *restrict x) {
    double sum = 0;
    for (long i = 0; i < count; i++) sum += x[i];
    return sum;
}

void add_scaled(long count, double factor, const double *restrict x, double *restrict y) {
    for (long i = 0; i < count; i++) y[i] += factor * x[i];
}
