"""generate.py FAMILY SIZE SEED: prints the size and as many numbers."""
import random
import sys

family, size, seed = sys.argv[1], int(sys.argv[2]), sys.argv[3]
if family != "random":
    sys.exit(f"no family {family}")
rng = random.Random(f"{family} {size} {seed}")
print(size)
print(*(rng.randrange(10 ** 6) for _ in range(size)))
