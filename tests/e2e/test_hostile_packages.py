#!/usr/bin/env python3
"""Submissions of several files and packages whose author is the attacker: what they name, link and
leave. Single files are in tests/hostile/submissions."""
import signal
import socket
import stat
import threading

from harness import *

PACKAGE = package_2025()
RIGHT = source("right.py", DOUBLE)
WRONG = source("wrong.py", "print(1)\n")
STEERING = ["\x1b", "\x07", "\x7f", "\u009b", "\u0085", "\u202e", "\u2066"]
HOSTILE_NAME = "a\x1b[45m\x07\u009b2J\u202e\x7f"


def no_steering(result):
    for character in STEERING:
        if character.encode() in result.out_bytes + result.err_bytes:
            fail(f"{character!r} is printed by {result}: {result.out[:300]!r}")


def program(files, name="program"):
    return write_tree(directory(name), files)


# ---- What a submission of several files names and links -----------------------------------------


@test
def links_out_of_a_submission_are_refused():
    answer = PACKAGE / "data/secret/1-small.ans"
    reads = "import os\nprint(open(os.path.dirname(__file__) + '/leak.py').read().split()[0])\n"
    for target in (answer, "/etc/passwd", "../../../../../../../etc/passwd", PACKAGE / "data"):
        hostile = program({"main.py": reads})
        (hostile / "leak.py").symlink_to(target)
        refused(assay("submit", PACKAGE, hostile), BAD_INPUT, "leak.py", "symbolic link")
    hostile = program({"main.py": reads, "deep/er/a.py": ""})
    (hostile / "deep/er/leak.py").symlink_to(answer)
    refused(assay("submit", PACKAGE, hostile), BAD_INPUT, "leak.py")


@test
def links_within_a_submission_work():
    honest = program({"main.py": "import other\nprint(other.twice(int(input())))\n",
                      "library/other.py": "def twice(n):\n    return 2 * n\n"})
    (honest / "other.py").symlink_to("library/other.py")
    (honest / "nowhere.py").symlink_to("missing.py")
    verdict_is(PACKAGE, honest, "AC")


@test
def a_circle_of_links_ends():
    hostile = program({"main.py": DOUBLE, "a/x.py": "", "b/y.py": ""})
    (hostile / "a/circle").symlink_to("../b")
    (hostile / "b/circle").symlink_to("../a")
    refused(assay("submit", PACKAGE, hostile), BAD_INPUT, "too deeply")


@test
def fifos_and_devices_among_the_sources_are_passed_over():
    hostile = program({"main.py": DOUBLE})
    os.mkfifo(hostile / "fifo.py")
    if os.getuid() == 0:
        os.mknod(hostile / "zero.py", stat.S_IFCHR | 0o666, os.makedev(1, 5))
    verdict_is(PACKAGE, hostile, "AC")


@test
def names_that_collide_are_refused():
    hostile = program({"main.py": DOUBLE, "a b/x.py": "", "a_b": "not a directory"})
    refused(assay("submit", PACKAGE, hostile), BAD_INPUT, "a file and a directory")
    hostile = program({"main.py": DOUBLE, "a b.py": "", "a_b.py": ""})
    refused(assay("submit", PACKAGE, hostile), BAD_INPUT, "a_b.py")


@test
def too_many_files_and_too_long_names_are_refused():
    many = program({f"{i}.py": "" for i in range(1500)})
    refused(assay("submit", PACKAGE, many), BAD_INPUT, "files")
    long = program({"d" * 200 + f"/{'e' * 150}{i:03}.c": "" for i in range(600)})
    refused(assay("submit", PACKAGE, long), BAD_INPUT, "names")
    deep = program({"/".join(["d" * 200] * 8) + "/a.py": DOUBLE})
    refused(assay("submit", PACKAGE, deep), BAD_INPUT, "too long")
    ending = program({"n" * 255: DOUBLE}) / ("n" * 255)
    refused(assay("submit", PACKAGE, ending, "--language", "python3"), BAD_INPUT, "too long")


