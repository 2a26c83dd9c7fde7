# attack: forks for ever in an interpreter
# expected: TLE RTE
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
