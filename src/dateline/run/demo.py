"""The example reports: nothing in, the folder that `dateline demo` reads out."""

from importlib import resources
from pathlib import Path

from dateline.errors import InputError

__all__ = ["example_reports"]

_IN_A_CHECKOUT = Path("examples") / "aleppo-2016"


def example_reports() -> Path:
    """Return the folder of the example reports: inside an installed package, or that of the checkout it runs from.

    Raises InputError where neither is there.
    """
    package = Path(str(resources.files("dateline")))
    for folder in (package / "demo", package.parent.parent / _IN_A_CHECKOUT):
        if folder.is_dir():
            return folder
    raise InputError(f"{package / 'demo'}: the example reports are missing; install Dateline again with pip")