@test
def names_are_no_options_and_no_commands():
    names = ["@options.c", "--help.c", "a\nb.c", "$(reboot).c", "a;b|c.c", "'\".c",
             "\x1b]0;x\x07.c", "-include.h", "program", "meta", "lock", "specs", "..c.c", "a.c\\"]
    files = {name: f"int unused_{i};\n" for i, name in enumerate(names)}
    files["main.c"] = ('#include <stdio.h>\nint main(void) { int n; scanf("%d", &n); '
                       'printf("%d\\n", 2 * n); }\n')
    hostile = program(files)
    with open(os.fsencode(hostile) + b"/bytes\xff\x9b.c", "w") as file:
        file.write("int unused_bytes;\n")
    verdict_is(PACKAGE, hostile, "AC")
    no_steering(assay("submit", PACKAGE, hostile))


@test
def files_for_the_tools_change_nothing():
    python = program({"main.py": DOUBLE, "sitecustomize.py": "print('taken over')\n",
                      "usercustomize.py": "print('taken over')\n", "evil.pth": "import os\n",
                      "pyvenv.cfg": "home = /tmp\n",
                      "__pycache__/main.cpython-311.pyc": b"taken over"})
    verdict_is(PACKAGE, python, "AC")
    go = program({"main.go": 'package main\nimport "fmt"\nfunc main() {\n\tvar n int\n'
                             "\tfmt.Scan(&n)\n\tfmt.Println(2 * n)\n}\n",
                  "go.mod": "module evil\ntoolchain go9.99\n", "go.work": "use /etc\n",
                  "go.env": "GOFLAGS=-toolexec=/bin/false\n", "vendor/modules.txt": "evil\n",
                  "evil.s": '#include "/etc/passwd"\n'})
    if shutil.which("go"):
        verdict_is(PACKAGE, go, "AC")
    script = ("const lines = require('fs').readFileSync(0, 'utf8').split('\\n');\n"
              "console.log(2 * Number(lines[0]));\n")
    node = program({"main.js": script, "package.json": '{"main": "/etc/passwd", "imports": {}}',
                    ".npmrc": "node-options=--require=/evil.js\n", "fs.js": "throw 1\n"})
    if shutil.which("node"):
        verdict_is(PACKAGE, node, "AC")
    typescript = program({
        "main.ts": "declare const require: any;\n" + script,
        "tsconfig.json": '{"extends": "/etc/passwd", '
                         '"compilerOptions": {"paths": {"fs": ["/etc/shadow"]}}}',
        "package.json": '{"main": "../../../etc/shadow", "browser": {"fs": "/etc/shadow"}}'})
    if shutil.which("esbuild") and shutil.which("node"):
        trial = judge(PACKAGE, typescript)
        true(trial["verdict"] in ("AC", "CE"), f"{trial['verdict']}: {trial['compile']}")
        lacks(json_module.dumps(trial), "root:/root", "root:*", "root:!")


# ---- What is kept ------------------------------------------------------------------------------


@test
def a_program_cannot_change_what_the_cache_keeps():
    text = ("#include <fcntl.h>\n#include <stdio.h>\n#include <sys/stat.h>\n#include <unistd.h>\n"
            "int main(void) {\n"
            '    int n, changed = chmod("/prog/program", 0777) == 0;\n'
            '    changed += open("/prog/program", O_WRONLY) >= 0;\n'
            '    changed += unlink("/prog/program") == 0;\n'
            '    changed += link("/prog/program", "/box/program") == 0;\n'
            '    changed += rename("/prog/program", "/prog/other") == 0;\n'
            '    changed += open("/prog/lock", O_CREAT | O_WRONLY, 0600) >= 0;\n'
            '    scanf("%d", &n);\n    printf("%d\\n", changed ? -1 : 2 * n);\n}\n')
    file = source("a.c", text)
    verdict_is(PACKAGE, file, "AC")
    again = verdict_is(PACKAGE, file, "AC")
    equal(again["compile"]["cached"], True)


