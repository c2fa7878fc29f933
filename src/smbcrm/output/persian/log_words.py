"""What is said when something that happened is noted in plain words."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "say who it was about, and what happened": "بگویید دربارهٔ چه کسی بود",
    '`smbcrm log reza call 10m "late delivery"`': '`smbcrm log reza call 10m "late delivery"`',
    "Which one is meant? Number, or Enter for none:": "کدام یک؟ شماره، یا Enter برای هیچ‌کدام:",
}
