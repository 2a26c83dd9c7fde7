"""What a flag is: reads a definition and says what is wrong with it."""

import re
from dataclasses import dataclass
from typing import Any, Optional

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class InvalidDefinition(Exception):
    pass


@dataclass(frozen=True)
class Condition:
    attribute: str
    op: str
    value: Any


@dataclass(frozen=True)
class Rule:
    """`split` is ((variant, percent), ...), or None where `variant` decides."""

    when: tuple
    variant: Optional[str]
    split: Optional[tuple]


@dataclass(frozen=True)
class Flag:
    key: str
    definition: dict
    enabled: bool
    variants: dict
    default_variant: Optional[str]
    rules: tuple
    metadata: Optional[dict]


def kind_of(value):
    """The JSON type: bool and int are one thing to Python, but not to us."""
    for kind, types in (("boolean", bool), ("number", (int, float)), ("string", str), ("object", dict)):
        if isinstance(value, types):
            return kind
    return "other"


def read_flag(key, definition):
    _check(isinstance(definition, dict), "a definition is an object")
    variants = definition.get("variants")
    _check(isinstance(variants, dict) and variants, "variants is an object with at least one")
    kinds = {kind_of(value) for value in variants.values()}
    _check(len(kinds) == 1 and "other" not in kinds, "all values have one type")

    default_variant = definition.get("defaultVariant")
    if default_variant is not None:
        _check_variant(default_variant, variants)
    enabled = definition.get("enabled", True)
    _check(isinstance(enabled, bool), "enabled is a boolean")
    rules = definition.get("rules", [])
    _check(isinstance(rules, list), "rules is a list")
    metadata = definition.get("metadata")
    if "metadata" in definition:
        _check(isinstance(metadata, dict), "metadata is an object")
        for value in metadata.values():
            _check(_is_scalar(value), "metadata has strings, numbers, booleans")
    return Flag(
        key=key,
        definition=definition,
        enabled=enabled,
        variants=variants,
        default_variant=default_variant,
        rules=tuple(_read_rule(rule, variants) for rule in rules),
        metadata=metadata,
    )


def _read_rule(rule, variants):
    _check(isinstance(rule, dict) and isinstance(rule.get("when"), list), "a rule has when, a list")
    _check(("variant" in rule) != ("split" in rule), "a rule has either variant or split")
    when = tuple(_read_condition(condition) for condition in rule["when"])
    if "variant" in rule:
        _check_variant(rule["variant"], variants)
        return Rule(when, rule["variant"], None)
    return Rule(when, None, _read_split(rule["split"], variants))


def _read_split(split, variants):
    _check(isinstance(split, list) and split, "split is a list")
    parts = []
    for part in split:
        _check(isinstance(part, dict), "a split has objects")
        _check_variant(part.get("variant"), variants)
        percent = part.get("percent")
        _check(type(percent) is int and 0 <= percent <= 100, "percent is an integer from 0 to 100")
        parts.append((part["variant"], percent))
    _check(len({name for name, _ in parts}) == len(parts), "a split has a variant once")
    _check(sum(percent for _, percent in parts) == 100, "the percents of a split are 100 together")
    return tuple(parts)


def _read_condition(condition):
    _check(isinstance(condition, dict), "a condition is an object")
    attribute, op, value = (condition.get(name) for name in ("attribute", "op", "value"))
    _check(isinstance(attribute, str), "attribute is a string")
    fits = {
        "equals": lambda: _is_scalar(value),
        "in": lambda: isinstance(value, list) and all(map(_is_scalar, value)),
        "endsWith": lambda: isinstance(value, str),
        "atLeast": lambda: kind_of(value) == "number",
    }
    _check(isinstance(op, str) and op in fits, f"op is one of {', '.join(fits)}")
    _check(fits[op](), f"the value does not fit {op}")
    return Condition(attribute, op, value)


def _is_scalar(value):
    return kind_of(value) in ("string", "number", "boolean")


def _check_variant(name, variants):
    _check(isinstance(name, str) and name in variants, f"there is no variant {name!r}")


def _check(holds, otherwise):
    if not holds:
        raise InvalidDefinition(otherwise)
