"""Names that are read as a person's and stand on the line of a firm that is called nearly so: Kian Tradng, beside Kian Trading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from smbcrm.core.matcher.reading.contact_traits import phone_number
from smbcrm.core.naming.articles import sounds_of, with_articles
from smbcrm.core.naming.firm_names import firm_words
from smbcrm.core.naming.given_names import known_given_names
from smbcrm.core.naming.person_names import NO_NAME, PersonName
from smbcrm.core.naming.sounds import end_apart, name_words, word_sound
from smbcrm.core.naming.tables.firms import FIRM_WORDS
from smbcrm.core.records import Records

_DIGITS = 7
_MANY = 20  # firms on one line: more share a switchboard, or a number that fills the column, which tells whose a name is no better
_SLIP_FROM, _BEGINS_FROM = 4, 5  # letters

Firm = tuple[str, ...]
_Called = tuple[Firm, str]  # a firm's words, and its name as it is written


def firms_beside(records: Records, names: list[PersonName], firms: list[Firm]) -> list[int]:
    """Take a name for a firm's where the firm on the same phone or with the same e-mail is called so, or nearly so; give the rows.

    Nothing in such a name tells that it is one: its word for a trade is mistyped, in other letters, or left out.
    """
    if not any(firms):
        return []
    end_of = _ends(records)
    by_contact = _firms_by_contact(records, firms, end_of)
    if not by_contact:
        return []
    taken: list[int] = []
    known = known_given_names()
    read: dict[tuple[str, _Called], Firm | None] = {}
    lines, mails = {phone for phone, end in end_of.items() if end in by_contact}, by_contact.keys()
    contacts = zip(records.phones, records.emails)
    for row, (name, text, (phones, emails)) in enumerate(zip(names, records.name, contacts)):
        if firms[row] or name.trusted or " " not in text:
            continue
        if lines.isdisjoint(phones) and mails.isdisjoint(emails):  # as most rows
            continue
        near = {firm for contact in _contacts(records, row, end_of) for firm in by_contact.get(contact, ())}
        for firm in sorted(near):
            if (text, firm) not in read:
                read[text, firm] = _read_as(text, firm, known)
            if words := read[text, firm]:
                names[row], firms[row] = NO_NAME, words
                taken.append(row)
                break
    return taken


def _firms_by_contact(
    records: Records, firms: Sequence[Firm], end_of: Mapping[str, str]
) -> Mapping[str, set[_Called]]:
    found: dict[str, set[_Called]] = {}
    for row, firm in enumerate(firms):
        if firm:
            for contact in _contacts(records, row, end_of):
                found.setdefault(contact, set()).add((firm, records.name[row] or records.company[row]))
    return {contact: called for contact, called in found.items() if len(called) <= _MANY}


def _read_as(text: str, called: _Called, known: frozenset[str]) -> Firm | None:
    """Give the words of a name as a firm's, where it is this one's: as they stand there, where they are in other letters here."""
    firm, written = called
    if text.isascii() != written.isascii() and sounds_like(name_words(text), name_words(written)):
        return firm
    words = tuple(firm_words(text))
    return words if is_called(words, firm, known) else None


def sounds_like(words: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether words sound like those of another script, one by one.

    >>> sounds_like(["foroushgah", "omid"], ["فروشگاه", "امید"]), sounds_like(["sherkat", "pars"], ["شرکت", "پارسا"])
    (True, False)
    >>> sounds_like(["sharikat", "al", "nour"], ["شرکه", "النور"])
    True
    """
    words, others = (with_articles(list(side), behind=True) for side in (words, others))
    return len(words) == len(others) > 1 and all(
        word_sound(one) in sounds_of(other)
        and not end_apart(one, other.replace("ه", "ت") if one[-1] == "t" else other)
        for one, other in zip(*sorted((words, others), key=lambda side: not side[0].isascii()))
    )


def _ends(records: Records) -> dict[str, str]:
    """Give the last digits of every phone, which are the same with and without an area code: the names tell the rest."""
    return {phone: phone_number(phone)[-_DIGITS:] for phone in set(chain.from_iterable(records.phones))}


def _contacts(records: Records, row: int, end_of: Mapping[str, str]) -> Iterable[str]:
    """Give how the phones of a row end, and its e-mails."""
    yield from filter(None, map(end_of.__getitem__, records.phones[row]))
    yield from records.emails[row]


def is_called(words: Firm, firm: Firm, known: frozenset[str]) -> bool:
    """Tell whether some words that no word for a trade stands among are a firm's name nevertheless.

    All of them are the firm's, one slip away or cut short; what the firm has beside them only says what it is, and its owner's
    name does not.

    >>> people = frozenset(["ali", "omid"])
    >>> is_called(("kian", "tradng"), ("kian", "trading"), people), is_called(("ali", "rezaei"), ("ali", "rezaei", "store"), people)
    (True, False)
    >>> is_called(("starbucks", "12"), ("starbucks", "store", "12"), people)
    True
    """
    if len(words) < 2:
        return False
    rest = list(firm)
    for word in words:
        other = next((other for other in rest if _alike(word, other)), None)
        if other is None:
            return False
        rest.remove(other)
    trade = any(word in FIRM_WORDS or word.isdigit() for word in firm if word not in rest)
    return FIRM_WORDS.issuperset(rest) and (trade or (not rest and known.isdisjoint(words)))


def _alike(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    if one == other or one.isdigit() or other.isdigit():
        return one == other
    short, long_ = sorted((one, other), key=len)
    begins = long_.startswith(short) and len(short) >= _BEGINS_FROM
    return begins or (len(short) >= _SLIP_FROM and OSA.distance(one, other, score_cutoff=1) <= 1)
