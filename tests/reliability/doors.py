"""Every verb that changes something, as it might be typed next in a shop: a table from which any sequence of commands is drawn.

A new verb gets a line in `CHANGING` with a function that gives its words, or in `READING`; tests/reliability/test_any_sequence.py
fails until it stands in one of them.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FIRST = ("Ali", "Mina", "Sara", "Robert", "Bob", "علی", "مینا", "سارا", "زهرا", "Ivan")
LAST = ("Rezaei", "Karimi", "Hill", "رضایی", "کریمی", "احمدی", "Jansen")
CITIES = ("Tehran", "Shiraz", "Leeds", "تهران", "قم", "")
HEADINGS = (
    ("Name", "Mobile", "City", "Total spent"),
    ("نام و نام خانوادگی", "موبایل", "شهر", "جمع خرید"),
    ("Full name", "Phone number", "Town", "Spend"),
)
TODAY = "2026-11-22"


@dataclass
class Scene:
    """What the next command is chosen from: chance, a folder to put files in, and the program to look things up with."""

    chance: random.Random
    folder: Path
    read: Callable[..., str]

    def column(self, name: str, *words: str) -> list[str]:
        """Give one column of what a command prints."""
        rows = csv.DictReader(io.StringIO(self.read(*words, "--format", "csv")))
        return [row[name] for row in rows]

    def who(self) -> str:
        """Give a customer, or nobody."""
        return self.chance.choice(self.column("id", "list", "--columns", "id") or ["C1"])

    def two(self) -> list[str]:
        """Give two customers, as a rule."""
        ids = self.column("id", "list", "--columns", "id")
        return self.chance.sample(ids, 2) if len(ids) > 1 else ["C1", "C2"]

    def item(self) -> str:
        """Give an open item of the plan, or nothing that is there."""
        return self.chance.choice(self.column("item", "plan", "show") or ["P1"])

    def file(self, name: str, rows: list[tuple[str, ...]]) -> str:
        """Write a list and give its path."""
        path = self.folder / name
        out = io.StringIO()
        csv.writer(out).writerows(rows)
        path.write_text(out.getvalue(), encoding="utf-8")
        return str(path)

    def name(self) -> str:
        """Give somebody's name: few enough that people come again."""
        return f"{self.chance.choice(FIRST)} {self.chance.choice(LAST)}"

    def phone(self) -> str:
        """Give a phone number: few enough that people share them."""
        return f"0912{self.chance.randint(1110000, 1110029)}"

    def day(self) -> str:
        """Give a day of this year."""
        return f"2026-{self.chance.randint(1, 11):02}-{self.chance.randint(1, 22):02}"


def _people(scene: Scene) -> str:
    which = scene.chance.randrange(len(HEADINGS))
    rows: list[tuple[str, ...]] = [HEADINGS[which]]
    for _ in range(scene.chance.randint(1, 9)):
        spent = str(scene.chance.randint(1, 900)) if scene.chance.random() < 0.7 else ""
        rows.append((scene.name(), scene.phone(), scene.chance.choice(CITIES), spent))
    return scene.file(f"people{which}.csv", rows)


def _sales(scene: Scene) -> str:
    rows: list[tuple[str, ...]] = [("Receipt", "Date", "Customer", "Mobile", "Amount")]
    for _ in range(scene.chance.randint(1, 8)):
        number, amount = scene.chance.randint(1, 40), scene.chance.randint(1, 300)
        rows.append((f"R{number}", scene.day(), scene.name(), scene.phone(), str(amount)))
    return scene.file("sales.csv", rows)


def _payments(scene: Scene) -> str:
    rows: list[tuple[str, ...]] = [("Invoice", "Customer", "Mobile", "Due date", "Paid on", "Amount")]
    for _ in range(scene.chance.randint(1, 5)):
        number = scene.chance.randint(1, 40)
        rows.append((f"I{number}", scene.name(), scene.phone(), scene.day(), scene.day(), str(10 * number)))
    return scene.file("payments.csv", rows)


def _calls(scene: Scene) -> str:
    head = ("Date", "Customer", "Phone", "Call type", "Summary")
    calls = [
        (scene.day(), scene.name(), scene.phone(), "call", "asked for prices")
        for _ in range(scene.chance.randint(1, 5))
    ]
    return scene.file("calls.csv", [head, *calls])


def _import(scene: Scene) -> list[str]:
    kind = scene.chance.choice((_people, _people, _sales, _payments, _calls))
    made = {_people: "customers", _sales: "purchases", _payments: "payments", _calls: "interactions"}[kind]
    return ["import", kind(scene), "--as", made, "--country", "IR"]


def _run(scene: Scene) -> list[str]:
    return [
        "run",
        _people(scene),
        *([_sales(scene)] if scene.chance.random() < 0.4 else []),
        "--country",
        "IR",
    ]


