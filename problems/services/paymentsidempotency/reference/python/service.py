"""The HTTP side: routes, headers, the process's life."""

import logging
import os
import re
import signal
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from charges import parse_charge, parse_key
from payments import Payments
from problems import Problem
from store import Store

LARGEST_BODY = 64 * 1024
MOST_CONNECTIONS = 1000
BEARER = re.compile(r"bearer +([A-Za-z0-9._~+/-]+=*)", re.IGNORECASE)
CHARGE_PATH = re.compile(r"/charges/([A-Za-z0-9_]+)")

log = logging.getLogger("payments")


class Server(ThreadingHTTPServer):
    """A thread for each connection, up to a bound; others wait in the backlog."""

    request_queue_size = 1024
    daemon_threads = True

    def __init__(self, address, payments, store):
        super().__init__(address, Handler)
        self.payments = payments
        self.store = store
        self._slots = threading.BoundedSemaphore(MOST_CONNECTIONS)

    def process_request(self, request, client_address):
        self._slots.acquire()
        try:
            super().process_request(request, client_address)
        except RuntimeError:  # no thread is left
            self._slots.release()
            raise

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._slots.release()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10  # for a connection on which nothing comes
    wbufsize = -1  # headers and body leave in one piece
    disable_nagle_algorithm = True

    def do_GET(self):
        self._answer(self._get)

    def do_POST(self):
        self._answer(self._post)

    def _answer(self, route):
        try:
            body = self._read_body()
            route(self.path.partition("?")[0], body)
        except Problem as problem:
            extra = {"WWW-Authenticate": "Bearer"} if problem.status == 401 else {}
            self._send(problem.status, "application/problem+json", problem.body(), extra)
        except ConnectionError:
            self.close_connection = True
        except Exception:
            log.exception("%s %s", self.command, self.path)
            self._send(500, "application/problem+json", Problem("internal").body())

    def _get(self, path, _):
        if path == "/healthz":
            self._send(200, "application/json", b'{"status": "ok"}')
            return
        caller = self._caller()
        if path == "/charges":
            charges = self.server.store.list_charges(caller)
            self._send(200, "application/json", b'{"data": [' + b", ".join(charges) + b"]}")
            return
        match = CHARGE_PATH.fullmatch(path)
        charge = match and self.server.store.find_charge(caller, match.group(1))
        if not charge:
            raise Problem("not-found")
        self._send(200, "application/json", charge)

    def _post(self, path, body):
        caller = self._caller()
        if path != "/charges":
            raise Problem("not-found")
        key = parse_key(self.headers.get_all("Idempotency-Key"))
        request = parse_charge(body)
        answer, replayed = self.server.payments.charge(caller, key, request)
        extra = {"Location": answer.location} if answer.location else {}
        if replayed:
            extra["Idempotent-Replayed"] = "true"
        self._send(answer.status, answer.type, answer.body, extra)

    def _caller(self):
        match = BEARER.fullmatch(self.headers.get("Authorization", "").strip())
        if not match:
            raise Problem("unauthorized", "Send Authorization: Bearer TOKEN.")
        return match.group(1)

    def _read_body(self):
        length = self.headers.get("Content-Length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY or "Transfer-Encoding" in self.headers:
            self.close_connection = True
            raise Problem("body-too-large", f"Send Content-Length, at most {LARGEST_BODY}.")
        return self.rfile.read(int(length))

    def _send(self, status, content_type, body, extra=None):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (extra or {}).items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, format, *values):
        log.debug(format, *values)


def main():
    logging.basicConfig(
        level=os.environ.get("LOG_LEVEL", "INFO"), format="%(asctime)s %(levelname)s %(message)s"
    )
    store = Store(os.environ.get("DATA_DIR", "data"))
    payments = Payments(
        store,
        processing_seconds=int(os.environ.get("PROCESSING_MS", "100")) / 1000,
        ttl_seconds=int(os.environ.get("KEY_TTL_SECONDS", "86400")),
    )
    server = Server(("0.0.0.0", int(os.environ.get("PORT", "8080"))), payments, store)

    def stop(*_):
        threading.Thread(target=server.shutdown).start()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    log.info("listening on %s", server.server_port)
    server.serve_forever()
    payments.drain(seconds=3)
    store.close()
    log.info("stopped")


if __name__ == "__main__":
    main()
