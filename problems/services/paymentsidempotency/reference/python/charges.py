"""What a valid charge request is, and when two are the same."""

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Optional

from problems import Problem

CURRENCIES = ("EUR", "GBP", "USD")
SOURCE = re.compile(r"tok_[A-Za-z0-9_]{1,60}")
KEY = re.compile(r"[!-~]{1,255}")
LARGEST_AMOUNT = 99_999_999
LONGEST_DESCRIPTION = 200


@dataclass(frozen=True)
class ChargeRequest:
    amount: int
    currency: str
    source: str
    description: Optional[str] = None

    @property
    def approved(self):
        """What the card network says."""
        return self.source != "tok_declined"

    def members(self):
        """The members as a client sees them: an absent description stays absent."""
        members = {"amount": self.amount, "currency": self.currency, "source": self.source}
        if self.description is not None:
            members["description"] = self.description
        return members

    def fingerprint(self):
        """The same for the same values, however the JSON was written."""
        canonical = json.dumps(self.members(), sort_keys=True)
        return hashlib.sha256(canonical.encode()).hexdigest()


def parse_key(values):
    """The idempotency key, from all values of the header."""
    if not values:
        raise Problem("key-missing", "Send an Idempotency-Key with every charge.")
    key = values[0].strip(" \t")
    if len(values) > 1 or not KEY.fullmatch(key):
        raise Problem("key-invalid", "One key of 1 to 255 visible ASCII characters.")
    return key


def parse_charge(body):
    try:
        members = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Problem("body-invalid", "The body is not JSON.") from error
    if not isinstance(members, dict):
        raise Problem("body-invalid", "The body is not a JSON object.")
    unknown = members.keys() - {"amount", "currency", "source", "description"}
    if unknown:
        raise Problem("body-invalid", f"There is no member {min(unknown)!r}.")

    amount = members.get("amount")
    if type(amount) is not int or not 1 <= amount <= LARGEST_AMOUNT:  # bool is an int, too
        raise Problem("body-invalid", f"amount is an integer from 1 to {LARGEST_AMOUNT}.")
    if members.get("currency") not in CURRENCIES:
        raise Problem("body-invalid", f"currency is one of {', '.join(CURRENCIES)}.")
    source = members.get("source")
    if not isinstance(source, str) or not SOURCE.fullmatch(source):
        raise Problem("body-invalid", "source is tok_ and 1 to 60 letters, digits, underscores.")
    description = members.get("description")
    if "description" in members and not (
        isinstance(description, str) and len(description) <= LONGEST_DESCRIPTION
    ):
        raise Problem("body-invalid", f"description is at most {LONGEST_DESCRIPTION} characters.")
    return ChargeRequest(amount, members["currency"], source, description)
