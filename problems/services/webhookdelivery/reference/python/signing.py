"""Standard Webhooks: secrets and symmetric signatures (v1)."""

import base64
import binascii
import hashlib
import hmac
import secrets

PREFIX = "whsec_"


def new_secret():
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def key_of(secret):
    """The key that a secret stands for; ValueError where it is none."""
    if not isinstance(secret, str) or not secret.startswith(PREFIX):
        raise ValueError(f"a secret begins with {PREFIX}")
    try:
        key = base64.b64decode(secret[len(PREFIX):], validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("what follows the prefix is not base64") from None
    if not 24 <= len(key) <= 64:
        raise ValueError("a secret has 24 to 64 bytes")
    return key


def signatures(secrets_now, message_id, timestamp, body):
    """The value of webhook-signature."""
    content = f"{message_id}.{timestamp}.".encode() + body
    made = []
    for secret in secrets_now:
        digest = hmac.new(key_of(secret), content, hashlib.sha256).digest()
        made.append("v1," + base64.b64encode(digest).decode())
    return " ".join(made)
