"""Titles cut short to a letter or written with a sign, written out so that they are no first names: M. Jean Petit, г-н Петров."""

from __future__ import annotations

from collections.abc import Sequence

# What is a title wherever it stands in front of a name.
_ALWAYS = {
    "sig.ra": "Signora", "sig.na": "Signorina", "dott.ssa": "Dottssa", "sr.ª": "Sra", "srª": "Sra", "sr.": "Senor", "dª": "Doña",
    "d.ª": "Doña", "dña": "Doña", "hr.": "Herr", "mw.": "Mevrouw", "г-н": "Господин", "г-жа": "Госпожа", "κ.": "Κύριος",
}  # fmt: skip
# What is one only in a list that has the other beside it: elsewhere M. is an initial, and Sig somebody's name.
_BEGIN = 5  # letters of a name that tell whether it may begin with a title
_BESIDE = {
    "m.": ("Monsieur", ("mme ", "mme. ", "mlle ", "madame ")),
    "m ": ("Monsieur", ("mme ", "mme. ", "mlle ", "madame ")),
    "d.": ("Don", ("dª", "d.ª", "dña", "doña ", "sra", "srta")),
    "sig.": ("Signor", ("sig.ra", "signora ", "sig.na")),
    "sig ": ("Signor", ("sig.ra", "signora ", "sig.na")),
    "sr ": ("Senor", ("sra ", "sra. ", "srta", "srª", "sr.ª")),
}


def with_titles_written_out(names: Sequence[str]) -> dict[str, str]:
    """Give those names of a list that begin with a title cut short, as they read once it is written out.

    >>> with_titles_written_out(["M. Jean Petit", "Mme Anne Petit", "Dª Eva Gil"])
    {'M. Jean Petit': 'Monsieur Jean Petit', 'Dª Eva Gil': 'Doña Eva Gil'}
    >>> with_titles_written_out(["M. Night Smith", "Mark Smith"])
    {}
    """
    # Few names of a million begin with other letters than those before them.
    begin = {start.casefold() for start in {name[:_BEGIN] for name in names}}

    def stands(form: str) -> bool:
        return any(start.startswith(form[:_BEGIN]) for start in begin)

    forms = {form: title for form, title in _ALWAYS.items() if stands(form)}
    for form, (title, beside) in _BESIDE.items():
        if stands(form) and any(map(stands, beside)):
            forms[form] = title
    found = {}
    for name in dict.fromkeys(names) if forms else ():
        plain = name.casefold()
        form = next((form for form in sorted(forms, key=len, reverse=True) if plain.startswith(form)), "")
        behind = name[len(form) :].lstrip(". ") if form else ""
        if behind[:1].isalpha() and behind[1:2] != ".":
            found[name] = f"{forms[form]} {behind}"
    return found
