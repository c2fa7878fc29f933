"""A private folder for the pieces of a workbook while it is put together; the next workbook sweeps up what a killed command left."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "smbcrm-"
_LEFT_BEHIND = 3600  # seconds in which nothing was written into it: no workbook stands still so long


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give a new folder that only its owner may look into, and take it away at the end, whatever happened."""
    _sweep(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(place: Path) -> None:
    """Remove folders like ours that nobody has written into for long: they hold what customers said."""
    for folder in place.glob(f"{_PREFIX}*"):
        with suppress(OSError):  # another user's, or gone meanwhile
            if hasattr(os, "getuid") and folder.lstat().st_uid != os.getuid():
                continue
            newest = max(one.lstat().st_mtime for one in (folder, *folder.iterdir()))
            if time.time() - newest > _LEFT_BEHIND and not folder.is_symlink():
                shutil.rmtree(folder)
