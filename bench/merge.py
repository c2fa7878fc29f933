"""Measure merging on labelled lists, through the real `import` and `merge review --answers` of the program.

    python bench/merge.py bench/lists/*.csv
    python bench/merge.py --errors 20 some_list.csv

A list is a csv with the columns `id` and `true_cluster` and then what a shop would have. The program gets the file without
`true_cluster` and is told nothing else. Figures: pairwise precision, recall and F1 over rows, B-cubed F1; bad: customers made of
several real ones; lost: real customers that are the main part of no customer; questions per 1,000 rows and the share of them that are
one customer; then the same once every question is answered rightly, and which part of that the first half of the questions brought.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from smbcrm.store.folder import open_store
from smbcrm.store.sqlite import SqliteStore
from smbcrm.usecases.explain_pair import explain_pair
from smbcrm.usecases.review_questions import open_questions

SOURCE = Path(__file__).parents[1] / "src"
TRUTH = "true_cluster"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a clustering compares with the truth."""

    precision: float
    recall: float
    b_precision: float
    b_recall: float
    bad: int
    lost: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _mean(self.precision, self.recall)

    @property
    def b_f1(self) -> float:
        """The same of the B-cubed figures."""
        return _mean(self.b_precision, self.b_recall)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One list: as it was imported, its questions, and after they were answered rightly."""

    name: str
    rows: int
    score: Score
    asked: int
    yes: int
    after: Score
    half: float  # of what all answers brought in recall, what the first half of the questions brought
    refused: int  # right answers that were not taken: they contradict a wrong merge
    seconds: float
    megabytes: float

    @property
    def per_thousand(self) -> float:
        """How many questions are asked for 1,000 rows."""
        return 1000 * self.asked / self.rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A labelled list: the text of the file without its labels, and by line of that file the true customer."""

    text: str
    truth: dict[int, str]
    cells: dict[int, str]


def load(path: Path, *, leave_out: Sequence[str] = (TRUTH,)) -> Listed:
    """Read a labelled list and give what the program may see of it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    headings = [heading for heading in rows[0] if heading not in leave_out]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(headings)
    truth: dict[int, str] = {}
    cells: dict[int, str] = {}
    line = 2
    for row in rows:
        writer.writerow([row[heading] for heading in headings])
        truth[line] = row[TRUTH]
        cells[line] = " | ".join(re.sub(r"\s+", " ", row[h]) for h in headings if row[h] and h != "id")
        line += 1 + sum((row[heading] or "").count("\n") for heading in headings)
    return Listed(text=out.getvalue(), truth=truth, cells=cells)


def run(folder: Path, *words: str) -> tuple[dict[str, object], float, float]:
    """Run the program on a data folder; give its JSON, and the seconds and megabytes it took."""
    paths = [str(SOURCE), *filter(None, [os.environ.get("PYTHONPATH", "")])]
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "smbcrm", "--data", str(folder), "--no-input", "-q", *words, "--format", "json"],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        answer = process.stdout.read()
        megabytes = _peak(process)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"smbcrm {' '.join(words)}: exit code {process.returncode}")
    return json.loads(answer), seconds, megabytes


def _peak(process: subprocess.Popen[bytes]) -> float:
    """Wait for a process and give the most memory it held, 0 where the system does not tell."""
    if not hasattr(os, "wait4"):
        process.wait()
        return 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return float(usage.ru_maxrss / 1024)


def customers(store: SqliteStore, lines: Iterable[int]) -> list[object]:
    """Give the customer of each line; a line that is nobody's is alone."""
    found = dict(
        store.read(
            "SELECT number, customer_id FROM source_row WHERE customer_id IS NOT NULL AND status <> 'owner'"
        )
    )
    return [found.get(line, f"nobody {line}") for line in lines]


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
        bad=sum(n > 1 for n in kinds.values()),
        lost=len(real) - len({person for _, person in main.values()}),
    )


