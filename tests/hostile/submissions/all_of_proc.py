# attack: shows what can be read below /proc
# expected: RTE
# hides: found in
import os
import sys

for top, directories, files in os.walk("/proc"):
    for name in files:
        if name in ("environ", "cmdline", "maps", "status", "cgroup"):
            try:
                with open(os.path.join(top, name), "rb") as file:
                    text = file.read(65536)
                if b"MARK_OF_THE_JUDGE" in text or b"Kd83" in text:
                    sys.stderr.write("found in %s\n" % top)
            except OSError:
                pass
sys.exit(3)
