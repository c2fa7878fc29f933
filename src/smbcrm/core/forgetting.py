"""Somebody who is to be forgotten: by what he is known, in whatever spelling, and the marks that keep him away without naming him."""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from smbcrm.core.text import fold, fold_digits
from smbcrm.core.values.phone_keys import is_junk_phone, phone_key

_SHORTEST_NUMBER = 7  # digits; what is shorter is in too many texts
_TELLING = 8  # letters and digits of a row; what is shorter may be anybody's
_HANDLES = ("instagram", "telegram", "website")
_UNSEEN = "[\u200c-\u200f\u0640\u064b-\u065f\u0670\u0300-\u036f]*"  # may stand behind any letter
_BETWEEN_WORDS = r"[\s\u200c_,،.\-]*"
_BETWEEN_DIGITS = r"[\s\u200c\-().,/_]*"
_VARIANTS = {"ی": "یيىئېےۍ", "ک": "کكڪ", "ه": "هةہھەۃ", "ا": "اأإآٱ", "و": "وؤ"}
_DIGIT = {str(n): f"{n}{chr(0x6F0 + n)}{chr(0x660 + n)}{chr(0xFF10 + n)}" for n in range(10)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What somebody is known by, as the rows about him say it.

    `cells` are his rows as read, to know them again; `texts` everything they say, folded.
    """

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    national_ids: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    cells: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()

    @property
    def values(self) -> tuple[str, ...]:
        """Everything but the days: what must be found nowhere."""
        return (*self.names, *self.phones, *self.emails, *self.national_ids, *self.handles)


def known_by(rows: Iterable[tuple[Mapping[str, Any], str]]) -> Known:
    """Give what rows (fields and raw cells) know somebody by."""
    found: dict[str, dict[str, None]] = {
        name: {} for name in ("name", "phone", "email", "national", "birth", "handle")
    }
    cells: set[str] = set()
    texts: set[str] = set()
    for fields, raw in rows:
        texts.update(fold(text) for text in leaves(fields))
        name = fields.get("name") or fields.get("company")
        found["name"] |= dict.fromkeys([str(name)] if name else [])
        found["phone"] |= dict.fromkeys(str(one) for one in fields.get("phones", ()))
        found["email"] |= dict.fromkeys(str(one) for one in fields.get("emails", ()))
        found["national"] |= dict.fromkeys([str(fields["national_id"])] if fields.get("national_id") else [])
        found["birth"] |= dict.fromkeys([str(fields["birth_date"])] if fields.get("birth_date") else [])
        found["handle"] |= dict.fromkeys(
            str(fields[one]) for one in _HANDLES if len(str(fields.get(one, ""))) > 4
        )
        cells.add(raw)
    return Known(
        names=tuple(found["name"]), phones=tuple(found["phone"]), emails=tuple(found["email"]),
        national_ids=tuple(found["national"]), birth_dates=tuple(found["birth"]), handles=tuple(found["handle"]),
        cells=frozenset(cells) - {"", "[]", "{}"}, texts=frozenset(texts) - {""},
    )  # fmt: skip


def leaves(value: object) -> Iterator[str]:
    """Give every text in JSON data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, Sequence):
        for one in value:
            yield from leaves(one)


def without(known: Known, shared: Iterable[str]) -> Known:
    """Give what is his alone: without the phones, e-mails and names that others on the list have, too."""
    gone = {_same(value) for value in shared}

    def kept(values: Sequence[str]) -> tuple[str, ...]:
        return tuple(value for value in values if _same(value) not in gone)

    return Known(
        names=kept(known.names), phones=kept(known.phones), emails=kept(known.emails), national_ids=known.national_ids,
        birth_dates=known.birth_dates, handles=kept(known.handles), cells=known.cells, texts=known.texts,
    )  # fmt: skip


def _same(value: str) -> str:
    key = phone_key(value) if not any(char.isalpha() for char in value.partition(";")[0]) else ""
    return f"{key}#" if len(key) >= _SHORTEST_NUMBER else fold(value)


