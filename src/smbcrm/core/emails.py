"""E-mail addresses out of cells: several in one, with names around them, bad ones kept and flagged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.bulk import once
from smbcrm.core.identity import is_null_token
from smbcrm.core.text import clean, fold, fold_digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Email:
    """One e-mail address: lower case where it is valid, else the text as typed."""

    value: str
    valid: bool


_LONGEST = 2000  # letters of a cell that may still be a list of addresses

_NO_WORD = re.compile(r"[._\-]+|(?<!\d)\d+$")
_COMMON = re.compile(r"[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}")
_LOCAL = re.compile(r"[^\s@.,;:()<>\[\]\"\\،؛]+(?:\.[^\s@.,;:()<>\[\]\"\\،؛]+)*")
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_TOP = re.compile(r"[^\W\d_]{2,}|xn--[a-z0-9-]+")
_IN_BRACKETS = re.compile(r"<\s*([^<>]*@[^<>]*?)\s*>")
_AROUND_SIGNS = re.compile(r"\s*@\s*")
_SEPARATORS = re.compile(r"\s*(?::::|[;,|،؛/\n\r\t]|\s(?:و|and|or|یا|und|et|y|ve)\s|\s)\s*")
_SCHEME = re.compile(r"^mailto:\s*", re.IGNORECASE)
_LABEL_BEFORE = re.compile(
    r"^(?:e-?mail|mail|email address|ایمیل|پست الکترونیک|ایمیل آدرس)\s*[:=]\s*", re.IGNORECASE
)
_EDGES = "'\"<>()[]{}.,;:،؛*"

_ROLE_WORDS = """
    info sales sale support admin office contact contactus hello help helpdesk service services team shop store
    order orders billing accounts accounting account finance invoice invoices hr jobs career careers job marketing
    press media news newsletter webmaster postmaster hostmaster abuse root noreply donotreply mail mailbox
    reception enquiries enquiry inquiry inquiries customerservice customercare feedback export import purchase
    purchasing procurement legal privacy security reservations reservation booking bookings
    kontakt buero vertrieb verkauf bestellung rechnung buchhaltung bewerbung auskunft
    contacto ventas compras facturacion administracion pedidos atencion soporte
    commercial commande commandes accueil comptabilite vente ventes achats secretariat
    bilgi satis destek iletisim muhasebe siparis musteri
    foroosh forosh poshtibani tamas daftar edari mali
    """
_FILLER_WORDS = """
    none no noemail nomail noone nobody null nil na nan unknown notavailable notprovided test testing tester
    asdf asd qwe qwerty abc abcd xxx xx aaa aa yyy zzz example fake dummy foo bar nothing noreply donotreply
    nadarad namaloom
    """
_ROLES = frozenset(_ROLE_WORDS.split())
_FILLERS = frozenset(_FILLER_WORDS.split())


def parse_emails(text: str) -> tuple[Email, ...]:
    """Give every address in a cell; what does not look like one is kept as typed and not valid.

    >>> [e.value for e in parse_emails("Sara <Sara@Example.COM>; mailto:s2@example.org")]
    ['sara@example.com', 's2@example.org']
    >>> parse_emails("sara@@example")
    (Email(value='sara@@example', valid=False),)
    """
    if len(text) <= 254 and _COMMON.fullmatch(text) is not None:
        return (Email(value=text, valid=True),)
    shown = clean(text, lines=True)
    if len(shown) > _LONGEST:
        return (Email(value=" ".join(shown.split()), valid=False),)
    if is_null_token(shown):
        return ()
    return _without_repeats(_addresses(shown))


def parse_email_column(values: Sequence[str]) -> list[tuple[Email, ...]]:
    """Give the addresses of every cell of a column; the same as `parse_emails`, each distinct text read once."""
    return once(values, lambda value: parse_emails(value) if value else ())


def all_addresses(text: str) -> bool:
    """Tell whether a text holds valid e-mail addresses and nothing else.

    >>> all_addresses("sara@example.com"), all_addresses("0912 345 6789 sara@example.com"), all_addresses("@sara")
    (True, False, False)
    """
    parts = [part for part in _SEPARATORS.split(text) if part.strip(_EDGES)]
    return bool(parts) and all(_one(part).valid for part in parts)


def is_role_email(value: str) -> bool:
    """Tell whether an address is that of a desk (`info@`, `sales@`), behind which several people may sit.

    >>> is_role_email("info@kian.ir"), is_role_email("sara@kian.ir")
    (True, False)
    """
    return _word_of(_folded(value).partition("@")[0]) in _ROLES


def is_junk_email(value: str) -> bool:
    """Tell whether an address only fills a required cell (`none@none.com`, `a@a.com`) and tells nobody apart.

    >>> is_junk_email("test@test.com"), is_junk_email("sara@example.com")
    (True, False)
    """
    local, at, domain = _folded(value).partition("@")
    if not at:
        return False
    one_sign = local.count(local[:1]) == len(local)
    if one_sign or not (local[:1].isalnum() or any(map(str.isalnum, local))) or _word_of(local) in _FILLERS:
        return True
    return len(local) <= 3 and local == domain.split(".", 1)[0]


def _folded(value: str) -> str:
    return value if value.isascii() and value.islower() else fold(value)


def _word_of(local: str) -> str:
    word = local.rstrip("0123456789")  # most have nothing else that is no letter
    return word if word.isalpha() else _NO_WORD.sub("", local)


def _addresses(shown: str) -> list[Email]:
    bracketed = _IN_BRACKETS.findall(shown)
    if bracketed:
        rest = _IN_BRACKETS.sub(" ; ", shown)
        # A name stands before its <address>; only further addresses are of interest there.
        others = [part for part in _SEPARATORS.split(rest) if "@" in part]
        return [email for part in [*bracketed, *others] for email in _plain_addresses(part)]
    return _plain_addresses(shown)


def _plain_addresses(text: str) -> list[Email]:
    whole = _one(text)
    if whole.valid:
        return [whole]
    joined = _AROUND_SIGNS.sub("@", _LABEL_BEFORE.sub("", text))
    parts = [part for part in _SEPARATORS.split(joined) if part.strip(_EDGES)]
    with_sign = [_one(part) for part in parts if "@" in part]
    if not any(email.valid for email in with_sign):
        return [whole]
    if all("@" in part or is_null_token(part) or not _could_be_damaged(part) for part in parts):
        return with_sign
    # Something beside a good address was meant as one more: it is kept, flagged.
    return [_one(part) for part in parts if not is_null_token(part)]


def _could_be_damaged(part: str) -> bool:
    return "." in part.strip(_EDGES) or "(at)" in part.lower() or "[at]" in part.lower()


def _one(text: str) -> Email:
    typed = " ".join(text.split())
    bare = _LABEL_BEFORE.sub("", typed.strip(_EDGES + " "))
    bare = _SCHEME.sub("", bare).partition("?")[0]
    bare = _AROUND_SIGNS.sub("@", fold_digits(bare)).strip(_EDGES + " ").lower()
    if _is_address(bare):
        return Email(value=bare, valid=True)
    return Email(value=typed, valid=False)


def _is_address(text: str) -> bool:
    local, at, domain = text.rpartition("@")
    if not at or len(local) > 64 or len(domain) > 253 or _LOCAL.fullmatch(local) is None:
        return False
    labels = domain.split(".")
    return (
        len(labels) > 1
        and all(len(label) <= 63 and _LABEL.fullmatch(label) is not None for label in labels)
        and _TOP.fullmatch(labels[-1]) is not None
    )


def _without_repeats(emails: list[Email]) -> tuple[Email, ...]:
    return tuple({email.value: email for email in emails}.values())
