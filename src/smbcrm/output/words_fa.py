"""The Persian catalogue: English template -> Persian template with the same gaps.

The sentences stand in `persian/`, by the part of the program that says them. What is to be typed stands between
backticks, and digits that are read rather than typed are Persian.
"""

from __future__ import annotations

from smbcrm.output.persian import (
    customers,
    door,
    events,
    headings,
    histories,
    importing,
    mapping,
    matching,
    own_words,
    planning,
    reading,
    records,
    results,
    reviewing,
    scoring,
    workbook,
)

PERSIAN: dict[str, str] = {
    **own_words.FIELDS,
    **records.HEADINGS,
    **histories.HEADINGS,
    **histories.WORDS,
    **records.WORDS,
    **headings.COLUMNS,
    **headings.NAMES_OF_RECORDS,
    **own_words.WORDS,
    **door.SENTENCES,
    **reading.KINDS_OF_FILES,
    **reading.FILES,
    **reading.COLUMNS,
    **reading.TABLES,
    **importing.SENTENCES,
    **importing.STORE,
    **mapping.SENTENCES,
    **matching.EVIDENCE,
    **events.SENTENCES,
    **records.SENTENCES,
    **histories.SENTENCES,
    **reviewing.REVIEW,
    **scoring.SCORES,
    **scoring.TIERS,
    **scoring.PLANS,
    **customers.SENTENCES,
    **results.NEXT,
    **results.STATUS,
    **results.IMPORTS,
    **results.MERGES,
    **results.PLANS,
    **planning.WORDS,
    **planning.RECIPES,
    **planning.BUDGET,
    **workbook.HEADINGS,
    **workbook.SENTENCES,
}
