"""Values as JSON text, the way the store keeps them: compact, keys in order, letters as they are."""

from __future__ import annotations

from collections.abc import Callable


def json_writer() -> Callable[[object], str]:
    """Give a function that writes a value as JSON; made once for many values.

    >>> json_writer()({"نام": "علی", "amount": 12.5, "tags": ("a", None)})
    '{"amount":12.5,"tags":["a",null],"نام":"علی"}'
    """
    import msgspec

    encode = msgspec.json.Encoder(order="deterministic").encode
    return lambda value: encode(value).decode()