@test
def judges_that_compile_the_same_at_once_agree():
    file = source("a.c", '#include <stdio.h>\nint main(void) { int n; scanf("%d", &n); '
                         'printf("%d\\n", n + n); }\n')
    cache = directory("cache")
    verdicts = []

    def one():
        verdicts.append(judge(PACKAGE, file, env=environment(XDG_CACHE_HOME=cache))["verdict"])

    threads = [threading.Thread(target=one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    equal(verdicts, ["AC"] * 4)
    equal(len(list((cache / "assay/compiled").iterdir())), 1, "entries of the cache")


# ---- What a package names ----------------------------------------------------------------------


@test
def no_name_of_a_package_steers_the_terminal():
    title = json_module.dumps(HOSTILE_NAME)
    files = {"problem.yaml": f"problem_format_version: 2025-09\nname:\n  en: {title}\n"
                             "uuid: 8d0c2c39-6f1c-4a5b-9d3c-0a4a5ab0e0b1\n"
                             "limits:\n  time_limit: 1.0\n",
             "statement/problem.en.md": f"{HOSTILE_NAME}\n",
             f"data/secret/{HOSTILE_NAME}.in": "1\n", f"data/secret/{HOSTILE_NAME}.ans": "3\n",
             f"submissions/wrong_answer/{HOSTILE_NAME}.py": "print(1)\n"}
    package = package_2025(files, name=HOSTILE_NAME)
    for command in (["show", package], ["submit", package, WRONG], ["verify", package],
                    ["test", package, RIGHT], ["submit", package, RIGHT, "--full"]):
        no_steering(assay(*command))
        result = assay(*command, "--json")
        no_steering(result)
        result.json()
    equal(assay("show", package, "--json").json()["title"], HOSTILE_NAME, "the text of JSON")
    lacks(on_terminal("submit", package, RIGHT)[1], "\x1b[45m", "\x07", "\u009b", "\u202e")


@test
def tests_that_are_no_files_are_faults():
    def fifo(path):
        os.mkfifo(path)

    def unix_socket(path):
        os.chdir(path.parent)
        socket.socket(socket.AF_UNIX).bind(path.name)
        os.chdir("/")

    def device(path):
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))

    for make in (fifo, unix_socket) + ((device,) if os.getuid() == 0 else ()):
        for ending, other in ((".in", ".ans"), (".ans", ".in")):
            package = package_2025({f"data/secret/4-odd{other}": "1\n"})
            make(package / f"data/secret/4-odd{ending}")
            refused(assay("submit", package, RIGHT, timeout=20), BAD_INPUT, "4-odd", "regular")
        package = package_2025({"data/invalid_input/1.in": "x\n"})
        make(package / "data/invalid_input/2-odd.in")
        result = assay("verify", package, timeout=20)
        equal(result.status, BAD_INPUT, str(result))
        contains(result.out, "2-odd")


@test
def arguments_that_no_program_can_take_are_faults():
    for key in ("args", "output_validator_args", "input_validator_args"):
        for words in (["a"] * 5000, ["a" * 100] * 900):
            settings = f"{key}: {json_module.dumps(words)}\n"
            package = package_2025({"data/secret/1-small.yaml": settings})
            refused(assay("submit", package, RIGHT), BAD_INPUT, key, "words")


@test
def sizes_that_no_memory_has_are_faults():
    for name in ("1-small.in", "1-small.ans"):
        package = package_2025()
        os.truncate(package / "data/secret" / name, (1 << 30) + 1)
        refused(assay("submit", package, RIGHT), BAD_INPUT, name, "larger than 1024 MiB")
    for name in ("problem.yaml", "input_validators/validate.py", "data/secret/1-small.hint"):
        package = package_2025({"data/secret/1-small.hint": ""})
        os.truncate(package / name, 1 << 40)
        equal(assay("verify", package).status, BAD_INPUT, name)
    refused(assay("submit", package_2025(limits={"output": 1000000}), RIGHT), BAD_INPUT, "output")
    large = source("large.py", DOUBLE)
    os.truncate(large, 1 << 40)
    refused(assay("submit", PACKAGE, large), BAD_INPUT, "source")


