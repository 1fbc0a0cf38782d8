"""Fits the polynomials of Sources/AdgenRuntime/Elementary*.swift: python3 fit.py (mpmath from PyPI).

Weighted minimax polynomials by Remez's exchange, in 60 digits; the coefficients are then rounded to doubles.
Printed: the largest weighted error of the rounded polynomial as a power of two, and the coefficients from degree 0 on.
"""

import mpmath as mp

mp.mp.dps = 60


def remez(f, weight, low, high, degree, rounds=12):
    """The polynomial p of a degree that minimizes max weight(x)·|p(x) − f(x)| on an interval."""
    low, high = mp.mpf(low), mp.mpf(high)
    count = degree + 2
    points = [(low + high) / 2 - (high - low) / 2 * mp.cos(mp.pi * (i + mp.mpf(1) / 2) / count) for i in range(count)]
    grid = [(low + high) / 2 - (high - low) / 2 * mp.cos(mp.pi * i / 1200) for i in range(1201)]
    values = [(x, f(x), weight(x)) for x in grid]
    for _ in range(rounds):
        matrix, right = mp.matrix(count, count), mp.matrix(count, 1)
        for row, x in enumerate(points):
            for power in range(degree + 1):
                matrix[row, power] = x**power
            matrix[row, degree + 1] = (-1) ** row / weight(x)
            right[row] = f(x)
        solution = mp.lu_solve(matrix, right)
        coefficients = list(solution)[: degree + 1]
        errors = [(mp.polyval(coefficients[::-1], x) - y) * w for x, y, w in values]
        # One extremum for every run of errors of one sign.
        extrema = []
        for index, error in enumerate(errors):
            if extrema and (errors[extrema[-1]] > 0) == (error > 0):
                if abs(error) > abs(errors[extrema[-1]]):
                    extrema[-1] = index
            else:
                extrema.append(index)
        while len(extrema) > count:
            extrema.pop(0 if abs(errors[extrema[0]]) < abs(errors[extrema[-1]]) else -1)
        if len(extrema) < count:
            break
        points = [grid[index] for index in extrema]
    return coefficients


def show(name, f, weight, low, high, degree):
    rounded = [float(c) for c in remez(f, weight, low, high, degree)]
    points = [mp.mpf(low) + (mp.mpf(high) - low) * i / 997 for i in range(998)]
    worst = max(abs((mp.polyval([mp.mpf(c) for c in rounded[::-1]], x) - f(x)) * weight(x)) for x in points)
    print(f"{name}: on [{mp.nstr(mp.mpf(low), 6)}, {mp.nstr(mp.mpf(high), 6)}], error 2^{mp.nstr(mp.log(worst, 2), 4)}")
    for coefficient in rounded:
        print(f"    {coefficient!r},")


def series(f, x, terms):
    """f(x), or near 0, where it is a quotient of small numbers, its Taylor series."""
    return f(x) if abs(x) > mp.mpf(10) ** -6 else mp.fsum(c * x**k for k, c in enumerate(terms))


half = mp.log(2) / 2 * mp.mpf("1.0001")
exponential = lambda r: series(lambda r: (mp.expm1(r) - r) / r**2, r, [1 / mp.factorial(k + 2) for k in range(9)])
logarithm = lambda z: series(
    lambda z: (2 * mp.atanh(mp.sqrt(z)) / mp.sqrt(z) - 2) / z, z, [mp.mpf(2) / (2 * k + 3) for k in range(9)])
sine = lambda z: series(
    lambda z: (mp.sin(mp.sqrt(z)) / mp.sqrt(z) - 1) / z, z, [(-1) ** (k + 1) / mp.factorial(2 * k + 3) for k in range(9)])
cosine = lambda z: series(
    lambda z: (mp.cos(mp.sqrt(z)) - 1 + z / 2) / z**2, z, [(-1) ** k / mp.factorial(2 * k + 4) for k in range(9)])
