"""Where the data folder lies: on a disk, on a medium that can only be read, or in a folder that a service copies to other computers."""

from __future__ import annotations

import os
from pathlib import Path

# Part of a path -> whose it is; letters of any size, beginnings of names, since firms put theirs behind: "OneDrive - Shop".
SERVICES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud",
    "icloud": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "yandex.disk": "Yandex.Disk",
}
MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".sync_log.db": "Nextcloud",
}
TOLD = ".told-synced"
CONFLICT = ("conflict", "(conflicted copy", "-conflict-", "sync-conflict", "تداخل")


def syncing_service(folder: Path) -> str:
    """Give the service that keeps this folder in step with other computers, or nothing."""
    real = Path(os.path.realpath(folder))
    for part in real.parts:
        name = part.casefold()
        for beginning, service in SERVICES.items():
            if name.startswith(beginning):
                return service
    for place in (real, *real.parents):
        for marker, service in MARKERS.items():
            if (place / marker).exists():
                return service
    return ""


def conflict_copies(folder: Path) -> list[str]:
    """Give the names of other copies of the store, made by a service because two computers wrote at once."""
    return sorted(
        path.name
        for path in folder.glob("crm*.db*")
        if path.name != "crm.db" and any(word in path.name.casefold() for word in CONFLICT)
    )


def is_read_only(folder: Path) -> bool:
    """Tell whether the folder is on a medium that nobody can write to."""
    try:
        return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
    except (OSError, AttributeError):  # AttributeError: not on Windows
        return False


def told_before(folder: Path, service: str) -> bool:
    """Tell whether the owner was told of this service before; from now on he was."""
    note = folder / TOLD
    try:
        if note.read_text(encoding="utf-8") == service:
            return True
    except (OSError, ValueError):
        pass
    try:
        note.write_text(service, encoding="utf-8")
        note.chmod(0o600)
    except OSError:
        pass
    return False
