"""The HTTP side: routes, headers, the process's life."""

import hashlib
import json
import logging
import os
import re
import signal
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from definitions import KEY, InvalidDefinition, read_flag
from evaluation import EvaluationError, check_context, evaluate, evaluate_or_fail
from store import Store

LARGEST_BODY = 4 * 1024 * 1024
MOST_CONTEXTS = 10_000
MOST_CONNECTIONS = 1000
ENTITY_TAG = re.compile(r'(?:W/)?("[^"]*")')

log = logging.getLogger("flags")


def read_json(text):
    """As json.loads, which would also take NaN and Infinity."""

    def refuse(name):
        raise ValueError(f"{name} is not JSON")

    return json.loads(text, parse_constant=refuse)


class HttpError(Exception):
    def __init__(self, status, details):
        super().__init__(status, details)
        self.status = status
        self.body = {"errorDetails": details}


class Server(ThreadingHTTPServer):
    """A thread for each connection, up to a bound; others wait in the backlog."""

    request_queue_size = 1024
    daemon_threads = True

    def __init__(self, address, store):
        super().__init__(address, Handler)
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
        self._serve()

    do_POST = do_PUT = do_DELETE = do_GET

    ROUTES = [
        ("GET", re.compile(r"/healthz"), "_health"),
        ("PUT", re.compile(r"/flags/([^/]+)"), "_put_flag"),
        ("GET", re.compile(r"/flags/([^/]+)"), "_get_flag"),
        ("DELETE", re.compile(r"/flags/([^/]+)"), "_delete_flag"),
        ("POST", re.compile(r"/flags/([^/]+)/preview"), "_preview"),
        ("POST", re.compile(r"/ofrep/v1/evaluate/flags/([^/]+)"), "_evaluate"),
        ("POST", re.compile(r"/ofrep/v1/evaluate/flags"), "_evaluate_all"),
    ]

    def _serve(self):
        try:
            self._body = self._read_body()
            self._route()
        except HttpError as error:
            self._send(error.status, error.body)
        except ConnectionError:
            self.close_connection = True
        except Exception:
            log.exception("%s %s", self.command, self.path)
            self._send(500, {"errorDetails": "internal error"})

    def _route(self):
        path = self.path.partition("?")[0]
        for method, pattern, name in self.ROUTES:
            match = pattern.fullmatch(path)
            if match and method == self.command:
                getattr(self, name)(*match.groups())
                return
        raise HttpError(404, "there is no such resource")

    def _health(self):
        self._send(200, {"status": "ok"})

    # Flags

    def _put_flag(self, key):
        if not KEY.fullmatch(key):
            raise HttpError(400, "not a valid key")
        try:
            flag = read_flag(key, read_json(self._body))
        except InvalidDefinition as error:
            raise HttpError(400, str(error)) from error
        except (ValueError, RecursionError) as error:
            raise HttpError(400, "the body is not JSON") from error
        is_new = self.server.store.put(flag)
        self._send(201 if is_new else 200, flag.definition)

    def _get_flag(self, key):
        flag = self.server.store.get(key)
        if not flag:
            raise HttpError(404, "there is no such flag")
        self._send(200, flag.definition)

    def _delete_flag(self, key):
        if not self.server.store.delete(key):
            raise HttpError(404, "there is no such flag")
        self._send(204)

    def _preview(self, key):
        flag = self.server.store.get(key)
        if not flag:
            raise HttpError(404, "there is no such flag")
        try:
            contexts = self._read_object()["contexts"]
        except (EvaluationError, KeyError) as error:
            raise HttpError(400, "the body has contexts, a list") from error
        if not isinstance(contexts, list) or len(contexts) > MOST_CONTEXTS:
            raise HttpError(400, f"contexts is a list of at most {MOST_CONTEXTS}")
        self._send(200, {"results": [evaluate_or_fail(flag, context) for context in contexts]})

    # OFREP

    def _evaluate(self, key):
        try:
            context = self._read_context()
            flag = self.server.store.get(key)
            if not flag:
                raise EvaluationError("FLAG_NOT_FOUND", "there is no such flag", 404)
            self._send(200, evaluate(flag, context))
        except EvaluationError as error:
            self._send(error.status, error.body(key))

    def _evaluate_all(self):
        try:
            context = self._read_context()
        except EvaluationError as error:
            self._send(error.status, error.body())
            return
        flags = [evaluate_or_fail(flag, context) for flag in self.server.store.all()]
        body = json.dumps({"flags": flags}).encode()
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        known = ENTITY_TAG.findall(", ".join(self.headers.get_all("If-None-Match", [])))
        if tag in known:
            self._send(304, headers={"ETag": tag})
        else:
            self._send(200, body, {"ETag": tag})

    # Requests and answers

    def _read_object(self):
        try:
            body = read_json(self._body)
        except (ValueError, RecursionError) as error:
            raise EvaluationError("PARSE_ERROR", "the body is not JSON") from error
        if not isinstance(body, dict):
            raise EvaluationError("INVALID_CONTEXT", "the body is an object")
        return body

    def _read_context(self):
        return check_context(self._read_object().get("context"))

    def _read_body(self):
        length = self.headers.get("Content-Length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY or "Transfer-Encoding" in self.headers:
            self.close_connection = True
            raise HttpError(413, f"send Content-Length, at most {LARGEST_BODY}")
        return self.rfile.read(int(length))

    def _send(self, status, body=None, headers=None):
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if body is not None:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body or b"")
        self.wfile.flush()

    def log_message(self, format, *values):
        log.debug(format, *values)


def main():
    logging.basicConfig(
        level=os.environ.get("LOG_LEVEL", "INFO"), format="%(asctime)s %(levelname)s %(message)s"
    )
    store = Store(os.environ.get("DATA_DIR", "data"))
    server = Server(("0.0.0.0", int(os.environ.get("PORT", "8080"))), store)

    def stop(*_):
        threading.Thread(target=server.shutdown).start()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    log.info("listening on %s", server.server_port)
    server.serve_forever()
    store.close()
    log.info("stopped")


if __name__ == "__main__":
    main()