# ---- What a validator does ---------------------------------------------------------------------

START = "import os, sys, time\nfeedback = sys.argv[3]\n"
STRICT = {"validation_time": 0.5, "validation_memory": 128, "validation_output": 1}


def validated(text, **keys):
    return package_2025({"output_validator/validate.py": START + text}, limits=STRICT, **keys)


@test
def a_validator_that_misbehaves_is_the_package_s_fault():
    for text in ("time.sleep(1000)\n", "while True:\n    pass\n", "os.kill(os.getpid(), 9)\n",
                 "while True:\n    try:\n        os.fork()\n    except OSError:\n        pass\n",
                 "while True:\n    sys.stderr.write('x' * 65536)\n", "sys.exit(0)\n",
                 "x = bytearray(1 << 30)\nsys.exit(42)\n"):
        trial = judge(validated(text), WRONG, options=["--jobs", "2"], timeout=30)
        equal(trial["verdict"], "JE", text)


@test
def a_validator_s_feedback_is_read_with_care():
    steering = 'b"\\x1b[2J\\x07\\x9b\\xc2\\x9b\\xe2\\x80\\xae\\0" * 50'
    for text in (f"open(feedback + 'teammessage.txt', 'wb').write({steering})\n",
                 f"open(feedback + 'judgemessage.txt', 'wb').write({steering})\n",
                 "os.symlink('/etc/passwd', feedback + 'teammessage.txt')\n",
                 "os.symlink('/proc/self/fd/11', feedback + 'teammessage.txt')\n",
                 "os.mkfifo(feedback + 'judgemessage.txt')\n"
                 "os.mkdir(feedback + 'teammessage.txt')\n",
                 "os.rename(feedback[:-1], '/box/x')\nos.symlink('/etc', '/box/feedback')\n",
                 "file = os.open(feedback + 'judgemessage.txt', os.O_CREAT | os.O_RDWR)\n"
                 "os.truncate(file, 1 << 27)\n",
                 "os.chmod(feedback, 0)\n"):
        package = validated(text + "sys.exit(43)\n")
        trial = judge(package, WRONG, options=["--reveal"])
        equal(trial["verdict"], "WA", text)
        lacks(json_module.dumps(trial), "root:", "\\u001b", "\\u009b", "\\u202e", "\\u0000")
        if "message.txt', 'wb'" in text:
            no_steering(assay("submit", package, WRONG, "--reveal"))


@test
def what_a_validator_keeps_for_the_next_pass_is_bounded():
    text = ("open(feedback + 'nextpass.in', 'w').write('1\\n')\n"
            "for i in range(400):\n"
            "    file = os.open(feedback + str(i), os.O_CREAT | os.O_RDWR)\n"
            "    os.truncate(file, 100 << 20)\n    os.close(file)\nsys.exit(42)\n")
    package = validated(text, type="multi-pass")
    refused(assay("submit", package, RIGHT), BAD_INPUT, "for its next pass")


# ---- What a build script leaves ----------------------------------------------------------------


def scripted(build_script, run="#!/bin/sh\nexit 42\n"):
    package = package_2025({"output_validator/build": build_script, "output_validator/run": run},
                           limits={"validation_time": 5, "compilation_time": 1})
    for name in ("build", "run"):
        os.chmod(package / "output_validator" / name, 0o755)
    return package


@test
def what_a_build_script_does_is_bounded():
    for script, words in (
            ("#!/bin/sh\nsleep 1000\n", "wall_limit"), ("#!/bin/sh\nyes >&2\n", "output_limit"),
            ("#!/bin/sh\nrm run; ln -s /etc/passwd run\n", "no executable"),
            ("#!/usr/bin/perl\nfor (1..9000) { open(F, '>', \"f$_\"); }\n", "more than 8192"),
            ("#!/bin/sh\nprintf '\\033[31m\\007\\302\\233\\342\\200\\256' >&2; exit 1\n",
             "exit status 1")):
        result = assay("submit", scripted(script), RIGHT, timeout=30)
        refused(result, BAD_INPUT, words)
        no_steering(result)


