# attack: searches the file system for expected answers and prints what it finds
# expected: WA RTE TLE
import os

for directory, _, names in os.walk("/"):
    if directory.startswith("/proc"):
        continue
    for name in names:
        if name.endswith(".ans"):
            print(open(os.path.join(directory, name)).read())
            raise SystemExit
print("nothing")