def is_about(known: Known, fields: Mapping[str, Any], raw: str = "", *, shared: Collection[str] = ()) -> bool:
    """Tell whether a row that belongs to nobody on the list now is about him.

    It is when it is one of his rows as read; when it has his national id; when it has a phone, an e-mail or a birth date of his and does
    not call him by a name that has no word in common with his; when it has nothing but his whole name. What is `shared` tells nothing.
    """
    if raw and raw in known.cells:
        return True
    national = fold(str(fields.get("national_id") or ""))
    ids = set(map(fold, known.national_ids))
    if national and ids:
        return national in ids
    name = str(fields.get("name") or fields.get("company") or "")
    if name and known.names and all(_words(name).isdisjoint(_words(one)) for one in known.names):
        return False
    common = {_same(value) for value in shared}
    phones = {_same(one) for one in known.phones if _is_number(one)} - common
    emails = set(map(fold, known.emails)) - common
    given = [*fields.get("phones", ()), *fields.get("emails", ())]
    if any(_same(str(one)) in phones or fold(str(one)) in emails for one in given):
        return True
    if name and str(fields.get("birth_date") or "") in known.birth_dates:
        return True
    whole = {_sorted(one) for one in known.names if fold(one) not in common}
    return not given and " " in _sorted(name) and _sorted(name) in whole


def _words(name: str) -> set[str]:
    """Give the words of a name, and their sounds: the same man may be written in two scripts."""
    from smbcrm.core.naming.sounds import sound_key

    return {*fold(name).split(), *sound_key(name).split()}


def _is_number(phone: str) -> bool:
    return len(phone_key(phone)) >= _SHORTEST_NUMBER and not is_junk_phone(phone)


class Spellings:
    """Everything somebody is known by, to be found in any text however it is written there, and taken out of it."""

    def __init__(self, known: Known, ids: Iterable[int] = ()) -> None:
        self._known = known
        self._names = {fold(name) for name in known.names if fold(name)}
        self._ids = {f"C{number}" for number in ids}

    @cached_property
    def _sure(self) -> re.Pattern[str] | None:
        """Finds what is nobody else's wherever it stands: numbers, addresses, names of two words and more."""
        parts = [_number(one) for one in (*self._known.phones, *self._known.national_ids)]
        parts += [_word(fold(one)) for one in (*self._known.emails, *self._known.handles)]
        for name in self._names:
            words = name.split()
            if len(words) > 1:
                parts += [_name(words), *([_name(words[::-1])] if len(words) == 2 else [])]
        parts = sorted({part for part in parts if part}, key=len, reverse=True)
        return re.compile("|".join(parts), re.IGNORECASE) if parts else None

    @cached_property
    def _perhaps(self) -> re.Pattern[str] | None:
        """Finds all of that, and names of one word and ids, which count only where they are the whole text."""
        parts = [self._sure.pattern] if self._sure else []
        parts += [_word(name) for name in self._names if " " not in name]
        parts += [f'"{one}"' for one in self._ids]
        return re.compile("|".join(parts), re.IGNORECASE) if parts else None

    @cached_property
    def _cores(self) -> list[Callable[[str], object]]:
        """Look quickly, one after another, for the longest word of each name, for each number, address and id.

        One search for all of them at once takes nine times as long.
        """
        parts = {_core(max(name.split(), key=len)) for name in self._names}
        numbers = (*self._known.phones, *self._known.national_ids)
        parts |= {_BETWEEN_DIGITS.join(f"[{_DIGIT[d]}]" for d in _digits(one)) for one in numbers}
        parts |= {_core(fold(one)) for one in (*self._known.emails, *self._known.handles)}
        parts |= {f'"[cC]{one[1:]}"' for one in self._ids}
        return [re.compile(part).search for part in sorted(parts - {""})]

    def may_be_in(self, *texts: object) -> bool:
        """Tell quickly whether he may be in any of these texts."""
        text = "\x00".join([text for text in texts if text.__class__ is str])
        if self._near(text) and self._certainly(text):
            return True
        return "\\" in text and self._near(_unescaped(text)) and self._certainly(_unescaped(text))

    def _near(self, text: str) -> bool:
        return any(search(text) for search in self._cores)

    def _certainly(self, text: str) -> bool:
        return self._perhaps is not None and self._perhaps.search(text) is not None

    def names(self, text: str) -> bool:
        """Tell whether a text names him: anywhere in it, or a name of one word as all of it."""
        return bool(self._sure and self._sure.search(text)) or fold(text) in self._names

    def says(self, text: str) -> bool:
        """Tell whether a text names him or is one that his own rows say, whatever it is about."""
        return self.names(text) or fold(text) in self._known.texts

    def is_link(self, text: str) -> bool:
        """Tell whether a text is nothing but his id or number: a link to him, which leads nowhere once he is gone."""
        whole = text.strip()
        if whole.upper() in self._ids:
            return True
        digits = _same(whole)
        return digits.endswith("#") and any(_same(one) == digits for one in self._known.phones)

    def is_he(self, text: str) -> bool:
        """Tell whether a text is nothing but his id, number, address or name of several words."""
        folded = fold(text)
        return (
            self.is_link(text)
            or (" " in folded and folded in self._names)
            or folded in map(fold, (*self._known.emails, *self._known.national_ids))
        )

    @staticmethod
    def alike(one: str, other: str) -> bool:
        """Tell whether two texts are the same number, or the same words."""
        return _same(one) == _same(other)

    def taken_out(self, text: str, instead: str) -> str:
        """Give the text without him."""
        if fold(text) in self._names:
            return instead
        return self._sure.sub(instead, text) if self._sure else text


