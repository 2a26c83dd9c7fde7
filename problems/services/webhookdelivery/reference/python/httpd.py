"""A small HTTP/1.1 server on asyncio: JSON in, JSON out, errors as RFC 9457 problems."""

import asyncio
import json
import re
import sys
import traceback
from http import HTTPStatus
from urllib.parse import parse_qsl, urlsplit

MAX_HEAD = 64 * 1024
MAX_BODY = 1024 * 1024
IDLE_SECONDS = 60


class Problem(Exception):
    """An answer that is an error."""

    def __init__(self, status, detail):
        super().__init__(detail)
        self.status = status
        self.detail = detail


class Request:
    def __init__(self, method, target, headers, body):
        parts = urlsplit(target)
        self.method = method
        self.path = parts.path
        self.query = dict(parse_qsl(parts.query))
        self.headers = headers
        self.body = body

    def json(self):
        try:
            return json.loads(self.body, parse_constant=no_number)
        except (ValueError, RecursionError):
            raise Problem(400, "the body is not JSON") from None

    def object(self, optional=False):
        """The body as an object; an optional one may be empty."""
        if optional and not self.body.strip():
            return {}
        value = self.json()
        if not isinstance(value, dict):
            raise Problem(422, "the body must be an object")
        return value


def no_number(word):
    raise ValueError(f"{word} is not JSON")


class Router:
    """Finds the handler of a request: patterns such as /events/{id}."""

    def __init__(self):
        self.routes = []

    def add(self, method, pattern, handler):
        regex = re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", pattern))
        self.routes.append((method, regex, handler))

    async def answer(self, request):
        """Gives status, headers and the value for the body."""
        try:
            allowed = []
            for method, regex, handler in self.routes:
                match = regex.fullmatch(request.path)
                if match and method == request.method:
                    status, value = await handler(request, **match.groupdict())
                    return status, "application/json", value
                if match:
                    allowed.append(method)
            if allowed:
                raise Problem(405, "allowed here: " + ", ".join(allowed))
            raise Problem(404, "there is nothing at this path")
        except Problem as problem:
            return problem_answer(problem)
        except Exception:
            traceback.print_exc(file=sys.stderr)
            return problem_answer(Problem(500, "an internal error"))


def problem_answer(problem):
    title = HTTPStatus(problem.status).phrase
    value = {"type": "about:blank", "title": title, "status": problem.status, "detail": problem.detail}
    return problem.status, "application/problem+json", value


async def read_request(reader):
    """One request, or None where the connection has ended."""
    try:
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), IDLE_SECONDS)
    except (asyncio.IncompleteReadError, asyncio.TimeoutError):
        return None
    except asyncio.LimitOverrunError:
        raise Problem(431, "the request's header is too long") from None
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    words = first.split(" ")
    if len(words) != 3:
        raise Problem(400, "the request line is malformed")
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    if "transfer-encoding" in headers:
        raise Problem(411, "send the body with a Content-Length")
    length = headers.get("content-length", "0")
    if not length.isdigit():
        raise Problem(400, "the Content-Length is malformed")
    if int(length) > MAX_BODY:
        raise Problem(413, "the body is too large")
    body = await asyncio.wait_for(reader.readexactly(int(length)), IDLE_SECONDS)
    return Request(words[0], words[1], headers, body)


def encode(status, content_type, value, keep):
    body = b"" if value is None else json.dumps(value).encode()
    head = (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(body)}\r\n"
        f"Connection: {'keep-alive' if keep else 'close'}\r\n\r\n"
    )
    return head.encode() + body


async def start(router, port):
    """Starts to listen; gives the asyncio server."""

    async def connection(reader, writer):
        try:
            keep = True
            while keep:
                try:
                    request = await read_request(reader)
                    if request is None:
                        break
                    keep = request.headers.get("connection", "").lower() != "close"
                    answer = await router.answer(request)
                except Problem as problem:  # nothing can be read after a malformed request
                    keep = False
                    answer = problem_answer(problem)
                writer.write(encode(*answer, keep))
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.TimeoutError):
            pass
        finally:
            writer.close()

    return await asyncio.start_server(connection, "0.0.0.0", port, limit=MAX_HEAD, backlog=2048)
