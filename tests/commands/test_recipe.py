"""How customers are treated is the owner's to say, in words or in a file, and every change can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]
PEOPLE = """\
نام,موبایل,شهر,جمع خرید
رضا کریمی,09121112233,شیراز,900
مریم احمدی,09354445566,تهران,500
Sara Hill,09127778899,Leeds,50
"""


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    Path("people.csv").write_text(PEOPLE, encoding="utf-8")
    for words in (["import", "people.csv"], ["score"], ["tier"]):
        assert smbcrm(*words).code == 0
    return smbcrm


def recipes(shop: Smbcrm) -> dict[str, dict[str, object]]:
    return {one["name"]: one for one in json.loads(shop("recipe", "--format", "json").out)}


def test_the_built_in_recipes_are_shown_in_both_languages_until_they_are_changed(shop: Smbcrm) -> None:
    assert recipes(shop)["A-call"] == {
        "name": "A-call", "tier": "A", "kind": "call", "every": "21d", "minutes": 15, "learnt": None, "done": 0,
        "cost": 0, "effect": 1, "lead": 0, "counts": "any", "if": "",
        "text": "call, ask how things are and note one new fact",
    }  # fmt: skip
    shown = shop("recipe", "--columns", "name,text", "--lang", "fa", "--where", "name = 'birthday'").out
    assert "تولدش را تبریک بگویید، با زبان خودتان" in shown
    shop("recipe", "set", "D-message", "every=120d")
    shown = shop("recipe", "--columns", "name,text", "--lang", "fa", "--where", "name = 'D-message'").out
    assert "پیامی برای احوالپرسی بفرستید" in shown


def test_a_change_is_kept_and_taken_back(shop: Smbcrm) -> None:
    before = recipes(shop)
    done = shop("recipe", "set", "A-call", "every=14d", "minutes=10", "text=زنگ بزنید")
    assert done.out == "A-call: call every 14 days, 10 minutes. Next: `smbcrm plan build`.\n"
    assert recipes(shop)["A-call"]["text"] == "زنگ بزنید"
    assert recipes(shop).keys() == before.keys()
    again = shop("recipe", "set", "A-call", "every=2w")
    assert again.out == "A-call was like that already; nothing was changed.\n"
    shop("undo")
    assert recipes(shop) == before


def test_recipes_are_added_and_removed_and_none_may_be_left(shop: Smbcrm) -> None:
    added = shop(
        "recipe",
        "add",
        "kind=ویزیت",
        "tier=a,b",
        "every=6m",
        "minutes=40",
        "cost=200,000",
        "if=tag=vip and not city=تهران",
    )
    assert added.code == 0, added.err
    assert recipes(shop)["AB-ویزیت"]["every"] == "180d"
    for name in recipes(shop):
        assert shop("recipe", "remove", name).code == 0
    assert recipes(shop) == {}
    assert shop("recipe", "remove", "A-call").code == 4
    shop("undo")
    assert len(recipes(shop)) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["kind=call"], "a recipe needs a kind and how often"),
        (["kind=call", "every=soon"], "soon is not a span of days"),
        (["kind=call", "every=0d"], "the recipe call needs at least 1 day and 1 minute"),
        (["kind=call", "every=7d", "minutes=x"], "minutes=x is not a number that fits"),
        (["kind=call", "every=7d", "if=rich"], "rich is no condition of a recipe"),
        (["kind=call", "every=7d", "tier=E"], "there is no tier E"),
        (["kind=call", "every=7d", "colour=red"], "a recipe has no colour"),
        (["kind=call", "every=7d", "name=A-call"], "there is a recipe A-call already"),
        (["kind=call", "every=7d", "counts=none"], "counts=none means nothing"),
    ],
)  # fmt: skip
def test_what_means_nothing_is_refused_and_nothing_is_changed(
    shop: Smbcrm, words: list[str], said: str
) -> None:
    before = recipes(shop)
    done = shop("recipe", "add", *words)
    assert (done.code, done.err.splitlines()[0]) == (2, f"smbcrm: error: {said}.")
    assert recipes(shop) == before
    assert shop("undo", "--list", "--format", "csv").out.count("recipe") == 0


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_a_file_of_recipes_comes_back_as_it_was(shop: Smbcrm, lang: str) -> None:
    shop("recipe", "set", "A-visit", "cost=90000.5", "if=has birth_date", "lead=3d")
    before = recipes(shop)
    assert shop("--lang", lang, "recipe", "export", "recipes.toml").code == 0
    same = shop("recipe", "import", "recipes.toml")
    assert same.out.startswith("12 recipes were read: 0 new, 0 changed, 0 taken out.")
    text = Path("recipes.toml").read_text(encoding="utf-8")
    Path("recipes.toml").write_text(text.replace('every = "21d"', 'every = "30d"'), encoding="utf-8")
    shop("recipe", "import", "recipes.toml")
    assert recipes(shop) == {**before, "A-call": {**before["A-call"], "every": "30d"}}
    only = text.split("[[recipe]]")
    Path("recipes.toml").write_text("[[recipe]]".join(only[:3]), encoding="utf-8")
    assert "0 new, 1 changed, 10 taken out" in shop("recipe", "import", "recipes.toml", "--only").out
    shop("undo")
    shop("undo")
    assert recipes(shop) == before


def test_a_damaged_file_of_recipes_is_named_with_the_place(shop: Smbcrm) -> None:
    Path("r.toml").write_text('[[recipe]]\nname = "x"\nkind = "call"\nevery = "often"\n', encoding="utf-8")
    done = shop("recipe", "import", "r.toml")
    assert (done.code, done.err.splitlines()[0]) == (
        3,
        "smbcrm: error: r.toml, recipe 1 (x): often is not a span of days.",
    )


def exceptions(shop: Smbcrm) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(
        shop("recipe", "list", "--exceptions", "--format", "json").out
    )
    return found


def test_what_holds_for_one_customer_instead(shop: Smbcrm) -> None:
    said = shop("recipe", "except", "مریم", "kind=call", "every=60d")
    assert said.out == "C2 مریم احمدی: call every 60 days. Next: `smbcrm plan build`.\n"
    shop("recipe", "except", "C2", "kind=message", "never")
    assert [(e["id"], e["kind"], e["every"]) for e in exceptions(shop)] == [
        ("C2", "call", "60d"),
        ("C2", "message", "never"),
    ]
    shop("recipe", "except", "C2", "kind=call", "usual")
    assert [e["kind"] for e in exceptions(shop)] == ["message"]
    shop("undo")
    assert [e["kind"] for e in exceptions(shop)] == ["call", "message"]
    assert shop("recipe", "except", "C2", "every=60d").code == 2
    assert shop("recipe", "except", "C2").code == 2


def test_exceptions_stay_with_the_customer_through_joining_and_parting(shop: Smbcrm) -> None:
    shop("recipe", "except", "C2", "kind=call", "never")
    shop("recipe", "except", "C1", "kind=call", "every=10d")
    assert shop("merge", "same", "C1", "C2").code == 0
    assert {(e["id"], e["kind"], e["every"]) for e in exceptions(shop)} == {
        ("C1", "call", "never"),
        ("C1", "call", "10d"),
    }
    shop("undo")
    assert {(e["id"], e["every"]) for e in exceptions(shop)} == {("C2", "never"), ("C1", "10d")}


def test_a_condition_says_for_how_many_it_holds(shop: Smbcrm) -> None:
    said = shop("recipe", "set", "A-call", "if=city=Atlantis").out.splitlines()
    assert said[1].startswith("Its condition, city=Atlantis, holds for 0 of ")
    assert json.loads(shop("recipe", "set", "A-call", "if=has phone", "--format", "json").out)["fits"] > 0
    assert len(shop("recipe", "set", "A-call", "if=").out.splitlines()) == 1
