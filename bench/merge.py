"""Measure merging on labelled lists: what was joined rightly, wrongly, not at all, and what it cost.

    python bench/merge.py bench/lists/*.csv
    python bench/merge.py --errors 20 some_list.csv

A list is a csv with the columns `id` and `true_cluster` and then what a shop would have.
"""

from __future__ import annotations

import argparse
import csv
import re
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from smbcrm.core.dates import parse_date_column
from smbcrm.core.emails import parse_emails
from smbcrm.core.matching import Matches, match
from smbcrm.core.phones import decide_country, parse_phone_column
from smbcrm.core.records import Records
from smbcrm.core.text import has_persian

# The heading of a list, and the field it fills.
FIELD_OF = {
    "name": "name", "first_name": "first_name", "given_name": "first_name", "last_name": "last_name", "surname": "last_name",
    "company": "company", "email": "email", "phone": "phone", "birthday": "birth_date", "birth_date": "birth_date",
    "dob": "birth_date", "date_of_birth": "birth_date", "soc_sec_id": "national_id", "national_id": "national_id",
    "address": "address", "addr": "address", "city": "city", "suburb": "city", "district": "district", "state": "province",
    "province": "province", "postcode": "postal_code", "postal_code": "postal_code", "website": "website",
    "father_name": "father_name", "customer_code": "customer_code",
}  # fmt: skip
JOINED = (("address", ("street_number", "address_1")),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a clustering compares with the truth."""

    precision: float
    recall: float
    b_precision: float
    b_recall: float
    bad_merges: int  # customers made of two or more real ones
    lost: int  # real customers that are the main part of no customer


def load(path: Path) -> tuple[Records, list[str]]:
    """Read a list as an import would, and the true customer of each row."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    count = len(rows)
    columns: dict[str, Sequence[object]] = {f.name: [""] * count for f in fields(Records)}
    columns["phones"] = columns["emails"] = [()] * count
    other: dict[str, list[str]] = {}
    used = {part for _, parts in JOINED for part in parts}
    for heading in rows[0]:
        cells = [row[heading] or "" for row in rows]
        field = FIELD_OF.get(heading)
        if field == "phone":
            country, _ = decide_country(cells, persian=has_persian(" ".join(map(str, rows[0].values()))))
            found = parse_phone_column(cells, country or None)
            columns["phones"] = [tuple(phone.value for phone in cell) for cell in found]
        elif field == "email":
            columns["emails"] = [tuple(e.value.lower() for e in parse_emails(cell)) for cell in cells]
        elif field == "birth_date":
            columns["birth_date"] = [date.iso for date in parse_date_column(cells)]
        elif field:
            columns[field] = cells
        elif heading not in used and heading not in ("id", "true_cluster"):
            other[heading] = cells
    for field, parts in JOINED:
        if all(part in rows[0] for part in parts):
            columns[field] = [" ".join(row[part] for part in parts if row[part]) for row in rows]
    if not any(columns["name"]):
        columns["name"] = [f"{a} {b}".strip() for a, b in zip(columns["first_name"], columns["last_name"])]
    columns["ids"], columns["source"] = range(1, count + 1), [0] * count
    records = Records(**{**columns, "other": other})  # type: ignore[arg-type]
    return records, [row["true_cluster"] for row in rows]


def score(found: Sequence[object], truth: Sequence[object]) -> Score:
    """Compare the customers found with the true ones, row by row."""
    both = Counter(zip(found, truth))
    made, real = Counter(found), Counter(truth)

    def pairs(counts: Counter[object]) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    right = sum(n * (n - 1) // 2 for n in both.values())
    main: dict[object, tuple[int, object]] = {}
    for (customer, person), rows in both.items():
        main[customer] = max(main.get(customer, (0, person)), (rows, person), key=lambda part: part[0])
    kinds = Counter(customer for customer, _ in both)
    return Score(
        precision=right / pairs(made) if pairs(made) else 1.0,
        recall=right / pairs(real) if pairs(real) else 1.0,
        b_precision=sum(n * n / made[c] for (c, _), n in both.items()) / len(found),
        b_recall=sum(n * n / real[p] for (_, p), n in both.items()) / len(found),
        bad_merges=sum(n > 1 for n in kinds.values()),
        lost=len(real) - len({person for _, person in main.values()}),
    )


def answered(matches: Matches, truth: Sequence[str]) -> tuple[list[int], int, int]:
    """Give the customers after every question is answered rightly, how many were asked and how many were yes."""
    label = list(matches.cluster)
    asked = yes = 0
    for pair in matches.pairs:
        if pair.verdict != "review":
            continue
        asked += 1
        if truth[pair.a] == truth[pair.b]:
            yes += 1
            old, new = label[pair.b], label[pair.a]
            label = [new if customer == old else customer for customer in label]
    return label, asked, yes


def f1(precision: float, recall: float) -> float:
    """Give the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def show_errors(records: Records, matches: Matches, truth: Sequence[str], most: int) -> None:
    """Print rows of different people that were joined, and rows of one person that were not."""
    for what, by, other in (("wrongly joined", matches.cluster, truth), ("missed", truth, matches.cluster)):
        groups: defaultdict[object, list[int]] = defaultdict(list)
        for row, key in enumerate(by):
            groups[key].append(row)
        shown = 0
        for group in groups.values():
            strange = next((row for row in group if other[row] != other[group[0]]), None)
            if strange is not None and shown < most:
                shown += 1
                print(f"  {what}: {_row(records, group[0])}  <>  {_row(records, strange)}")


def _row(records: Records, row: int) -> str:
    told = [
        records.name[row],
        records.company[row],
        *records.phones[row],
        *records.emails[row],
        records.birth_date[row],
    ]
    return " | ".join(
        re.sub(r"\s+", " ", cell) for cell in [*told, records.address[row], records.city[row]] if cell
    )


def measure(path: Path, errors: int, matcher: Callable[[Records], Matches] = match) -> None:
    """Load one list, match it, print one line."""
    records, truth = load(path)
    start = time.perf_counter()
    matches = matcher(records)
    seconds = time.perf_counter() - start
    got = score(matches.cluster, truth)
    label, asked, yes = answered(matches, truth)
    after = score(label, truth)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{path.stem:20s} P {got.precision:.4f} R {got.recall:.4f} F1 {f1(got.precision, got.recall):.4f}  "
        f"B3 {got.b_precision:.4f}/{got.b_recall:.4f}/{f1(got.b_precision, got.b_recall):.4f}  "
        f"bad {got.bad_merges} lost {got.lost}  asked {1000 * asked / len(truth):.1f}/1000 ({yes / max(asked, 1):.0%} yes) "
        f"-> P {after.precision:.4f} R {after.recall:.4f}  {seconds:.1f} s  {peak:.0f} MB"
    )
    show_errors(records, matches, truth, errors)


def main() -> None:
    """Measure every list named."""
    parser = argparse.ArgumentParser(description="Measure merging on labelled lists.")
    parser.add_argument("lists", nargs="+", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="also print so many wrong and missed pairs")
    args = parser.parse_args()
    for path in args.lists:
        measure(path, args.errors)


if __name__ == "__main__":
    main()
