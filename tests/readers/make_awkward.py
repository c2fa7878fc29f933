"""Write awkward lists of customers to try an importer with: `python -m tests.readers.make_awkward FOLDER`.

The people are made up. `awkward.csv` says for each file what an import must do with it: `outcome` is read, warn (read,
and say what was changed or skipped), ask (never guess in silence) or refuse (one line, nothing written); `rows` is the
number of customers in it. `reader` and `sheets` tell the same for the reader alone: the filled rows of each sheet,
headings and titles too.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.readers import (
    awkward_books,
    awkward_danger,
    awkward_exports,
    awkward_names,
    awkward_phonebooks,
    awkward_text,
    awkward_values,
)

EXPECTED = Path(__file__).with_name("awkward.csv")
# Encrypting needs a library of its own, so this one was made once.
_LOCKED = Path(__file__).with_name("lock_password_1234.xlsx")
FOLDER_LIKE_A_FILE = "dir_named.csv"


def make(folder: Path) -> list[str]:
    """Write all files into a folder and give their names."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / awkward_danger.CANARY).write_text(awkward_danger.CANARY_TEXT)
    (folder / FOLDER_LIKE_A_FILE).mkdir(exist_ok=True)
    files: dict[str, bytes | str] = {_LOCKED.name: _LOCKED.read_bytes(), **awkward_danger.files(folder)}
    for part in (
        awkward_names,
        awkward_text,
        awkward_values,
        awkward_books,
        awkward_phonebooks,
        awkward_exports,
    ):
        files.update(part.files())
    for name, data in files.items():
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return [*files, FOLDER_LIKE_A_FILE]


if __name__ == "__main__":
    made = make(Path(sys.argv[1]))
    print(len(made), "files in", sys.argv[1])
