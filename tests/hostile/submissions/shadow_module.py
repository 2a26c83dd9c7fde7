# attack: leaves modules that would be loaded by the next program
# expected: WA
import os
import pathlib
import site
import sys

written = 0
for place in {*sys.path, site.getusersitepackages(), os.getcwd(), "/prog", "/usr/lib/python3"}:
    for name in ("sitecustomize.py", "re.py"):
        try:
            path = pathlib.Path(place or ".") / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("print('taken over')\n")
            written += 1
        except OSError:
            pass
print("written", written)
