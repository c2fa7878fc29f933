"""A text file in toml that this program writes and a person edits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from smbcrm.core.say import Say, say
from smbcrm.errors import UnreadableError


def read_toml(path: Path, hint: Say) -> dict[str, Any]:
    """Give what a file holds.

    Raises UnreadableError for one that is not there, may not be read, or is not written as toml; then `hint` says how it is written.
    """
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise UnreadableError(
            say("there is no file {file}", file=str(path)), say("check the name and the folder")
        ) from None
    except OSError as problem:
        raise UnreadableError(
            say("{file} cannot be opened", file=str(path)), say("check that you may read it")
        ) from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise UnreadableError(
            say("{file} is not written as toml ({reason})", file=str(path), reason=str(problem)), hint
        ) from problem
