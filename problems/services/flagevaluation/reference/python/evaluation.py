"""Evaluates a flag for a context. Pure: the same arguments, the same answer."""

import hashlib

from definitions import kind_of


class EvaluationError(Exception):
    def __init__(self, code, details, status=400):
        super().__init__(code, details)
        self.code = code
        self.details = details
        self.status = status

    def body(self, key=None):
        body = {"key": key} if key is not None else {}
        return {**body, "errorCode": self.code, "errorDetails": self.details}


def check_context(context):
    if not isinstance(context, dict):
        raise EvaluationError("INVALID_CONTEXT", "context is an object")
    if not isinstance(context.get("targetingKey", ""), str):
        raise EvaluationError("INVALID_CONTEXT", "targetingKey is a string")
    return context


def evaluate(flag, context):
    """The body of a successful evaluation; raises EvaluationError."""
    reason, variant = _decide(flag, context)
    body = {"key": flag.key, "reason": reason}
    if variant is not None:
        body["variant"] = variant
        body["value"] = flag.variants[variant]
    if flag.metadata is not None:
        body["metadata"] = flag.metadata
    return body


def evaluate_or_fail(flag, context):
    """The body of an evaluation, successful or not."""
    try:
        return evaluate(flag, check_context(context))
    except EvaluationError as error:
        return error.body(flag.key)


def _decide(flag, context):
    if not flag.enabled:
        return "DISABLED", None
    for rule in flag.rules:
        if all(_holds(condition, context) for condition in rule.when):
            if rule.split is None:
                return "TARGETING_MATCH", rule.variant
            return "SPLIT", _draw(flag.key, rule.split, context.get("targetingKey"))
    if flag.rules or flag.default_variant is None:
        return "DEFAULT", flag.default_variant
    return "STATIC", flag.default_variant


def _draw(flag_key, split, targeting_key):
    """Lays the variants over 0 to 100, in their order, and looks where the user's place is.

    All together fill 100, so a variant that alone grows moves only its own borders, outwards.
    """
    if not targeting_key:
        raise EvaluationError("TARGETING_KEY_MISSING", "a split needs a targetingKey")
    place = _place(flag_key, targeting_key)
    border = 0
    for variant, percent in split:
        border += percent
        if place < border:
            return variant
    raise AssertionError("the percents of a split are 100 together")


def _place(flag_key, targeting_key):
    """The user's place, 0 to 99, for this flag: the same in every process and release."""
    text = f"{flag_key}\n{targeting_key}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(text).digest()[:8], "big") % 100


def _holds(condition, context):
    if condition.attribute not in context:
        return False
    actual = context[condition.attribute]
    if condition.op == "equals":
        return _same(actual, condition.value)
    if condition.op == "in":
        return any(_same(actual, value) for value in condition.value)
    if condition.op == "endsWith":
        return isinstance(actual, str) and actual.endswith(condition.value)
    return kind_of(actual) == "number" and actual >= condition.value


def _same(left, right):
    return kind_of(left) == kind_of(right) and left == right
