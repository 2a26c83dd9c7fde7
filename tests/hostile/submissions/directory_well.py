# attack: digs a well of directories and fills the scratch with what is dear to remove
# expected: WA RTE
import os

for name in ("links", "closed"):
    os.mkdir(name)
for i in range(3000):
    try:
        os.symlink("/" * 4000, f"links/{i}")
        os.mkfifo(f"closed/{i}")
    except OSError:
        break
os.chmod("closed", 0)
try:
    for i in range(20000):
        os.mkdir("d" * 200)
        os.chdir("d" * 200)
except OSError as error:
    print(error)