error = lambda z: series(
    lambda z: mp.erf(mp.sqrt(z)) / mp.sqrt(z) - 1, z,
    [2 / mp.sqrt(mp.pi) * (-1) ** k / (mp.factorial(k) * (2 * k + 1)) - (1 if k == 0 else 0) for k in range(9)])
hyperbolic = lambda z: series(
    lambda z: (mp.tanh(mp.sqrt(z)) / mp.sqrt(z) - 1) / z, z,
    [c for c in [mp.mpf(-1) / 3, mp.mpf(2) / 15, mp.mpf(-17) / 315, mp.mpf(62) / 2835]])
power = lambda z: series(
    lambda z: 3 * (mp.atanh(mp.sqrt(z)) / mp.sqrt(z) - 1 - z / 3) / z**2, z, [mp.mpf(3) / (2 * k + 5) for k in range(9)])
s2 = ((mp.sqrt(2) - 1) / (mp.sqrt(2) + 1)) ** 2 * mp.mpf("1.0001")
quarter = (mp.pi / 4) ** 2 * mp.mpf("1.0001")


def scaled(t):
    """erfc(x)·exp(x²) as a function of t = (x − 3)/(x + 3)."""
    x = 3 * (1 + t) / (1 - t)
    return mp.erfc(x) * mp.exp(x * x)


if __name__ == "__main__":
    # (exp(r) − 1 − r)/r², error relative to r.
    show("exponential", exponential, lambda r: abs(r) + mp.mpf(10) ** -9, -half, half, 9)
    show("exponential, single", exponential, lambda r: abs(r) + mp.mpf(10) ** -9, -half, half, 4)
    # (log((1 + s)/(1 − s))/s − 2)/s² as a function of s², error relative to the logarithm.
    show("logarithm", logarithm, lambda z: (z + mp.mpf(10) ** -9) / 2, 0, s2, 6)
    show("logarithm, single", logarithm, lambda z: (z + mp.mpf(10) ** -9) / 2, 0, s2, 2)
    # (sin(r)/r − 1)/r² and (cos(r) − 1 + r²/2)/r⁴ as functions of r².
    show("sine", sine, lambda z: z + mp.mpf(10) ** -9, 0, quarter, 5)
    show("cosine", cosine, lambda z: z * z + mp.mpf(10) ** -9, 0, quarter, 5)
    show("sine, single", sine, lambda z: z + mp.mpf(10) ** -9, 0, quarter, 2)
    show("cosine, single", cosine, lambda z: z * z + mp.mpf(10) ** -9, 0, quarter, 2)
    # erf(x)/x − 1 as a function of x².
    show("error function", error, lambda z: mp.mpf(1), 0, 1, 11)
    show("error function, single", error, lambda z: mp.mpf(1), 0, 1, 6)
    # erfc(x)·exp(x²) for 1 <= x <= 6 as a function of t = (x − 3)/(x + 3).
    show("scaled complementary error function", scaled, lambda t: 1 / scaled(t), mp.mpf(-0.5), mp.mpf(1) / 3, 15)
    show("scaled complementary error function, single", scaled, lambda t: 1 / scaled(t), mp.mpf(-0.5), mp.mpf(1) / 3, 7)
    # (tanh(x)/x − 1)/x² as a function of x².
    show("hyperbolic tangent", hyperbolic, lambda z: z + mp.mpf(10) ** -9, 0, mp.mpf("0.55") ** 2, 9)
    show("hyperbolic tangent, single", hyperbolic, lambda z: z + mp.mpf(10) ** -9, 0, mp.mpf("0.55") ** 2, 4)
    # (log((1 + s)/(1 − s))/(2s) − 1 − s²/3)·3/s⁴ as a function of s², for pow.
    show("logarithm for powers", power, lambda z: (z * z + mp.mpf(10) ** -12) / 3, 0, s2, 7)
    # The cube root of the mantissa.
    show("cube root", lambda m: mp.cbrt(m), lambda m: 1 / mp.cbrt(m), 1, 2, 5)