@test
def a_killed_judge_leaves_nothing_of_a_build_script():
    package = scripted("#!/bin/sh\nexit 0\n", run="#!/bin/sh\nsleep 3\nexit 42\n")
    cache = directory("cache")
    temporary = directory("tmp")
    surroundings = environment(XDG_CACHE_HOME=cache, TMPDIR=temporary)
    before = set(pathlib.Path("/tmp").glob("assay-validator-*"))
    for count, number in enumerate((signal.SIGTERM, signal.SIGKILL), 1):
        process = subprocess.Popen([ASSAY, "submit", package, RIGHT], env=surroundings,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 10
        while len(list(cache.glob("assay/compiled/new-*/prog/run"))) < count:
            true(time.monotonic() < end, "the validator was not built")
            time.sleep(0.02)
        process.send_signal(number)
        process.wait(timeout=10)
    left = list(cache.glob("assay/compiled/new-*"))
    equal(len(left), 2, "directories of the killed judges")
    for path in left:  # as if it had been a while ago
        os.utime(path / "lock", (time.time() - 7200,) * 2)
    verdict_is(scripted("#!/bin/sh\nexit 0\n"), RIGHT, "AC", env=surroundings)
    equal(list(cache.glob("assay/compiled/new-*")), [])
    equal(list(temporary.iterdir()), [])
    equal(set(pathlib.Path("/tmp").glob("assay-validator-*")) - before, set())


# ---- Interaction -------------------------------------------------------------------------------


def interactive(interactor):
    return package_2025({"output_validator/validate.py": interactor}, type="interactive",
                        limits={"validation_time": 2, "time_limit": 0.2})


@test
def not_to_listen_is_no_fault_of_the_interactor_s():
    """Neither of one that SIGPIPE ends nor of one that only sees an error."""
    talks = START + ("time.sleep(0.2)\nfor i in range(100000):\n    print(i, flush=True)\n"
                     "sys.exit(43)\n")
    for interactor in (talks, "import signal\nsignal.signal(13, signal.SIG_DFL)\n" + talks):
        package = interactive(interactor)
        for text in ("import os\nos._exit(0)\n", "import os\nos.close(0)\nos._exit(0)\n",
                     "import os, time\nos.close(0)\ntime.sleep(0.6)\n",
                     "import os, time\nos.close(0)\ntime.sleep(0.6)\nos.write(1, b'1')\n",
                     "import os, time\nos.close(0)\ntime.sleep(0.6)\nos._exit(1)\n"):
            trial = judge(package, source("a.py", text))
            true(trial["verdict"] in ("WA", "RTE"), f"{text!r}: {trial['verdict']}")


@test
def an_interactor_cannot_be_fooled():
    interactor = ("print(7, flush=True)\n"
                  "line = sys.stdin.buffer.readline(100)\n"
                  "sys.exit(42 if line == b'14\\n' else 43)\n")
    package = interactive(START + interactor)
    verdict_is(package, RIGHT, "AC")
    for text, verdicts in (
            ("import sys\nsys.exit(42)\n", "RTE WA"), ("import os\nos.kill(0, 9)\n", "RTE WA"),
            ("import os\nos.closerange(0, 9)\nimport time\ntime.sleep(0.5)\n", "WA TLE RTE"),
            ("while True:\n    print(15)\n", "WA TLE RTE"),
            ("import os\nwhile True:\n    os.write(1, b'x' * 65536)\n", "WA TLE RTE OLE"),
            ("import fcntl, os\nfcntl.fcntl(1, 1031, 4096)\nos.set_blocking(1, False)\n"
             "os.write(1, b'14')\nos._exit(0)\n", "WA RTE"),
            ("import os\nif os.fork():\n    os._exit(0)\nwhile True:\n    os.write(1, b'13\\n')\n",
             "WA RTE TLE")):
        trial = judge(package, source("a.py", text), timeout=60)
        true(trial["verdict"] in verdicts.split(), f"{text!r}: {trial['verdict']}")


main()
