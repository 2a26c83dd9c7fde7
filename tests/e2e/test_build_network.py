#!/usr/bin/python3
"""`assay grade --build-network`: the build reaches the network of the host, and nothing else does.

The host's network is one of the test's own: a namespace with one more address than the loopback's,
where "the internet" is a server of the test's.
"""
import http.server
import socketserver
import threading

from harness import *

INTERNET, PORT = "192.0.2.1", 8000


def enter_own_network():
    """Starts this script again, in a namespace, where only root may make interfaces without more."""
    if os.geteuid() != 0 or not shutil.which("slirp4netns") or not shutil.which("ip"):
        strict = os.environ.get("ASSAY_NO_SKIP") == "1"
        print("FAIL" if strict else "SKIP", "needs root, slirp4netns and iproute2")
        print(f"0 passed, {int(strict)} failed")
        sys.exit(int(strict))
    lines = f'ip link set lo up && ip address add {INTERNET}/32 dev lo && exec /usr/bin/python3 "$0" "$@"'
    os.environ["ASSAY_TEST_INSIDE"] = "1"
    os.execvp("unshare", ["unshare", "--net", "--", "sh", "-c", lines, *sys.argv])


class Internet(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"a dependency")

    def log_message(self, *_):
        pass


def listen(address):
    server = socketserver.ThreadingTCPServer((address, PORT), Internet)
    threading.Thread(target=server.serve_forever, daemon=True).start()


FETCH = f"""
import sys, urllib.request
open("fetched", "wb").write(urllib.request.urlopen(sys.argv[1], timeout=5).read())
"""
SERVICE = f'''
import http.server, os, socket
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        text = open("fetched").read()
        try:
            socket.create_connection(("{INTERNET}", {PORT}), timeout=2).close()
            text += ", and a way out"
        except OSError as error:
            text += ", and none out"
        self.send_response(200)
        self.end_headers()
        self.wfile.write(text.encode())
http.server.ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
'''
PROBES = """group: All
probes:
  - id: fetched
    title: The dependency is there
    steps:
      - request: GET /
        expect: {status: 200, body: "a dependency, and none out"}
"""


def tree(name, files):
    base = directory(name)
    for path, text in files.items():
        (base / path).parent.mkdir(parents=True, exist_ok=True)
        (base / path).write_text(text)
    return base


def package():
    return tree("problem", {
        "problem.yaml": "problem_format_version: 2025-09\nname: {en: Tiny}\n",
        "interview.yaml": "type: service\n",
        "probes/all.yaml": PROBES,
        "reference/python/Procfile": "web: python3 service.py\n",
        "reference/python/service.py": SERVICE, "faulty/README": "none yet\n",
    })


def repository(url):
    return tree("repository", {
        "Procfile": f"build: python3 fetch.py {url}\nweb: python3 service.py\n",
        "fetch.py": FETCH, "service.py": SERVICE})


def grade(url, *options):
    return assay("grade", repository(url), "--problem", package(), "--no-tests", "--json", *options)


@test
def the_build_has_a_network_and_the_service_none():
    result = grade(f"http://{INTERNET}:{PORT}/", "--build-network")
    equal(result.status, ACCEPTED, result.err + result.out)
    service = result.json()["service"]
    true(service["build"]["good"], service)
    equal(service["build_network"], True)


@test
def without_the_option_there_is_none():
    result = grade(f"http://{INTERNET}:{PORT}/")
    equal(result.status, NOT_ACCEPTED)
    service = result.json()["service"]
    equal((service["build"]["good"], service["build_network"]), (False, False))
    contains(service["build"]["output"], "unreachable")


@test
def the_hosts_loopback_stays_out_of_reach():
    for address in ("10.0.2.2", "127.0.0.1"):
        result = grade(f"http://{address}:{PORT}/", "--build-network")
        equal(result.status, NOT_ACCEPTED, result.out)
        contains(result.json()["service"]["build"]["output"], "refused" if address == "127.0.0.1" else "Error")


def ways_out():
    """Those of this network: other tests may have theirs at the same time."""
    own = os.readlink("/proc/self/ns/net")
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if (path / "comm").read_text().strip() == "slirp4netns" and os.readlink(path / "ns/net") == own:
                found.append(path.name)
        except OSError:
            continue
    return found


def until(condition, seconds=10):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


@test
def nothing_is_left_of_it():
    grade(f"http://{INTERNET}:{PORT}/", "--build-network")
    equal(ways_out(), [])


@test
def nothing_is_left_when_the_judge_is_killed():
    slow = repository("x")
    (slow / "Procfile").write_text("build: sleep 60\nweb: x\n")
    judge = subprocess.Popen([ASSAY, "grade", slow, "--problem", package(), "--no-tests", "--build-network"],
                             env=environment(), stdout=subprocess.DEVNULL)
    true(until(ways_out), "there was no way out during the build")
    judge.kill()
    judge.wait()
    true(until(lambda: not ways_out()), f"left: {ways_out()}")


@test
def the_report_says_it():
    result = assay("grade", repository(f"http://{INTERNET}:{PORT}/"), "--problem", package(), "--no-tests",
                   "--build-network")
    contains(result.out, "with the network of this host")


@test
def without_slirp4netns_it_says_what_is_missing():
    result = assay("grade", repository("http://x/"), "--problem", package(), "--no-tests",
                   "--build-network", env=environment(PATH="/nowhere"))
    equal(result.status, INTERNAL, result.err)
    contains(result.err, "slirp4netns", "apt install slirp4netns")


# Of the kind that installs; not of that kind; and the service, which tries to get out when it is asked.
README = """# Tiny

## Set-up

    sh gradlew dependencies
    make deps

## Run

    PORT=8080 python3 service.py

It answers:

    curl -s http://127.0.0.1:8080/     # 200
"""


def followed(*options):
    """What came of the README's commands, by their first words."""
    url = f"http://{INTERNET}:{PORT}/"
    base = repository(url)
    write_tree(base, {"README.md": README, "gradlew": f"exec python3 fetch.py {url}\n",
                      "Makefile": f"deps:\n\tmkdir -p more && cd more && python3 ../fetch.py {url}\n"})
    grading = assay("grade", base, "--problem", package(), "--no-tests", "--json", *options).json()
    return {command["command"].split()[0]: command for command in grading["readme"]["commands"]}


@test
def the_readmes_set_up_has_a_network_and_what_it_starts_has_none():
    have("make")
    commands = followed("--build-network")
    equal(commands["sh"]["status"], "passed", commands["sh"])
    equal((commands["make"]["status"], commands["make"]["reason"]), ("not verified", "no network"), commands["make"])
    contains(commands["make"]["output"], "unreachable")
    equal((commands["curl"]["answered"], commands["curl"]["output"]), (200, "a dependency, and none out"))


@test
def without_the_option_the_readmes_set_up_has_none():
    have("make")
    commands = followed()
    for name in ("sh", "make"):
        equal((commands[name]["status"], commands[name]["reason"]), ("not verified", "no network"), commands[name])
        contains(commands[name]["output"], "unreachable")


if os.environ.get("ASSAY_TEST_INSIDE") != "1":
    enter_own_network()
for address in (INTERNET, "127.0.0.1"):
    listen(address)
main()
