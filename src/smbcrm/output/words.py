"""Sentences in the language of the person: the catalogue looked up, the gaps filled, the numbers written.

The English template is the key of the catalogue. In Persian the digits of a sentence are Persian; what is to be
typed again (anything between backticks, an id) keeps its Latin digits in every language. A template that the
catalogue does not know is shown in English, digits and all, unless it has no words at all.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING

from smbcrm.core.command_line import with_data
from smbcrm.core.say import Say, fitted
from smbcrm.output.safe import safe_line

if TYPE_CHECKING:
    from smbcrm.output.options import OutputOptions

# Gaps that name a thing, not a quantity: never grouped.
NAMES = frozenset(
    (
        "line",
        "row",
        "year",
        "week",
        "number",
        "from_row",
        "to_row",
        "first_row",
        "last_row",
        "version",
        "port",
    )
)
# Gaps that hold a word of the program, never text from a list: shown in the language.
WORDS = frozenset(("kind", "field", "part", "status", "verdict", "unit"))
# Gaps that a person types again as they stand, or that hold what he typed.
TYPED = frozenset(
    (
        "id",
        "ids",
        "op",
        "operation",
        "pair",
        "item",
        "customer_id",
        "ref",
        "code",
        "command",
        "who",
        "pid",
        "a",
        "b",
        "text",
    )
)
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_PERSIAN_NUMBER = str.maketrans("0123456789,.%", "۰۱۲۳۴۵۶۷۸۹٬٫٪")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_CLAUSE = re.compile(r"[.,;:،؛!?؟] |\n")
_COMMAND = re.compile(r"\bsmbcrm |(?:^|\s)--[a-z]+[a-z-]*[ =]\Z")
# A quantity that came as text shows it by its separators or its %; bare digits may be a phone or an id.
_WRITTEN_NUMBER = re.compile(r"(?=.*[,.%])-?\d{1,3}(?:,\d{3})*(?:\.\d+)?%?\Z", re.ASCII)


def render(sentence: Say, lang: str, *, calendar: str = "gregorian") -> str:
    """Give the sentence in a language.

    >>> from smbcrm.core.say import say
    >>> render(say("paid {amount} in {n} visits", amount=12500000, n=3.0), "en")
    'paid 12,500,000 in 3 visits'
    """
    template, persian = _template(sentence.template, lang)
    if not sentence.values:
        return template
    values = dict(sentence.values)
    parts: list[str] = []
    for literal, name, spec, typed in _pieces(fitted(template, values)):
        parts.append(literal)
        if name is None:
            continue
        value = values[name]
        if isinstance(value, Say):
            parts.append(render(value, lang, calendar=calendar))
        elif spec:
            parts.append(_digits(format(value, spec), persian=persian))
        else:
            parts.append(_shown(value, name, lang, calendar=calendar, typed=typed, persian=persian))
    return "".join(parts)


def sentence_for(sentence: Say, options: OutputOptions) -> str:
    """Give the sentence in the language of a person, as one line that is safe to show; its commands can be typed as they stand."""
    told = render(sentence, options.lang, calendar=options.calendar)
    return safe_line(with_data(told, options.data))


def heading(text: str, lang: str) -> str:
    """Give a column heading in a language."""
    return _template(text, lang)[0]


def knows(template: str, lang: str) -> bool:
    """Tell whether the catalogue of a language has this template; English has all."""
    return lang == "en" or template in _catalogue(lang) or not _has_words(template)


def _template(template: str, lang: str) -> tuple[str, bool]:
    if lang == "en":
        return template, False
    found = _catalogue(lang).get(template)
    if found is not None:
        return found, lang == "fa"
    if lang == "fa" and not _has_words(template):
        return template.replace(", ", "، ").replace("; ", "؛ "), True
    return template, False


@lru_cache(maxsize=1024)
def _has_words(template: str) -> bool:
    """Tell whether anything but gaps and signs is in a template; without, it needs no translation."""
    return any(any(map(str.isalpha, literal)) for literal, _, _, _ in _pieces(template))


def _catalogue(lang: str) -> Mapping[str, str]:
    if lang != "fa":
        return {}
    from smbcrm.output.persian.catalogue import PERSIAN

    return PERSIAN


@lru_cache(maxsize=4096)
def _pieces(template: str) -> tuple[tuple[str, str | None, str, bool], ...]:
    """Cut a template into (text, gap, format, whether the gap stands in something to be typed)."""
    pieces = []
    before = ""
    for literal, name, spec, _ in Formatter().parse(template):
        before += literal
        pieces.append((literal, name, spec or "", _in_command(before)))
        before += "0"
    return tuple(pieces)


def _in_command(before: str) -> bool:
    """Tell from the text before a gap whether a command is being spelled: between backticks or after its name."""
    if before.count("`") % 2:
        return True
    clause = _CLAUSE.split(before)[-1]
    return "`" not in clause and _COMMAND.search(clause) is not None


def _shown(value: object, name: str, lang: str, *, calendar: str, typed: bool, persian: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        shown = [
            render(one, lang, calendar=calendar)
            if isinstance(one, Say)
            else _shown(one, name, lang, calendar=calendar, typed=typed, persian=persian)
            for one in value
        ]
        return ("، " if persian else ", ").join(shown)
    if typed or name in TYPED:
        return str(value)
    if name in WORDS and isinstance(value, str):
        return heading(value, lang)
    if isinstance(value, (datetime.date, str)):
        return _shown_text(value if isinstance(value, str) else value.isoformat(), calendar, persian=persian)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        text = str(value) if name in NAMES else _number(value)
        return _digits(text, persian=persian)
    return str(value)


def _shown_text(text: str, calendar: str, *, persian: bool) -> str:
    if _ISO_DAY.match(text):
        from smbcrm.output.cells import shown_date

        return shown_date(text, calendar).translate(PERSIAN_DIGITS) if persian else shown_date(text, calendar)
    return _digits(text, persian=persian) if persian and _WRITTEN_NUMBER.match(text) else text


def _digits(text: str, *, persian: bool) -> str:
    return text.translate(_PERSIAN_NUMBER) if persian else text


def _number(value: float) -> str:
    if isinstance(value, int) or value.is_integer():
        return f"{int(value):,}"
    if abs(value) < 0.1:
        return f"{value:.2g}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")
