"""What a request of a probe costs, beside the same request by Python's http.client.

Both talk to the same small service with a new connection for each request: the one in the sandbox's room,
over sockets that come out of it, with expectations checked; the other on the loopback of the host. The
rounds alternate; medians count.
"""
import http.client
import json
import os
import pathlib
import socket
import statistics
import subprocess
import sys
import time

REQUESTS = 400
ROUNDS = 5

SERVICE = """
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")
    def log_message(self, *arguments):
        pass
ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
"""
PROBES = f"""group: Bench
probes:
  - id: one
    title: One after the other
    steps:
      - repeat: {REQUESTS}
        steps: [{{request: GET /x, expect: {{status: 200}}}}]
  - id: checked
    title: With a filter
    steps:
      - repeat: {REQUESTS}
        steps: [{{request: GET /x, expect: {{status: 200, json: '. == {{}}'}}}}]
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def make(folder):
    package, repository = folder / "bench-service", folder / "bench-repository"
    write(package / "problem.yaml", "problem_format_version: 2025-09\nname: {en: Bench}\n")
    write(package / "interview.yaml", "type: service\n")
    write(package / "probes/all.yaml", PROBES)
    write(repository / "service.py", SERVICE)
    write(repository / "Procfile", "web: exec /usr/bin/python3 service.py\n")
    (package / "faulty").mkdir()
    write(package / "reference/python/service.py", SERVICE)
    write(package / "reference/python/Procfile", "web: exec /usr/bin/python3 service.py\n")
    return package, repository


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(port):
    for _ in range(500):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.01)
    raise OSError("the service of the bench does not start")


def by_python(port):
    started = time.monotonic()
    for _ in range(REQUESTS):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", "/x")
        if connection.getresponse().read() != b"{}":
            raise OSError("a wrong answer")
        connection.close()
    return (time.monotonic() - started) / REQUESTS


def by_assay(assay, package, repository):
    started = time.monotonic()
    finished = subprocess.run([assay, "grade", repository, "--problem", package, "--json"],
                              stdout=subprocess.PIPE, check=True)
    seconds = time.monotonic() - started
    plain, checked = (probe["seconds"] / REQUESTS for probe in json.loads(finished.stdout)["probes"])
    return plain, checked, seconds - REQUESTS * (plain + checked)


def measure(folder, assay):
    package, repository = make(pathlib.Path(folder))
    port = free_port()
    service = subprocess.Popen(["/usr/bin/python3", repository / "service.py"],
                               env={**os.environ, "PORT": str(port)})
    rows = {"python": [], "plain": [], "checked": [], "rest": []}
    try:
        wait_for(port)
        for _ in range(ROUNDS):
            rows["python"].append(by_python(port))
            for name, value in zip(("plain", "checked", "rest"), by_assay(assay, package, repository)):
                rows[name].append(value)
    finally:
        service.kill()
        service.wait()
    return {name: statistics.median(values) for name, values in rows.items()}


def show(times, say):
    say(f"{REQUESTS} requests to a small service, a connection each")
    say(f"  http.client on the host  {times['python'] * 1e6:8.0f} us each")
    say(f"  probe, status checked    {times['plain'] * 1e6:8.0f} us each")
    say(f"  probe, and a filter      {times['checked'] * 1e6:8.0f} us each")
    say(f"  a grading's own time     {times['rest'] * 1e3:8.0f} ms (room, start, filters, end)")
    say()


def figures(times):
    return {"grading": times, "grading.request_over_python": times["checked"] / times["python"],
            "grading.own_s": times["rest"]}


if __name__ == "__main__":
    import tempfile
    with tempfile.TemporaryDirectory(prefix="assay-bench-") as name:
        show(measure(name, pathlib.Path(sys.argv[1]).resolve()), print)
