# attack: settings of the interpreter for the next program: paths, start files, user sites
# expected: WA
import os
import sys

os.environ["PYTHONSTARTUP"] = os.environ["PYTHONPATH"] = "/tmp"
os.makedirs("/tmp/evil", exist_ok=True)
for name in ("/tmp/sitecustomize.py", "/tmp/evil.pth", "/box/pyvenv.cfg"):
    with open(name, "w") as file:
        file.write("import os; os._exit(0)\n")
print(sys.flags.isolated, [value for value in os.environ if "JUDGE" in value])
