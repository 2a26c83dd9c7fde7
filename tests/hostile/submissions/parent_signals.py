# attack: kills its parents and everything else, so that no verdict is reached
# expected: WA RTE
import os
import signal

for pid in (os.getppid(), 1, -1):
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        pass
print("nothing")
