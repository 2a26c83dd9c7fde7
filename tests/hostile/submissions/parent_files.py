# attack: prints the expected answer out of descriptors and files of its parents
# expected: WA RTE
# hides: 56088
import os

for pid in (os.getppid(), 1, "self", "thread-self"):
    for number in range(3, 300):
        for kind in ("fd", "fdinfo", "map_files"):
            try:
                with open(f"/proc/{pid}/{kind}/{number}") as file:
                    print(file.read())
            except (OSError, ValueError):
                pass
for number in range(3, 1100):
    try:
        print(os.pread(number, 100, 0))
    except OSError:
        pass
