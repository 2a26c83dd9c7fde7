"""What a link is, and what it may be made of. No I/O."""

import json
import re
import secrets
import string
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any
from urllib.parse import urlsplit

LONGEST_URL = 2048
LONGEST_TTL = 10 * 365 * 24 * 3600
CODE_LENGTH = 8  # 62^8: a guess at a million links hits one in 200 million
CODE_LETTERS = string.ascii_letters + string.digits
ALIAS = re.compile(r"[A-Za-z0-9_-]{3,32}")
RESERVED = {"links", "healthz"}
VISIBLE_ASCII = re.compile(r"[\x21-\x7e]+")


class NotAnObject(ValueError):
    """The body is no JSON object."""


class Invalid(ValueError):
    """The body is a JSON object, and a member of it is not what it has to be."""


@dataclass(frozen=True)
class NewLink:
    url: str
    alias: str | None
    ttl: int | None


@dataclass(frozen=True)
class Link:
    code: str
    url: str
    created_at: float  # seconds since the epoch
    expires_at: float | None
    deleted: bool
    hits: int

    def expired(self, now: float) -> bool:
        return self.expires_at is not None and now >= self.expires_at

    def to_json(self, public_url: str) -> dict[str, Any]:
        return {
            "code": self.code,
            "short_url": f"{public_url}/{self.code}",
            "url": self.url,
            "hits": self.hits,
            "created_at": _rfc3339(self.created_at),
            "expires_at": None if self.expires_at is None else _rfc3339(self.expires_at),
        }


def parse_new_link(body: bytes, own_host: str) -> NewLink:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotAnObject("the body is not JSON") from error
    if not isinstance(value, dict):
        raise NotAnObject("the body is not a JSON object")
    return NewLink(
        url=_check_url(value.get("url"), own_host),
        alias=_check_alias(value.get("alias")),
        ttl=_check_ttl(value.get("ttl")),
    )


def random_code() -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def _check_url(url: Any, own_host: str) -> str:
    if not isinstance(url, str):
        raise Invalid("url has to be a string")
    if len(url) > LONGEST_URL:
        raise Invalid(f"url is longer than {LONGEST_URL} characters")
    if not VISIBLE_ASCII.fullmatch(url) or "\\" in url:
        raise Invalid("url has a character that has to be percent-encoded")
    scheme, separator, rest = url.partition("://")
    if not separator or scheme.lower() not in ("http", "https"):
        raise Invalid("url has to begin with http:// or https://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if "@" in authority:
        raise Invalid("url has user information in it")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port  # reading the port checks it
    except ValueError as error:
        raise Invalid("url has no valid host and port") from error
    if not host:
        raise Invalid("url has no host")
    if host == own_host.lower():
        raise Invalid("url leads back to this service")
    return url  # as it came: never parsed and put together again


def _check_alias(alias: Any) -> str | None:
    if alias is None:
        return None
    if not isinstance(alias, str) or not ALIAS.fullmatch(alias):
        raise Invalid("alias has to be 3 to 32 letters, digits, _ or -")
    if alias in RESERVED:
        raise Invalid("alias is reserved")
    return alias


def _check_ttl(ttl: Any) -> int | None:
    if ttl is None:
        return None
    if isinstance(ttl, bool) or not isinstance(ttl, int) or not 1 <= ttl <= LONGEST_TTL:
        raise Invalid(f"ttl has to be a whole number of seconds, 1 to {LONGEST_TTL}")
    return ttl


def _rfc3339(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