def taken_out_of_json(
    value: object, change: Callable[[str, tuple[str, ...]], str | None], at: tuple[str, ...] = ()
) -> object:
    """Give JSON data in which every text was changed (None: it goes, with its key or place in a list); `at` are the keys above it."""
    if isinstance(value, str):
        return change(value, at)
    if isinstance(value, list):
        return [
            one
            for one in (taken_out_of_json(each, change, at) for each in value)
            if one is not None or None in value
        ]
    if isinstance(value, dict):
        changed = {key: taken_out_of_json(one, change, (*at, key)) for key, one in value.items()}
        return {key: one for key, one in changed.items() if one is not None or value[key] is None}
    return value


def as_json(text: str) -> object | None:
    """Give the data of a text that is a JSON array or object, else None."""
    if text[:1] not in "[{" or not text:
        return None
    try:
        return json.loads(text)  # type: ignore[no-any-return]
    except ValueError:
        return None


def _unescaped(text: str) -> str:
    """Give JSON text with its escapes resolved, so that words parted by a line end are found in it, too."""
    return re.sub(
        r"\\(?:u([0-9a-fA-F]{4})|(.))",
        lambda found: chr(int(found[1], 16)) if found[1] else _ESCAPES.get(found[2], found[2]),
        text,
    )


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}


def _letter(char: str) -> str:
    if char.isdigit():
        return f"[{_DIGIT.get(char, char)}]"
    if char.isascii():
        return f"[{char}{char.upper()}\u00c0-\u024f\uff01-\uff5e]" if char.isalpha() else re.escape(char)
    return f"[{_VARIANTS.get(char, re.escape(char))}\ufb50-\ufdff\ufe70-\ufeff]"


def _word(word: str) -> str:
    return (
        rf"(?<![^\W_]){''.join(_letter(char) + (_UNSEEN if not char.isascii() else '') for char in word)}(?![^\W_])"
        if word
        else ""
    )


def _name(words: Sequence[str]) -> str:
    inside = _BETWEEN_WORDS.join(
        "".join(_letter(char) + (_UNSEEN if not char.isascii() else "") for char in word) for word in words
    )
    return rf"(?<![^\W_]){inside}(?![^\W_])"


