"""Sentences for people, kept apart from the language they are shown in.

A sentence is an English template and its values. Everything below `output/` passes sentences around and
stores them as they are; `output/` alone chooses the language and writes the numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Say:
    """One sentence: an English template with `{named}` gaps, and what fills them.

    Values are text, numbers or further sentences. `str()` gives the English text.
    """

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**dict(self.values)) if self.values else self.template

    def to_data(self) -> list[object]:
        """Give the sentence as plain data for JSON: `[template]` or `[template, {name: value}]`.

        >>> say("bought {n} times", n=5).to_data()
        ['bought {n} times', {'n': 5}]
        """
        if not self.values:
            return [self.template]
        plain = {k: v.to_data() if isinstance(v, Say) else v for k, v in self.values}
        return [self.template, plain]


def say(template: str, /, **values: object) -> Say:
    """Make a sentence.

    >>> str(say("bought {n} times", n=5))
    'bought 5 times'
    """
    return Say(template, tuple(values.items()))


def listed(parts: Sequence[object], *, most: int) -> Say:
    """Give several things as one: `most` of them, and dots where there are more.

    >>> str(listed(["a", say("{n}", n=2), "c"], most=2))
    'a, 2 ...'
    """
    told = say("{name}", name=parts[0]) if parts else Say("")
    for part in parts[1:most]:
        told = say("{names}, {name}", names=told, name=part)
    return say("{names} ...", names=told) if len(parts) > most else told


def from_data(data: list[object] | None) -> Say:
    """Read back what `Say.to_data` gave; nothing gives the empty sentence.

    >>> from_data(["bought {n} times", {"n": 5}]) == say("bought {n} times", n=5)
    True
    """
    if not data:
        return Say("")
    values = data[1] if len(data) > 1 else {}
    assert isinstance(values, Mapping)
    return Say(
        str(data[0]),
        tuple((k, from_data(v) if isinstance(v, list) else v) for k, v in values.items()),
    )
