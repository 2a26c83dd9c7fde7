# attack: leaves a grandchild that prints the answer of the next test into this one's pipe
# expected: WA RTE TLE
import os
import sys
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        while True:
            time.sleep(0.01)
            os.write(1, b"nothing\n")
    os._exit(0)
print("nothing")