def _core(word: str) -> str:
    return "".join(_letter(char) + ("" if char.isascii() else _UNSEEN) for char in word)


def _digits(value: str) -> str:
    """Give the digits by which a number is found, without the code of its country; none of a number too short to tell."""
    digits = phone_key(value) if value[:1] == "+" or any(char in value for char in "()- ") else ""
    digits = digits or "".join(char for char in fold_digits(value.partition(";")[0]) if char.isdigit())
    return digits if len(digits) >= _SHORTEST_NUMBER else ""


def _number(value: str) -> str:
    """Give what finds a number with or without the code of its country, whatever stands between its digits."""
    digits = _digits(value)
    if not digits:
        return ""
    wanted = _BETWEEN_DIGITS.join(f"[{_DIGIT[d]}]" for d in digits)
    return r"\+?" + rf"(?:[0-9۰-۹٠-٩]{_BETWEEN_DIGITS}){{0,6}}" + wanted + r"(?![0-9۰-۹٠-٩])"


# Marks: what is kept of somebody who was forgotten. A mark is a kind and a text under a key; only the keyed hash of it is stored.

Mark = tuple[str, str]


def marks_of(known: Known, *, shared: Iterable[str] = ()) -> set[Mark]:
    """Give the marks somebody leaves. What others on the list have, too, marks him only together with his name.

    Somebody of whom nothing but a name is known is marked by that, if it has two words.
    """
    common = {_same(value) for value in shared}
    found: set[Mark] = {("row", cells) for cells in known.cells if sum(map(str.isalnum, cells)) >= _TELLING}
    names = {_sorted(name) for name in known.names}
    telling = False
    for phone in filter(_is_number, known.phones):
        key = phone_key(phone)
        telling = True
        if _same(phone) in common:
            found.update(("named", f"{key} {name}") for name in names)
        elif phone[:1] == "+":
            found |= {("phone", phone.partition(";")[0]), ("tail", key)}
        else:
            found |= {("bare", key), ("tail", key)}
    for email in map(fold, known.emails):
        telling = True
        found.update(
            [("email", email)] if email not in common else (("named", f"{email} {name}") for name in names)
        )
    for national in known.national_ids:
        telling = True
        found.add(("national", fold(national)))
    for born in known.birth_dates:
        if _is_whole_day(born):
            telling = True
            found.update(("born", f"{born} {name}") for name in names)
    if not telling:
        found.update(("name", name) for name in names if " " in name)
    return found


def marks_in(fields: Mapping[str, Any], raw: str) -> Iterator[Mark]:
    """Give the marks that a row asks about: with any of them on record, it is about somebody who was forgotten."""
    name = _sorted(str(fields.get("name") or fields.get("company") or ""))
    yield "row", raw
    for phone in map(str, fields.get("phones", ())):
        key = phone_key(phone)
        if len(key) < _SHORTEST_NUMBER:
            continue
        if phone[:1] == "+":
            yield "phone", phone.partition(";")[0]
            yield "bare", key
        else:
            yield "tail", key
        yield "named", f"{key} {name}"
    for email in map(fold, map(str, fields.get("emails", ()))):
        yield "email", email
        yield "named", f"{email} {name}"
    if fields.get("national_id"):
        yield "national", fold(str(fields["national_id"]))
    if name and fields.get("birth_date"):
        yield "born", f"{fields['birth_date']} {name}"
    if " " in name:
        yield "name", name


def hashed(key: bytes, mark: Mark) -> bytes:
    """Give the keyed hash that is kept of a mark."""
    return hmac.digest(key, "\x1f".join(mark).encode(errors="surrogatepass"), "sha256")


def _sorted(name: str) -> str:
    return " ".join(sorted(fold(name).replace(",", " ").replace("،", " ").split()))


def _is_whole_day(born: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", born) is not None
