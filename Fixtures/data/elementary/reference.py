"""Writes the reference tables of the elementary functions beside this file: python3 reference.py (mpmath from PyPI).

NAME.double.txt and NAME.float.txt hold a line per point: the bit patterns of the argument (of both arguments for pow) and of
the correctly rounded result in hexadecimal, and how far the exact result lies above the rounded one, in 256ths of an ulp.
Points: special values, ends of the domain, seams of the implementation, multiples of π/2, and a seeded sample of the range.
"""

import pathlib
import random
import struct

import mpmath as mp

mp.mp.prec = 1400  # The largest doubles are reduced by π/2 exactly enough.
INF, NAN = float("inf"), float("nan")


class Format:
    def __init__(self, name, size, integer, floating, precision, lowest, highest):
        self.name, self.digits, self.integer, self.floating = name, size * 2, integer, floating
        self.precision, self.lowest, self.highest = precision, lowest, highest  # bits, exponents of the ulp and of overflow

    def bits(self, value):
        return struct.unpack(self.integer, struct.pack(self.floating, value))[0]

    def value(self, bits):
        return struct.unpack(self.floating, struct.pack(self.integer, bits))[0]

    def nearest(self, value):
        """A Python float as the nearest number of this format; infinite beyond its range."""
        try:
            return struct.unpack(self.floating, struct.pack(self.floating, value))[0]
        except OverflowError:
            return INF if value > 0 else -INF

    def neighbours(self, value, distance=2):
        bits = self.bits(self.nearest(value))
        return [self.value(bits + step) for step in range(-distance, distance + 1) if bits + step >= 0]

    def rounded(self, exact):
        """The nearest number of this format and 256ths of an ulp from it to the exact value."""
        if mp.isnan(exact):
            return NAN, 0
        if exact == 0 or mp.isinf(exact):
            return float(exact), 0
        exponent = max(int(mp.floor(mp.log(abs(exact), 2))) - self.precision + 1, self.lowest)
        if exponent > self.highest - self.precision:
            return (INF if exact > 0 else -INF), 0
        scaled = mp.ldexp(exact, -exponent)
        count = int(mp.nint(scaled))
        if abs(count) >= 2 ** (self.highest - exponent):
            return (INF if count > 0 else -INF), 0
        value = float(mp.ldexp(count, exponent))
        if count == 0 and exact < 0:
            value = -0.0
        return value, int(mp.nint((scaled - count) * 256))


DOUBLE = Format("double", 8, "<Q", "<d", 53, -1074, 1024)
FLOAT = Format("float", 4, "<I", "<f", 24, -149, 128)


def log(x):
    return -mp.inf if x == 0 else mp.nan if x < 0 else mp.log(x)


def exp(x):
    return mp.exp(x) if abs(x) < 1e5 else (mp.inf if x > 0 else mp.mpf(0))


def expm1(x):
    return mp.expm1(x) if abs(x) < 1e5 else (mp.inf if x > 0 else mp.mpf(-1))


def log1p(x):
    return -mp.inf if x == -1 else mp.nan if x < -1 else mp.inf if mp.isinf(x) else mp.log1p(x)


def cbrt(x):
    return x if mp.isinf(x) else mp.sign(x) * mp.cbrt(abs(x))


