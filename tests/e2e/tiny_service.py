"""A service problem that is as small as one can be: notes that have to survive kill -9."""
from harness import directory, write_tree

SERVICE = '''import http.server, os, signal, sys

NOTES = os.path.join(os.environ["DATA_DIR"], "notes")


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        text = open(NOTES).read() if self.path == "/notes" and os.path.exists(NOTES) else ""
        self.answer(200 if self.path in ("/healthz", "/notes") else 404, text)

    def do_POST(self):
        with open(NOTES, "a") as file:
            file.write(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.answer(201, "")

    def answer(self, status, text):
        self.send_response(status)
        self.end_headers()
        self.wfile.write(text.encode())


signal.signal(signal.SIGTERM, lambda *_: sys.exit())
http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
'''
PROBES = '''group: Notes
probes:
  - id: a-note-is-kept
    title: A note is there after kill -9
    why: Whoever was told 201 counts on it.
    steps:
      - {request: POST /notes, body: "n-${unique}", expect: {status: 201}}
      - kill
      - start
      - {request: GET /notes, expect: {status: 200, holds: '.text | contains($unique)'}}
'''
MANNERS = '''group: Manners
probes:
  - id: an-unknown-path-is-404
    title: An unknown path is 404
    steps:
      - {request: GET /nothing/here, expect: {status: 404}}
      - {request: GET /healthz/../nothing, expect: {status: 404}}
  - id: it-stops-in-time
    title: It stops within 5 s of SIGTERM, and starts again
    steps: [stop, start, {request: GET /healthz, expect: {status: 200}}]
'''
FILES = {
    "problem.yaml": "problem_format_version: 2025-09\nname: {en: Tiny notes}\n",
    "interview.yaml": "type: service\nminutes: 30\nservice:\n  memory: 128\n"
                      "  environment: {COLOUR: red}\n",
    "statement/problem.en.md": "Keep notes, whatever happens.\n",
    "probes/1-notes.yaml": PROBES,
    "probes/2-manners.yaml": MANNERS,
    "reference/python/service.py": SERVICE,
    "reference/python/Procfile": "web: exec python3 service.py\n",
    "faulty/forgets.yaml": "of: python\nwrong: A note is never written.\n"
                           "caught by: [a-note-is-kept]\n"
                           "edits: [{file: service.py, find: '            file.write(', replace: '            str('}]\n",
    "faulty/knows-all.yaml": "of: python\nwrong: Every path is there.\n"
                             "caught by: [an-unknown-path-is-404]\n"
                             "edits: [{file: service.py, find: 'else 404', replace: 'else 200'}]\n",
    "faulty/stubborn.yaml": "of: python\nwrong: It does not stop.\n"
                            "caught by: [it-stops-in-time]\n"
                            "edits: [{file: service.py, find: 'lambda *_: sys.exit()', replace: 'lambda *_: None'}]\n",
}


def tiny_service(files=(), name="tinynotes"):
    """The package, with other files in the place of some."""
    return write_tree(directory(name), {**FILES, **dict(files)})