def _set(scene: Scene) -> list[str]:
    values = (
        f"city={scene.chance.choice(CITIES)}", f"phone={scene.phone()}", f"name={scene.name()}", "tags=vip", "notes=likes tea", "email=",
    )  # fmt: skip
    return ["set", scene.who(), *scene.chance.sample(values, scene.chance.randint(1, 2))]


def _split(scene: Scene) -> list[str]:
    own = [
        (customer, ref)
        for customer, ref in zip(
            scene.column("customer_id", "sources", "rows"),
            scene.column("ref", "sources", "rows"),
            strict=True,
        )
        if customer
    ]
    several = [one for one in own if sum(customer == one[0] for customer, _ in own) > 1]
    return ["merge", "split", *scene.chance.choice(several or own or [("C1", "s1r1")])]


def _mapping(scene: Scene) -> list[str]:
    sources = scene.column("id", "sources") or ["s1"]
    return scene.chance.choice(
        (["mapping", "set", scene.chance.choice(sources), "notes=City"], ["mapping", "forget", scene.chance.choice(sources)])
    )  # fmt: skip


def _recipe(scene: Scene) -> list[str]:
    name = f"mine-{scene.chance.randint(1, 3)}"
    every = f"every={scene.chance.randint(7, 60)}d"
    return scene.chance.choice((
        ["recipe", "add", f"name={name}", "kind=call", "tier=A", every, "minutes=9"],
        ["recipe", "set", name, every],
        ["recipe", "remove", name],
        ["recipe", "except", scene.who(), "kind=call", every],
    ))  # fmt: skip


CHANGING: dict[str, Callable[[Scene], list[str]]] = {
    "import": _import,
    "run": _run,
    "add": lambda scene: ["add", scene.name(), f"phone={scene.phone()}"],
    "set": _set,
    "remove": lambda scene: ["remove", scene.who()],
    "score": lambda scene: ["score"],
    "score set": lambda scene: ["score", "set", scene.who(), str(scene.chance.randint(2, 20) / 2), "--why", "knows us"],
    "tier": lambda scene: ["tier"],
    "tier pin": lambda scene: ["tier", "pin", scene.who(), scene.chance.choice("ABCD")],
    "plan": lambda scene: ["plan", "build", "--hours", str(scene.chance.randint(1, 4)), "--money", str(scene.chance.choice((0, 500)))],
    "plan rebalance": lambda scene: ["plan", "rebalance"],
    "task": lambda scene: ["task", "add", "order boxes", *(["--who", scene.who()] if scene.chance.random() < 0.6 else [])],
    "task done": lambda scene: ["task", "done", f"T{scene.chance.randint(1, 5)}"],
    "recipe": _recipe,
    "budget": lambda scene: ["budget", "set", "--hours", str(scene.chance.randint(1, 9))],
    "done": lambda scene: ["done", scene.item()],
    "skip": lambda scene: ["skip", scene.item(), "--why", "away"],
    "snooze": lambda scene: ["snooze", scene.item(), "--to", "2026-12-05"],
    "log": lambda scene: ["log", scene.who(), scene.chance.choice(("call", "visit", "complaint")), "hello", "--date", scene.day()],
    "merge": lambda scene: ["merge"],
    "merge same": lambda scene: ["merge", "same", *scene.two()],
    "merge different": lambda scene: ["merge", "different", *scene.two()],
    "merge split": _split,
    "mapping": _mapping,
    "purchase": lambda scene: ["purchase", "add", scene.who(), str(scene.chance.randint(5, 500)), "--date", scene.day()],
    "purchase remove": lambda scene: ["purchase", "remove", str(scene.chance.randint(1, 20))],
    "invoice": lambda scene: ["invoice", "add", scene.who(), "300", "--number", str(scene.chance.randint(1, 9)), "--due", scene.day()],
    "payment": lambda scene: ["payment", "add", scene.who(), "200", "--for", str(scene.chance.randint(1, 9))],
    "touch": lambda scene: ["touch", scene.who(), "--kind", scene.chance.choice(("praise", "complaint")), "--text", "the rug"],
    "touch referral": lambda scene: ["touch", scene.who(), "--kind", "referral", "--to", scene.name(), "--phone", scene.phone()],
    "rate": lambda scene: ["rate", scene.who(), scene.chance.choice(("4/5", "2/5", "9/10"))],
    "score weights": lambda scene: ["score", "weights", "set", f"spend={scene.chance.randint(1, 9)}"],
}  # fmt: skip
READING = frozenset({
    "init", "sources", "list", "show", "find", "due", "status", "check", "export", "undo", "redo", "gaps", "matrix", "at-risk",
    "lifecycle", "report", "history", "config", "sync", "backup", "restore", "forget", "today",
})  # fmt: skip
"""Verbs that change no record of the list, or whose change is not taken back by undo alone: `sync` brings it from a workbook, and what
`forget` takes is gone for good. Undo and redo are what the sequences are followed by."""