def sigmoid(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return x if x > 1e5 else mp.log1p(exp(x))


def angle(function):
    return lambda x: mp.nan if mp.isinf(x) else function(x)


def sqrt(x):
    return mp.nan if x < 0 else mp.sqrt(x)


FUNCTIONS = {
    "exp": (exp, (-760, 720)), "expm1": (expm1, (-60, 720)), "log": (log, (0.25, 4)), "log1p": (log1p, (-1, 3)),
    "sin": (angle(mp.sin), (-30, 30)), "cos": (angle(mp.cos), (-30, 30)), "tan": (angle(mp.tan), (-30, 30)),
    "tanh": (lambda x: mp.sign(x) if abs(x) > 1e4 else mp.tanh(x), (-22, 22)), "sigmoid": (sigmoid, (-750, 40)),
    "softplus": (softplus, (-750, 40)), "erf": (lambda x: mp.sign(x) if abs(x) > 100 else mp.erf(x), (-6.5, 6.5)),
    "cbrt": (cbrt, (-10, 10)), "sqrt": (sqrt, (0, 10)),
}
ODD = {"expm1", "log1p", "sin", "tan", "tanh", "erf", "cbrt", "sqrt"}  # f(±0) = ±0
SEAMS = [0.55, 1, 2, 3, 4, 6, 9, 18.7, 19.1, 22, 25, 36, 37, 40, 50, 60, 0.5, 0.7071067811865476, 1.4142135623730951, 103.97, 104,
         88.72284, 87.33655, 709.782712893384, 709.79, 710, 708.3964185322641, 745.1332191019411, 745.1332191019412, 745.2, 746, 747,
         720, 1000, 1e6, 1638400, 1e9, 1e15, 1e16, 1e22, 1e38, 5e-324, 1e-320, 2.2e-308, 1.2e-38, 1e-45, 1e-20, 1e-17, 1e-9, 1e-8]


def points(name, format, count):
    random.seed(f"{name} {format.name}")
    result = [0.0, -0.0, INF, -INF, NAN, 1.0, -1.0]
    for seam in SEAMS:
        near = format.neighbours(seam, 1)
        result += near + [-x for x in near]
    biggest = format.value(format.bits(INF) - 1)
    result += [biggest, -biggest]
    for n in list(range(-20, 21)) + [random.randint(-1074, 1023) for _ in range(30)]:
        result += format.neighbours(float(mp.ldexp(1, n)), 1)
    if name in ("exp", "expm1", "sigmoid", "softplus"):
        for n in [1, 2, 3, 5, 51, 107, 127, 128, 149, 300, 1021, 1022, 1023, 1074] + [random.randint(1, 1000) for _ in range(20)]:
            for sign in (-1, 1):
                result += [sign * x for x in format.neighbours(float((n - mp.mpf(1) / 2) * mp.log(2)), 1)]
    if name in ("sin", "cos", "tan"):
        for n in list(range(1, 25)) + [random.randint(1, 10**6) for _ in range(150)] + [random.randint(1, 10**15) for _ in range(25)]:
            near = format.neighbours(float(n * mp.pi / 2), 0) + format.neighbours(float(n * mp.pi / 4), 1)
            result += near + [-near[0]]
        # The doubles and floats nearest to a multiple of π/2 (Muller, Elementary Functions, table 11.1) and others close.
        result += [6381956970095103.0 * 2.0**797, 5319372648326541.0 * 2.0**-41, 16367173.0 * 2.0**72, 871224.0, 1647.0993]
    low, high = FUNCTIONS[name][1]
    while len(result) < count:
        kind = random.random()
        if kind < 0.35:
            result.append(random.uniform(low, high))
        elif kind < 0.6:
            result.append(random.uniform(-2, 2))
        elif kind < 0.8:
            result.append(random.choice((-1, 1)) * 2.0 ** random.uniform(-40, 12))
        else:
            result.append(format.value(random.getrandbits(format.digits * 4)))
    seen, unique = set(), []
    for x in result:
        x = format.nearest(x)
        if format.bits(x) not in seen:
            seen.add(format.bits(x))
            unique.append(x)
    return unique


def special(name, x):
    if x != x:
        return NAN
    if x == 0 and name in ODD:
        return x
    return None


def line(format, arguments, value, rest):
    numbers = [f"{format.bits(x):0{format.digits}x}" for x in list(arguments) + [value]]
    return " ".join(numbers + [str(rest)]) + "\n"


def write(name, format, lines):
    path = pathlib.Path(__file__).parent / f"{name}.{format.name}.txt"
    path.write_text("".join(lines))


def power(x, y):
    """x^y for x > 0, y finite."""
    mp.mp.prec = 200
    value = mp.power(mp.mpf(x), mp.mpf(y)) if abs(mp.mpf(y) * mp.log(x, 2)) < 5000 else (
        mp.inf if (y > 0) == (x > 1) else mp.mpf(0))
    mp.mp.prec = 1400
    return value


def power_lines(format, count):
    random.seed(f"pow {format.name}")
    top = 1020 if format is DOUBLE else 126
    pairs = []
    for x in format.neighbours(1.0, 3) + [0.5, 2.0, 10.0, 3.0]:
        pairs += [(x, y) for y in (0.0, -0.0, 1.0, -1.0, 2.0, 0.5, 3.0, 1e-300, 1e3, -1e3, 1e18, -1e18, 1e300, -1e300)]
    pairs = [(format.nearest(x), format.nearest(y)) for x, y in pairs]
    pairs = [(x, y) for x, y in pairs if abs(y) < INF]
    while len(pairs) < count:
        kind = random.random()
        if kind < 0.3:
            x, y = 2.0 ** random.uniform(-top, top), random.uniform(-1, 1)
        elif kind < 0.5:
            x, y = random.uniform(0.01, 100), random.uniform(-20, 20)
        elif kind < 0.9:
            x = 2.0 ** random.uniform(-8, 8) if kind < 0.7 else 1 + random.uniform(-1, 1) * 2.0 ** random.uniform(-30, -2)
            y = random.uniform(-1.06, 1.06) * top / float(mp.log(x, 2))
        else:
            x, y = abs(format.value(random.getrandbits(format.digits * 4))), random.uniform(-1.5, 1.5)
        x, y = format.nearest(x), format.nearest(y)
        if 0 < x < INF and abs(y) < INF:
            pairs.append((x, y))
    return [line(format, pair, *format.rounded(power(*pair))) for pair in pairs]


if __name__ == "__main__":
    for format, count in ((DOUBLE, 1600), (FLOAT, 1200)):
        for name, (function, _) in FUNCTIONS.items():
            lines = []
            for x in points(name, format, count):
                value = special(name, x)
                value, rest = (value, 0) if value is not None else format.rounded(function(mp.mpf(x)))
                lines.append(line(format, [x], value, rest))
            write(name, format, lines)
        write("pow", format, power_lines(format, count))
