"""Gradients emitted by adgen side by side with jax.jit, on one processor.

    python3 -m venv venv && venv/bin/pip install jax numpy
    swift build -c release --product adgen-bench -Xswiftc -target-cpu -Xswiftc native --traits FusedMultiplyAdd
    taskset -c 0 venv/bin/python Fixtures/bench/jax_gradients.py .build/release/adgen-bench

Both compute value and gradient in double precision from the same numbers. adgen-bench runs as a child that is asked for one time after
the other, so that rounds of the two take turns; times are medians over the rounds, and the processor's, since others may be at work. jax's
leave out compilation and wait for the result.
The values must agree. No test and no CI runs this.
"""

import os
import statistics
import subprocess
import sys
import time

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
os.environ["JAX_PLATFORMS"] = "cpu"

import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402
import numpy as np  # noqa: E402

jax.config.update("jax_enable_x64", True)


# The numbers of Sources/AdgenBench/TensorSubjects.swift.
def numbers(*shape, seed):
    index = np.arange(np.prod(shape), dtype=np.int64)
    return (((index * 7919 + seed * 104729) % 10007) / 10007 - 0.5).reshape(shape)


def log_sum_exp(count):
    return jax.scipy.special.logsumexp, [numbers(count, seed=1)], ()


def logistic_regression(samples):
    features, weights = numbers(samples, 100, seed=1), numbers(100, seed=2)
    labels = (np.arange(samples) % 3 % 2).astype(np.float64)

    def loss(weights, bias, features, labels):
        scores = features @ weights + bias
        return jnp.mean(jax.nn.softplus(scores) - labels * scores) + 0.005 * jnp.dot(weights, weights)

    return loss, [weights, 0.1], (features, labels)


def perceptron(batch):
    index = np.arange(batch * 10)
    labels = (index % 10 == index // 10 * 7 % 10).astype(np.float64).reshape(batch, 10)

    def loss(w1, b1, w2, b2, images, labels):
        scores = jax.nn.relu(images @ w1 + b1) @ w2 + b2
        return jnp.mean(jax.scipy.special.logsumexp(scores, axis=1) - jnp.sum(labels * scores, axis=1))

    weights = [numbers(64, 64, seed=1), numbers(64, seed=2), numbers(64, 10, seed=3), numbers(10, seed=4)]
    return loss, weights, (numbers(batch, 64, seed=5), labels)


class Ours:
    """A child that measures what adgen emitted."""

    def __init__(self, program):
        self.child = subprocess.Popen([program, "gradient-times"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def measure(self, name, size):
        """Seconds of one call, the value and a sum of first elements of the gradient."""
        self.child.stdin.write(f"{name} {size}\n")
        self.child.stdin.flush()
        nanoseconds, value, total = map(float, self.child.stdout.readline().split())
        return nanoseconds * 1e-9, value, total


def first_elements(gradient):
    return sum(float(np.ravel(part)[0]) for part in gradient)


def compare(ours, name, make, size, rounds=15):
    loss, variables, constants = make(size)
    wrt = tuple(range(len(variables)))
    arguments = [jnp.asarray(x) for x in [*variables, *constants]]
    function = jax.jit(jax.value_and_grad(loss, argnums=wrt))
    value, gradient = jax.block_until_ready(function(*arguments))
    _, our_value, our_total = ours.measure(name, size)
    total = first_elements(gradient)
    assert abs(our_value - value) <= 1e-10 * max(1, abs(value)), f"{name} {size}: {our_value} is not {value}"
    assert abs(our_total - total) <= 1e-10, f"{name} {size}: {our_total} is not {total}"

    def run(count):
        start = time.process_time()
        for _ in range(count):
            jax.block_until_ready(function(*arguments))
        return (time.process_time() - start) / count

    count = max(1, int(0.002 / run(3)))
    our_times, their_times = [], []
    for _ in range(rounds):
        our_times.append(ours.measure(name, size)[0])
        their_times.append(run(count))
    our_time, their_time = statistics.median(our_times), statistics.median(their_times)
    print(f"{name + f' {size}':<28}{our_time * 1e6:12.2f}{their_time * 1e6:12.2f}{our_time / their_time:8.2f}", flush=True)


def main():
    ours = Ours(sys.argv[1] if len(sys.argv) > 1 else ".build/release/adgen-bench")
    if len(os.sched_getaffinity(0)) > 1:
        sys.exit("run this on one processor: taskset -c 0 python3 …")
    print(f"jax {jax.__version__}, double precision, microseconds a call")
    print(f"{'gradient':<28}{'adgen':>12}{'jax.jit':>12}{'ratio':>8}")
    for size in [16, 64, 256, 1_024, 4_096, 16_384, 65_536, 80_000, 262_144, 1_048_576]:
        compare(ours, "log-sum-exp", log_sum_exp, size)
    compare(ours, "logistic regression", logistic_regression, 1_000)
    for batch in [32, 1]:
        compare(ours, "perceptron", perceptron, batch)


main()
