"""Stable ids: the same content gives the same id, run after run and machine after machine."""

import hashlib

__all__ = ["content_id"]


def content_id(prefix: str, *parts: object) -> str:
    """Return `prefix-xxxxxxxxxxxx` from the parts' text; 48 bits, ample for an archive of millions of claims a prefix."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8")).hexdigest()
    return f"{prefix}-{digest[:12]}"
