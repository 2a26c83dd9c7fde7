# attack: closes its streams and goes on
# expected: TLE
import os
import time

for number in range(64):
    try:
        os.close(number)
    except OSError:
        pass
while True:
    time.sleep(1)
