"""One run of digits and marks: one phone number, several, or none."""

from __future__ import annotations

import re
from dataclasses import replace

from smbcrm.core.values.numbering_plans import Phone, has_one_length
from smbcrm.core.values.phone_numbers import TAIL_UNCLEAR, read_number

FEWEST_DIGITS = 7

_SQUEEZED = re.compile(r"[\s().\-/\\_*,]+")
_AREA_LAST = re.compile(r"(\d{7,8})\s*[-/ ]\s*(0\d{2,3})")
_TAIL = re.compile(r"(.*\d)(\s*[-/]\s*|[\s(]+)(\d{1,4})\D*", re.DOTALL)
_MOST_IN_A_RANGE = 20


def squeeze(text: str) -> str:
    """Give digits and plus signs without the blanks and marks people put between them."""
    return _SQUEEZED.sub("", text)


def read_chunk(chunk: str, country: str, *, typed: str) -> list[Phone]:
    """Give the numbers in a run of digits and marks; none where they make no number.

    `typed` is the same run as it was typed, in whatever digits.
    """
    digits = squeeze(chunk)
    if "+" in digits[1:]:
        return []
    if not country and digits[0] != "+" and digits[:2] != "00":
        return _read_without_country(typed, digits)
    whole = read_number(digits, country)
    if whole is not None and (whole.valid or has_one_length(country)):
        return [whole]
    return _read_several(chunk.strip(), digits, country) or ([whole] if whole is not None else [])


def _read_several(chunk: str, digits: str, country: str) -> list[Phone]:
    groups = re.findall(r"\+?\d+", chunk)
    if len(groups) > 1:
        several = _segments(groups, country)
        if several:
            return several
    with_tail = _head_and_tail(chunk, country)
    if with_tail:
        return with_tail
    turned = _AREA_LAST.fullmatch(chunk.strip())
    if turned:
        whole = read_number(turned[2] + turned[1], country)
        if whole is not None and whole.valid:
            return [whole]
    half = len(digits) // 2
    if len(digits) >= 20 and len(digits) % 2 == 0:
        halves = [read_number(part, country) for part in (digits[:half], digits[half:])]
        known = [phone for phone in halves if phone is not None and phone.valid]
        return known if len(known) == len(halves) else []
    return []


def _head_and_tail(chunk: str, country: str) -> list[Phone]:
    """Read a valid number with a few digits behind it: the end of a range, one more number, else something unclear.

    The digits behind must be set off from the number; the last of its own groups are no tail.
    """
    tail = _TAIL.fullmatch(chunk)
    if tail is None or not _set_off(tail[1], tail[2], tail[3]):
        return []
    head = read_number(squeeze(tail[1]), country)
    if head is None or not head.valid:
        return []
    typed = Phone(value=chunk, valid=False, why=TAIL_UNCLEAR)
    mark, end = tail[2].strip(), tail[3]
    if mark == "-":
        more = [replace(head, value=value) for value in range_after(head.value, end)]
        # As short as the group before it, it is rather one more group of a number nobody has.
        unclear = [typed] if len(re.findall(r"\d+", tail[1])[-1]) > len(end) else []
        return [head, *(more or unclear)] if more or unclear else []
    if mark == "/":
        return [head, replace(head, value=head.value[: -len(end)] + end)]
    return [head, typed]


def _set_off(head: str, mark: str, tail: str) -> bool:
    """Tell whether a mark sets a few digits off from the number before them, as no mark within it sets its groups off.

    >>> _set_off("021-88776655", "-", "7"), _set_off("021 88 77 66 55", "/", "56"), _set_off("06-12-34-56", "-", "78")
    (True, True, False)
    """
    if not mark.strip():
        return False
    marks = re.findall(r"\D+", head.lstrip("+( "))
    last = re.findall(r"\d+", head)[-1]
    if mark.strip() not in {one.strip() for one in marks}:
        return len(last) > len(tail) or mark.strip() in ("-", "/")
    return len(last) > len(tail) + 1


def _segments(groups: list[str], country: str) -> list[Phone]:
    """Read groups of digits as a row of valid numbers, as few as will do; none where a group is left over."""
    if len(groups) > 16:
        return []
    best: list[list[Phone] | None] = [[]] + [None] * len(groups)
    for end in range(1, len(groups) + 1):
        for start in range(end):
            head = best[start]
            known = best[end]
            if head is None or (known is not None and len(known) <= len(head) + 1):
                continue
            digits = "".join(groups[start:end])
            if not 8 <= len(digits) <= 17:
                continue
            phone = read_number(digits, country)
            if phone is not None and phone.valid:
                best[end] = [*head, phone]
    return best[-1] or []


def range_after(head: str, tail: str) -> list[str]:
    """Give the numbers after `head` up to the one that ends in `tail`; none where that is no short range."""
    first, last = int(head[-len(tail) :]), int(tail)
    if not first < last <= first + _MOST_IN_A_RANGE:
        return []
    return [head[: -len(tail)] + str(n).zfill(len(tail)) for n in range(first + 1, last + 1)]


def _read_without_country(typed: str, digits: str) -> list[Phone]:
    if len(digits) < FEWEST_DIGITS:
        return []
    abroad = read_number(digits, "") if len(digits) >= 12 else None
    if abroad is not None and abroad.valid:
        return [abroad]
    if len(digits) < 14:
        return [Phone(value=typed.strip(" -/\\.,").rstrip(" (-/"), valid=True)]
    return _even_segments(typed)


def _even_segments(typed: str) -> list[Phone]:
    """Cut groups of digits into numbers of much the same length; none where that cannot be done."""
    spans = [match.span() for match in re.finditer(r"\d+", typed)]
    lengths = [end - start for start, end in spans]
    total = sum(lengths)
    for count in range(2, total // FEWEST_DIGITS + 1):
        cuts, begun, ended = [], 0, 0
        for place, length in enumerate(lengths):
            ended += length
            if (ended - begun) * count >= total:
                cuts.append(place)
                begun = ended
        sizes = [
            sum(lengths[a:b])
            for a, b in zip([0, *[c + 1 for c in cuts]], [c + 1 for c in cuts], strict=False)
        ]
        if begun == total and len(sizes) == count and all(FEWEST_DIGITS <= size <= 13 for size in sizes):
            starts = [0, *[c + 1 for c in cuts[:-1]]]
            return [
                Phone(value=typed[spans[a][0] : spans[b][1]], valid=True)
                for a, b in zip(starts, cuts, strict=True)
            ]
    return []
