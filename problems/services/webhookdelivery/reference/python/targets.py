"""Which URLs may be called: no internal addresses, however they are written."""

import asyncio
import ipaddress
import re
import socket
from typing import NamedTuple
from urllib.parse import urlsplit


class Refused(Exception):
    """A target that must not be called."""


class Target(NamedTuple):
    scheme: str
    host: str
    port: int
    path: str  # with the query

    @property
    def host_header(self):
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = {"http": 80, "https": 443}[self.scheme]
        return host if self.port == usual else f"{host}:{self.port}"


def parse_allowed(text):
    return [ipaddress.ip_network(part.strip(), strict=False) for part in text.split(",") if part.strip()]


def parse(url):
    if not isinstance(url, str) or not re.fullmatch(r"[!-~]+", url) or "\\" in url:
        raise Refused("the URL must be ASCII without spaces or backslashes")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Refused("the URL is malformed") from None
    if parts.scheme not in ("http", "https"):
        raise Refused("the scheme must be http or https")
    if not parts.hostname:
        raise Refused("the URL has no host")
    if "@" in parts.netloc:
        raise Refused("the URL must not have a user or password")
    path = parts.path or "/"
    if parts.query:
        path += "?" + parts.query
    return Target(parts.scheme, parts.hostname, port or {"http": 80, "https": 443}[parts.scheme], path)


def literal(host):
    """The address that a host is, or None for a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    # 2130706433, 0x7f.1, 0177.0.0.1: resolvers would take them as addresses
    if re.fullmatch(r"(0x[0-9a-f]*|[0-9]+)", host.rstrip(".").rsplit(".", 1)[-1]):
        raise Refused("an IPv4 address must be written as four decimal numbers")
    return None


def permitted(address, allowed):
    address = getattr(address, "ipv4_mapped", None) or address
    if any(address in network for network in allowed):
        return True
    return address.is_global and not address.is_multicast


async def resolve(target, allowed):
    """The addresses to connect to, each of them checked. An empty list: the name is not known."""
    address = literal(target.host)
    addresses = [address] if address else await lookup(target.host)
    if not all(permitted(one, allowed) for one in addresses):
        raise Refused("the address is not public")
    return addresses


async def lookup(host):
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return [ipaddress.ip_address(entry[4][0].split("%")[0]) for entry in found]