def measure(path: Path, folder: Path, *, errors: int = 0, leave_out: Sequence[str] = (TRUTH,)) -> Measured:
    """Import one list into an empty folder, score it, answer its questions rightly, score it again."""
    listed = load(path, leave_out=leave_out)
    lines, truth = list(listed.truth), list(listed.truth.values())
    folder.mkdir(parents=True, exist_ok=True)
    file, data = folder / path.name, folder / "data"
    file.write_text(listed.text, encoding="utf-8")
    _, seconds, megabytes = run(data, "import", str(file))
    store = open_store(data, write=False)
    before = customers(store, lines)
    line_of = dict(store.read("SELECT id, number FROM source_row"))
    asked = [(one.pair, line_of[one.row_a], line_of[one.row_b]) for one in open_questions(store)]
    right = [listed.truth[a] == listed.truth[b] for _, a, b in asked]
    if errors:
        show_errors(store, listed, dict(zip(lines, before)), {(a, b) for _, a, b in asked}, errors)
    store.close()
    answers = folder / "answers.json"
    answers.write_text(
        json.dumps(
            [
                {"pair": pair, "answer": "same" if yes else "different"}
                for (pair, _, _), yes in zip(asked, right)
            ]
        )
    )
    refused = run(data, "merge", "review", "--answers", str(answers))[0]["refused"] if asked else 0
    store = open_store(data, write=False)
    after = score(customers(store, lines), truth)
    store.close()
    now = score(before, truth)
    first = [(a, b) for (_, a, b), yes in list(zip(asked, right))[: (len(asked) + 1) // 2] if yes]
    some = score(joined(dict(zip(lines, before)), first), truth).recall - now.recall
    gained = after.recall - now.recall
    return Measured(
        name=path.stem, rows=len(lines), score=now, asked=len(asked), yes=sum(right), after=after,
        half=some / gained if gained else 1.0, refused=int(str(refused)), seconds=seconds, megabytes=megabytes,
    )  # fmt: skip


def joined(customer: dict[int, object], pairs: Iterable[tuple[int, int]]) -> list[object]:
    """Give the customers once those of each pair of lines are one."""
    now = dict(customer)
    for a, b in pairs:
        old, new = now[b], now[a]
        now = {line: new if one == old else one for line, one in now.items()}
    return list(now.values())


def show_errors(
    store: SqliteStore, listed: Listed, customer: dict[int, object], asked: set[tuple[int, int]], most: int
) -> None:
    """Print pairs of different people that were joined, and pairs of one person that were not, with their evidence."""
    ref = dict(
        store.read("SELECT number, 's' || source_id || 'r' || number FROM source_row WHERE status <> 'owner'")
    )
    proved = list(
        store.read(
            "SELECT a.number, b.number FROM pair p JOIN source_row a ON a.id = p.row_a JOIN source_row b ON b.id = p.row_b "
            "WHERE p.verdict = 'same' ORDER BY p.confidence"
        )
    )
    wrong = [(a, b) for a, b in proved if listed.truth[a] != listed.truth[b]]
    missed = list(_missed(listed.truth, customer, asked))
    for what, pairs in (("wrongly joined", wrong), ("missed", missed)):
        print(f"{what}: {len(pairs)} pairs" + (f", {most} shown" if len(pairs) > most else ""))
        for a, b in pairs[:most]:
            told = explain_pair(store, [ref[a], ref[b]])
            mark = " (asked)" if (a, b) in asked else ""
            print(
                f"  {a}: {listed.cells[a]}\n  {b}: {listed.cells[b]}\n    {told.verdict} {told.confidence:.2f}{mark}: ",
                end="",
            )
            print("; ".join(f"{bits:+.1f} {what}" for _, what, bits in told.evidence))


def _missed(
    truth: dict[int, str], customer: dict[int, object], asked: set[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Give one pair of rows for each two customers that are one person, the pair that is asked about where there is one."""
    people: defaultdict[str, list[int]] = defaultdict(list)
    for line, person in truth.items():
        people[person].append(line)
    for lines in people.values():
        best: dict[frozenset[object], tuple[int, int]] = {}
        for place, a in enumerate(lines):
            for b in lines[place + 1 :]:
                between = frozenset((customer[a], customer[b]))
                if len(between) == 2 and (between not in best or (a, b) in asked):
                    best[between] = (a, b)
        yield from best.values()


def _mean(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def table(found: Sequence[Measured]) -> str:
    """Give the figures as a table, with their mean."""
    lines = [
        f"{'list':20} {'rows':>6}  {'P':>6} {'R':>6} {'F1':>6}  {'B3 P':>6} {'B3 R':>6} {'B3 F1':>6}  {'bad':>4} {'lost':>4}  "
        f"{'ask/1000':>8} {'yes':>4}  {'P then':>6} {'R then':>6} {'half':>5} {'refused':>7}  {'s':>6} {'MB':>5}"
    ]
    for one in found:
        now, then = one.score, one.after
        lines.append(
            f"{one.name[:20]:20} {one.rows:6}  {now.precision:6.4f} {now.recall:6.4f} {now.f1:6.4f}  "
            f"{now.b_precision:6.4f} {now.b_recall:6.4f} {now.b_f1:6.4f}  {now.bad:4} {now.lost:4}  "
            f"{one.per_thousand:8.1f} {one.yes / max(one.asked, 1):4.0%}  {then.precision:6.4f} {then.recall:6.4f} "
            f"{one.half:5.0%} {one.refused:7}  {one.seconds:6.1f} {one.megabytes:5.0f}"
        )
    if len(found) > 1:
        lines.append(f"mean F1 {sum(one.score.f1 for one in found) / len(found):.4f}")
    return "\n".join(lines)


def main() -> None:
    """Measure every list named."""
    parser = argparse.ArgumentParser(description="Measure merging on labelled lists.")
    parser.add_argument("lists", nargs="+", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="also print so many wrong and missed pairs")
    parser.add_argument("--without-id", action="store_true", help="leave the column id out, too")
    args = parser.parse_args()
    leave_out = (TRUTH, "id") if args.without_id else (TRUTH,)
    found = []
    for path in args.lists:
        with tempfile.TemporaryDirectory() as folder:
            found.append(measure(path, Path(folder), errors=args.errors, leave_out=leave_out))
    print(table(found))


if __name__ == "__main__":
    main()
