"""How two values may agree: the levels that evidence is told in."""

from __future__ import annotations

NONE, SAME, VARIANT, NEAR, INITIAL, CONFLICT, PARTIAL, SHARED, SWAPPED, WEAK = range(10)
LEVELS = 10

MISTYPED = "~"
"""What stands before a birth date that is none as it was typed."""
