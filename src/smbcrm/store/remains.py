"""Which files of the data folder still hold somebody: those that are not ours, or could not be rewritten."""

from __future__ import annotations

import html
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from smbcrm.core.forgetting.spellings import Spellings
from smbcrm.store.backup import FOLDER
from smbcrm.store.folder import STORE_NAME


def files_with(folder: Path, spelled: Spellings) -> Iterator[str]:
    """Give the files in the data folder, the store and its copies apart, that hold somebody."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name == STORE_NAME:
            continue
        if path.parent.name == FOLDER and path.name.startswith("crm-"):
            continue
        if _holds(path, spelled):
            yield str(path)


def _holds(path: Path, spelled: Spellings) -> bool:
    with suppress(OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        if not zipfile.is_zipfile(path):
            return _in_bytes(path.read_bytes(), spelled)
        with zipfile.ZipFile(path) as package:
            return any(
                _in_xml(package.read(name), spelled)
                if name.endswith((".xml", ".vml", ".rels"))
                else _in_bytes(package.read(name), spelled)
                for name in package.namelist()
            )
    return False


def _in_xml(content: bytes, spelled: Spellings) -> bool:
    texts = html.unescape(content.decode("utf-8", "ignore")).replace(">", "<").split("<")
    return any(spelled.names(texts[place]) for place in spelled.may_be_among(texts))


def _in_bytes(content: bytes, spelled: Spellings) -> bool:
    texts = [
        html.unescape(content.decode(coding, "ignore")).replace("\x00", " ")
        for coding in ("utf-8", "utf-16-le", "cp1256")
    ]
    return any(spelled.names(texts[place]) for place in spelled.may_be_among(texts))
