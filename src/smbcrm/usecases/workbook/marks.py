"""What tells whether the workbook and the store are as the newest sync left them: asked by every command, so nothing heavy."""

from __future__ import annotations

from smbcrm.usecases.ports import Store


def newest_marks(store: Store) -> tuple[str, str, int]:
    """Give the fingerprints of the workbook as the newest sync left and found it, and the number of that sync; empty if none."""
    for sha256, earlier, operation in store.read(
        "SELECT sha256, earlier_sha256, operation FROM workbook ORDER BY id DESC LIMIT 1"
    ):
        return sha256, earlier, operation
    return "", "", 0


def something_is_held(store: Store) -> bool:
    """Tell whether the newest sync held something back."""
    return any(held for (held,) in store.read("SELECT held FROM workbook ORDER BY id DESC LIMIT 1"))
