"""HTTP/1.1 on asyncio streams: bytes to requests, responses to bytes. It knows nothing of links.

One task a connection and no threads, so that a thousand open connections cost little.
"""

import asyncio
import json
import logging
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Awaitable, Callable

LONGEST_HEAD = 32 * 1024
LONGEST_BODY = 16 * 1024
LONGEST_DRAIN = 1024 * 1024  # of a body that is too long: read, so that the client sees the answer
IDLE_SECONDS = 75


@dataclass(frozen=True)
class Request:
    method: str
    path: str  # as it was sent, without the query
    headers: dict[str, str]  # names in lowercase
    body: bytes


@dataclass
class Response:
    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    def to_bytes(self, *, with_body: bool, keep_open: bool) -> bytes:
        lines = [f"HTTP/1.1 {self.status} {HTTPStatus(self.status).phrase}"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        if self.status != HTTPStatus.NO_CONTENT:
            lines.append(f"Content-Length: {len(self.body)}")
        if not keep_open:
            lines.append("Connection: close")
        head = "\r\n".join(lines) + "\r\n\r\n"
        return head.encode("latin-1") + (self.body if with_body else b"")


class Problem(Exception):
    """An error for the client: RFC 9457."""

    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None):
        super().__init__(detail)
        self.status, self.detail, self.headers = status, detail, headers or {}

    def response(self) -> Response:
        members = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
        }
        headers = {"Content-Type": "application/problem+json", "Cache-Control": "no-store", **self.headers}
        return Response(self.status, headers, json.dumps(members).encode())


Handler = Callable[[Request], Awaitable[Response]]


def json_response(status: int, value: Any, headers: dict[str, str] | None = None) -> Response:
    return Response(status, {"Content-Type": "application/json", **(headers or {})}, json.dumps(value).encode())


async def serve(handler: Handler, port: int, backlog: int) -> asyncio.Server:
    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await _one_exchange(handler, reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.TimeoutError):
            pass  # the client went away, or said nothing for long
        finally:
            writer.close()

    return await asyncio.start_server(connected, "0.0.0.0", port, backlog=backlog, limit=LONGEST_HEAD)


async def _one_exchange(handler: Handler, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
    """Reads a request and answers it. Returns whether the connection stays open."""
    method, keep_open = "", False
    try:
        async with asyncio.timeout(IDLE_SECONDS):
            method, path, headers = _parse_head(await reader.readuntil(b"\r\n\r\n"))
            body = await _read_body(reader, writer, headers)
        keep_open = headers.get("connection", "").lower() != "close"
        response = await handler(Request(method, path, headers, body))
    except asyncio.LimitOverrunError:
        response = Problem(431, "the header section is too long").response()
    except Problem as problem:
        response = problem.response()
    except (ConnectionError, asyncio.IncompleteReadError, asyncio.TimeoutError):
        raise
    except Exception:
        logging.exception("%s failed", method)
        response = Problem(500, "an error of the service").response()
    writer.write(response.to_bytes(with_body=method != "HEAD", keep_open=keep_open))
    await writer.drain()
    return keep_open


def _parse_head(head: bytes) -> tuple[str, str, dict[str, str]]:
    request_line, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    words = request_line.split(" ")
    if len(words) != 3 or not words[2].startswith("HTTP/1."):
        raise Problem(400, "not an HTTP/1.1 request line")
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or name != name.strip():
            raise Problem(400, "not a header field")
        headers[name.lower()] = value.strip()
    return words[0], words[1].partition("?")[0], headers


async def _read_body(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, headers: dict[str, str]
) -> bytes:
    if "transfer-encoding" in headers:
        raise Problem(411, "send the body with a Content-Length")
    length = headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()):
        raise Problem(400, "Content-Length is no number")
    size = int(length)
    if size > LONGEST_BODY:
        await _drain(reader, min(size, LONGEST_DRAIN))
        raise Problem(413, f"the body is longer than {LONGEST_BODY} bytes")
    if headers.get("expect", "").lower() == "100-continue":
        writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
    return await reader.readexactly(size)


async def _drain(reader: asyncio.StreamReader, size: int) -> None:
    while size > 0 and (chunk := await reader.read(min(size, LONGEST_BODY))):
        size -= len(chunk)
