"""How a result is to be shown: the format, the file, the language and the calendar."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Format(StrEnum):
    """The formats that every command which prints records knows."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"
    HTML = "html"
    XLSX = "xlsx"
    IDS = "ids"


FOR_READING = frozenset((Format.TABLE, Format.MD, Format.HTML))
ENDINGS = {
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".tab": Format.TSV,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".md": Format.MD,
    ".markdown": Format.MD,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xlsx": Format.XLSX,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputOptions:
    """The global and output options of one run.

    `fmt` None means: what the ending of `output` says, else a table. `quiet` silences talk on stderr except
    errors; the result itself is never silenced. `today` is the day that a file says it was made on. `data` is the folder that was
    named with --data: commands to type next name it, too.
    """

    fmt: Format | None = None
    output: Path | None = None
    lang: str = "en"
    calendar: str = "gregorian"
    color: bool = True
    quiet: bool = False
    today: datetime.date | None = None
    data: str = ""

    @property
    def format(self) -> Format:
        """The format to write."""
        if self.fmt is not None:
            return Format(self.fmt)
        ending = self.output.suffix.lower() if self.output else ""
        return ENDINGS.get(ending, Format.TABLE)

    @property
    def to_stdout(self) -> bool:
        """True when the result goes to stdout; `-o -` says so too."""
        return self.output is None or str(self.output) == "-"
