"""Workbooks under a password, opened where the library for it is installed."""

from __future__ import annotations

import importlib
import io

from smbcrm.core.say import say
from smbcrm.errors import UnreadableError
from smbcrm.readers import refusal


def unlock(data: bytes, *, file: str, password: str) -> bytes:
    """Give the workbook inside an encrypted file; without the right password it is an `UnreadableError`."""
    if not password:
        raise refusal.password_needed(file)
    try:
        msoffcrypto = importlib.import_module("msoffcrypto")
    except ImportError:
        what = say(
            "{file} is protected by a password and the library that opens it is not installed", file=file
        )
        hint = say("install msoffcrypto-tool, or save a copy without a password")
        raise UnreadableError(what, hint) from None
    opened = io.BytesIO()
    try:
        book = msoffcrypto.OfficeFile(io.BytesIO(data))
        book.load_key(password=password)
        book.decrypt(opened)
    except Exception:
        raise refusal.password_wrong(file) from None
    return opened.getvalue()
