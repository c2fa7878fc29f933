"""Sentences for people, kept apart from the language they are shown in.

A sentence is an English template and its values. Everything below `output/` passes sentences around and
stores them as they are; `output/` alone chooses the language and writes the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Say:
    """One sentence: an English template with `{named}` gaps, and what fills them.

    Values are text, numbers or further sentences. `{rows:row|rows}` stands for the word that fits the number of rows.
    `str()` gives the English text.
    """

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        if not self.values:
            return self.template
        values = dict(self.values)
        return fitted(self.template, values).format(**values)

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


_ONE_OR_MANY = r"\{(\w+):([^{}|]*)\|([^{}|]*)\}"


def fitted(template: str, values: Mapping[str, object]) -> str:
    """Give the template with the words that fit its numbers: of `{rows:row|rows}` the first for 1, else the second.

    >>> template = "{rows} {rows:row is|rows are} new"
    >>> fitted(template, {"rows": 1}), fitted(template, {"rows": 2})
    ('{rows} row is new', '{rows} rows are new')
    """
    if "|" not in template:
        return template
    return re.sub(_ONE_OR_MANY, lambda gap: gap[2] if values[gap[1]] == 1 else gap[3], template)


def listed(parts: Sequence[object], *, most: int) -> Say:
    """Give several things as one: `most` of them, and dots where there are more.

    >>> str(listed(["a", say("{n}", n=2), "c"], most=2))
    'a, 2 ...'
    """
    told = say("{name}", name=parts[0]) if parts else Say("")
    for part in parts[1:most]:
        told = say("{names}, {name}", names=told, name=part)
    return say("{names} ...", names=told) if len(parts) > most else told


def listed_rows(numbers: Sequence[int], *, most: int = 12) -> Say:
    """Give the numbers of rows as one: the first of them, and dots where there are more.

    >>> str(listed_rows([3, 8, 10], most=2))
    '3, 8 ...'
    """
    return listed([say("{row}", row=number) for number in numbers[: most + 1]], most=most)


def shortened(text: str, most: int = 60) -> str:
    """Give a text that somebody typed, so that it can be told in a sentence: not more than a line of it.

    >>> shortened("abc"), shortened("abc" * 30, 8)
    ('abc', 'abcabcab...')
    """
    return text if len(text) <= most else f"{text[:most]}..."


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


def percent(share: float) -> str:
    """Give a part of a whole as it is told everywhere: whole percents, and one decimal of what is less than one.

    >>> [percent(share) for share in (0.253, 0.996, 0.0043, 0.0001, 0)]
    ['25%', '100%', '0.4%', '0%', '0%']
    """
    small = f"{share:.1%}"
    return small if 0 < share < 0.0095 and small != "0.0%" else f"{share:.0%}"
