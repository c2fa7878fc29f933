"""Two customers field by field: what each says, and where they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.text import fold
from smbcrm.core.values.phone_keys import phone_key

# In the order in which a person decides by them; what is not named here follows, the owner's own columns last.
_FIRST = (
    "name", "company", "phones", "emails", "national_id", "birth_date", "father_name", "addresses", "district", "city",
    "province", "postal_code", "customer_code", "website", "job_title", "referrer",
)  # fmt: skip
# Parts of what is shown whole, and what is told apart from the fields.
_UNSHOWN = frozenset({"first_name", "last_name", "name_prefix", "unit", "address", "names", "x", "notes"})
_LAST = ("notes", "tags", "spend", "purchases", "last_purchase", "last_interaction", "tier")
# What is called by a name, in whatever script it is written.
_NAMED = frozenset({"name", "company", "father_name", "district", "city", "province"})
_DECISIVE = frozenset({"name", "phones", "emails", "national_id", "birth_date", "addresses", "city"})
# Unlike values here are no difference between two people; a code means something in its own list only.
_COUNTED = frozenset({
    "spend", "purchases", "last_purchase", "last_interaction", "tier", "notes", "tags", "customer_code", "total_spent",
    "order_count", "first_purchase_date", "last_purchase_date", "last_contact_date", "created_at",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One field of two customers: the values of each (none, one or several), and whether they contradict each other.

    `own` tells that the field is a column of the owner's, named by its heading.
    """

    field: str
    a: tuple[Any, ...]
    b: tuple[Any, ...]
    differs: bool
    own: bool = False


def compare_fields(a: Mapping[str, Any], b: Mapping[str, Any]) -> list[Compared]:
    """Give every field that either has a value for; both are told like `golden.fields`, with name, company, city and the like.

    >>> one, two = {"name": "علي", "city": "Qom"}, {"name": "علی", "city": "Yazd", "emails": ["a@b.de"]}
    >>> [(line.field, line.differs) for line in compare_fields(one, two)]
    [('name', False), ('emails', False), ('city', True)]
    """
    names = dict.fromkeys((*_FIRST, *sorted({*a, *b} - _UNSHOWN - {*_LAST}), *_LAST))
    lines = [_compared(name, _values(a, name), _values(b, name)) for name in names]
    mine, his = a.get("x") or {}, b.get("x") or {}
    own = [
        _compared(heading, _several(mine.get(heading)), _several(his.get(heading)), own=True)
        for heading in sorted({*mine, *his})
    ]
    at = next((place for place, line in enumerate(lines) if line.field in _LAST), len(lines))
    return [line for line in (*lines[:at], *own, *lines[at:]) if line.a or line.b]


def field_rank(name: str) -> tuple[int, bool, str]:
    """Give where a field stands among the others: those by which people are told apart first."""
    single = {"address": "addresses", "first_name": "name", "last_name": "name"}.get(name, name)
    return (_FIRST.index(single) if single in _FIRST else len(_FIRST), single != name, name)


def contradicting(lines: Sequence[Compared]) -> int:
    """Tell in how many of the fields by which people are told apart the two contradict each other."""
    return sum(line.differs and line.field in _DECISIVE for line in lines)


def differing(lines: Sequence[Compared]) -> Iterator[Compared]:
    """Give the fields in which the two contradict each other."""
    return (line for line in lines if line.differs)


def _compared(name: str, a: tuple[Any, ...], b: tuple[Any, ...], *, own: bool = False) -> Compared:
    common = {_key(name, value) for value in a} & {_key(name, value) for value in b}
    differs = bool(a and b and not common) and (own or name not in _COUNTED)
    if differs and not own and name in _NAMED:
        differs = not any(_is_one_name(str(mine), str(his)) for mine in a for his in b)
    return Compared(field=name, a=_shared_first(name, a, common), b=_shared_first(name, b, common),
                    differs=differs, own=own)  # fmt: skip


def _is_one_name(one: str, other: str) -> bool:
    """Tell whether a name and another one in other letters are the same, word by word in any order.

    >>> _is_one_name("علی رضایی", "Rezaei, Ali"), _is_one_name("حمید رضایی", "Hamed Rezaei"), _is_one_name("شیراز", "Shiraz")
    (True, False, True)
    """
    # The tables of names are loaded where two customers are compared, and not where one is shown.
    from smbcrm.core.naming.given_names import are_two_names_across
    from smbcrm.core.naming.sounds import name_words, word_sound

    def is_in_other_letters(word: str, its: str) -> bool:
        across = word.isascii() != its.isascii() and word_sound(word) == word_sound(its)
        return across and not are_two_names_across(word, its)

    left = name_words(other)
    for word in name_words(one):
        same = next((its for its in left if is_in_other_letters(word, its)), None)
        if same is None:
            return False
        left.remove(same)
    return not left


def _shared_first(name: str, values: tuple[Any, ...], common: set[str]) -> tuple[Any, ...]:
    """Put what both have first, so that it stands side by side; a name keeps its place, since the first is the one shown."""
    if name == "name":
        return values
    return tuple(sorted(values, key=lambda value: _key(name, value) not in common))


def _key(name: str, value: Any) -> str:
    text = str(value)
    if name == "phones":
        return phone_key(text) or fold(text)
    if name in ("name", "company"):  # "Rezaei, Ali" is Ali Rezaei
        return " ".join(sorted(re.findall(r"\w+", fold(text))))
    return fold(text)


def _values(fields: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    if name == "name":
        return tuple(dict.fromkeys([*_several(fields.get("name")), *_several(fields.get("names"))]))
    if name == "addresses":
        return _several(fields.get("addresses")) or _several(fields.get("address"))
    return _several(fields.get(name))


def _several(value: Any) -> tuple[Any, ...]:
    if isinstance(value, list | tuple):
        return tuple(value)
    return () if value in (None, "") else (value,)
