"""A POST over HTTP/1.1 on asyncio, with connections that are kept for the next one."""

import asyncio
import ssl
from collections import deque
from urllib.parse import urlsplit


class Client:
    def __init__(self):
        self.idle = {}  # origin: connections
        self.tls = ssl.create_default_context()

    async def post(self, url, headers, body):
        """The status of the answer. Redirects are answers like others."""
        parts = urlsplit(url)
        origin = (parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}[parts.scheme])
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        lines = [f"POST {target} HTTP/1.1", f"Host: {parts.netloc}", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        request = ("\r\n".join(lines) + "\r\n\r\n").encode() + body
        idle = self.idle.setdefault(origin, deque())
        while idle:
            try:
                return await self._exchange(origin, *idle.pop(), request)
            except (ConnectionError, asyncio.IncompleteReadError):
                continue  # the other side had closed it meanwhile; the message's key makes a repeat harmless
        scheme, host, port = origin
        tls = {"ssl": self.tls, "server_hostname": host} if scheme == "https" else {}
        return await self._exchange(origin, *await asyncio.open_connection(host, port, **tls), request)

    async def _exchange(self, origin, reader, writer, request):
        reusable = False
        try:
            writer.write(request)
            await writer.drain()
            status = 100
            while status < 200:  # 1xx only announce the answer
                status, headers = await read_head(reader)
            length = headers.get("content-length", "0" if status == 204 else "")
            if length.isdigit() and int(length) < 65536 and headers.get("connection", "").lower() != "close":
                await reader.readexactly(int(length))
                reusable = True
            return status
        finally:
            if reusable:
                self.idle[origin].append((reader, writer))
            else:
                writer.close()


async def read_head(reader):
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.rstrip("\r\n").split("\r\n")
    words = first.split(" ", 2)
    if not words[0].startswith("HTTP/1.") or len(words) < 2 or not (words[1].isdigit() and len(words[1]) == 3):
        raise ValueError("the answer is not HTTP")
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    return int(words[1]), headers
